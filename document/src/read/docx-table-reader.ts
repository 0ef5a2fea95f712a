import type { DocxContent, DocxTable } from "./docx-content.ts";
import { isOn, toNumber } from "./docx-styles.ts";
import { assembleTable, createRowSource, type CellSource, type RowSource } from "./docx-table.ts";
import { MOST_CELLS } from "./limits.ts";
import type { XmlElements } from "./scan-xml.ts";

interface OpenTable {
  readonly rows: RowSource[];
  row: RowSource | undefined;
  cell: CellSource | undefined;
}

/** What the reader of tables needs of the reader of the body: cells hold content like the body itself. */
export interface TableSurroundings {
  openFlow: () => void;
  closeFlow: () => DocxContent[];
  onTable: (table: DocxTable) => void;
  /** Rows or text that Word does not show were met. */
  onHidden: () => void;
}

export interface TableReader {
  readonly elements: XmlElements;
  /** Leaves the open row out if its properties are being read: it was deleted in a tracked change. */
  leaveOutRow(): void;
}

const DEEPEST_TABLE = 20;
const WIDEST_ROW = 1000;

/** Reads `w:tbl` and all below it; stops the scan when tables are nested, wide or counted beyond reason. */
export function createTableReader({ openFlow, closeFlow, onTable, onHidden }: TableSurroundings): TableReader {
  const tables: OpenTable[] = [];
  let cells = 0;
  const table = (): OpenTable | undefined => tables[tables.length - 1];

  function markRowProperties(inside: boolean): void {
    const row = table()?.row;
    if (row !== undefined) row.inProperties = inside;
  }

  function addColumns(count: number): void {
    const row = table()?.row;
    if (row !== undefined) row.column += count;
  }

  const elements: XmlElements = {
    "w:tbl": {
      open: () => (tables.push({ rows: [], row: undefined, cell: undefined }) > DEEPEST_TABLE ? "stop" : undefined),
      close() {
        const done = tables.pop();
        if (done === undefined) return;
        const made: DocxTable = assembleTable(done.rows, onHidden);
        if (made.rows.some((row) => row.cells.length > 0)) onTable(made);
      },
    },
    "w:tr": {
      open() {
        const open = table();
        if (open !== undefined) open.row = createRowSource();
      },
      close() {
        const open = table();
        if (open?.row?.left === false) open.rows.push(open.row);
        if (open !== undefined) open.row = undefined;
      },
    },
    "w:trPr": { open: () => markRowProperties(true), close: () => markRowProperties(false) },
    "w:gridBefore": { open: (a) => addColumns(columnCount(a.get("val"))) },
    "w:tblHeader": {
      open(attributes) {
        const row = table()?.row;
        if (row !== undefined) row.header = isOn(attributes.get("val"));
      },
    },
    "w:hidden": {
      open(attributes) {
        const row = table()?.row;
        if (row?.inProperties !== true || !isOn(attributes.get("val"))) return;
        row.left = true;
        onHidden();
      },
    },
    "w:tc": {
      open() {
        openFlow();
        const open = table();
        if (open?.row === undefined) return undefined;
        open.cell = { column: open.row.column, columnSpan: 1, vertical: "none", joinsLeft: false, content: [] };
        return ++cells > MOST_CELLS || open.row.column > WIDEST_ROW ? "stop" : undefined;
      },
      close() {
        const content = closeFlow();
        const open = table();
        if (open?.row === undefined || open.cell === undefined) return;
        open.cell.content = content;
        open.row.cells.push(open.cell);
        addColumns(open.cell.columnSpan);
        open.cell = undefined;
      },
    },
    "w:gridSpan": {
      open(attributes) {
        const cell = table()?.cell;
        if (cell !== undefined) cell.columnSpan = Math.max(1, columnCount(attributes.get("val")));
      },
    },
    "w:vMerge": {
      open(attributes) {
        const cell = table()?.cell;
        if (cell !== undefined) cell.vertical = attributes.get("val") === "restart" ? "restart" : "continue";
      },
    },
    "w:hMerge": {
      open(attributes) {
        const cell = table()?.cell;
        if (cell !== undefined) cell.joinsLeft = attributes.get("val") !== "restart";
      },
    },
  };

  return {
    elements,
    leaveOutRow() {
      const row = table()?.row;
      if (row?.inProperties === true) row.left = true;
    },
  };
}

/** A number of grid columns; one that no table has is damage and counts for nothing. */
function columnCount(value: string | undefined): number {
  const count = toNumber(value) ?? 0;
  return count < 0 || count > WIDEST_ROW ? 0 : count;
}

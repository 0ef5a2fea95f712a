import type { Block, Box, Cell, Doc, DocNote, Format, Heading, Place, Row } from "../doc.ts";
import { type BarEdges, findOuterBars } from "./bar-edges.ts";
import { checkCounts } from "./limits.ts";

/** A cell before it has a column: its text, and where that stands in the source. */
export interface SourceCell {
  text: string;
  start: number;
  end: number;
  columnSpan?: number;
  rowSpan?: number;
  header?: boolean;
  box?: Box;
}

/** Collects blocks whose places are ranges of the source text itself; see {@link createSourceDoc}. */
export interface SourceDoc {
  heading(level: number, text: string, start: number, end: number, line: number): void;
  paragraph(text: string, start: number, end: number, line: number): void;
  /** Adds a row to the open table, or opens one. `edges`: of a row set in bars. */
  row(cells: readonly SourceCell[], start: number, end: number, line: number, edges?: BarEdges): void;
  /** Rows from here on belong to another table. Every other block does the same. */
  endTable(): void;
  /** A rule between rows: under the first row it makes that the head, elsewhere it says nothing. */
  rule(): void;
  /** The cells of the last row of the open table; none when no table is open. */
  lastRow(): readonly Cell[];
  pageBreak(at: number, line: number): void;
  note(note: DocNote): void;
  build(): Doc;
}

interface OpenTable {
  rows: { cells: Mutable<Cell>[] }[];
  columns: number;
  start: number;
  end: number;
  line: number;
  hasRule: boolean;
  /** Per grid column: the first row that no cell above reaches into. Undefined while nothing spans rows. */
  coveredUntil: number[] | undefined;
  /** As long as every row so far is set in bars. */
  edges: BarEdges[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** For plain text and Markdown: `Doc.text` is the source, and every place a range of it. Columns are counted, not measured. */
export function createSourceDoc(format: Format, source: string): SourceDoc {
  const blocks: Block[] = [];
  const notes: DocNote[] = [];
  const hasPages = source.includes("\f");
  let page = 1;
  let cellCount = 0;
  let title: string | null = null;
  let table: OpenTable | undefined;

  function place(start: number, end: number, line: number): Mutable<Place> {
    return hasPages ? { start, end, line, page } : { start, end, line };
  }

  /** The place of a text within a range that may hold marks besides, such as `**`: closely, where it stands there as it is. */
  function placeOf(text: string, start: number, end: number, line: number): Mutable<Place> {
    if (text.length === end - start || text === "") return place(start, end, line);
    const offset = source.slice(start, end).indexOf(text);
    return offset < 0 ? place(start, end, line) : place(start + offset, start + offset + text.length, line);
  }

  function add(block: Block): void {
    blocks.push(block);
    if ((blocks.length & 1023) === 0) checkCounts(cellCount, blocks.length);
  }

  /** The empty cells in front of a first bar, or behind a last one, that no outer bar closes. */
  function addCellsBeyondBars(open: OpenTable): void {
    const outer = findOuterBars(open.edges);
    if (outer === undefined) return;
    open.rows.forEach(({ cells }, index) => {
      const edges = open.edges[index];
      const [first] = cells;
      if (edges === undefined || first === undefined) return;
      const { bars, isFirst, isLast, start, end } = edges;
      const width = bars + 1 - Number(outer.inFront) - Number(outer.behind);
      const empty = (column: number, offset: number): Mutable<Cell> => {
        return { text: "", column, columnSpan: 1, rowSpan: 1, header: first.header, at: place(offset, offset, first.at.line ?? open.line) };
      };
      if (isFirst && !outer.inFront && cells.length < width) {
        for (const cell of cells) cell.column++;
        cells.unshift(empty(0, start));
      }
      if (isLast && !outer.behind && cells.length < width) cells.push(empty(cells.length, end));
      if (cells.length > open.columns) open.columns = cells.length;
    });
  }

  function endTable(): void {
    if (table === undefined) return;
    if (table.edges.length === table.rows.length) addCellsBeyondBars(table);
    const { rows, columns, start, end, line, coveredUntil } = table;
    table = undefined;
    if (coveredUntil !== undefined) {
      rows.forEach(({ cells }, i) => {
        for (const cell of cells) cell.rowSpan = Math.min(cell.rowSpan, rows.length - i);
      });
    }
    add({ kind: "table", columns, rows: rows as readonly Row[], at: place(start, end, line) }); // no longer written to
  }

  return {
    heading(level, text, start, end, line) {
      endTable();
      if (level === 1) title ??= text;
      const clamped = Math.min(6, Math.max(1, level)) as Heading["level"]; // clamped to 1..6 just here
      add({ kind: "heading", level: clamped, text, at: placeOf(text, start, end, line) });
    },
    paragraph(text, start, end, line) {
      endTable();
      add({ kind: "paragraph", text, at: placeOf(text, start, end, line) });
    },
    row(sourceCells, start, end, line, edges) {
      table ??= { rows: [], columns: 0, start, end, line, hasRule: false, coveredUntil: undefined, edges: [] };
      if (edges !== undefined) table.edges.push(edges);
      const rowIndex = table.rows.length;
      const cells: Mutable<Cell>[] = [];
      let next = 0;
      for (const cell of sourceCells) {
        const { text, columnSpan = 1, rowSpan = 1, header = false, box } = cell;
        if (table.coveredUntil !== undefined) while ((table.coveredUntil[next] ?? 0) > rowIndex) next++;
        const column = next;
        const at = placeOf(text, cell.start, cell.end, line);
        if (box !== undefined) at.box = box;
        cells.push({ text, column, columnSpan, rowSpan, header, at });
        next += columnSpan;
        if (rowSpan > 1) {
          table.coveredUntil ??= [];
          for (let c = column; c < next; c++) table.coveredUntil[c] = rowIndex + rowSpan;
        }
      }
      table.rows.push({ cells });
      table.end = end;
      if (next > table.columns) table.columns = next;
      cellCount += cells.length;
      if ((table.rows.length & 255) === 0 || cells.length > 1000) checkCounts(cellCount, blocks.length);
    },
    endTable,
    rule() {
      if (table === undefined || table.hasRule) return;
      table.hasRule = true;
      if (table.rows.length === 1) for (const cell of table.rows[0]?.cells ?? []) cell.header = true;
    },
    lastRow: () => table?.rows[table.rows.length - 1]?.cells ?? [],
    pageBreak(at, line) {
      endTable();
      add({ kind: "pageBreak", at: place(at, at + 1, line) });
      page++;
    },
    note(note) {
      notes.push(note);
    },
    build() {
      endTable();
      checkCounts(cellCount, blocks.length);
      return { format, title, text: source, blocks, notes };
    },
  };
}

import type { Attributes } from "./html-attributes.ts";
import type { HtmlContainers } from "./html-containers.ts";
import type { HtmlFlow } from "./html-flow.ts";
import type { Piece } from "./html-piece.ts";
import { addToTable, closeTable, openCell, openTable } from "./html-table.ts";
import type { OpenTable } from "./html-table.ts";
import { checkCounts } from "./limits.ts";

/** Tables within tables beyond this are damage or malice; their cells stay in the table around them. */
const DEEPEST_TABLE = 40;

/**
 * The tables that stand open, and where each piece of the page goes. End tags that pages forget are supplied. Offsets say where in
 * the source something begins or ends.
 */
export interface HtmlOpenTables {
  /** What stands in no table. */
  readonly root: readonly Piece[];
  /** Puts a piece into the open cell, or where there is none. */
  emit(piece: Piece): void;
  beginTable(start: number): void;
  beginRow(start: number): OpenTable;
  /** Begins a cell that is filled by what is emitted until it is closed. */
  beginCell(isHeader: boolean, attributes: Attributes, start: number): void;
  /** The table in whose row a cell begins, with all before it closed. */
  beginInRow(start: number): OpenTable;
  /** Told of each cell, so that a page of too many is refused. */
  countCell(): void;
  closeCell(end: number): void;
  closeRow(end: number): void;
  /** Closes the innermost table. */
  closeTable(end: number): void;
  closeAll(end: number): void;
  setInHead(inHead: boolean): void;
  /** Whether a cell stands open. */
  isInCell(): boolean;
  /** How many containers stood open when the open cell began: those are not closed from within it. */
  floor(): number;
  /** Throws `LimitExceeded` when the page is too large. */
  check(): void;
}

export function createHtmlOpenTables(flow: HtmlFlow, containers: HtmlContainers): HtmlOpenTables {
  const root: Piece[] = [];
  const tables: OpenTable[] = [];
  const floors: number[] = []; // for each open table
  let table: OpenTable | undefined;
  let ignored = 0;
  let paragraphs = 0;
  let cells = 0;

  function emit(piece: Piece): void {
    if (piece.kind === "text" && (++paragraphs & 1023) === 0) check();
    put(piece);
  }

  function put(piece: Piece): void {
    if (table === undefined) root.push(piece);
    else addToTable(table, piece);
  }

  function check(): void {
    checkCounts(cells, paragraphs);
  }

  function closeCell(end: number): void {
    if (table?.cell === undefined) return;
    flow.flush();
    flow.endMarks();
    table.cell.end = end;
    table.cell = undefined;
    containers.truncate(floors[floors.length - 1] ?? 0);
  }

  function closeRow(end: number): void {
    closeCell(end);
    if (table !== undefined) table.row = undefined;
  }

  function closeInnermost(end: number): void {
    if (table === undefined) return;
    closeRow(end);
    flow.flush();
    const pieces = closeTable(table, end);
    tables.pop();
    floors.pop();
    table = tables[tables.length - 1];
    for (const piece of pieces) put(piece);
  }

  function beginTable(start: number): void {
    if (tables.length >= DEEPEST_TABLE) {
      ignored++;
      return;
    }
    flow.flush();
    flow.level = 0;
    if (table !== undefined && table.cell === undefined) closeInnermost(start); // a forgotten </table>
    table = openTable(containers.region(), start);
    tables.push(table);
    floors.push(containers.count());
  }

  function beginRow(start: number): OpenTable {
    if (table === undefined) beginTable(start);
    const open = table as OpenTable; // beginTable has just set it where it was missing
    closeRow(start);
    flow.flush();
    open.row = [];
    open.rows.push(open.row);
    return open;
  }

  function beginInRow(start: number): OpenTable {
    closeCell(start);
    flow.flush();
    const open = table?.row === undefined ? beginRow(start) : table;
    floors[floors.length - 1] = containers.count();
    countCell();
    return open;
  }

  function countCell(): void {
    if ((++cells & 1023) === 0) check();
  }

  return {
    root,
    emit,
    beginTable,
    beginRow,
    beginCell(isHeader, attributes, start) {
      openCell(beginInRow(start), isHeader, attributes, start);
    },
    beginInRow,
    countCell,
    closeCell,
    closeRow,
    closeTable(end) {
      if (ignored > 0) ignored--;
      else closeInnermost(end);
    },
    closeAll(end) {
      while (table !== undefined) closeInnermost(end);
    },
    setInHead(inHead) {
      if (table !== undefined) table.inHead = inHead;
    },
    isInCell: () => table?.cell !== undefined,
    floor: () => (table === undefined ? 0 : (floors[floors.length - 1] ?? 0)),
    check,
  };
}

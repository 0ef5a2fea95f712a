import type { Attributes } from "./html-attributes.ts";
import { piecesText } from "./html-piece.ts";
import type { HtmlCell, Piece, TablePiece } from "./html-piece.ts";

/** A table being read. */
export interface OpenTable {
  readonly start: number;
  readonly region: number;
  readonly rows: HtmlCell[][];
  row: HtmlCell[] | undefined;
  cell: HtmlCell | undefined;
  inHead: boolean;
  /** Text that stands between cells, where none belongs: before the first row, and after it. */
  readonly before: Piece[];
  readonly after: Piece[];
  cellCount: number;
  hasRowSpan: boolean;
}

/** A span so wide that only damage or a wish for "all columns" explains it. */
const ABSURD_SPAN = 50;
/** Stands for the pieces of every empty or plain cell; never added to. */
const NO_PIECES: Piece[] = [];

export function openTable(region: number, start: number): OpenTable {
  return {
    start,
    region,
    rows: [],
    row: undefined,
    cell: undefined,
    inHead: false,
    before: [],
    after: [],
    cellCount: 0,
    hasRowSpan: false,
  };
}

/** Begins a cell in the open row, which must be there. */
export function openCell(table: OpenTable, header: boolean, attributes: Attributes, start: number): void {
  table.cell = addCell(table, header, attributes, "", 0, start, start);
}

/** Adds a whole cell of plain text, which needs no piece of its own. */
export function addCell(
  table: OpenTable,
  header: boolean,
  { columnSpan, rowSpan }: Attributes,
  text: string,
  region: number,
  start: number,
  end: number,
): HtmlCell {
  const cell: HtmlCell = {
    text,
    columnSpan: columnSpan > 1 ? columnSpan : 1,
    rowSpan: rowSpan === 0 ? ABSURD_SPAN * ABSURD_SPAN : rowSpan, // 0: to the table's end
    header: header || table.inHead,
    pieces: NO_PIECES,
    region,
    start,
    end,
  };
  if (rowSpan !== 1) table.hasRowSpan = true;
  table.row?.push(cell);
  table.cellCount++;
  return cell;
}

/** Adds what was read to the open cell, or to what stands around the cells. */
export function addToTable(table: OpenTable, piece: Piece): void {
  const { cell } = table;
  if (cell === undefined) (table.rows.length > 0 ? table.after : table.before).push(piece);
  else if (cell.pieces.length === 0) cell.pieces = [piece];
  else cell.pieces.push(piece);
}

/**
 * What a finished table gives to the flow around it: one table, or, when it only lays out the page, everything in its
 * cells in reading order.
 */
export function closeTable(table: OpenTable, end: number): Piece[] {
  // A row without cells means something only where row spans may cover it.
  const rows = table.hasRowSpan || table.rows.every((row) => row.length > 0) ? table.rows : table.rows.filter((row) => row.length > 0);
  if (isLayout(rows)) return [...table.before, ...rows.flatMap((row) => row.flatMap(piecesOf)), ...table.after];
  if (rows.length === 0) return [...table.before, ...table.after];
  for (const row of rows) for (const cell of row) if (cell.pieces.length > 0) cell.text = piecesText(cell.pieces);
  narrowAbsurdSpans(rows);
  const piece: TablePiece = { kind: "table", rows, cellCount: table.cellCount, region: table.region, start: table.start, end };
  return [...table.before, piece, ...table.after];
}

function piecesOf({ text, pieces, region, start, end }: HtmlCell): readonly Piece[] {
  return pieces.length > 0 || text === "" ? pieces : [{ kind: "text", level: 0, text, linked: false, region, start, end }];
}

/**
 * Old portals build the page itself from tables. Such a table holds another with more cells than it has texts of its
 * own, or is little more than one cell with an article in it.
 */
function isLayout(rows: readonly (readonly HtmlCell[])[]): boolean {
  let ownCells = 0;
  let innerCells = 0;
  let article = false;
  for (const row of rows) {
    for (const { text, pieces } of row) {
      if (pieces.length === 0) {
        if (text !== "") ownCells++;
        continue;
      }
      const first = pieces[0];
      if (pieces.length === 1 && first?.kind === "text") {
        ownCells++;
        if (first.level > 0) article = true;
        continue;
      }
      let texts = 0;
      let length = 0;
      let tables = 0;
      for (const piece of pieces) {
        if (piece.kind === "table") {
          tables++;
          innerCells += piece.cellCount;
        } else if (piece.kind === "text") {
          texts++;
          length += piece.text.length;
          if (piece.level > 0) article = true;
        }
      }
      if (texts >= 3 && length > 200) article = true;
      if (tables === 0 && texts > 0) ownCells++;
    }
  }
  if (innerCells > 0) return innerCells > ownCells;
  return article && ownCells <= 3;
}

/** `colspan="100%"` means "the whole width": no wider than the rest of the table is. */
function narrowAbsurdSpans(rows: readonly (readonly HtmlCell[])[]): void {
  let absurd = false;
  let widest = 1;
  for (const row of rows) {
    let width = 0;
    for (const { columnSpan } of row) {
      if (columnSpan > ABSURD_SPAN) absurd = true;
      else width += columnSpan;
    }
    if (width > widest) widest = width;
  }
  if (!absurd) return;
  for (const row of rows) {
    for (const cell of row) if (cell.columnSpan > ABSURD_SPAN) cell.columnSpan = widest;
  }
}

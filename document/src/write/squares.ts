import type { Cell, Table } from "../doc.ts";

/** What stands on one stretch of a row: a cell that begins here, the lower part of one from above, or nothing. */
export type Square =
  | { readonly kind: "begins"; readonly cell: Cell }
  | { readonly kind: "covered"; readonly cell: Cell }
  | { readonly kind: "gap"; readonly columnSpan: number };

/**
 * The rows of a table as formats without grid positions need them: every stretch of the row in order, gaps between
 * cells included. A row that ends early stays short.
 */
export function listSquares({ rows }: Table): Square[][] {
  const above: Cell[] = []; // cells whose row span reaches below the row they began in
  const ends = new Map<Cell, number>();
  return rows.map((row, index) => {
    const standing = above.filter((cell) => (ends.get(cell) ?? 0) > index);
    const cells = [
      ...standing.map((cell) => ({ kind: "covered", cell }) as const),
      ...row.cells.map((cell) => ({ kind: "begins", cell }) as const),
    ].toSorted((one, other) => one.cell.column - other.cell.column);
    const squares: Square[] = [];
    let column = 0;
    for (const square of cells) {
      if (square.cell.column > column) squares.push({ kind: "gap", columnSpan: square.cell.column - column });
      squares.push(square);
      column = Math.max(column, square.cell.column + square.cell.columnSpan);
    }
    above.length = 0;
    above.push(...standing, ...row.cells.filter((cell) => cell.rowSpan > 1));
    for (const cell of row.cells) ends.set(cell, index + cell.rowSpan);
    return squares;
  });
}

/**
 * How many rows at the top hold head cells only: they are printed again on every page. None when that is the whole
 * table, nor when heads follow further down: each of those holds for its own part, and the first would deceive there.
 */
export function countHeadRows({ rows }: Table): number {
  const isHead = rows.map((row) => row.cells.length > 0 && row.cells.every((cell) => cell.header));
  const first = isHead.indexOf(false);
  if (first <= 0 || isHead.includes(true, first)) return 0;
  // A head cell that reaches into the body would tear the head apart.
  const reach = Math.max(...rows.slice(0, first).flatMap((row, index) => row.cells.map((cell) => index + cell.rowSpan)));
  return reach <= first ? first : 0;
}

/** Every grid column's text: a cell's text stands in its first square, the others are "". */
export function listTexts(table: Table): string[][] {
  return table.rows.map((row) => {
    const texts = Array.from({ length: table.columns }, () => "");
    for (const cell of row.cells) texts[cell.column] = cell.text;
    return texts;
  });
}

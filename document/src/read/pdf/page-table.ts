import type { Box } from "../../doc.ts";
import { cutGrid, type Grid } from "./grid.ts";
import type { Page, Run } from "./page.ts";
import { findLattices } from "./ruling-lines.ts";
import { textOf } from "./text-lines.ts";

/** A table, or the part of one that stands on a page. */
export interface PageTable {
  /** The page it ends on, counted from 1. */
  readonly page: number;
  readonly top: number;
  readonly bottom: number;
  /** Column edges in points, one more than columns. */
  readonly xs: readonly number[];
  readonly rowCount: number;
  readonly cells: readonly TableCell[];
  readonly isOpenTop: boolean;
  readonly isOpenBottom: boolean;
}

export interface TableCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  readonly page: number;
  readonly box: Box;
}

/** Rebuilds the tables of a page from its ruling lines; `rest` is the text that stands outside of them. */
export function findTables(page: Page): { tables: PageTable[]; rest: readonly Run[] } {
  const tables: PageTable[] = [];
  let rest = page.runs;
  const grids = findLattices(page.segments).map(cutGrid).filter((grid) => grid !== undefined);
  grids.sort((a, b) => area(a) - area(b)); // a table within a cell of another gets its text first
  for (const grid of grids) {
    const inside = rest.filter(({ middleX, middleY }) => contains(grid, middleX, middleY));
    const table = fillGrid(grid, inside, page.number);
    if (!isTable(table)) continue;
    tables.push(table);
    const taken = new Set(inside);
    rest = rest.filter((run) => !taken.has(run));
  }
  return { tables: tables.sort((a, b) => a.top - b.top), rest };
}

/** A frame with text in one cell only is a box around a paragraph or a drawing. */
function isTable({ cells }: PageTable): boolean {
  return cells.filter(({ text }) => text !== "").length >= 2;
}

function fillGrid(grid: Grid, runs: readonly Run[], page: number): PageTable {
  const { xs, ys } = grid;
  const columns = xs.length - 1;
  const cellAt = new Map<number, number>();
  grid.cells.forEach(({ row, column, rowSpan, columnSpan }, index) => {
    for (let r = row; r < row + rowSpan; r++) for (let c = column; c < column + columnSpan; c++) cellAt.set(r * columns + c, index);
  });
  const contents = grid.cells.map((): Run[] => []);
  for (const run of runs) {
    const index = cellAt.get(fieldOf(ys, run.middleY) * columns + fieldOf(xs, run.middleX));
    if (index !== undefined) contents[index]?.push(run);
  }
  const usedColumns = usedEdges(grid.cells.flatMap(({ column, columnSpan }) => [column, column + columnSpan]));
  const usedRows = usedEdges(grid.cells.flatMap(({ row, rowSpan }) => [row, row + rowSpan]));
  const cells = grid.cells.map(({ row, column, rowSpan, columnSpan }, index): TableCell => {
    const x = xs[column] ?? 0, y = ys[row] ?? 0;
    const firstRow = usedRows.get(row) ?? row, firstColumn = usedColumns.get(column) ?? column;
    return {
      row: firstRow,
      column: firstColumn,
      rowSpan: (usedRows.get(row + rowSpan) ?? row + rowSpan) - firstRow,
      columnSpan: (usedColumns.get(column + columnSpan) ?? column + columnSpan) - firstColumn,
      text: textOf(contents[index] ?? []),
      page,
      box: { x: round(x), y: round(y), width: round((xs[column + columnSpan] ?? x) - x), height: round((ys[row + rowSpan] ?? y) - y) },
    };
  });
  return {
    page,
    top: ys[0] ?? 0,
    bottom: ys.at(-1) ?? 0,
    xs: xs.filter((_, index) => usedColumns.has(index)),
    rowCount: usedRows.size - 1,
    cells,
    isOpenTop: grid.isOpenTop,
    isOpenBottom: grid.isOpenBottom,
  };
}

/** Grid edges that some cell begins or ends at, numbered anew; the others are stray lines. */
function usedEdges(edges: readonly number[]): Map<number, number> {
  return new Map([...new Set(edges)].sort((a, b) => a - b).map((edge, index) => [edge, index]));
}

function fieldOf(edges: readonly number[], position: number): number {
  let field = 0;
  while (field + 2 < edges.length && position >= (edges[field + 1] ?? Infinity)) field++;
  return field;
}

function contains({ xs, ys }: Grid, x: number, y: number): boolean {
  return x >= (xs[0] ?? 0) && x <= (xs.at(-1) ?? 0) && y >= (ys[0] ?? 0) && y <= (ys.at(-1) ?? 0);
}

function area({ xs, ys }: Grid): number {
  return ((xs.at(-1) ?? 0) - (xs[0] ?? 0)) * ((ys.at(-1) ?? 0) - (ys[0] ?? 0));
}

/** Tenths of a point are enough to find a cell on paper. */
export function round(points: number): number {
  return Math.round(points * 10) / 10;
}

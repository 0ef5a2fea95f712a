import type { Box } from "../../doc.ts";
import { cutGrid, type Grid } from "./grid.ts";
import type { Page, Run } from "./page.ts";
import { findLattices } from "./ruling-lines.ts";
import { gatherLines, linesOf } from "./text-lines.ts";
import { largest } from "./extremes.ts";
import { type CellLines, marginsOf, textOfLines } from "./wrapped-figures.ts";

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

/** Points; type is hardly ever smaller. */
const NARROWEST_STRIP = 5.5;

/** Rebuilds the tables of a page from its ruling lines; `rest` is the text that stands outside of them. */
export function findTables(page: Page): { tables: PageTable[]; rest: readonly Run[] } {
  const tables: PageTable[] = [];
  let rest = page.runs;
  const grids = findLattices(page.segments)
    .map(cutGrid)
    .filter((grid) => grid !== undefined);
  grids.sort((a, b) => area(a) - area(b)); // a table within a cell of another gets its text first
  for (const grid of grids) {
    const framed = rest.filter(({ middleX, middleY }) => contains(grid, middleX, middleY));
    const inside = [...framed, ...overflow(grid, framed, rest)];
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

/**
 * Lines that run out of a cell below the frame, as browsers print a group label cut by the page break: they go on
 * within the width of one cell of the last row at the pitch of its text.
 */
function overflow({ xs, ys, cells }: Grid, framed: readonly Run[], all: readonly Run[]): Run[] {
  const bottom = ys.at(-1) ?? 0;
  const below = all.filter(
    ({ turn, middleX, middleY, size }) =>
      turn === 0 && middleY > bottom && middleY < bottom + 3 * size && middleX > (xs[0] ?? 0) && middleX < (xs.at(-1) ?? 0),
  );
  if (below.length === 0) return [];
  const found: Run[] = [];
  for (const { row, rowSpan, column, columnSpan } of cells) {
    if (row + rowSpan !== ys.length - 1 || columnSpan === xs.length - 1) continue;
    const left = xs[column] ?? 0,
      right = xs[column + columnSpan] ?? 0,
      top = ys[row] ?? 0;
    const own = framed.filter(({ middleX, middleY }) => middleX > left && middleX < right && middleY > top);
    let last = largest(own.map(({ baseline }) => baseline));
    for (const line of gatherLines(below)) {
      const isWithin = line.start > left - 1 && line.end < right + 1;
      if (!isWithin || line.baseline - last > 1.8 * line.size || !own.some(({ size }) => Math.abs(size - line.size) < 0.5)) break;
      found.push(...line.runs);
      last = line.baseline;
    }
  }
  return found;
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
  const filled = grid.cells.map(({ column, columnSpan }, index): CellLines => {
    return { lines: linesOf(contents[index] ?? []), width: (xs[column + columnSpan] ?? 0) - (xs[column] ?? 0) };
  });
  const margins = marginsOf(filled);
  const isEmpty = grid.cells.map((_, index) => contents[index]?.length === 0);
  const usedColumns = usedEdges(
    xs,
    grid.cells.map(({ column, columnSpan }, index) => ({ at: column, span: columnSpan, isEmpty: isEmpty[index] === true })),
  );
  const usedRows = usedEdges(
    ys,
    grid.cells.map(({ row, rowSpan }, index) => ({ at: row, span: rowSpan, isEmpty: isEmpty[index] === true })),
  );
  const cells = grid.cells
    .map(({ row, column, rowSpan, columnSpan }, index): TableCell => {
      const x = xs[column] ?? 0,
        y = ys[row] ?? 0;
      const firstRow = usedRows.get(row) ?? row,
        firstColumn = usedColumns.get(column) ?? column;
      return {
        row: firstRow,
        column: firstColumn,
        rowSpan: (usedRows.get(row + rowSpan) ?? row + rowSpan) - firstRow,
        columnSpan: (usedColumns.get(column + columnSpan) ?? column + columnSpan) - firstColumn,
        text: textOfLines(filled[index] ?? { lines: [], width: 0 }, margins),
        page,
        box: { x: round(x), y: round(y), width: round((xs[column + columnSpan] ?? x) - x), height: round((ys[row + rowSpan] ?? y) - y) },
      };
    })
    .filter(({ rowSpan, columnSpan }) => rowSpan > 0 && columnSpan > 0);
  return {
    page,
    top: ys[0] ?? 0,
    bottom: ys.at(-1) ?? 0,
    xs: xs.filter((_, index) => usedColumns.has(index) && usedColumns.get(index) !== usedColumns.get(index - 1)),
    rowCount: largest(usedRows.values()),
    cells,
    isOpenTop: grid.isOpenTop,
    isOpenBottom: grid.isOpenBottom,
  };
}

/**
 * Numbers anew the grid edges some cell begins or ends at. The others are stray lines; and a strip too narrow for type
 * in which nothing stands, such as the gap between two borders at a page break, is no row or column of its own.
 */
function usedEdges(edges: readonly number[], cells: readonly { at: number; span: number; isEmpty: boolean }[]): Map<number, number> {
  const used = [...new Set(cells.flatMap(({ at, span }) => [at, at + span]))].sort((a, b) => a - b);
  const numbers = new Map<number, number>();
  let number = -1;
  used.forEach((edge, index) => {
    const previous = used[index - 1];
    const isStrip =
      previous !== undefined &&
      (edges[edge] ?? 0) - (edges[previous] ?? 0) < NARROWEST_STRIP &&
      cells.every(({ at, span, isEmpty }) => at !== previous || at + span !== edge || isEmpty);
    if (!isStrip) number++;
    numbers.set(edge, Math.max(0, number));
  });
  return numbers;
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

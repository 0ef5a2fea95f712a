import type { PageTable, TableCell } from "./page-table.ts";
import { clusterPositions } from "./ruling-lines.ts";
import { smallest } from "./extremes.ts";

/** How far column edges of one table may lie apart on two pages, in points. */
const SAME_EDGE = 4;
/** Of the inner column edges of the part that has fewer, this share must stand in the other part too. */
const SHARED_EDGES = 0.6;

const MOST_HEADER_ROWS = 6;

const FIGURE = /^[\s\d０-９.,，%％+\-—－/]*[\d０-９][\s\d０-９.,，%％+\-—－/]*$/;
/** A numbered label opens an item of its own: 一、 （二） 3. and the like. */
const NUMBERED = /^\s*(?:[一二三四五六七八九十]+\s*[、.．]|[（(]\s*[一二三四五六七八九十\d]+\s*[）)]|\d+\s*[.．、）)])/;

/**
 * Joins two parts of a table that a page break parted, or gives nothing where their columns differ. Rows stay as they
 * are printed, but a header printed again is left out, a group label goes on in its one cell, and a row the page cut
 * in two (no line below the first half nor above the second) becomes one row again.
 */
export function joinTables(first: PageTable, second: PageTable): PageTable | undefined {
  if (!haveSameColumns(first.xs, second.xs)) return undefined;
  const upper = withoutStub(first, first.rowCount - 1),
    lower = withoutStub(second, 0);
  const xs = clusterPositions([...upper.xs, ...lower.xs]);
  const above = onColumns(upper, xs);
  const repeated = repeatedHeaderRows(upper, lower);
  const below = onColumns(lower, xs)
    .filter(({ row }) => row >= repeated)
    .map((cell) => ({ ...cell, row: cell.row - repeated }));
  const isRowCut = upper.isOpenBottom && lower.isOpenTop && repeated === 0;
  const valuesFrom = smallest([...above, ...below].filter(({ text }) => FIGURE.test(text)).map(({ column }) => column));

  const offset = isRowCut && canMergeRow(above, below, upper.rowCount) ? upper.rowCount - 1 : upper.rowCount;
  const cells: TableCell[] = [...above];
  for (const cell of below) {
    const moved = { ...cell, row: cell.row + offset };
    const index = cell.row === 0 ? cells.findIndex((other) => isAbove(other, moved, upper.rowCount)) : -1;
    const previous = cells[index];
    if (previous && (offset < upper.rowCount || goesOn(previous, moved, valuesFrom))) {
      const rowSpan = moved.row + moved.rowSpan - previous.row;
      cells[index] = { ...previous, rowSpan, text: [previous.text, moved.text].filter((text) => text !== "").join("\n") };
    } else {
      cells.push(moved);
    }
  }
  return { ...lower, top: upper.top, xs, rowCount: offset + lower.rowCount - repeated, cells, isOpenTop: upper.isOpenTop };
}

function haveSameColumns(first: readonly number[], second: readonly number[]): boolean {
  const isNear = (a: number | undefined, b: number | undefined): boolean =>
    a !== undefined && b !== undefined && Math.abs(a - b) <= SAME_EDGE;
  if (!isNear(first[0], second[0]) || !isNear(first.at(-1), second.at(-1))) return false;
  const [fewer, more] = first.length <= second.length ? [first, second] : [second, first];
  const inner = fewer.slice(1, -1);
  return inner.filter((edge) => more.some((other) => isNear(edge, other))).length >= SHARED_EDGES * inner.length;
}

/**
 * A group label cut by the page break leaves a strip beside it that is no row: empty, and not parted into columns. An
 * empty row of the form is parted.
 */
function withoutStub(table: PageTable, row: number): PageTable {
  const inRow = table.cells.filter((cell) => cell.row <= row && cell.row + cell.rowSpan > row);
  const own = inRow.filter(({ rowSpan }) => rowSpan === 1);
  const isStub =
    table.rowCount > 1 && own.length > 0 && own.length < inRow.length && own.every(({ text, columnSpan }) => text === "" && columnSpan > 1);
  if (!isStub) return table;
  const cells = table.cells
    .filter((cell) => !own.includes(cell))
    .map((cell) => ({
      ...cell,
      row: cell.row > row ? cell.row - 1 : cell.row,
      rowSpan: cell.row <= row && cell.row + cell.rowSpan > row ? cell.rowSpan - 1 : cell.rowSpan,
    }));
  return { ...table, cells, rowCount: table.rowCount - 1 };
}

function onColumns({ cells, xs: own }: PageTable, xs: readonly number[]): TableCell[] {
  const indexes = own.map((edge) => nearest(xs, edge));
  return cells.map((cell) => {
    const column = indexes[cell.column] ?? cell.column;
    return { ...cell, column, columnSpan: (indexes[cell.column + cell.columnSpan] ?? column + 1) - column };
  });
}

function nearest(positions: readonly number[], position: number): number {
  let best = 0;
  positions.forEach((candidate, index) => {
    if (Math.abs(candidate - position) < Math.abs((positions[best] ?? Infinity) - position)) best = index;
  });
  return best;
}

/** How many rows at the top of the lower part are the header of the upper one again. */
function repeatedHeaderRows(upper: PageTable, lower: PageTable): number {
  const rowText = ({ cells }: PageTable, row: number): string =>
    cells
      .filter((cell) => cell.row === row)
      .map(({ text, columnSpan, rowSpan }) => `${text}|${columnSpan}|${rowSpan}`)
      .join("\t");
  let rows = 0;
  while (
    rows < MOST_HEADER_ROWS &&
    rows < lower.rowCount - 1 &&
    rows < upper.rowCount - 1 &&
    rowText(upper, rows) !== "" &&
    rowText(upper, rows) === rowText(lower, rows)
  )
    rows++;
  const header = lower.cells.filter(({ row }) => row < rows);
  const isHeader =
    header.some(({ text }) => text !== "") && header.every(({ text, row, rowSpan }) => !FIGURE.test(text) && row + rowSpan <= rows);
  return isHeader ? rows : 0;
}

function isAbove(upper: TableCell, lower: TableCell, rowCount: number): boolean {
  return upper.row + upper.rowSpan === rowCount && upper.column === lower.column && upper.columnSpan === lower.columnSpan;
}

/** A cut row can be put together where each cell of its lower half has one above it, and no figure stands in both. */
function canMergeRow(above: readonly TableCell[], below: readonly TableCell[], rowCount: number): boolean {
  return below
    .filter(({ row }) => row === 0)
    .every((cell) => {
      const other = above.find((candidate) => isAbove(candidate, cell, rowCount));
      return other !== undefined && (other.text === "" || cell.text === "" || !(FIGURE.test(other.text) && FIGURE.test(cell.text)));
    });
}

/** Whether a label cell at the top of a page is the rest of the one above the break. Cells for figures are never merged. */
function goesOn(upper: TableCell, lower: TableCell, valuesFrom: number): boolean {
  if (upper.column + upper.columnSpan > valuesFrom) return false;
  if (upper.rowSpan === 1 && lower.rowSpan === 1) return false;
  return lower.text === "" || (upper.text !== "" && !NUMBERED.test(lower.text));
}

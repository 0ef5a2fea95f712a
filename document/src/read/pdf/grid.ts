import type { Segment } from "./page.ts";
import { clusterPositions, SAME_LINE, type Lattice } from "./ruling-lines.ts";

/** A table as the ruling lines cut it: the positions of its grid lines and the cells between them. */
export interface Grid {
  /** Column edges, one more than columns; in points from the left edge of the page. */
  readonly xs: readonly number[];
  /** Row edges, one more than rows; in points from the top. */
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
  readonly isOpenTop: boolean;
  readonly isOpenBottom: boolean;
}

export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A grid of more small fields than this is a drawing on graph paper. */
const MOST_FIELDS = 40_000;
/** A side is ruled where lines cover this share of it. */
const RULED_SHARE = 0.5;

/** Cuts a frame of lines into cells: a cell is what no line parts. The outer edge counts as ruled even where it is left open. */
export function cutGrid(lattice: Lattice): Grid | undefined {
  const xs = clusterPositions([lattice.left, lattice.right, ...lattice.vertical.map(({ at }) => at)]);
  const ys = clusterPositions([lattice.top, lattice.bottom, ...lattice.horizontal.map(({ at }) => at)]);
  const columns = xs.length - 1,
    rows = ys.length - 1;
  if (columns < 1 || rows < 1 || columns * rows > MOST_FIELDS || columns * rows < 2) return undefined;

  const ruledRight = ruledSides(lattice.vertical, xs, ys); // [column edge][row]
  const ruledBelow = ruledSides(lattice.horizontal, ys, xs); // [row edge][column]
  const region = new Int32Array(rows * columns).fill(-1);
  let regions = 0;
  for (let field = 0; field < region.length; field++) {
    if (region[field] !== -1) continue;
    const id = regions++;
    const open = [field];
    region[field] = id;
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const row = Math.floor(next / columns),
        column = next % columns;
      const visit = (neighbour: number, isParted: boolean | undefined): void => {
        if (isParted === true || region[neighbour] !== -1) return;
        region[neighbour] = id;
        open.push(neighbour);
      };
      if (column + 1 < columns) visit(next + 1, ruledRight[column + 1]?.[row]);
      if (column > 0) visit(next - 1, ruledRight[column]?.[row]);
      if (row + 1 < rows) visit(next + columns, ruledBelow[row + 1]?.[column]);
      if (row > 0) visit(next - columns, ruledBelow[row]?.[column]);
    }
  }
  return { xs, ys, cells: rectangles(region, rows, columns), isOpenTop: lattice.isOpenTop, isOpenBottom: lattice.isOpenBottom };
}

/** For every grid line, whether its stretch between two crossing grid lines is drawn. */
function ruledSides(lines: readonly Segment[], edges: readonly number[], crossings: readonly number[]): boolean[][] {
  return edges.map((edge) => {
    const near = lines.filter(({ at }) => Math.abs(at - edge) <= SAME_LINE);
    return crossings.slice(0, -1).map((from, index) => {
      const to = crossings[index + 1] ?? from;
      let covered = 0;
      for (const line of near) covered += Math.max(0, Math.min(line.to, to) - Math.max(line.from, from));
      return covered >= RULED_SHARE * (to - from);
    });
  });
}

/** Regions as rectangles; one with a notch (lines that lead nowhere) is cut into several. */
function rectangles(region: Int32Array, rows: number, columns: number): GridCell[] {
  const cells: GridCell[] = [];
  const taken = new Uint8Array(region.length);
  for (let field = 0; field < region.length; field++) {
    if (taken[field]) continue;
    const id = region[field];
    const row = Math.floor(field / columns),
      column = field % columns;
    const isFree = (r: number, c: number): boolean => region[r * columns + c] === id && !taken[r * columns + c];
    let columnSpan = 1;
    while (column + columnSpan < columns && isFree(row, column + columnSpan)) columnSpan++;
    let rowSpan = 1;
    const isRowFree = (r: number): boolean => {
      for (let c = column; c < column + columnSpan; c++) if (!isFree(r, c)) return false;
      return true;
    };
    while (row + rowSpan < rows && isRowFree(row + rowSpan)) rowSpan++;
    for (let r = row; r < row + rowSpan; r++) taken.fill(1, r * columns + column, r * columns + column + columnSpan);
    cells.push({ row, column, rowSpan, columnSpan });
  }
  return cells;
}

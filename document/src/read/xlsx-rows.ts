import type { Sheet, SheetRange } from "./xlsx-sheet.ts";

/** A cell in its place among the visible columns, merges turned into spans. */
export interface PlacedCell {
  readonly text: string;
  readonly isNumber: boolean;
  readonly bordered: boolean;
  /** Visible column, counted from 0. */
  readonly column: number;
  readonly columnSpan: number;
  rowSpan: number;
}

export interface PlacedRow {
  /** Row of the sheet, counted from 0. */
  readonly row: number;
  readonly cells: readonly PlacedCell[];
  /** A cell with text from a row above reaches into this row. */
  readonly isReached: boolean;
  /** Nothing but a blank line stands between this row and the one before. */
  readonly afterGap: boolean;
}

export interface PlacedSheet {
  readonly rows: readonly PlacedRow[];
  /** Sheet column of each visible column. */
  readonly columns: readonly number[];
  readonly hasHidden: boolean;
}

/** Puts the visible cells of a sheet in place; rows without cells are left out and show as gaps. */
export function placeRows(sheet: Sheet): PlacedSheet {
  const used = [...sheet.rows.keys()].sort((a, b) => a - b);
  const shown = used.filter((row) => !sheet.hiddenRows.has(row));
  let lastColumn = -1;
  for (const cells of sheet.rows.values()) for (const column of cells.keys()) if (column > lastColumn) lastColumn = column;
  const columns: number[] = [];
  const visible = new Map<number, number>();
  for (let column = 0; column <= lastColumn; column++) {
    if (sheet.hiddenColumns.has(column)) continue;
    visible.set(column, columns.length);
    columns.push(column);
  }
  const merges = mergesByFirstShownRow(sheet, shown, lastColumn);

  const coveredUntil: number[] = []; // per sheet column: the last row a merge from above covers
  let reachesUntil = -1;
  let before = -1;
  const rows = shown.map((row): PlacedRow => {
    const isReached = reachesUntil >= row;
    const afterGap = before >= 0 && !isReached && hasGap(before, row, sheet.hiddenRows);
    before = row;
    const anchors = new Map<number, SheetRange>();
    for (const merge of merges.get(row) ?? []) {
      if (isFree(coveredUntil, merge, row)) {
        anchors.set(merge.left, merge);
        for (let column = merge.left; column <= merge.right; column++) coveredUntil[column] = merge.bottom;
      }
    }
    const cells: PlacedCell[] = [];
    const inRow = sheet.rows.get(row) ?? new Map();
    const starts = new Set([...inRow.keys(), ...anchors.keys()]);
    for (const column of [...starts].sort((a, b) => a - b)) {
      const merge = anchors.get(column);
      if (merge === undefined && (coveredUntil[column] ?? -1) >= row) continue;
      const cell = merge === undefined ? inRow.get(column) : sheet.rows.get(merge.top)?.get(merge.left);
      const columnsTaken = merge === undefined ? [visible.get(column)] : range(merge.left, merge.right).map((at) => visible.get(at));
      const taken = columnsTaken.filter((at) => at !== undefined);
      const [first] = taken;
      if (cell === undefined || first === undefined) continue;
      const rowSpan = merge === undefined ? 1 : countUpTo(shown, row, merge.bottom);
      if (merge !== undefined && cell.text !== "" && merge.bottom > row) reachesUntil = Math.max(reachesUntil, merge.bottom);
      cells.push({ text: cell.text, isNumber: cell.isNumber, bordered: cell.bordered, column: first, columnSpan: taken.length, rowSpan });
    }
    return { row, cells, isReached, afterGap };
  });

  return { rows, columns, hasHidden: hidesText(sheet, used) };
}

function mergesByFirstShownRow(sheet: Sheet, shown: readonly number[], lastColumn: number): Map<number, SheetRange[]> {
  const merges = new Map<number, SheetRange[]>();
  for (const merge of sheet.merges) {
    const first = shown[lowerBound(shown, merge.top)];
    if (first === undefined || first > merge.bottom || merge.left > lastColumn) continue;
    const clipped = { ...merge, right: Math.min(merge.right, lastColumn) };
    const others = merges.get(first);
    if (others === undefined) merges.set(first, [clipped]);
    else others.push(clipped);
  }
  return merges;
}

function isFree(coveredUntil: readonly number[], { left, right }: SheetRange, row: number): boolean {
  for (let column = left; column <= right; column++) if ((coveredUntil[column] ?? -1) >= row) return false;
  return true;
}

function hasGap(before: number, row: number, hidden: ReadonlySet<number>): boolean {
  for (let between = before + 1; between < row; between++) if (!hidden.has(between)) return true;
  return false;
}

function countUpTo(shown: readonly number[], from: number, to: number): number {
  return lowerBound(shown, to + 1) - lowerBound(shown, from);
}

function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function hidesText(sheet: Sheet, used: readonly number[]): boolean {
  if (sheet.hiddenRows.size === 0 && sheet.hiddenColumns.size === 0) return false;
  return used.some((row) => {
    const isHidden = sheet.hiddenRows.has(row);
    for (const [column, cell] of sheet.rows.get(row) ?? [])
      if (cell.text !== "" && (isHidden || sheet.hiddenColumns.has(column))) return true;
    return false;
  });
}

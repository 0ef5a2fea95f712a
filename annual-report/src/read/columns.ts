import type { Run } from "./run.ts";
import type { Token } from "./token.ts";
import { countFilled } from "./run.ts";

/** The positions of a table's columns, left to right. */
export interface Columns {
  readonly positions: readonly number[];
  /** Seen in complete rows or in the header; else only supposed from where the labels end. */
  readonly isSure: boolean;
}

/** Rows that a shift has moved are no reason to doubt the columns of all others. */
const MOSTLY = 0.8;

/**
 * The columns of a table where its geometry can be trusted: learned from the complete rows when they agree, else from a
 * header that most rows stand under, else from the depth of the labels. Undefined for sequences and ragged rows.
 */
export function learnColumns(runs: readonly Run[], width: number, header: readonly Token[] | undefined): Columns | undefined {
  const isBehindLabel = (run: Run): boolean =>
    !run.labels.some((label) => label.row === run.items[0]?.row && label.position >= (run.items[0]?.position ?? 0));
  if (!runs.every(isBehindLabel)) return undefined;
  const complete = runs.filter((run) => run.inGrid && countFilled(run) === width).map(filledPositions);
  if (complete.length >= 3) {
    const means = Array.from({ length: width }, (_, index) => complete.reduce((sum, row) => sum + (row[index] ?? 0), 0) / complete.length);
    const agreeing = complete.filter((row) => isNear(row, means)).length;
    return agreeing >= complete.length * MOSTLY ? { positions: means, isSure: true } : undefined;
  }
  const positions = header?.length === width && header.every((token) => token.inGrid) ? header.map((token) => token.position) : undefined;
  const ascends = positions?.every((position, index) => index === 0 || position > (positions[index - 1] ?? 0)) ?? false;
  if (positions && ascends && beginsEvenly(runs, width)) {
    const filled = runs.filter((run) => countFilled(run) > 0);
    const under = filled.filter((run) => filledPositions(run).every((position) => isOnColumn(position, positions)));
    if (under.length >= filled.length * MOSTLY) return { positions, isSure: true };
  }
  const behindLabels = columnsBehindLabels(runs, width);
  return behindLabels && complete.every((row) => isNear(row, behindLabels)) ? { positions: behindLabels, isSure: false } : undefined;
}

/** Rows of which only one cell is empty, at either end, mostly begin at one place unless cells are left out of the print. */
function beginsEvenly(runs: readonly Run[], width: number): boolean {
  const starts = runs.flatMap((run) => {
    const positions = run.inGrid && countFilled(run) === width - 1 ? filledPositions(run) : [];
    const isEven = positions.every((position, index) => index === 0 || position - (positions[index - 1] ?? 0) === 1);
    return positions[0] !== undefined && isEven ? [positions[0]] : [];
  });
  const often = Math.max(...starts.map((start) => starts.filter((other) => other === start).length));
  return starts.length < 3 || often >= starts.length * MOSTLY;
}

function filledPositions({ items }: Run): number[] {
  return items.filter((item) => item.kind !== "blank").map((item) => item.position);
}

function isOnColumn(position: number, columns: readonly number[]): boolean {
  const gap = smallestGap(columns);
  return columns.some((column) => Math.abs(column - position) < gap * 0.4);
}

function smallestGap(columns: readonly number[]): number {
  return Math.min(...columns.slice(1).map((column, index) => column - (columns[index] ?? 0)));
}

/** In an even grid every row's cells begin behind the deepest label. */
function columnsBehindLabels(runs: readonly Run[], width: number): readonly number[] | undefined {
  const rows = runs.filter((run) => run.inGrid);
  if (rows.length < 5 || rows.length < runs.length) return undefined;
  const deepest = Math.max(...rows.map(({ labels, items }) => labels.findLast((label) => label.row === items[0]?.row)?.position ?? 0));
  if (!Number.isInteger(deepest)) return undefined;
  const isInside = (item: Token): boolean => item.kind === "blank" || (item.position > deepest && item.position <= deepest + width);
  return rows.every((run) => run.items.every(isInside)) ? Array.from({ length: width }, (_, index) => deepest + 1 + index) : undefined;
}

function isNear(row: readonly number[], columns: readonly number[]): boolean {
  const gap = smallestGap(columns);
  return gap > 0 && row.every((position, index) => Math.abs(position - (columns[index] ?? 0)) < gap * 0.4);
}

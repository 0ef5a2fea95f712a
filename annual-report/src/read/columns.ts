import type { Run } from "./run.ts";
import type { Token } from "./token.ts";
import { countFilled } from "./run.ts";

/**
 * The positions of a table's columns, where its geometry can be trusted: learned from the complete rows when they agree,
 * else from the header of a grid. Undefined for sequences and ragged rows.
 */
export function learnColumns(runs: readonly Run[], width: number, header: readonly Token[] | undefined): readonly number[] | undefined {
  const isBehindLabel = (run: Run): boolean =>
    !run.labels.some((label) => label.row === run.items[0]?.row && label.position >= (run.items[0]?.position ?? 0));
  if (!runs.every(isBehindLabel)) return undefined;
  const complete = runs
    .filter((run) => run.inGrid && countFilled(run) === width)
    .map((run) => run.items.filter((item) => item.kind !== "blank").map((item) => item.position));
  if (complete.length >= 3) {
    const means = Array.from({ length: width }, (_, index) => complete.reduce((sum, row) => sum + (row[index] ?? 0), 0) / complete.length);
    return complete.filter((row) => isNear(row, means)).length >= complete.length * 0.8 ? means : undefined;
  }
  const behindLabels = columnsBehindLabels(runs, width);
  if (behindLabels && complete.every((row) => isNear(row, behindLabels))) return behindLabels;
  if (header?.length !== width || header.some((token) => !token.inGrid)) return undefined;
  const positions = header.map((token) => token.position);
  if (positions.some((position, index) => index > 0 && position <= (positions[index - 1] ?? 0))) return undefined;
  return complete.every((row) => isNear(row, positions)) ? positions : undefined;
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
  const gap = Math.min(...columns.slice(1).map((column, index) => column - (columns[index] ?? 0)));
  return gap > 0 && row.every((position, index) => Math.abs(position - (columns[index] ?? 0)) < gap * 0.4);
}

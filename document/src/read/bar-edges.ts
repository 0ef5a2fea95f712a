/** What a line of a table in bars shows at its ends. */
export interface BarEdges {
  readonly bars: number;
  /** The first or the last visible character is a bar. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly start: number;
  readonly end: number;
}

/**
 * Where the lines of a table have no outer bars, a bar at the edge of one has an empty cell beyond it. Only the whole table tells:
 * all lines then have the same number of bars, and some have text at that edge. Undefined where the lines say nothing of the kind.
 */
export function findOuterBars(lines: readonly BarEdges[]): { readonly inFront: boolean; readonly behind: boolean } | undefined {
  const bars = lines[0]?.bars ?? 0;
  if (lines.length < 2 || bars < 2 || lines.some((line) => line.bars !== bars)) return undefined;
  const outer = { inFront: lines.every((line) => line.isFirst), behind: lines.every((line) => line.isLast) };
  return outer.inFront && outer.behind ? undefined : outer;
}

import { isWide } from "./glyph-text.ts";
import type { Run } from "./page.ts";

/** Runs on one baseline, in reading order. */
export interface TextLine {
  readonly text: string;
  readonly runs: readonly Run[];
  /** In the frame of the runs' own turn, see {@link Run}. */
  readonly start: number;
  readonly end: number;
  readonly baseline: number;
  /** The height of most of its type. */
  readonly size: number;
}

/** Baselines nearer than this share of the type size are one line. */
const SAME_BASELINE = 0.45;

/** Sorts runs of one turn into lines, top to bottom, and writes out their text. */
export function gatherLines(runs: readonly Run[], sameBaseline: number = SAME_BASELINE): TextLine[] {
  const sorted = [...runs].sort((a, b) => a.baseline - b.baseline);
  const lines: Run[][] = [];
  let baseline = 0,
    size = 0;
  for (const run of sorted) {
    const line = lines.at(-1);
    if (line && run.baseline - baseline <= sameBaseline * Math.min(size, run.size)) {
      line.push(run);
    } else if (line && run.baseline - baseline <= sameBaseline * Math.max(size, run.size) && !overlaps(line, run)) {
      line.push(run); // small type beside large: a raised figure, a note sign
    } else {
      lines.push([run]);
      baseline = run.baseline;
      size = run.size;
    }
  }
  return lines.map(toLine);
}

/** The lines of runs that fill one box: upright ones first, then turned ones. */
export function linesOf(runs: readonly Run[]): TextLine[] {
  return ([0, 1, 3, 2] as const).flatMap((turn) => gatherLines(runs.filter((run) => run.turn === turn)));
}

/** What stands between two neighbouring runs of a line: nothing, or one blank. */
export function blankBetween(left: Run, right: Run): "" | " " {
  const size = Math.min(left.size, right.size);
  const gap = right.start - left.end;
  if (gap < 0.1 * size) return "";
  const before = left.text.at(-1) ?? "",
    after = right.text[0] ?? "";
  if (isWide(before) || isWide(after)) return gap > 1.2 * size || (right.afterBlank && gap >= 0.15 * size) ? " " : "";
  const isNumber = /[\d.,%]/.test(before) && /[\d.,%]/.test(after);
  return right.afterBlank || gap > (isNumber ? 0.3 : 0.2) * size ? " " : "";
}

function toLine(unsorted: Run[]): TextLine {
  const runs = unsorted.sort((a, b) => a.start - b.start);
  let text = "";
  let end = -Infinity;
  const weights = new Map<number, number>();
  runs.forEach((run, index) => {
    const previous = runs[index - 1];
    text += (previous ? blankBetween(previous, run) : "") + run.text;
    if (run.end > end) end = run.end;
    const size = Math.round(run.size * 2) / 2;
    weights.set(size, (weights.get(size) ?? 0) + run.text.length);
  });
  const [size] = [...weights].sort((a, b) => b[1] - a[1])[0] ?? [0];
  return { text, runs, start: runs[0]?.start ?? 0, end, baseline: runs[0]?.baseline ?? 0, size };
}

function overlaps(line: readonly Run[], run: Run): boolean {
  return line.some((other) => other.start < run.end - 0.1 * run.size && run.start < other.end - 0.1 * run.size);
}

import type { Run } from "./page.ts";
import { blankBetween, type TextLine } from "./text-lines.ts";

/** Text of a line that stands apart from the rest of it: the content of one cell. */
export interface Part {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly baseline: number;
  readonly size: number;
}

export interface PartedLine {
  readonly line: TextLine;
  readonly parts: readonly Part[];
  readonly figures: readonly Part[];
}

/** Where the figures of a column stand, one below another. */
export interface Column {
  start: number;
  end: number;
}

/** A gap this wide, in type sizes, parts two cells. */
const CELL_GAP = 0.8;
const FIGURE_GAP = 0.35;
const NUMBER_GAP = 0.2;
/** Lines of one label follow each other within this many type sizes. */
export const LABEL_PITCH = 1.75;

const FIGURE = /^[\d０-９.,，%％+\-—－/]*[\d０-９][\d０-９.,，%％+\-—－/]*$/;
/** A label that opens with its number. */
export const NUMBERED = /^(?:[一二三四五六七八九十]+\s*[、.．]|[（(]\s*[一二三四五六七八九十\d]+\s*[）)]|\d+\s*[.．、）)])/;

/** A line taken apart where it has gaps. */
export function partLine(line: TextLine): PartedLine {
  const parts: Part[] = [];
  let previous: Run | undefined;
  for (const run of line.runs) {
    const part = parts.at(-1);
    if (part && previous && run.start - previous.end < cellGap(part.text, run) * Math.min(run.size, previous.size)) {
      parts[parts.length - 1] = { ...part, text: part.text + blankBetween(previous, run) + run.text, end: Math.max(part.end, run.end) };
    } else {
      parts.push({ text: run.text, start: run.start, end: run.end, baseline: run.baseline, size: run.size });
    }
    previous = run;
  }
  return { line, parts, figures: parts.filter(({ text }) => FIGURE.test(text)) };
}

/** Figures apart, or a number that opens a label, are cells of their own at a smaller gap than words. */
function cellGap(text: string, { text: next }: Run): number {
  if (FIGURE.test(text) && FIGURE.test(next)) return FIGURE_GAP;
  return NUMBERED.test(next) ? NUMBER_GAP : CELL_GAP;
}

/** The columns a part stands under, if only with an end. */
export function columnsUnder({ start, end }: Part, columns: readonly Column[]): Column[] {
  return columns.filter((column) => start < column.end + 1 && end > column.start - 1);
}

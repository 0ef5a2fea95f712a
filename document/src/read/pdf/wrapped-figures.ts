import { smallest } from "./extremes.ts";
import type { TextLine } from "./text-lines.ts";

/** The lines in a ruled cell, and the cell's width in points. */
export interface CellLines {
  readonly lines: readonly TextLine[];
  readonly width: number;
}

const FIGURES_ONLY = /^[\d０-９.,，]+$/;
const HAS_WORDS = /\p{Script=Han}/u;
/** Points; a program that leaves more at both sides together leaves room for a figure. */
const WIDEST_MARGINS = 24;

/**
 * How much of a cell's width a table leaves empty at both sides together: as much as beside the fullest line of all labels that go on
 * in the next line. Undefined where no label tells it.
 */
export function marginsOf(cells: readonly CellLines[]): number | undefined {
  const left = cells.flatMap(({ lines, width }) =>
    lines.slice(0, -1).flatMap(({ text, start, end }) => (HAS_WORDS.test(text) ? [width - (end - start)] : [])),
  );
  const margins = smallest(left);
  return margins <= WIDEST_MARGINS ? Math.max(0, margins) : undefined;
}

/**
 * The text of a cell, a line break between its lines; none within a figure that was too long for the cell. It went on in the next line
 * because its next digit would have stood beyond the margins: two figures below one another seldom look so.
 */
export function textOfLines({ lines, width }: CellLines, margins: number | undefined): string {
  const isWrapped =
    margins !== undefined &&
    lines.length > 1 &&
    lines.every(({ text }) => FIGURES_ONLY.test(text)) &&
    lines.slice(0, -1).every((line) => isFull(line, width - margins));
  return lines.map(({ text }) => text).join(isWrapped ? "" : "\n");
}

function isFull({ text, start, end }: TextLine, room: number): boolean {
  const digit = (end - start) / text.length;
  return end - start + digit > room;
}

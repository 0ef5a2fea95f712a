import type { Block, Cell, Doc } from "@gongkai/document";
import type { Part } from "./line-parts.ts";

/** What stands in front of the lines of a whole document, or between the columns of its tables, and is no part of what they say. */
export interface LineMarks {
  /** What parts columns besides tabs and bars; undefined where nothing does. */
  readonly separator: string | undefined;
  /** The text of a line or first cell without its number or bullet. */
  readonly withoutPrefix: <Source extends Pick<Part, "text" | "at">>(source: Source) => Source;
}

/** So many lines of one kind are no chance. */
const FEWEST_LINES = 30;
const FEWEST_ROWS = 8;
const WIDTH_3 = 7;
const MOSTLY = 0.5;
const LONGEST_LINE = 400;
/** 规；0；0 is the shortest line that a mark parts. */
const SHORTEST_LINE = 5;
/** The character code of 9: most lines begin with a Chinese character. */
const LAST_DIGIT = 57;
/** How many numbers may be missing between two lines: empty lines are numbered too. */
const MOST_SKIPPED = 3;
const NUMBERED = /^\s*(\d{1,4})(?:[.、．:：)）\]|]\s*|\s+|$)/;
const BULLET = /^\s*[-•·●▪◦*]\s+/;
/** One and the same mark three times, with nothing but a figure or a mark for nothing between. */
const SEPARATED = /(\]\s*\[|】\s*【|[；;&,，、/／^~*#_·→])(?:\s*(?:\d[\d.]*|[-—－]|无)?\s*\1){2,}/;
/** Marks that are never written one behind the other for any other reason. */
const PARTS_BLANKS = /^[；;&,，、]$/;

/** Looks for marks that the lines of a document have in common. */
export function findLineMarks(doc: Doc): LineMarks {
  const lines = doc.blocks.flatMap(firstTexts);
  const prefix = isCounted(lines) ? NUMBERED : isMostly(lines, (line) => BULLET.test(line)) ? BULLET : undefined;
  return {
    separator: findSeparator(doc),
    withoutPrefix: (source) => {
      const length = prefix?.exec(source.text)?.[0].length ?? 0;
      return length === 0 ? source : { ...source, text: source.text.slice(length), at: { ...source.at, start: source.at.start + length } };
    },
  };
}

/** The lines of a paragraph, or the first cell of each row. */
function firstTexts(block: Block): readonly string[] | string {
  if (block.kind === "table") return block.rows.map(({ cells }) => cells[0]?.text ?? "");
  return block.kind === "paragraph" ? (block.text.includes("\n") ? block.text.split("\n") : block.text) : [];
}

/** Whether nearly all lines are counted, one after the other. */
function isCounted(lines: readonly string[]): boolean {
  let counted = 0;
  let last = 0;
  for (const line of lines) {
    if (line.charCodeAt(0) > LAST_DIGIT) continue;
    const number = NUMBERED.exec(line)?.[1];
    const step = Number(number ?? 0) - last;
    if (step >= 1 && step <= MOST_SKIPPED) counted++;
    if (step >= 1 && step <= MOST_SKIPPED) last += step;
    else if (number === "1") last = 1; // each table may be counted by itself
  }
  return counted >= FEWEST_LINES && counted >= lines.length * MOSTLY;
}

function isMostly(lines: readonly string[], holds: (line: string) => boolean): boolean {
  return lines.length >= FEWEST_LINES && lines.filter(holds).length >= lines.length * MOSTLY;
}

/** The mark between the figures of at least so many lines. */
function findSeparator({ blocks, text }: Doc): string | undefined {
  const counts = new Map<string, number>();
  const count = (line: string, cells?: readonly Cell[]): void => {
    const found = line.length < SHORTEST_LINE || line.length > LONGEST_LINE ? null : SEPARATED.exec(line);
    const separator = found?.[1];
    if (!found || separator === undefined || !(PARTS_BLANKS.test(separator) || /\d/.test(found[0]))) return;
    if (!cells || holds(cells, separator)) counts.set(separator, (counts.get(separator) ?? 0) + 1);
  };
  for (const block of blocks) {
    if (block.kind === "paragraph") {
      if (block.text.includes("\n")) for (const line of block.text.split("\n")) count(line);
      else count(block.text);
    }
    // What has as many cells as table 3 is parted already.
    if (block.kind === "table")
      for (const { cells } of block.rows) if (cells.length < WIDTH_3) count(wholeRow(cells, text)?.text ?? "", cells);
  }
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
  return most && most[1] >= FEWEST_ROWS ? most[0] : undefined;
}

function holds(cells: readonly Cell[], separator: string): boolean {
  return cells.some((cell) => cell.text.includes(separator));
}

/** The line that a row was read from, where two blanks within it have made a row of it though another mark parts it. */
export function partedRow(cells: readonly Cell[], text: string, { separator }: LineMarks): Pick<Part, "text" | "at"> | undefined {
  return separator === undefined || !holds(cells, separator) ? undefined : wholeRow(cells, text);
}

function wholeRow(cells: readonly Cell[], text: string): Pick<Part, "text" | "at"> | undefined {
  const [first, last] = [cells[0]?.at, cells.at(-1)?.at];
  if (!first || !last || last.end <= first.start || last.end - first.start > LONGEST_LINE) return undefined;
  const line = text.slice(first.start, last.end);
  return line.includes("\n") || line.includes("\t") ? undefined : { text: line, at: { ...first, end: last.end } };
}

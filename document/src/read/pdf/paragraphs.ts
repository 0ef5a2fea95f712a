import type { Box } from "../../doc.ts";
import { isWide } from "./glyph-text.ts";
import { round } from "./page-table.ts";
import type { TextLine } from "./text-lines.ts";
import { largest, smallest } from "./extremes.ts";

/** Lines put together as they were written. `level` is set on a heading. */
export interface TextBlock {
  readonly text: string;
  readonly level?: number;
  readonly page: number;
  readonly box: Box;
  /** How many lines went into it. */
  readonly lineCount: number;
}

export interface PlacedLine extends TextLine {
  readonly page: number;
}

/** The measure of a document's text: what a full line and an ordinary one look like, in points. */
export interface Measure {
  readonly size: number;
  readonly isHeavy: boolean;
  readonly left: number;
  readonly right: number;
  /** From one baseline to the next. */
  readonly pitch: number;
  /** Type sizes above the ordinary one, the largest first. */
  readonly headingSizes: readonly number[];
}

const ITEM = /^[一二三四五六七八九十]{1,3}、/;
const SUBITEM = /^[（(][一二三四五六七八九十]{1,3}[）)]/;
/** Type this much larger than the ordinary one marks a heading. */
const LARGER = 1.12;
const LONGEST_HEADING = 60;
/** A line of running text has at least so many characters; rows of loose figures and labels have fewer. */
const FULL_LINE = 25;

/** Takes the measure of the lines outside of tables. */
export function takeMeasure(lines: readonly PlacedLine[]): Measure {
  const long = lines.filter(({ text }) => text.length >= FULL_LINE);
  const size = heaviest((long.length > 2 ? long : lines).map((line) => [line.size, line.text.length]));
  const isHeavy = heaviest(lines.map((line) => [isLineHeavy(line) ? 1 : 0, line.text.length])) === 1;
  const ordinary = lines.filter((line) => Math.abs(line.size - size) < 0.1 * size);
  // The outermost edge that a long line or two lines share; a single short one may hang out.
  const byStart = [...ordinary].sort((a, b) => a.start - b.start),
    byEnd = [...ordinary].sort((a, b) => b.end - a.end);
  const left =
    byStart.find(({ start, text }, index) => text.length >= FULL_LINE || (byStart[index + 1]?.start ?? start) - start < size)?.start ?? 0;
  const right = byEnd.find(({ end, text }, index) => text.length >= FULL_LINE || end - (byEnd[index + 1]?.end ?? end) < size)?.end ?? 0;
  const pitches = ordinary
    .flatMap((line, index) => {
      const next = ordinary[index + 1];
      return next && next.page === line.page && next.baseline > line.baseline ? [next.baseline - line.baseline] : [];
    })
    .sort((a, b) => a - b);
  const pitch = pitches[Math.floor(pitches.length / 3)] ?? 2 * size;
  const larger = lines.filter((line) => line.size > LARGER * size);
  // Where much of the text is larger, it is not headings.
  const headingSizes =
    larger.length > Math.max(8, lines.length / 3) ? [] : [...new Set(larger.map((line) => line.size))].sort((a, b) => b - a);
  return { size, isHeavy, left, right, pitch, headingSizes };
}

/** Puts consecutive lines together to headings and paragraphs, over page breaks too. */
export function gatherBlocks(lines: readonly PlacedLine[], measure: Measure): TextBlock[] {
  const blocks: TextBlock[] = [];
  let open: { lines: PlacedLine[]; level: number | undefined } | undefined;
  const close = (): void => {
    if (open) blocks.push(toBlock(open.lines, open.level));
    open = undefined;
  };
  for (const line of lines) {
    const level = headingLevel(line, measure);
    const previous = open?.lines.at(-1);
    if (open && previous && open.level === level && !beginsBlock(previous, line, level, measure)) {
      open.lines.push(line);
    } else {
      close();
      open = { lines: [line], level };
    }
  }
  close();
  return blocks;
}

/** A row of figures, which no sentence goes on from. */
const FIGURES = /^[\d０-９.,，%％+\-—－/]+(?:\s+[\d０-９.,，%％+\-—－/]+){2,}$/;
const REMARK = /^(?:备?注|说明)\s*\d*\s*[:：]/;

function beginsBlock(previous: PlacedLine, line: PlacedLine, level: number | undefined, { left, right, pitch }: Measure): boolean {
  if (Math.abs(line.size - previous.size) > 0.1 * previous.size || ITEM.test(line.text)) return true;
  if (REMARK.test(line.text) || FIGURES.test(previous.text)) return true;
  const drop = line.baseline - previous.baseline;
  if (line.page === previous.page && (drop > Math.max(1.5 * pitch, 2.2 * line.size) || drop <= 0)) return true;
  if (level !== undefined) return line.page !== previous.page || level > 1; // a long title runs over several lines
  if (line.start - left >= 1.3 * line.size) return true;
  return previous.end + firstWordWidth(line.text, line.size) + 1.2 * line.size < right;
}

/** Width the first word of a line would have needed on the line before, in points; a Chinese character is a word. */
function firstWordWidth(text: string, size: number): number {
  const word = /^[\x21-\x7e]+/.exec(text)?.[0];
  return word === undefined ? size : 0.5 * size * word.length;
}

function headingLevel(line: PlacedLine, { size, isHeavy, headingSizes }: Measure): number | undefined {
  if (line.text.length > LONGEST_HEADING) return undefined;
  if (headingSizes.includes(line.size)) return Math.min(6, headingSizes.indexOf(line.size) + 1);
  if (isHeavy || !isLineHeavy(line) || line.size < 0.9 * size || /[。；，]$/.test(line.text)) return undefined;
  if (ITEM.test(line.text)) return 2;
  return SUBITEM.test(line.text) ? 3 : undefined;
}

function isLineHeavy({ runs }: TextLine): boolean {
  let heavy = 0,
    all = 0;
  for (const run of runs) {
    if (!isWide(run.text[0] ?? "")) continue; // figures within a heavy line are often set in an ordinary font
    all += run.text.length;
    if (run.font.isHeavy) heavy += run.text.length;
  }
  return all > 0 && heavy > 0.8 * all;
}

function toBlock(lines: readonly PlacedLine[], level: number | undefined): TextBlock {
  let text = "";
  for (const line of lines) {
    const before = text.at(-1),
      after = line.text[0];
    text += (before !== undefined && after !== undefined && !isWide(before) && !isWide(after) ? " " : "") + line.text;
  }
  const page = lines[0]?.page ?? 1;
  const onPage = lines.filter((line) => line.page === page);
  const x = smallest(onPage.map(({ start }) => start)),
    right = largest(onPage.map(({ end }) => end));
  const y = smallest(onPage.map((line) => line.baseline - 0.88 * line.size)),
    bottom = largest(onPage.map((line) => line.baseline + 0.12 * line.size));
  const box = { x: round(x), y: round(y), width: round(right - x), height: round(bottom - y) };
  const block = { text, page, box, lineCount: lines.length };
  return level === undefined ? block : { ...block, level };
}

function heaviest(weighed: readonly (readonly [value: number, weight: number])[]): number {
  const sums = new Map<number, number>();
  for (const [value, weight] of weighed) sums.set(value, (sums.get(value) ?? 0) + weight);
  let best = 0,
    most = -1;
  for (const [value, sum] of sums) if (sum > most) [best, most] = [value, sum];
  return best;
}

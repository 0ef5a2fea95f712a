import type { Place } from "@gongkai/document";
import { classify } from "./classify.ts";
import type { LineMarks } from "./line-marks.ts";
import { partRunOnText } from "./run-on-text.ts";

/** A text of the document, or a part of one, with its place. */
export interface Part {
  readonly text: string;
  readonly at: Place;
  /** Which column of its line it is. */
  readonly position: number;
}

/** A line of a paragraph: one part, or the cells that tabs or another mark hold apart. */
export interface Line {
  readonly parts: readonly Part[];
  /** The parts stand side by side, a row of a table in all but name. */
  readonly isRow: boolean;
}

type Source = Pick<Part, "text" | "at">;

/**
 * A paragraph as the lines it is made of: line breaks inside it, columns set with tabs or with a mark that the whole document uses
 * so, and rows that follow each other without any break.
 */
export function listLines(block: Source, marks: LineMarks): readonly Line[] {
  const sources = block.text.includes("\n") && holdsRows(block.text) ? partAt(block, "\n") : [block];
  return sources.flatMap((source) => linesIn(marks.withoutPrefix(source), marks));
}

function linesIn(source: Source, { separator }: LineMarks): readonly Line[] {
  const { text } = source;
  if (text.includes("\t")) return [{ parts: partAt(source, "\t"), isRow: true }];
  const cells = separator !== undefined && text.includes(separator) ? cellsIn(source, separator) : undefined;
  if (cells) return [{ parts: cells, isRow: true }];
  const chunks = partRunOnText(text);
  if (!chunks) return [{ parts: [{ ...source, position: 0 }], isRow: false }];
  return chunks.map(({ from, to }) => ({ parts: [cut(source, from, to, 0)], isRow: false }));
}

/** Whether a text of several lines has figures on one of them: a label broken over lines stays whole. */
function holdsRows(text: string): boolean {
  return text.includes("\t") || text.split("\n").some((line) => classify(line).some(({ kind }) => kind === "figure"));
}

/**
 * The cells that a mark parts in this line; undefined where it stands in a sentence. The mark may stand within a label too:
 * （二）部分公开（区分处理的，只计这一情形，不计其他情形），0，0.
 */
function cellsIn(source: Source, separator: string): readonly Part[] | undefined {
  const parts = partAt(withoutFrame(source, separator), separator);
  const behindWords = parts.findLastIndex(({ text }) => !isFigureOrEmpty(text)) + 1;
  const labels: Part[] = [];
  for (let from = 0; from < behindWords; from = labels.at(-1)?.position ?? behindWords) {
    let to = from + 1;
    while (to < behindWords && !isOfForm(joined(source, parts, from, to).text)) to++;
    labels.push({ ...joined(source, parts, from, to), position: to });
  }
  if (behindWords === parts.length && !labels.every(({ text }) => isOfForm(text))) return undefined;
  return [...labels.map((label) => ({ ...label, position: label.position - 1 })), ...parts.slice(behindWords)];
}

function joined(source: Source, parts: readonly Part[], from: number, to: number): Part {
  const { start } = parts[from]?.at ?? source.at;
  const { end } = parts[to - 1]?.at ?? source.at;
  return cut(source, start - source.at.start, end - source.at.start, from);
}

function isFigureOrEmpty(text: string): boolean {
  return classify(text.trim()).every(({ kind }) => kind === "figure" || kind === "blank");
}

function isOfForm(text: string): boolean {
  return isFigureOrEmpty(text) || classify(text.trim()).every(({ marks }) => marks.length > 0);
}

/** What stands around a whole line: [规章][0][0], or the end of a row in TeX. */
function withoutFrame(source: Source, separator: string): Source {
  const { text } = source;
  if (separator === "&") return cut(source, 0, text.length - (/\s*\\\\.*$/.exec(text)?.[0].length ?? 0), 0);
  const isFramed = separator.length > 1 && /^\s*[[【]/.test(text) && /[\]】]\s*$/.test(text);
  return isFramed ? cut(source, text.search(/[[【]/) + 1, text.search(/[\]】]\s*$/), 0) : source;
}

function partAt(source: Source, separator: string): Part[] {
  let from = 0;
  return source.text.split(separator).map((part, position) => {
    const start = from;
    from += part.length + separator.length;
    return cut(source, start, start + part.length, position);
  });
}

function cut({ text, at }: Source, from: number, to: number, position: number): Part {
  return { text: text.slice(from, to), at: { ...at, start: at.start + from, end: at.start + to }, position };
}

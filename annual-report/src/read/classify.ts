import { parseFigure, splitFigures } from "./figure.ts";
import { type Label, parseLabel } from "./label.ts";
import type { Token } from "./token.ts";
import { findMarks, guessMarks, isPartOfForm } from "./vocabulary.ts";

/** A part of a cell or line that is one token. */
export type Piece = Pick<Token, "kind" | "label" | "marks" | "figure"> & { readonly from: number; readonly to: number };

const NO_LABEL: Label = { core: "", ordinal: "" };
const LONGEST_LABEL = 90;
/** A line or cell of the form with the figures of its row run on: 规章000. */
const LABEL_WITH_DIGITS = /^([^\d]*(?:\d+\s*[.、．][^\d]*)?[^\d\sA-Za-z+\-.,，])([+\-－]?\d[\d,.]*(?:亿元|万元|元|件|条|项)?)$/;
/** Rows may be numbered throughout, each before its label. */
const ROW_NUMBER = /^\d{1,3}[\s\u3000]+(?=[\p{Script=Han}（(])/u;
const FIGURES_FIRST = /^(?:[+\-－]?\d+(?:[.,]\d+)*[\s\u3000]+){2,}(?=[\p{Script=Han}（(]|\d{1,2}\s*[.．、]\s*\p{Script=Han})/u;
const CUT_FIGURE = /^(.*\p{Script=Han}[）)]?)\s*\d[\d.,，]*?\s*([.,，])\s*$/u;
const RUN_TOGETHER = /^(.*\p{Script=Han}[)）]?)\s*([+\-－]?\d[\d+\-－,，.\s]*)$/u;
/** The number of a row whose words stand on another line, with its figures: 2. 0 0 0. */
const ORDINAL_WITH_FIGURES = /^\d{1,2}\s*[.、．]\s+\d+\s+\d/;
/** Marks for nothing behind a label, which are no part of its words: 重复申请 － －. */
const ENDS_IN_NOTHING = /[\s\u3000][-‐‑‒–—―─━－﹣/／\\]{1,6}$/;
/**
 * A label with what it means in brackets behind it: 规章（设区的市、自治州人民政府应提供相关数据）. Few words there, as in
 * 行政处罚（简易程序）, or 其中, tell a part of the row.
 */
const EXPLAINED = /^([^（(]{2,20})[（(](?!\s*其中)[^]{10,}[)）]$/;
/** Figures with their units that ran together, and a label before them: 规章0条0条3条. */
const RUN_OF_UNITS = /^(.*?)((?:[+\-－]?\d+(?:\.\d+)?(?:万元|元|件|条|项|个|次)){2,})$/u;
const WITH_UNIT = /[+\-－]?\d+(?:\.\d+)?(?:万元|元|件|条|项|个|次)/g;
const DASHES_BEFORE_FIGURE = /^[-‐‑‒–—―─━－]{2,6}(?=\d[\d,]*$)/;
const REMARK = /^(?:备?[注註]|说明|填表说明)\s*\d*\s*[:：.、]/;
const PAGE_NUMBER = /^\s*(?:[-—–－_·]\s*\d{1,4}\s*[-—–－_·]|第?\s*\d{1,4}\s*(?:页|\/)(?:\s*[,，/共]*\s*\d{1,4}\s*页?)?)\s*$/;
const CONTINUED = /^\s*[（(]?\s*(?:续\s*[上下]?表|接[上下][表页]|转下页)\s*[)）]?\s*$/;
/** Texts repeat within and between reports (0, 总计, …); the cache is dropped when full, so memory stays flat. */
const MOST_CACHED = 20_000;
const cache = new Map<string, readonly Piece[]>();

/** Most cells hold a small number: these need no look at their text beyond its digits. */
const SMALL_NUMBERS: (readonly Piece[] | undefined)[] = Array.from({ length: 10_000 }, () => undefined);

/** The tokens a text is made of: a label, a figure, several figures, or a label and the figures of its row. */
export function classify(text: string): readonly Piece[] {
  const small = smallNumberOf(text);
  if (small >= 0) return (SMALL_NUMBERS[small] ??= [figurePiece(String(small), 0)]);
  if (text.length > LONGEST_LABEL) return classifyAnew(text); // a sentence, which seldom comes again
  const known = cache.get(text);
  if (known) return known;
  const pieces = classifyAnew(text);
  if (cache.size >= MOST_CACHED) cache.clear();
  cache.set(text, pieces);
  return pieces;
}

/** What stands in the margins of a page and belongs to no table: its number, set as one, or 续表. */
export function isPageMargin(text: string): boolean {
  return text.length < 20 && (PAGE_NUMBER.test(text) || CONTINUED.test(text));
}

/** The number that one to four digits say, or -1 for any other text; a leading zero is other text. */
export function smallNumberOf(text: string): number {
  const { length } = text;
  if (length === 0 || length > 4 || (length > 1 && text.charCodeAt(0) === 48)) return -1;
  let number = 0;
  for (let index = 0; index < length; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

function classifyAnew(text: string): readonly Piece[] {
  const from = text.length - text.trimStart().length;
  const to = text.trimEnd().length;
  if (from >= to) return [{ kind: "blank", label: NO_LABEL, marks: [], figure: undefined, from: 0, to: text.length }];
  const trimmed = text.slice(from, to);
  const explained = explainedLabel(trimmed, from);
  if (explained) return [explained];
  if (trimmed.length > LONGEST_LABEL) return [proseOf(from, to)];
  if (PAGE_NUMBER.test(trimmed)) return [];
  if (REMARK.test(trimmed)) return [proseOf(from, to)];
  const figures = figurePieces(trimmed, from) ?? figuresBeforeLabel(trimmed, from) ?? figuresWithUnits(trimmed, from);
  if (figures) return figures;
  const numbered = ROW_NUMBER.exec(trimmed)?.[0].length ?? 0;
  if (numbered > 0) {
    const named = classify(trimmed.slice(numbered));
    if (named[0]?.kind === "label" && named[0].marks.length > 0)
      return named.map((piece) => ({ ...piece, from: piece.from + from + numbered, to: piece.to + from + numbered }));
  }
  const label = withPoint(trimmed, parseLabel(trimmed));
  const marks = findMarks(label.core);
  if (marks.length === 0 || ENDS_IN_NOTHING.test(trimmed)) {
    const mixed = splitLabelFromFigures(trimmed, from) ?? (marks.length === 0 ? splitUnreadable(trimmed, from) : undefined);
    if (mixed) return mixed;
  }
  return [{ kind: marks.length === 0 && trimmed.length > 60 ? "prose" : "label", label, marks, figure: undefined, from, to }];
}

/** The figures of a row, and its label behind them on the same line: 0 0 12 规章. The label is given first, as everywhere. */
function figuresBeforeLabel(text: string, offset: number): Piece[] | undefined {
  const length = FIGURES_FIRST.exec(text)?.[0].length ?? 0;
  const labels = length === 0 ? undefined : labelPieces(text.slice(length), offset + length, 1, false);
  if (!labels?.some(({ marks }) => marks.length > 0)) return undefined;
  return [...labels, ...(figurePieces(text.slice(0, length).trimEnd(), offset) ?? [])];
}

function explainedLabel(text: string, offset: number): Piece | undefined {
  const label = parseLabel(EXPLAINED.exec(text)?.[1] ?? "");
  const marks = findMarks(label.core);
  return marks.length === 0 ? undefined : { kind: "label", label, marks, figure: undefined, from: offset, to: offset + text.length };
}

function figuresWithUnits(text: string, offset: number): Piece[] | undefined {
  const [, words = "", run = ""] = RUN_OF_UNITS.exec(text) ?? [];
  const { core } = parseLabel(words);
  if (run === "" || (words !== "" && findMarks(core).length === 0 && !guessMarks(core))) return undefined;
  const figures = [...run.matchAll(WITH_UNIT)].map(({ 0: figure, index }) => figurePiece(figure, offset + words.length + index));
  return words === "" ? figures : [labelPiece(words, offset, offset + words.length), ...figures];
}

function proseOf(from: number, to: number): Piece {
  return { kind: "prose", label: NO_LABEL, marks: [], figure: undefined, from, to };
}

function figurePieces(text: string, offset: number): Piece[] | undefined {
  if (ORDINAL_WITH_FIGURES.test(text)) return undefined;
  if (splitFigures(text)) return [...text.matchAll(/[^\s\u00a0\u3000]+/g)].map((word) => figurePiece(word[0], offset + word.index));
  if (parseFigure(text)) return [figurePiece(text, offset)];
  // Two dashes are no sign: a mark for nothing and the figure of the next cell.
  const dashes = DASHES_BEFORE_FIGURE.exec(text)?.[0].length ?? 0;
  return dashes === 0 ? undefined : [figurePiece(text.slice(0, dashes), offset), figurePiece(text.slice(dashes), offset + dashes)];
}

/** A label and what follows it in the same text: figures of its row, or more labels of a header. */
function splitLabelFromFigures(text: string, offset: number): Piece[] | undefined {
  // A unit set apart from its figure (0 万元) belongs to it; two dashes before a figure are a mark of their own.
  const words = [
    ...text.matchAll(
      /(?<=\s)[-‐‑‒–—―─━－]{2,6}(?=\d)|[\d.,]+[\s\u00a0\u3000]+(?:[亿億]元|[万萬]元|元|件|[条條]|[项項])(?![^\s\u00a0\u3000])|[^\s\u00a0\u3000]+/g,
    ),
  ].map((word) => ({ text: word[0], from: word.index }));
  let firstFigure = words.length;
  while (firstFigure > 0 && parseFigure(words[firstFigure - 1]?.text ?? "")) firstFigure--;
  const glued = firstFigure > 0 ? LABEL_WITH_DIGITS.exec(words[firstFigure - 1]?.text ?? "") : null;
  const gluedTail = glued?.[2] ?? "";
  const labelEnd =
    firstFigure === 0 ? 0 : (words[firstFigure - 1]?.from ?? 0) + (words[firstFigure - 1]?.text.length ?? 0) - gluedTail.length;
  const labels = labelPieces(
    text.slice(0, labelEnd),
    offset,
    words.length - firstFigure + (gluedTail === "" ? 0 : 1),
    /^\d{7,}$/.test(gluedTail),
  );
  if (!labels) return undefined;
  const tail = gluedTail === "" ? [] : [{ text: gluedTail, from: labelEnd }];
  const figures = [...tail, ...words.slice(firstFigure)].map((word) => figurePiece(word.text, offset + word.from));
  // A part of the first figure went to the label: 行政处罚 4, 141.
  if (isFigureCut(text.slice(0, labelEnd))) return splitUnreadable(text, offset);
  return [...labels, ...figures];
}

/** A point may also be that of the number of the next label: （四）无法提供 1. */
function isFigureCut(label: string): boolean {
  const [, words = "", mark] = CUT_FIGURE.exec(label) ?? [];
  return mark !== undefined && (mark !== "." || findMarks(parseLabel(words).core).some(({ kind }) => kind === "row2" || kind === "row3"));
}

/** The label of a row with more digits and signs run on to it than can be told apart: 行政处罚4-30. */
function splitUnreadable(text: string, offset: number): Piece[] | undefined {
  const [, words = "", digits = ""] = RUN_TOGETHER.exec(text) ?? [];
  if (digits === "" || findMarks(parseLabel(words).core).length === 0) return undefined;
  const from = offset + words.length;
  const figure: Piece = {
    kind: "figure",
    label: NO_LABEL,
    marks: [],
    figure: { kind: "unclear", candidates: [] },
    from,
    to: from + digits.length,
  };
  return [labelPiece(words, offset, from), figure];
}

function labelPieces(text: string, offset: number, figures: number, isWholeRow: boolean): Piece[] | undefined {
  const label = parseLabel(text);
  const marks = findMarks(label.core);
  // Several labels set in one line: 结果维持 结果纠正 其他结果 …, 三、本年度办理结果 （一）予以公开.
  const words = [...text.matchAll(/[^\s\u00a0\u3000]+/g)];
  if (marks.length === 0 && words.length > 1 && words.every((word) => findMarks(parseLabel(word[0]).core).length > 0)) {
    return words.map((word) => labelPiece(word[0], offset + word.index, offset + word.index + word[0].length));
  }
  // The end of a label that goes over two lines; a single character only where the figures of a whole row follow.
  const isScrap = (label.core.length > 1 || isWholeRow) && isPartOfForm(label.core);
  // The name of a group, and a label of it that is damaged: （三）不予公开 1.属于囯家秘密.
  const known = words.findIndex((word) => findMarks(parseLabel(word[0]).core).length === 0);
  const rest = words[known]?.index ?? 0;
  if (marks.length === 0 && known > 0 && guessMarks(parseLabel(text.slice(rest)).core)) {
    const end = text.trimEnd().length;
    return [
      ...words.slice(0, known).map((word) => labelPiece(word[0], offset + word.index, offset + word.index + word[0].length)),
      labelPiece(text.slice(rest, end), offset + rest, offset + end),
    ];
  }
  if (figures === 0 || (figures < 3 && marks.length === 0 && !isScrap && !guessMarks(label.core))) return undefined;
  return [labelPiece(text, offset, offset + text.trimEnd().length)];
}

/** A label from which its number has come off: .要求行政机关确认或重新出具已获取信息. */
const HEADLESS = /^\s*[.．、]\s*\p{Script=Han}/u;

/** Whether a label has lost its number, and begins with the point behind it. */
export function isHeadless({ label }: Pick<Piece, "label">): boolean {
  return label.core.startsWith(".");
}

/** It keeps its point, so that nobody takes it for whole: the number before it is no figure then. */
function withPoint(text: string, label: Label): Label {
  return HEADLESS.test(text) ? { ...label, core: `.${label.core}` } : label;
}

function labelPiece(text: string, from: number, to: number): Piece {
  const label = parseLabel(text);
  return { kind: "label", label, marks: findMarks(label.core), figure: undefined, from, to };
}

function figurePiece(text: string, from: number): Piece {
  return { kind: "figure", label: NO_LABEL, marks: [], figure: parseFigure(text), from, to: from + text.length };
}

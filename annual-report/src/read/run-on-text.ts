import { OTHER_LABELS, ROW_LABELS } from "./form-labels.ts";
import { simplify } from "./traditional.ts";

/** A part of a text, from and to. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
}

/** No line of the form is as long; a text must hold rows of the form to be parted. */
const SHORTEST_TEXT = 90;
const FEWEST_ROWS = 4;
/** One of these stands in every table, and seldom in a sentence; a look at all labels takes longer. */
const MOST_TELLING = ["行政强制", "公开出版物", "结果纠正", "行政強制", "公開出版物", "結果糾正"];
const FIGURES = /(?:\s*[-+]?\d+(?:,\d{3})*(?:\.\d+)?(?:亿元|万元|元|件|条|项)?(?!\s*[.．、]))+/y;

interface Name {
  readonly text: string;
  /** The label of a row, whose figures stand at once behind it. */
  readonly isRow: boolean;
}

const NAMES: readonly Name[] = listNames();
const ANY_NAME = new RegExp(NAMES.map(({ text }) => patternOf(text)).join("|"), "g");
const ANY_ROW = new RegExp(
  `(?:${NAMES.filter(({ isRow }) => isRow)
    .map(({ text }) => patternOf(text))
    .join("|")})\\s*[-+]?\\d`,
  "g",
);

/**
 * Where the ends of lines are lost, a text holds row after row of the form: it is parted before each label. Undefined for any text
 * that is not so, sentences about the same figures among them.
 */
export function partRunOnText(printed: string): readonly Chunk[] | undefined {
  if (printed.length < SHORTEST_TEXT || !MOST_TELLING.some((words) => printed.includes(words))) return undefined;
  const text = simplify(printed); // character by character, so that places stay true
  if (!holdsRows(text) && !holdsTable4(text)) return undefined;
  const starts = [...text.matchAll(ANY_NAME)].flatMap(({ index, 0: found }) => [
    index,
    index + found.length,
    endOfFigures(text, index + found.length),
  ]);
  const sorted = [...new Set([0, ...starts])].sort((one, other) => one - other);
  return sorted
    .map((from, index) => ({ from, to: sorted[index + 1] ?? text.length }))
    .filter(({ from, to }) => text.slice(from, to).trim() !== "");
}

/** Where the figures behind a label end, and what stands below the table begins. */
function endOfFigures(text: string, from: number): number {
  FIGURES.lastIndex = from;
  return FIGURES.test(text) ? FIGURES.lastIndex : from;
}

/** Table 4 has no rows: the labels of its columns come twice and more, one beside the other. */
function holdsTable4(text: string): boolean {
  return (text.match(/结\s*果\s*维\s*持\s*结\s*果\s*纠\s*正/g)?.length ?? 0) > 1 && /总\s*计\s*\d/.test(text);
}

function holdsRows(text: string): boolean {
  ANY_ROW.lastIndex = 0;
  let rows = 0;
  while (rows < FEWEST_ROWS && ANY_ROW.exec(text)) rows++;
  return rows >= FEWEST_ROWS;
}

/** The labels of both editions with their numbers, longest first; 总计 and 其他 only with theirs, or among the columns. */
function listNames(): Name[] {
  const names = [
    ...[...ROW_LABELS].map((text) => ({ text, isRow: true })),
    ...[...OTHER_LABELS].filter((text) => !ROW_LABELS.has(text)).map((text) => ({ text, isRow: false })),
  ];
  return names.sort((one, other) => other.text.length - one.text.length);
}

/** A label with blanks anywhere, and brackets, commas and points of either width. */
function patternOf(label: string): string {
  const kinds: Readonly<Record<string, string>> = {
    "（": "[（(]",
    "）": "[）)]",
    "，": "[，,]",
    "：": "[：:]",
    ".": "[.．、]",
    "、": "[、，,.]",
    "“": '["“]',
    "”": '["”]',
  };
  return Array.from(label, (character) => kinds[character] ?? character.replace("/", "\\/")).join("\\s*");
}

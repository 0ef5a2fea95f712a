import { simplify } from "./traditional.ts";

/** A label reduced to what survives damaged layouts. */
export interface Label {
  /** Han characters, letters and digits only, without the leading ordinal: 属于国家秘密. */
  readonly core: string;
  /** The leading ordinal in one spelling: `一、` → "一、", `（三）` and `(三)` → "(三)", `5.` and `5、` → "5."; else "". */
  readonly ordinal: string;
}

const INVISIBLE = /[\s\u00a0\u200b-\u200f\u2028-\u202e\u2060\u3000\ufeff]+/g;
const ORDINAL =
  /^(?:([一二三四五六七八九十]{1,2})[、.,]|\(?([一二三四五六七八九十]{1,2})\)[、.]?|\((七)(?=总计$)|\((\d{1,2})\)|(\d{1,2})[.、,])/;
const NOT_WORD = /[^\p{Script=Han}\p{L}\p{N}]+/gu;
/** Emphasis left over from markup, in front of a label. */
const LEADING_MARKS = /^[*#>•·●◆■□☆★▲\-—_=~|\\]+/;

/** How a character is spoken, as pages for learners and mirrors of foreign make have it behind one: 規(guī)章. */
const PRONUNCIATION = /(?<=\p{Script=Han})(?:\([a-z\u00e0-\u01dc]{1,6}\))+/gu;

/** A text without how its characters are spoken; its brackets must be half-width. */
export function withoutPronunciation(text: string): string {
  return text.replace(PRONUNCIATION, "");
}

/** Half-width, simplified, without any white space: the spelling in which labels are compared. */
export function squeeze(text: string): string {
  for (let index = 0; index < text.length; index++) if (UNCHANGED[text.charCodeAt(index)] === 0) return squeezeAnew(text);
  return text;
}

function squeezeAnew(text: string): string {
  const simple = simplify(text.normalize("NFKC").replace(INVISIBLE, ""));
  return withoutPronunciation(simple.replace(/[〔【[]/g, "(").replace(/[〕】\]]/g, ")"));
}

/** By character code, 1 where squeezing leaves the character as it is whatever stands beside it: most of a text. */
const UNCHANGED = new Uint8Array(65_536);
for (const [first, last] of [
  [0x21, 0x27],
  [0x29, 0x7e],
  [0x3001, 0x3002],
  [0x4e00, 0x9fff],
] as const) {
  for (let code = first; code <= last; code++) {
    const character = String.fromCharCode(code);
    UNCHANGED[code] = squeezeAnew(character) === character ? 1 : 0;
  }
}

/** Reduces a label for comparison; see {@link Label}. */
export function parseLabel(text: string): Label {
  const squeezed = squeeze(text).replace(LEADING_MARKS, "");
  const found = ORDINAL.exec(squeezed);
  if (!found) return { core: squeezed.replace(NOT_WORD, ""), ordinal: "" };
  const [whole, comma, inBrackets, unclosed, bracketDigit, digit] = found;
  const bracket = inBrackets ?? unclosed; // （七总计
  const ordinal = comma ? `${comma}、` : bracket ? `(${bracket})` : `${bracketDigit ?? digit}.`;
  return { core: squeezed.slice(whole.length).replace(NOT_WORD, ""), ordinal };
}

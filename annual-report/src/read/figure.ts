import { simplify } from "./traditional.ts";

export type Unit = "元" | "万元" | "亿元";

/**
 * What stands in a cell of figures. `number`: a figure, its value as printed (amounts not yet brought to 万元) ·
 * `none`: a mark for nothing, such as `/` or `—` · `unclear`: something else that a person has to settle.
 */
export type Figure =
  | { readonly kind: "number"; readonly value: number; readonly digits: string; readonly plain: boolean; readonly unit?: Unit }
  | { readonly kind: "none" }
  | { readonly kind: "unclear"; readonly candidates: readonly (number | null)[] };

const UNITS = "亿元|万元|元|件|条|项|个|次|份|宗|起|部|例|家|类|篇|人|人次|件次";
const NUMBER = new RegExp(
  `^(?:[(](?=[+-]))?(增加?|新增|上升|减少?|下降|[+-])?(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?[)]?(?:(${UNITS})|[(](${UNITS})[)])?[。;]?$`,
);
const PLAIN = /^\d{1,12}$/;
const NONE = /^[-‐‑‒–—―─━_/\\·.]{1,6}$/;
const UNCHANGED = /^(?:未增未减|未增减|无增减|无增无减|不增不减|无变化|没有变化|无变动|未变化|不变|持平)$/;
const ZERO = /^[零〇](?:件|条|项|个|次|份|元|万元)?$/;
const NOTHING = /^(?:无|没有|未发生|暂无|空|空白|无此项|[oO○◯]|一)$/;
/** A scan's letters in place of digits: 1O, l2. */
const LETTERS_FOR_DIGITS = /^(?=.*[OoIl|])[\dOoIl|]{1,7}(?:\.[\dOoIl|]{1,6})?$/;
const DOWN = /^(?:减少?|下降|-)$/;
/** Between the digits of a figure □ may as well stand for a digit or a point that could not be shown. */
const BLANKED_WITHIN = /[\d０-９.．,，]□+[\d０-９.．,，]/;
/** The figures of a whole row, run together. */
const ENDLESS = /^\d{25,90}$/;
/** A number and a point, then a figure: 2. 0 is the second line with a 0 on it as well as 2.0. */
const NUMBERED = /^\s*(\d{1,4})[.．]\s+(\d+)\s*$/;
const SIGN = /^[+＋﹢\-‐‑‒–—―−－﹣]$/;
/** Brackets or quotation marks around a whole figure: （5）, “5”, 【0】. */
const FRAMED = /^(?:\((.+)\)|\[(.+)\]|["“”'‘’](.+)["“”'‘’]|「(.+)」|『(.+)』|【(.+)】|〔(.+)〕|《(.+)》|<(.+)>)$/;
/** 约3件, 3件以上, 3?: who wrote it did not know. */
const ROUGH = new RegExp(`^(?:约|大约|近|超过?|至少)?(\\d{1,9})(?:[余多+]?(?:${UNITS})?(?:余|多|左右|以上|以内)?|[?!]+)$`);
/** A figure with a remark: 5（含上年1件）. */
const REMARKED = new RegExp(`^(\\d{1,9})(?:${UNITS})?\\((?=[^()]{2,20}\\)$).*$`);
/** A formula of a sheet whose result the file does not hold. */
const UNCOUNTED = /^=[+\-(]?[A-Za-z$\d(]/;
/** What refers to a note: 3001①, 3001¹, 3001[1], 3001*. It is no part of the figure before it. */
const NOTE_MARK = /(?<=[\d０-９])\s*(?:[①-⑳⁰¹²³⁴-⁹]{1,2}|[*＊※]{1,3}|[[［〔]\^?[\d⁰¹²³⁴-⁹]{1,2}[\]］〕])$/;
/** Written for a note, a row or a column, never for a figure. */
const RAISED_OR_RINGED = /[①-⑳⁰¹²³⁴-⁹]/;
/** Blanks of every kind; □ is what converters to GBK leave of a no-break blank. */
const INVISIBLE = /[\s\u00a0\u200b-\u200f\u2060\ufeff□]+/g;

/**
 * Reads the text of one cell of figures: signs (+19, －10), words (减4, 未增未减, 零), thousands commas, full-width digits,
 * units (14.495万元, 2条, 5（件）), marks of notes (12①). Blanks inside are closed up; whether they part two figures is for the caller to say.
 * Undefined when the text is no figure at all.
 */
export function parseFigure(text: string): Figure | undefined {
  if (PLAIN.test(text)) return { kind: "number", value: Number(text), digits: text, plain: true };
  if (UNCOUNTED.test(text)) return { kind: "unclear", candidates: [] };
  if (text.length > 24) return ENDLESS.test(text) ? { kind: "unclear", candidates: [] } : undefined;
  if (text.length > LONGEST_REMEMBERED) return readPrinted(text);
  const known = remembered.get(text);
  if (known !== undefined || remembered.has(text)) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const figure = readPrinted(text);
  remembered.set(text, figure);
  return figure;
}

/** Units and words come again and again (0件, 未增未减, …); what was read of them is dropped when there is too much of it. */
const MOST_REMEMBERED = 5000;
/** A longer part of a text would keep the whole of it in memory. */
const LONGEST_REMEMBERED = 12;
const remembered = new Map<string, Figure | undefined>();

function readPrinted(text: string): Figure | undefined {
  const numbered = NUMBERED.exec(text);
  if (numbered) return { kind: "unclear", candidates: [Number(numbered[2]), Number(`${numbered[1]}.${numbered[2]}`)] };
  if (BLANKED_WITHIN.test(text)) {
    const rest = readPrinted(text.replaceAll("□", ""));
    return { kind: "unclear", candidates: rest?.kind === "number" ? [rest.value] : [] };
  }
  const unmarked = text.replace(NOTE_MARK, "");
  if (RAISED_OR_RINGED.test(unmarked)) return undefined;
  const squeezed = simplify(unmarked.normalize("NFKC"))
    .replace(INVISIBLE, "")
    .replace(/[‐‑‒–—―−﹣](?=\d)/g, "-")
    .replace(/(?<=\d)['’‘](?=\d{3}(?!\d))/g, ",")
    .replace(/[﹢]/g, "+");
  return readSqueezed(squeezed) ?? readFramed(squeezed);
}

/** A frame says nothing about the figure in it; in Markdown and typescript they are what an office set off its figures with. */
function readFramed(squeezed: string): Figure | undefined {
  const inside = FRAMED.exec(squeezed)?.slice(1).find(Boolean);
  const figure = inside === undefined ? undefined : readSqueezed(inside);
  return figure?.kind === "number" ? { ...figure, plain: false } : figure?.kind === "none" ? figure : undefined;
}

function readSqueezed(squeezed: string): Figure | undefined {
  if (squeezed === "") return undefined;
  const found = NUMBER.exec(squeezed);
  if (found) {
    const [, sign = "", whole = "", fraction = "", unit = found[5] ?? ""] = found;
    const digits = whole.replaceAll(",", "");
    const value = Number(`${digits}${fraction}`) * (DOWN.test(sign) ? -1 : 1);
    return {
      kind: "number",
      value: value === 0 ? 0 : value, // never -0
      digits,
      plain: squeezed === digits,
      ...(unit === "元" || unit === "万元" || unit === "亿元" ? { unit } : {}),
    };
  }
  if (NONE.test(squeezed)) return { kind: "none" };
  if (UNCHANGED.test(squeezed) || ZERO.test(squeezed)) return { kind: "number", value: 0, digits: "0", plain: false };
  if (LETTERS_FOR_DIGITS.test(squeezed)) {
    const digits = squeezed.replace(/[Oo]/g, "0").replace(/[Il|]/g, "1");
    return { kind: "unclear", candidates: digits === "0" ? [0, null] : [Number(digits)] };
  }
  if (NOTHING.test(squeezed)) return { kind: "unclear", candidates: squeezed === "一" ? [1, null] : [0, null] };
  const rough = (ROUGH.exec(squeezed) ?? REMARKED.exec(squeezed))?.[1];
  if (rough !== undefined) return { kind: "unclear", candidates: [Number(rough), null] };
  return undefined;
}

/** The figures of a cell that holds several, parted by blanks ("0 0 0"); undefined when any part is no plain number. */
export function splitFigures(text: string): string[] | undefined {
  const parts = text.trim().split(/[\s\u00a0\u3000]+/);
  if (parts.length < 2 || parts.length > 40) return undefined;
  if (parts.length === 2 && SIGN.test(parts[0] ?? "") && parseFigure(text)?.kind === "number") return undefined; // - 15
  return parts.every((part) => parseFigure(part)) ? parts : undefined;
}

/** A value in 万元. */
export function toWanYuan(value: number, unit: Unit): number {
  if (unit === "万元") return value;
  const inWan = unit === "元" ? value / 10_000 : value * 10_000;
  return Number(inWan.toPrecision(15));
}

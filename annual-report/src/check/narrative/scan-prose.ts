/** A figure with a unit as it stands in prose, e.g. 81条, 20余件, 三件, 33.9%. */
export interface ProseFigure {
  readonly value: number;
  /** True for 20余件, 近百条, 约3000件: `value` is then only a bound. */
  readonly isApproximate: boolean;
  readonly unit: string;
  /** Decimals printed, for percentages. */
  readonly decimals: number;
  /** Offsets of number and unit in the text. */
  readonly start: number;
  readonly end: number;
  readonly sentenceStart: number;
  /** Text from the figure before it in the sentence, or the start of the sentence, up to this figure. */
  readonly before: string;
  /** The last year named in the sentence before the figure. */
  readonly year: number | null;
}

export interface ScannedProse {
  readonly figures: readonly ProseFigure[];
  /** Where 未, 没 or 无 stands: the start of a possible "none received". */
  readonly negations: readonly { readonly start: number; readonly sentenceStart: number; readonly year: number | null }[];
}

/** Units, with the words that begin with the same character and are no unit. */
const UNITS: Readonly<Record<string, RegExp | null>> = {
  件: /^[事套]/u,
  条: /^[例款规龙]/u,
  份: /^额/u,
  宗: null,
  起: /^[诉草来点步到底]/u,
  例: /^[如会外]/u,
  次: /^[数月年日会]/u,
  篇: /^[章幅]/u,
  期: /^[间限末待]/u,
  项: /^目/u,
  元: /^[旦件]/u,
  "%": null,
  "％": null,
};
const CHINESE_DIGITS = "〇一二三四五六七八九";
const CHINESE_NUMERAL = /^[〇零一二两三四五六七八九十百千万]+/u;
const NUMERAL_STARTS = new Set([..."零〇一二两三四五六七八九十百千"].map((one) => one.charCodeAt(0)));
const SENTENCE_ENDS = new Set([..."。！？\n"].map((one) => one.charCodeAt(0)));
const NEGATIONS = new Set([..."未没无"].map((one) => one.charCodeAt(0)));
const FULL_WIDTH = 0xfee0;

/** Finds every figure with a unit, one pass over the characters. */
export function scanProse(text: string): ScannedProse {
  const figures: ProseFigure[] = [];
  const negations: { start: number; sentenceStart: number; year: number | null }[] = [];
  let sentenceStart = 0;
  let year: number | null = null;
  let after = 0;
  let position = 0;
  while (position < text.length) {
    const code = text.charCodeAt(position);
    if (SENTENCE_ENDS.has(code)) {
      sentenceStart = position + 1;
      after = sentenceStart;
      year = null;
    } else if (isDigit(code) || NUMERAL_STARTS.has(code)) {
      const number = isDigit(code) ? readDigits(text, position) : readChineseNumeral(text, position);
      const previous = text[position - 1];
      if (number.isYear && text[number.end] === "年") year = number.value;
      else if (previous !== "第" && previous !== "-" && previous !== "—" && !(previous !== undefined && /[a-z.\d]/iu.test(previous))) {
        const unit = readUnit(text, number.end, number.value);
        if (unit !== undefined) {
          const before = text.slice(after, position);
          const isApproximate = unit.isApproximate || /(?:约|近|超过?|逾|不少于|多达|大约)$/u.test(before);
          figures.push({ value: unit.value, isApproximate, unit: unit.unit, decimals: number.decimals, start: position, end: unit.end, sentenceStart, before, year });
          after = unit.end;
          position = unit.end;
          continue;
        }
      }
      position = number.end;
      continue;
    } else if (NEGATIONS.has(code)) negations.push({ start: position, sentenceStart, year });
    position++;
  }
  return { figures, negations };
}

interface ReadNumber {
  readonly value: number;
  readonly end: number;
  readonly decimals: number;
  readonly isYear: boolean;
}

function isDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 48 + FULL_WIDTH && code <= 57 + FULL_WIDTH);
}

/** Digits with thousands commas and decimals; blanks before what follows are passed over. */
function readDigits(text: string, start: number): ReadNumber {
  let end = start;
  let digits = "";
  let decimals = 0;
  let seenPoint = false;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (isDigit(code)) {
      digits += String.fromCharCode(code > 57 ? code - FULL_WIDTH : code);
      if (seenPoint) decimals++;
    } else if ((code === 46 || code === 0xff0e) && !seenPoint && isDigit(text.charCodeAt(end + 1))) {
      digits += ".";
      seenPoint = true;
    } else if (!((code === 44 || code === 0xff0c) && !seenPoint && isThousands(text, start, end))) break;
  }
  const isYear = digits.length === 4 && (digits.startsWith("20") || digits.startsWith("19"));
  return { value: Number(digits), end: skipBlanks(text, end), decimals, isYear };
}

/** A comma is part of the number only in 1,234 and the like. */
function isThousands(text: string, start: number, comma: number): boolean {
  for (let offset = 1; offset <= 3; offset++) if (!isDigit(text.charCodeAt(comma + offset))) return false;
  if (isDigit(text.charCodeAt(comma + 4))) return false;
  return comma - start <= 3 || text.charCodeAt(comma - 4) === text.charCodeAt(comma);
}

function skipBlanks(text: string, from: number): number {
  let end = from;
  while (text.charCodeAt(end) === 32 || text.charCodeAt(end) === 0x3000 || text.charCodeAt(end) === 0xa0) end++;
  return end;
}

function readChineseNumeral(text: string, start: number): ReadNumber {
  const [run = ""] = CHINESE_NUMERAL.exec(text.slice(start, start + 9)) ?? [];
  return { value: chineseValue(run), end: start + Math.max(run.length, 1), decimals: 0, isYear: false };
}

/** 三百二十一 → 321, 二〇 → 20, 两 → 2. */
function chineseValue(run: string): number {
  if (/^[〇零一二三四五六七八九]{2,}$/u.test(run)) return Number([...run].map((one) => (one === "零" ? 0 : CHINESE_DIGITS.indexOf(one))).join(""));
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const one of run) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[one];
    if (one === "万") {
      total += (section + digit) * 10_000;
      section = 0;
      digit = 0;
    } else if (unit !== undefined) {
      section += (digit === 0 && section === 0 ? 1 : digit) * unit;
      digit = 0;
    } else digit = one === "两" ? 2 : one === "零" ? 0 : CHINESE_DIGITS.indexOf(one);
  }
  return total + section + digit;
}

function readUnit(text: string, start: number, value: number): { unit: string; end: number; isApproximate: boolean; value: number } | undefined {
  let end = start;
  let isApproximate = false;
  let factor = 1;
  for (; ; end++) {
    const one = text[end];
    if (one === "余" || one === "多") isApproximate = true;
    else if (one === "万" && factor === 1) factor = 10_000;
    else break;
  }
  const unit = text[end];
  if (unit === undefined) return undefined;
  const isNoUnit = UNITS[unit];
  if (isNoUnit === undefined || isNoUnit?.test(text.slice(end + 1, end + 2)) === true) return undefined;
  if (/[起次期项]/u.test(unit) && value === 1 && text[start - 1] === "一") return undefined;
  return { unit: unit === "％" ? "%" : unit, end: end + 1, isApproximate, value: Math.round(value * factor * 10_000) / 10_000 };
}

import { DIGIT, KINDS, NUMERAL } from "./character-kinds.ts";

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
/** What can follow a number written in characters: a unit, or 余 and 多 before it. */
export const UNIT_STARTS = new Set([...Object.keys(UNITS), "余", "多", "万"].map((one) => one.charCodeAt(0)));
const CHINESE_DIGITS = "〇一二三四五六七八九";
const FULL_WIDTH = 0xfee0;

export interface ReadNumber {
  readonly value: number;
  readonly end: number;
  readonly decimals: number;
  readonly isYear: boolean;
}

function isDigit(code: number): boolean {
  return KINDS[code] === DIGIT;
}

/** Digits with thousands commas and decimals; blanks before what follows are passed over. */
export function readDigits(text: string, start: number): ReadNumber {
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

/** A run of numerals is worked out only where a unit can follow: most are words such as 一是, 三安全. */
export function readChineseNumeral(text: string, start: number): ReadNumber {
  let end = start + 1;
  while (KINDS[text.charCodeAt(end)] === NUMERAL || text[end] === "万") end++;
  const isCounted = UNIT_STARTS.has(text.charCodeAt(end)) && end - start <= 9;
  return { value: isCounted ? chineseValue(text.slice(start, end)) : 0, end, decimals: 0, isYear: false };
}

/** 三百二十一 → 321, 二〇 → 20, 两 → 2. */
function chineseValue(run: string): number {
  if (/^[〇零一二三四五六七八九]{2,}$/u.test(run))
    return Number([...run].map((one) => (one === "零" ? 0 : CHINESE_DIGITS.indexOf(one))).join(""));
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

export function readUnit(
  text: string,
  start: number,
  value: number,
): { unit: string; end: number; isApproximate: boolean; value: number } | undefined {
  let end = start;
  let isApproximate = false;
  let factor = 1;
  for (; ; end++) {
    const one = text[end];
    if (one === "余" || one === "多") isApproximate = true;
    else if (one === "万" && factor === 1) factor = 10_000;
    else if (one !== " " || end === start) break;
  }
  const unit = text[end];
  if (unit === undefined) return undefined;
  const isNoUnit = UNITS[unit];
  if (isNoUnit === undefined || isNoUnit?.test(text.slice(end + 1, end + 2)) === true) return undefined;
  if (/[起次期项]/u.test(unit) && value === 1 && text[start - 1] === "一") return undefined;
  return { unit: unit === "％" ? "%" : unit, end: end + 1, isApproximate, value: Math.round(value * factor * 10_000) / 10_000 };
}

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

/** A place in the text with its sentence. */
export interface Mark {
  readonly start: number;
  readonly sentenceStart: number;
}

export interface ScannedProse {
  readonly figures: readonly ProseFigure[];
  /** 2020年 and the like. */
  readonly years: readonly (Mark & { readonly year: number })[];
  /** 未收到, 未发生, 没有, 无行政复议: the start of a possible "none received". */
  readonly negations: readonly (Mark & { readonly year: number | null })[];
  /** The last character of a possible organ's name before a verb: …局|高度重视. */
  readonly organEnds: readonly Mark[];
  /** 我局, 本委. */
  readonly selfNames: readonly Mark[];
  /** A unit with a gap where the figure should be: 信息__条. `start` is the unit. */
  readonly gaps: readonly Mark[];
  /** A two-character word written twice in a row: 重点重点. */
  readonly doublings: readonly Mark[];
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
/** What can follow a number written in characters: a unit, or 余 and 多 before it. */
const UNIT_STARTS = new Set([...Object.keys(UNITS), "余", "多", "万"].map((one) => one.charCodeAt(0)));
const CHINESE_DIGITS = "〇一二三四五六七八九";

/** What a character may begin; one table look-up per character keeps the scan linear and quick. */
const DIGIT = 1;
const NUMERAL = 2;
const SENTENCE_END = 3;
const NEGATION = 4;
const ORGAN_END = 5;
const SELF = 6;
const COUNTER = 7;
const KINDS = new Uint8Array(65_536);
const classify = (characters: string, kind: number) => {
  for (let position = 0; position < characters.length; position++) KINDS[characters.charCodeAt(position)] = kind;
};
classify("0123456789０１２３４５６７８９", DIGIT);
classify("零〇一二两三四五六七八九十百千", NUMERAL);
classify("。！？\n", SENTENCE_END);
classify("未没无", NEGATION);
classify("局会心处府厅", ORGAN_END);
classify("我本", SELF);
classify("条件份次", COUNTER);
/** What a character may follow or precede; bits, so that one table serves all. */
const AFTER_NEGATION = 1;
const AFTER_ORGAN = 2;
const AFTER_SELF = 4;
const GAP = 8;
const NO_NUMBER_AFTER = 16;
const NEIGHBOURS = new Uint8Array(65_536);
const mark = (characters: string, bit: number) => {
  for (let position = 0; position < characters.length; position++) {
    const code = characters.charCodeAt(position);
    NEIGHBOURS[code] = (NEIGHBOURS[code] ?? 0) | bit;
  }
};
mark("发产出引涉收接受被有因政行信公向", AFTER_NEGATION);
mark("，,高认严深坚主共全积切始", AFTER_ORGAN);
mark("局委中镇乡街厅", AFTER_SELF);
mark(" \u3000\u00a0_＿×*xX", GAP);
mark("第-—.0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", NO_NUMBER_AFTER);
const FULL_WIDTH = 0xfee0;
const YEAR = "年".charCodeAt(0);

/** Finds every figure with a unit, and the marks other rules start from, in one pass over the characters. */
export function scanProse(text: string): ScannedProse {
  const figures: ProseFigure[] = [];
  const years: (Mark & { year: number })[] = [];
  const negations: (Mark & { year: number | null })[] = [];
  const organEnds: Mark[] = [];
  const selfNames: Mark[] = [];
  const gaps: Mark[] = [];
  const doublings: Mark[] = [];
  let sentenceStart = 0;
  let year: number | null = null;
  let after = 0;
  let position = 0;
  // The three characters before this one.
  let first = 0;
  let second = 0;
  let third = 0;
  const { length } = text;
  while (position < length) {
    const code = text.charCodeAt(position);
    const kind = KINDS[code];
    if (kind === DIGIT || kind === NUMERAL) {
      const number = kind === DIGIT ? readDigits(text, position) : readChineseNumeral(text, position);
      if (number.isYear && text.charCodeAt(number.end) === YEAR) {
        year = number.value;
        years.push({ start: position, sentenceStart, year });
      } else if (((NEIGHBOURS[third] ?? 0) & NO_NUMBER_AFTER) === 0 && UNIT_STARTS.has(text.charCodeAt(number.end))) {
        const unit = readUnit(text, number.end, number.value);
        if (unit !== undefined) {
          const before = text.slice(after, position);
          const isApproximate =
            unit.isApproximate ||
            (/[约近超过逾于达]$/u.test(before.trimEnd().slice(-1)) && /(?:约|近|超过?|逾|不少于|多达|大约)\s*$/u.test(before.slice(-6)));
          figures.push({
            value: unit.value,
            isApproximate,
            unit: unit.unit,
            decimals: number.decimals,
            start: position,
            end: unit.end,
            sentenceStart,
            before,
            year,
          });
          after = unit.end;
        }
        position = unit?.end ?? number.end;
        first = second = third = 0;
        continue;
      }
      position = number.end;
      first = second = 0;
      third = text.charCodeAt(position - 1);
      continue;
    }
    if (kind !== 0) {
      if (kind === SENTENCE_END) {
        sentenceStart = position + 1;
        after = sentenceStart;
        year = null;
      } else if (kind === COUNTER) {
        if (((NEIGHBOURS[third] ?? 0) & GAP) !== 0) gaps.push({ start: position, sentenceStart });
      } else {
        const next = NEIGHBOURS[text.charCodeAt(position + 1)] ?? 0;
        if (kind === NEGATION) {
          if ((next & AFTER_NEGATION) !== 0) negations.push({ start: position, sentenceStart, year });
        } else if (kind === ORGAN_END) {
          if ((next & AFTER_ORGAN) !== 0) organEnds.push({ start: position, sentenceStart });
        } else if ((next & AFTER_SELF) !== 0) selfNames.push({ start: position, sentenceStart });
      }
    }
    if (code === second && third === first && code !== third && code >= 0x4e00 && third >= 0x4e00 && code <= 0x9fff && third <= 0x9fff)
      doublings.push({ start: position - 3, sentenceStart });
    first = second;
    second = third;
    third = code;
    position++;
  }
  return { figures, years, negations, organEnds, selfNames, gaps, doublings };
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

/** A run of numerals is worked out only where a unit can follow: most are words such as 一是, 三安全. */
function readChineseNumeral(text: string, start: number): ReadNumber {
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

function readUnit(
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

import {
  AFTER_NEGATION,
  AFTER_ORGAN,
  AFTER_SELF,
  COUNTER,
  DIGIT,
  GAP,
  KINDS,
  NEGATION,
  NEIGHBOURS,
  NO_NUMBER_AFTER,
  NUMERAL,
  ORGAN_END,
  SENTENCE_END,
} from "./character-kinds.ts";
import { readChineseNumeral, readDigits, readUnit, UNIT_STARTS } from "./read-number.ts";

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

import type { ProseFigure } from "./scan-prose.ts";

/** A stated total with parts that do not add up to it. Only lists found wrong are returned. */
export interface PartList {
  readonly name: string;
  readonly total: number;
  readonly unit: string;
  readonly parts: readonly { readonly name: string; readonly value: number }[];
  /** Offsets from the total to the last part. */
  readonly start: number;
  readonly end: number;
}

const STOPS = /另有|另外|此外|同时|较|同比|比上|比去|增长|增加|下降|减少|结转|顺延|累计|平均/u;
/** Another matter, or a part that is called so: 政策解读16条，回应关切13条. */
const MAY_STOP = /回复|回应|召开|举办|开展|培训/u;
const IS_CHANGE = /(?:增长|增加|减少|下降|上升|回落)了?$/u;
/** The last part of all: 其他信息55条; not 行政许可及其他权力37条. */
const REST = /(?:^|[，、；：])[\s以及和与]*其[他它余]/u;
/** One item is often put out through several channels: their figures overlap and need not add up. */
const OVERLAPS = /网站|微信|微博|公众号|公告栏|公示栏|抖音|客户端|媒体|平台|报纸|电子屏|短视频|头条|专栏|栏目/u;
const LIST_UNITS = new Set(["件", "条", "份", "宗", "起", "篇", "项", "期", "次"]);

/** Lists of the form 共81条，其中甲4条、乙3条…. */
export function findPartLists(text: string, figures: readonly ProseFigure[]): PartList[] {
  const wrong: PartList[] = [];
  for (let first = 1; first < figures.length; first++) {
    const opening = figures[first] as ProseFigure; // within bounds
    if (!opens(opening.before)) continue;
    const total = findTotal(figures, first);
    if (total === undefined) continue;
    const list = readParts(figures, first, total);
    const verdict = judge(list, total, opening);
    if (!verdict) continue;
    const last = list.figures[list.figures.length - 1] ?? opening;
    wrong.push({
      name: totalName(total),
      total: total.value,
      unit: total.unit,
      parts: list.figures.map((figure) => ({ name: partName(figure, text), value: figure.value })),
      start: total.start,
      end: Math.min(last.end, text.length),
    });
  }
  return wrong;
}

/** True when the words announce the parts of a whole. */
function opens(before: string): boolean {
  return before.includes("其中") || before.includes("包括") || before.includes("分别为") || before.includes("分别是");
}

/** The whole of a list: the nearest plain figure of the same unit before it in the sentence. */
function findTotal(figures: readonly ProseFigure[], first: number): ProseFigure | undefined {
  const opening = figures[first];
  for (let position = first - 1; position >= Math.max(0, first - 30); position--) {
    const figure = figures[position];
    if (figure === undefined || opening === undefined || figure.sentenceStart !== opening.sentenceStart) return undefined;
    if (figure.unit !== opening.unit || IS_CHANGE.test(figure.before)) continue;
    return figure.isApproximate || !LIST_UNITS.has(figure.unit) ? undefined : figure;
  }
  return undefined;
}

interface Parts {
  readonly figures: readonly ProseFigure[];
  /** What follows, and may belong to them or not. */
  readonly further: readonly ProseFigure[];
  /** False where something in between makes the end of the list uncertain. */
  readonly isClear: boolean;
}

function readParts(figures: readonly ProseFigure[], first: number, total: ProseFigure): Parts {
  const parts: ProseFigure[] = [];
  const further: ProseFigure[] = [];
  // A list opened inside a bracket ends with it: 50条（其中甲20条、乙30条）、丙31条.
  const isBracketed = /[（(][^）)]*$/u.test(figures[first]?.before ?? "");
  let isNested = false;
  let isClear = true;
  for (let position = first; position < Math.min(figures.length, first + 60); position++) {
    const figure = figures[position] as ProseFigure; // within bounds
    if (figure.sentenceStart !== total.sentenceStart) break;
    const before = position === first ? figure.before.replace(/^.*?(?=其中|包括|分别)/su, "") : figure.before;
    if (position > first) {
      const closes = /[）)]/u.test(before);
      if (isBracketed && closes) break;
      if (isNested) {
        if (!closes) continue;
        isNested = false;
      }
      if (/[（(][^）)]*$/u.test(before)) {
        isNested = true;
        continue;
      }
      if (opens(before)) {
        isClear = false;
        break;
      }
    }
    if (figure.unit === "%") continue;
    if (STOPS.test(before)) break;
    if (figure.unit !== total.unit) {
      if (figure.unit !== "次") isClear = isClear && figure.unit === "元";
      continue;
    }
    if (REST.test(before)) parts.push(...further.splice(0)); // the list has gone on up to here
    else if (further.length > 0 || MAY_STOP.test(before)) {
      further.push(figure);
      continue;
    }
    if (figure.isApproximate) isClear = false;
    parts.push(figure);
  }
  return { figures: parts, further, isClear };
}

/** True when the list is wrong beyond reasonable doubt. */
function judge({ figures, further, isClear }: Parts, total: ProseFigure, opening: ProseFigure): boolean {
  if (figures.length === 0 || figures.some((figure) => figure.isApproximate)) return false;
  // What follows a list that has come out even is another cut through the same whole.
  if (comesOut([...figures, ...further], total.value)) return false;
  const sum = figures.reduce((before, figure) => before + figure.value, 0);
  const words = figures.map((figure) => figure.before).join("");
  if (sum > total.value) return isClear && !OVERLAPS.test(words);
  const claimsAll =
    figures.slice(1).some((figure) => REST.test(figure.before)) ||
    (/分别/u.test(opening.before) && figures.length > 1) ||
    isKnownPartition(words);
  return isClear && claimsAll && figures.length > 1 && !OVERLAPS.test(words);
}

function comesOut(figures: readonly ProseFigure[], total: number): boolean {
  let sum = 0;
  return figures.some((figure) => (sum += figure.value) === total);
}

/** Parts that by their nature make the whole: natural and legal persons, the four results of a case. */
function isKnownPartition(words: string): boolean {
  return (
    (/自然人/u.test(words) && /法人/u.test(words)) ||
    (/维持/u.test(words) && /纠正/u.test(words) && /其他/u.test(words) && /审结/u.test(words))
  );
}

function totalName(total: ProseFigure): string {
  const name = total.before.replace(/^.*[，,。；：、\s]/su, "").slice(-16);
  return name === "" ? "共" : name;
}

/** The words before the figure, without what stands in brackets; those behind it where it comes first: 其中33条各类发文. */
function partName(figure: ProseFigure, text: string): string {
  const words = figure.before
    .replace(/（[^（）]*）/gu, "")
    .replace(/^.*[，；：、）](?=.*\p{Letter})/su, "")
    .replace(/^.*(?:其中|包括|分别为|分别是)/su, "")
    .replace(/^[^\p{Letter}]+|[^\p{Letter}]+$/gu, "");
  if (words !== "") return words.length > 16 ? `…${words.slice(-15)}` : words;
  return /^[\p{Letter}]{0,12}/u.exec(text.slice(figure.end))?.[0] ?? "";
}

import { type Meaning, nearestPhrase } from "./meanings.ts";
import type { Remedy } from "./read-narrative.ts";
import type { ProseFigure } from "./scan-prose.ts";

/** How far back the words that give a figure its topic are looked for: time stays linear in hostile text too. */
const REACH = 400;
/** Figures of other years, of others, or of change: not compared. 上年结转 is of this year. */
export const NOT_THIS =
  /累计|去年(?!结转)|上年(?!度?结转)|上一年(?!度?结转)|同比|同期|增长|增加|增幅|减少|下降|上升|回落|较|比(?!例)|近年|(?<!年)以来|历年|各部门|各单位|各乡镇|各镇|所属|下属|指导/u;
export const REMEDIES: ReadonlySet<Meaning> = new Set(["reconsideration", "litigation", "litigationDirect", "litigationAfter"]);
export const RESULTS: ReadonlySet<Meaning> = new Set(["upheld", "corrected", "otherResult", "pending"]);
const OUTCOMES: ReadonlySet<Meaning> = new Set([
  "grantedOrPartial",
  "granted",
  "partial",
  "denied",
  "unavailable",
  "notHeld",
  "needsCreation",
  "unclear",
  "unhandled",
  "petition",
  "duplicate",
  "otherHandling",
]);
const FILLER =
  /^(?:[\s，：:的了到有共为约近各类]|申请人?|政府信息公开|政府信息|信息公开|依申请公开|公开|事项|信息|案件|共计|合计|总计|总数|数量|相关|处理|继续办理|办理|决定|情形|其中|分别|等原因|（[^（）]*）|方式)*$/u;

/** The nearest phrase; in 收到公开政府信息申请8件 that is 收到, for what was asked for is not what was published. */
export function phraseBefore(before: string): ReturnType<typeof nearestPhrase> {
  const nearest = nearestPhrase(before);
  if (nearest?.meaning !== "published" || !before.includes("申请", nearest.end)) return nearest;
  return nearestPhrase(before.slice(0, nearest.start)) ?? nearest;
}

export function meaningOf(
  figure: ProseFigure,
  nearest: ReturnType<typeof nearestPhrase>,
  text: string,
  remedy: Remedy | undefined,
): Meaning | undefined {
  const after = text.slice(figure.end, figure.end + 24);
  if (
    figure.unit !== "元" &&
    (after.includes("下") || after.includes("次")) &&
    /^(?:申请|政府信息公开申请)?[^，。；、（）]{0,12}(?:结转|顺延|延期|转)(?:至|到|入)?(?:下|次)/u.test(after) &&
    isAboutApplications(text, figure)
  )
    return "carriedOut";
  if (nearest === undefined || nearest.meaning === null) {
    if (
      nearest === undefined &&
      isDocumentVerb(figure.before) &&
      /^(?:行政)?规范性文件(?![^，。；、]{0,6}(?:解读|备案|清理|审))/u.test(after)
    )
      return "normative";
    return undefined;
  }
  const { meaning } = nearest;
  const gap = figure.before.slice(nearest.end);
  if (gap.length > 20) return undefined;
  if (meaning === "fee" || meaning === "feeNotices")
    return (meaning === "fee") === (figure.unit === "元") && gap.length <= 12 ? meaning : undefined;
  if (figure.unit === "元" || !FILLER.test(gap)) return undefined;
  if (meaning === "published") return meaning;
  if (figure.unit === "条" || figure.unit === "次") return undefined;
  if (meaning === "received" || meaning === "answered" || meaning === "handled") {
    const named = /公开|申请/u.test(gap) || /^(?:政府)?(?:信息|政务)?(?:依申请)?公开/u.test(after) || after.startsWith("申请");
    if (/^(?:政府)?信息(?:[^公]|$)/u.test(gap.trim())) return undefined;
    if (!isAboutApplications(text, figure)) return undefined;
    if (meaning === "answered") return named || gap.trim() === "" || /^[共了]/u.test(gap) ? meaning : undefined;
    return named ? meaning : undefined;
  }
  if (
    OUTCOMES.has(meaning) ||
    meaning === "carriedIn" ||
    meaning === "carriedOut" ||
    meaning === "byChannel" ||
    meaning.startsWith("received")
  )
    return isAboutApplications(text, figure) ? meaning : undefined;
  if (REMEDIES.has(meaning)) return isAboutDisclosure(text, figure) ? meaning : undefined;
  if (RESULTS.has(meaning)) return remedy !== undefined && isAboutDisclosure(text, figure) ? meaning : undefined;
  return documentMeaning(meaning, figure, nearest.start, text);
}

/** 制发规范性文件3件, or 规章13件，行政规范性文件60件 going on from a verb earlier in the sentence. */
function documentMeaning(meaning: Meaning, figure: ProseFigure, start: number, text: string): Meaning | undefined {
  const lead = figure.before.slice(0, start);
  const sentence = text.slice(Math.max(figure.sentenceStart, figure.start - REACH), figure.start);
  if (/解读|备案|清理|审[查核]|刊登|转发|汇编|修[订改]|推送|转载|部门(?:行政)?$|起草|代拟|累计/u.test(sentence)) return undefined;
  if (/^[^，。；、]{0,6}(?:解读|备案|清理|审)/u.test(text.slice(figure.end, figure.end + 12))) return undefined;
  if (/废止(?:了|失效)?(?:行政)?$/u.test(lead)) return meaning === "normative" ? "normativeRepealed" : undefined;
  if (/有效|失效|废止/u.test(lead)) return undefined;
  return isDocumentVerb(lead) || (/^[，、；]$/u.test(lead.trim()) && /制发|制定|印发|出台|公开|发布/u.test(sentence)) ? meaning : undefined;
}

function isDocumentVerb(lead: string): boolean {
  return /(?:制发|制定|印发|出台|发布|公布|公开)(?:了|并公开|各类|本年度|政府|市政府|县政府|区政府|本机关)?$/u.test(lead.trim());
}

/** True when the sentence, or the one before it, speaks of applications for disclosure. */
function isAboutApplications(text: string, figure: ProseFigure): boolean {
  const from = Math.max(0, figure.start - REACH);
  const nearby = text.slice(from, figure.end + 24);
  // The full stop that ends the sentence before last, if it is within reach.
  const stop = figure.sentenceStart - 2 - from;
  const context = stop < 0 ? nearby : nearby.slice(nearby.lastIndexOf("。", stop) + 1);
  return APPLICATIONS.some((phrase) => context.includes(phrase)) || /公开[^，。；]{1,6}申请/u.test(context);
}

const APPLICATIONS = ["公开申请", "依申请公开", "申请公开"];

function isAboutDisclosure(text: string, figure: ProseFigure): boolean {
  const context = text.slice(Math.max(figure.sentenceStart, figure.start - REACH), figure.end + 12);
  return context.includes("公开") && /(?:信息|政务|申请)公开|公开[^，。]{0,6}(?:复议|诉讼)/u.test(context);
}

import type { Sections } from "../../report.ts";
import { type Meaning, nearestPhrase } from "./meanings.ts";
import { type ProseFigure, type ScannedProse, scanProse } from "./scan-prose.ts";

/** A figure in prose with what it counts. */
export interface Statement {
  readonly meaning: Meaning;
  readonly value: number;
  readonly isApproximate: boolean;
  readonly section: "overview" | "other";
  /** Offsets of phrase and figure in the section. */
  readonly start: number;
  readonly end: number;
  readonly sentenceStart: number;
  readonly figure?: ProseFigure;
  /** For results of reconsiderations and suits: which of the two (or three) they belong to. */
  readonly remedy?: Remedy;
  /** True where the figure says it includes what was carried in. */
  readonly includesCarriedIn?: boolean;
}

export type Remedy = "reconsideration" | "litigation" | "litigationDirect" | "litigationAfter";

export interface Narrative {
  readonly statements: readonly Statement[];
  readonly scanned: Readonly<Record<keyof Sections, ScannedProse>>;
}

/** Reads the figures of the prose with their meaning. What is not clearly about this organ and year is left out. */
export function readNarrative(sections: Sections, year: number | null): Narrative {
  const statements: Statement[] = [];
  const texts = { overview: fullWidth(sections.overview ?? ""), problems: sections.problems ?? "", other: fullWidth(sections.other ?? "") };
  const scanned = { overview: scanProse(texts.overview), problems: scanProse(texts.problems), other: scanProse(texts.other) };
  for (const section of ["overview", "other"] as const) {
    const text = texts[section];
    readStatements(section, text, scanned[section], year, statements);
    readDenials(section, text, scanned[section], year, statements);
  }
  statements.sort((one, two) => (one.section === two.section ? one.start - two.start : one.section === "overview" ? -1 : 1));
  return { statements, scanned };
}

const FULL_WIDTH: Readonly<Record<string, string>> = { ",": "，", ";": "；", ":": "：", "(": "（", ")": "）" };

/** Half-width punctuation as full-width, character for character, so that offsets stay those of the section. */
function fullWidth(text: string): string {
  return /[,;:()]/u.test(text) ? text.replace(/[,;:()]/gu, (one) => FULL_WIDTH[one] ?? one) : text;
}

const COUNTED = new Set(["件", "条", "份", "宗", "起", "例", "次", "元"]);
/** Figures of other years, of others, or of change: not compared. 上年结转 is of this year. */
const NOT_THIS =
  /累计|去年(?!结转)|上年(?!度?结转)|上一年(?!度?结转)|同比|同期|增长|增加|增幅|减少|下降|上升|回落|较|比(?!例)|近年|(?<!年)以来|历年|各部门|各单位|各乡镇|各镇|所属|下属|指导/u;
const REMEDIES: ReadonlySet<Meaning> = new Set(["reconsideration", "litigation", "litigationDirect", "litigationAfter"]);
const RESULTS: ReadonlySet<Meaning> = new Set(["upheld", "corrected", "otherResult", "pending"]);
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

function readStatements(
  section: "overview" | "other",
  text: string,
  scanned: ScannedProse,
  year: number | null,
  statements: Statement[],
): void {
  let remedy: Remedy | undefined;
  let remedySentence = -1;
  for (const figure of scanned.figures) {
    if (figure.sentenceStart !== remedySentence) remedy = undefined;
    if (!COUNTED.has(figure.unit)) continue;
    const nearest = phraseBefore(figure.before);
    const meaning = meaningOf(figure, nearest, text, remedy);
    if (nearest !== undefined && nearest.meaning !== null && REMEDIES.has(nearest.meaning)) {
      remedy = nearest.meaning as Remedy; // a member of REMEDIES
      remedySentence = figure.sentenceStart;
    }
    if (meaning === undefined || NOT_THIS.test(figure.before.slice(-40))) continue;
    if (figure.year !== null && year !== null && figure.year !== year) continue;
    const phraseStart = figure.start - figure.before.length + (nearest?.start ?? figure.before.length);
    const statement: Statement = {
      meaning,
      value: figure.value,
      isApproximate: figure.isApproximate,
      section,
      start: phraseStart,
      end: figure.end,
      sentenceStart: figure.sentenceStart,
      figure,
      ...(RESULTS.has(meaning) && remedy !== undefined ? { remedy } : {}),
      ...(meaning === "received" && /^[（(，]?(?:含|包括|其中)[^）)。；]{0,6}结转/u.test(text.slice(figure.end, figure.end + 14))
        ? { includesCarriedIn: true }
        : {}),
    };
    statements.push(statement);
    if (REMEDIES.has(meaning)) readAllUpheld(text, statement, statements);
  }
}

/** The nearest phrase; in 收到公开政府信息申请8件 that is 收到, for what was asked for is not what was published. */
function phraseBefore(before: string): ReturnType<typeof nearestPhrase> {
  const nearest = nearestPhrase(before);
  if (nearest?.meaning !== "published" || !before.includes("申请", nearest.end)) return nearest;
  return nearestPhrase(before.slice(0, nearest.start)) ?? nearest;
}

function meaningOf(
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
  const sentence = text.slice(figure.sentenceStart, figure.start);
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
  const from = text.lastIndexOf("。", figure.sentenceStart - 2) + 1;
  return (
    APPLICATIONS.some((phrase) => containsBetween(text, phrase, from, figure.end + 24)) ||
    /公开[^，。；]{1,6}申请/u.test(text.slice(from, figure.end + 24))
  );
}

const APPLICATIONS = ["公开申请", "依申请公开", "申请公开"];

function isAboutDisclosure(text: string, figure: ProseFigure): boolean {
  return (
    containsBetween(text, "公开", figure.sentenceStart, figure.end + 12) &&
    /(?:信息|政务|申请)公开|公开[^，。]{0,6}(?:复议|诉讼)/u.test(text.slice(figure.sentenceStart, figure.end + 12))
  );
}

function containsBetween(text: string, phrase: string, from: number, to: number): boolean {
  const found = text.indexOf(phrase, from);
  return found >= 0 && found + phrase.length <= to;
}

/** 行政复议7件，诉讼9件，均获维持: every remedy named so far in the sentence was upheld in full. */
function readAllUpheld(text: string, last: Statement, statements: Statement[]): void {
  const match = /^[，、\s]*(?:结果)?(?:均|全部|都)(?:获|被|获得|予以|为|是)?(?:结果)?维持/u.exec(text.slice(last.end, last.end + 16));
  if (match === null) return;
  const end = last.end + match[0].length;
  for (const one of statements.filter(
    (one) => one.section === last.section && one.sentenceStart === last.sentenceStart && REMEDIES.has(one.meaning),
  ))
    statements.push({ ...one, meaning: "upheld", remedy: one.meaning as Remedy, end }); // a member of REMEDIES, by the filter
}

/** 未收到政府信息公开申请, 未发生因政府信息公开引起的行政复议、行政诉讼: a figure of 0. */
function readDenials(
  section: "overview" | "other",
  text: string,
  scanned: ScannedProse,
  year: number | null,
  statements: Statement[],
): void {
  for (const { start, sentenceStart, year: named } of scanned.negations) {
    if (named !== null && year !== null && named !== year) continue;
    const clause = /^[^，。；\n]*/u.exec(text.slice(start, start + 48))?.[0] ?? "";
    const add = (meaning: Meaning) =>
      statements.push({ meaning, value: 0, isApproximate: false, section, start, end: start + clause.length, sentenceStart });
    if (NOT_THIS.test(text.slice(sentenceStart, start))) continue;
    if (
      /^(?:未|没有|无)(?:发生|产生|出现|引发|涉及|收到|接到|有)?(?:[^未无]{0,16}公开[^未无]{0,12}|[^未无公]{0,6})(?:复议|诉讼)/u.test(
        clause,
      ) &&
      /公开/u.test(text.slice(sentenceStart, start + clause.length)) &&
      !/败诉|纠正|不服|^未经/u.test(clause)
    ) {
      if (/复议/u.test(clause)) add("reconsideration");
      if (/诉讼/u.test(clause)) add("litigation");
    } else if (
      /^(?:未|没有|尚未)(?:收到|接到|受理)[^，]{0,30}公开[^，]{0,6}申请(?!行政)|^(?:未|没有)(?:收到|接到|受理)(?:过|任何)?依申请公开/u.test(
        clause,
      ) &&
      !/复议|诉讼|费|当面|现场|信函|网络|网上|传真|邮/u.test(clause)
    )
      add("received");
    else if (
      /^(?:未|没有|无)(?:收取|产生|发生)?(?:[^，]{0,10})(?:信息处理费|信息公开处理费)|^未(?:向[^，]{0,8})?收取[^，]{0,6}费/u.test(clause)
    )
      add("fee");
  }
}

import type { Doc } from "@gongkai/document";
import { squeeze, withoutPronunciation } from "./label.ts";
import { linesOf, type SectionHeading } from "./section-heading.ts";
import { simplify } from "./traditional.ts";

export interface Head {
  readonly title: string | null;
  readonly agency: string | null;
  readonly year: number | null;
}

const REPORT = /政[府务]信息公开.{0,8}(?:年度?报告|年报)|信息公开.{0,8}年度报告|年度政[府务]信息公开/;
const YEAR = /(20[0-3]\d)\s*年?/;
const TITLE_WORDS = /(?:关于)?(?:20[0-3]\d年?度?)|政[府务]信息公开.*$|信息公开.*$|年度报告.*$|关于|的?工作$|格式模板|[\s《》"“”*#]/g;
const GENERIC = /^(?:省|市|区|县|镇|乡|街道|自治区|州)/;
const ORGAN_END =
  "(?:人民政府办公室|人民政府办公厅|人民政府|办公室|办公厅|委员会|管理委员会|街道办事处|办事处|管理局|监督管理局|分局|局|厅|委|处|中心|管委会|公司|学校|医院|站|所|院|署)";
const IN_TEXT = new RegExp(
  `(?:本报告由|报告由|请与|请联系|[，,。：:]|^|年)([\\u4e00-\\u9fff]{3,30}?${ORGAN_END})(?=根据|按照|编制|依据|联系|政府信息公开|认真|坚持|严格|深入|积极|全面|贯彻|围绕|切实|持续|紧紧|主动|共|以|在|（|\\(|，|,)`,
  "g",
);
const OWN_LINE = new RegExp(`^[\\u4e00-\\u9fff]+${ORGAN_END}$`);
/** Words that end like an organ's name: general terms, and the organ that issued the form. */
const NOT_AN_ORGAN = /^(?:我|本|各|全|国务院|上级|市委|区委|县委|省委|党中央|省委|相关|有关|中央)/;
/** Menus and breadcrumbs, which name the same things as a title does. */
const NAVIGATION = /指南|制度|目录|法定主动公开|依申请公开$|首页|>|»|上一篇|下一篇/;

/** Title, organ and report year, from the title lines, the opening paragraph and the period statement. */
export function readHead(doc: Doc, headings: readonly SectionHeading[]): Head {
  const opening = openingLines(doc, headings[0]?.start ?? Number.POSITIVE_INFINITY);
  const title = findTitle(opening) ?? (doc.title && REPORT.test(squeeze(doc.title)) ? clean(doc.title) : null);
  const body = (): string => [...opening.filter((line) => line !== title), ...firstProse(doc, headings)].join("\n");
  const yearInTitle = title && YEAR.exec(title.normalize("NFKC"))?.[1];
  return { title, agency: findAgency(title, opening, body), year: yearInTitle ? Number(yearInTitle) : findYear(body()) };
}

const MOST_OPENING_LINES = 40;

/** The lines before the first section heading, page layouts made of tables included. */
function openingLines(doc: Doc, end: number): string[] {
  const lines: string[] = [];
  for (const block of doc.blocks.slice(0, MOST_OPENING_LINES)) {
    for (const line of linesOf(block)) {
      if (line.at.start >= end || lines.length >= MOST_OPENING_LINES) return lines;
      if (line.text.trim() !== "") lines.push(line.text.trim());
    }
  }
  return lines;
}

function findTitle(lines: readonly string[]): string | null {
  let best: string | null = null;
  let highest = 0;
  for (const [index, line] of lines.entries()) {
    if (/^[一二三四五六]、/.test(line)) break; // a section already
    if (line.length > 80 || /[。；]/.test(line)) continue;
    const squeezed = squeeze(line);
    if (!REPORT.test(squeezed) || NAVIGATION.test(squeezed)) continue;
    const before = lines[index - 1];
    const title = standsBelowOrgan(line, before) ? `${clean(before ?? "")} ${clean(line)}` : clean(line);
    const score = (/20[0-3]\d/.test(squeezed) ? 2 : 0) + (/报告/.test(squeezed) ? 1 : 0) + (withoutTitleWords(title).length >= 3 ? 1 : 0);
    if (score > highest) [best, highest] = [title, score];
  }
  return best;
}

/** The organ on a line of its own above "2024年政府信息公开工作年度报告". */
function standsBelowOrgan(line: string, before: string | undefined): boolean {
  if (!/^[\s*#]*(?:20[0-3]\d\s*年|年度|政[府务]信息公开)/.test(line) || withoutTitleWords(line).length >= 3) return false;
  return before !== undefined && before.length <= 30 && /^[\s*#\u4e00-\u9fff]{3,}$/.test(before) && !NAVIGATION.test(before);
}

function clean(line: string): string {
  return line.replace(/^[\s*#]+|[\s*#]+$/g, "").replace(/\s*\n\s*/g, "");
}

function firstProse(doc: Doc, headings: readonly SectionHeading[]): string[] {
  const overview = headings.find(({ section }) => section === "overview");
  const from = overview?.end ?? 0;
  const texts: string[] = [];
  for (const block of doc.blocks.slice(overview?.block ?? 0, (overview?.block ?? 0) + 5)) {
    for (const line of linesOf(block)) if (line.at.start >= from && texts.length < 4) texts.push(line.text);
  }
  return texts;
}

/** `body` is asked for only where the title does not say it all. */
function findAgency(title: string | null, opening: readonly string[], body: () => string): string | null {
  const named = title ? withoutTitleWords(title).replace(/^[年度、,.:]+|[年度的、,.:（）()]+$/g, "") : "";
  if (named.length >= 3 && !GENERIC.test(named)) return named;
  if (named.length >= 3) {
    const full = new RegExp(`[\\u4e00-\\u9fff]{2,8}${named}`).exec(squeeze(body()));
    if (full) return full[0].replace(/^.*?(?:年|，|由|与)/, "");
    return named;
  }
  const line = opening.find((text) => text.length <= 30 && OWN_LINE.test(squeeze(text)));
  if (line) return squeeze(line);
  for (const found of squeeze(body().slice(0, 1500)).matchAll(IN_TEXT)) {
    const organ = found[1]?.replace(/^(?:由|与|请|年)/, "") ?? "";
    if (organ.length >= 4 && !NOT_AN_ORGAN.test(organ)) return organ;
  }
  return null;
}

/** What is left of a title without year and report words, in the characters it is printed in. */
function withoutTitleWords(title: string): string {
  const printed = withoutPronunciation(title.normalize("NFKC"));
  const simple = simplify(printed); // as long as the original, so places agree
  let rest = "";
  let from = 0;
  TITLE_WORDS.lastIndex = 0;
  for (let found = TITLE_WORDS.exec(simple); found; found = TITLE_WORDS.exec(simple)) {
    rest += printed.slice(from, found.index);
    from = found.index + found[0].length;
  }
  return rest + printed.slice(from);
}

function findYear(body: string): number | null {
  const text = squeeze(body.slice(0, 3000));
  const period =
    /(20[0-3]\d)年1月1日(?:起)?(?:至|到|[-—~])/.exec(text) ??
    /统计期限.{0,10}?(20[0-3]\d)年/.exec(text) ??
    /^.{0,20}?(20[0-3]\d)年/.exec(text);
  return period ? Number(period[1]) : null;
}

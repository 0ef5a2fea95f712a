import type { Doc } from "@gongkai/document";
import { squeeze } from "./label.ts";
import type { SectionHeading } from "./section-heading.ts";

export interface Head {
  readonly title: string | null;
  readonly agency: string | null;
  readonly year: number | null;
}

const REPORT = /政[府务]信息公开.{0,8}(?:年度?报告|年报)|信息公开.{0,8}年度报告|年度政[府务]信息公开/;
const YEAR = /(20[0-3]\d)\s*年?/;
const TITLE_WORDS = /(?:关于)?(?:20[0-3]\d年?度?)|政[府务]信息公开.*$|信息公开.*$|年度报告.*$|关于|的?工作$|格式模板|[\s《》"“”*#]/g;
const GENERIC = /^(?:省|市|区|县|镇|乡|街道|自治区|州)/;
const ORGAN_END = "(?:人民政府办公室|人民政府办公厅|人民政府|办公室|办公厅|委员会|管理委员会|街道办事处|办事处|管理局|监督管理局|分局|局|厅|委|处|中心|管委会|公司|学校|医院|站|所|院|署)";
const IN_TEXT = new RegExp(`(?:本报告由|报告由|请与|请联系|本报告是|，|。|：|^)([\\u4e00-\\u9fff]{3,30}?${ORGAN_END})(?=根据|按照|编制|依据|联系|政府信息公开|认真|坚持|严格|（|\\(|，|,)`);

/** Title, organ and report year, from the title lines, the opening paragraph and the period statement. */
export function readHead(doc: Doc, headings: readonly SectionHeading[]): Head {
  const end = Math.min(headings[0]?.block ?? 12, 40);
  const opening = doc.blocks.slice(0, Math.max(end, 1)).flatMap((block) => (block.kind === "paragraph" || block.kind === "heading" ? [block.text.trim()] : []));
  const title = findTitle(opening) ?? (doc.title && REPORT.test(squeeze(doc.title)) ? doc.title : null);
  const body = [...opening.filter((line) => line !== title), ...firstProse(doc, headings)].join("\n");
  const yearInTitle = title && YEAR.exec(title.normalize("NFKC"))?.[1];
  return { title, agency: findAgency(title, opening, body), year: yearInTitle ? Number(yearInTitle) : findYear(body) };
}

function findTitle(lines: readonly string[]): string | null {
  for (const [index, line] of lines.slice(0, 15).entries()) {
    if (line.length > 80 || /[。；]/.test(line) || !REPORT.test(squeeze(line))) continue;
    if (/^[一二三四五六]、/.test(line)) return null;
    const before = lines[index - 1];
    // The organ on a line of its own above "2024年政府信息公开工作年度报告".
    const needsOrgan = /^[\s*#]*(?:20[0-3]\d\s*年|年度|政府信息公开)/.test(line);
    if (needsOrgan && before && before.length <= 30 && !/[，。：:]/.test(before) && /[\u4e00-\u9fff]{3}/.test(before)) {
      return `${clean(before)} ${clean(line)}`;
    }
    return clean(line);
  }
  return null;
}

function clean(line: string): string {
  return line.replace(/^[\s*#]+|[\s*#]+$/g, "").replace(/\s*\n\s*/g, "");
}

function firstProse(doc: Doc, headings: readonly SectionHeading[]): string[] {
  const overview = headings.find(({ section }) => section === "overview");
  const from = overview ? overview.block + 1 : 0;
  return doc.blocks.slice(from, from + 4).flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
}

function findAgency(title: string | null, opening: readonly string[], body: string): string | null {
  const named = title ? squeeze(title.replace(TITLE_WORDS, "")).replace(/^[年度、,.:]+|[年度的、,.:（）()]+$/g, "") : "";
  if (named.length >= 3 && !GENERIC.test(named)) return named;
  if (named.length >= 3) {
    const full = new RegExp(`[\\u4e00-\\u9fff]{2,8}${named}`).exec(squeeze(body));
    if (full) return full[0].replace(/^.*?(?:年|，|由|与)/, "");
    return named;
  }
  const line = opening.find((text) => text.length <= 30 && new RegExp(`${ORGAN_END}$`).test(squeeze(text)));
  if (line) return squeeze(line);
  const inText = IN_TEXT.exec(squeeze(body.slice(0, 1500)));
  return inText?.[1]?.replace(/^(?:由|与|请)/, "") ?? null;
}

function findYear(body: string): number | null {
  const text = squeeze(body.slice(0, 3000));
  const period = /(20[0-3]\d)年1月1日(?:起)?(?:至|到|[-—~])/.exec(text) ?? /统计期限.{0,10}?(20[0-3]\d)年/.exec(text) ?? /^.{0,20}?(20[0-3]\d)年/.exec(text);
  return period ? Number(period[1]) : null;
}

import type { Sections } from "../report.ts";
import type { Rule } from "./rule.ts";
import { SECTION_IDS } from "./section-rules.ts";

type Place = keyof Sections | "title";

/**
 * Sentences that can only be about the year reported on. Other mentions of years are free: last year's figures,
 * document numbers, dates of laws, plans.
 */
const FRAMES: readonly { readonly places: readonly Place[]; readonly pattern: RegExp; readonly what: string }[] = [
  { places: ["title"], pattern: /(\d{4})年(?:度)?/gu, what: "标题" },
  { places: SECTION_IDS, pattern: /(?:统计|数据)(?:数据)?的?(?:统计)?(?:期限|时限|时间|期间)[^。；\d]{0,12}(\d{4})年1月1日/gu, what: "统计期限" },
  { places: SECTION_IDS, pattern: /(\d{4})年1月1日(?:起)?(?:至|到|—|－|-)+(?:\d{4}年)?12月31日/gu, what: "统计期限" },
  { places: SECTION_IDS, pattern: /(?:现将|特编制|发布|编制|公布|形成)[^。；，\d《〔]{0,24}(\d{4})年(?:度)?政府信息公开(?:工作)?(?:年度)?(?:报告|情况)/gu, what: "报告名称" },
  { places: ["overview"], pattern: /(?:^|[。；\n）)])\s*(\d{4})年(?:度|来|以来)?[，,]?(?:我|本)(?:局|委|办|中心|镇|乡|街道|单位|机关|厅|院|校|所|部门|县|市|区)[^。；]{0,20}?(?:共|主动公开|收到|受理|认真|高度重视|坚持|严格|深入|积极)/gu, what: "总体情况" },
];
/** 2025年，我局将… in a report for 2025 is left from the year before: plans are for the year to come. */
const PLAN = /(?:^|[。；\n])\s*(\d{4})年(?:度)?[，,]?(?:我|本)[^，。；\d]{0,8}[，,]?(?:还)?将(?!20)/gu;
/** Sentences that compare or quote are free. */
const COMPARES = /相比|同比|比上年|较上年|与上年|修订|施行|印发的/u;

/** N-2: another year left in the text when last year's report was used as a draft. */
export const YEAR_TEXT_RULE: Rule = {
  id: "N-2",
  severity: "warning",
  title: "标题、统计期限和情况叙述中的年份与报告年度一致",
  formula: "year(标题、统计期限、“X年，我局共……”) = year；“X年，我局将……” ⇒ X > year",
  basis: "格式：统计期限为当年1月1日至12月31日；常见问题是沿用上年文稿未改年份",
  check: ({ facts }, found) => {
    const { year, title, sections } = facts.report;
    if (year === null) return;
    const report = (place: Place, text: string, start: number, named: number, what: string) =>
      found({
        cells: [],
        expected: year,
        actual: named,
        message: `${what}写的是${named}年，本报告是${year}年度：“${text}”。`,
        advice: "疑似沿用往年文稿未改年份，请核对后更正；年度识别有误的请更正年度。",
        passage: { section: place, text, start, end: start + text.length },
      });
    for (const frame of FRAMES) {
      for (const place of frame.places) {
        const text = place === "title" ? title : sections[place];
        if (text === null) continue;
        frame.pattern.lastIndex = 0;
        for (let match = frame.pattern.exec(text); match !== null; match = frame.pattern.exec(text)) {
          const named = Number(match[1]);
          if (named === year || named < 2008 || named > 2100 || COMPARES.test(match[0])) continue;
          const lead = match[0].length - match[0].replace(/^[。；\n）)\s]+/u, "").length;
          report(place, match[0].slice(lead), match.index + lead, named, frame.what);
        }
      }
    }
    const problems = sections.problems ?? "";
    PLAN.lastIndex = 0;
    for (let match = PLAN.exec(problems); match !== null; match = PLAN.exec(problems)) {
      const named = Number(match[1]);
      if (named > year || named < 2008) continue;
      const lead = match[0].length - match[0].replace(/^[。；\n\s]+/u, "").length;
      report("problems", match[0].slice(lead), match.index + lead, named, "下一年打算");
    }
  },
};

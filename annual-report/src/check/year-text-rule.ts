import type { Sections } from "../report.ts";
import type { Rule } from "./rule.ts";
import { SECTION_IDS } from "./section-rules.ts";

/**
 * Sentences that can only be about the year reported on; each is tried where a foreign year stands, with the words of
 * the sentence before it and those after. Other mentions of years are free: last year's figures, document numbers,
 * dates of laws, plans.
 */
const FRAMES: readonly { readonly before: RegExp; readonly after: RegExp; readonly what: string }[] = [
  { before: /(?:期限|时限|期间|截止时间)[^\d]{0,12}$/u, after: /^\d{4}年1月1日/u, what: "统计期限" },
  { before: /(?:)/u, after: /^\d{4}年1月1日(?:起)?(?:至|到|—|－|-)+(?:\d{4}年)?12月31日/u, what: "统计期限" },
  {
    before: /(?:现将|特编制|发布|编制|公布|形成)[^，《〔\d]{0,24}$/u,
    after: /^\d{4}年(?:度)?政府信息公开(?:工作)?(?:年度)?(?:报告|情况)/u,
    what: "报告名称",
  },
  {
    before: /^\s*(?:（[一二三四五六七八九十]）[^，。]{0,12})?$/u,
    after:
      /^\d{4}年(?:度|来|以来)?[，,]?[我本](?:局|委|办|中心|镇|乡|街道|单位|机关|厅|院|校|所|部门|县|市|区)[^。；]{0,20}?(?:共|主动公开|收到|受理|认真|高度重视|坚持|严格|深入|积极)/u,
    what: "总体情况",
  },
  {
    before: /^\s*(?:（[一二三四五六七八九十]）[^，。]{0,12})?$/u,
    after:
      /^\d{4}年(?:度)?，?(?:[^，。；\d]{0,32}，)?[^，。；\d]{0,24}(?:公开|发布|制作|收到|受理|接到|答复)[^，。；\d]{0,16}\d+余?[条件份]/u,
    what: "总体情况",
  },
];
/** 2025年，我局将… in a report for 2025 is left from the year before: plans are for the year to come. */
const PLAN = /^\d{4}年(?:度)?[，,]?[我本][^，。；\d]{0,8}[，,]?(?:还)?将/u;
/** Sentences that compare, quote, plan, or count from that year on are free. */
const COMPARES = /相比|同比|比上年|较上年|与上年|修订|施行|印发|以来|累计|计划|预计|力争/u;

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
    const report = (place: keyof Sections | "title", text: string, start: number, named: number, what: string) =>
      found({
        cells: [],
        expected: year,
        actual: named,
        message: `${what}写的是${named}年，本报告是${year}年度：“${text}”。`,
        advice: "疑似沿用往年文稿未改年份，请核对后更正；年度识别有误的请更正年度。",
        passage: { section: place, text, start, end: start + text.length },
      });
    const titled = /(20\d{2})\s*年/u.exec(title ?? "");
    if (title !== null && titled !== null && Number(titled[1]) !== year) report("title", title, 0, Number(titled[1]), "标题");
    for (const section of SECTION_IDS) {
      const text = sections[section];
      if (text === null) continue;
      for (const { year: named, start, sentenceStart } of facts.narrative().scanned[section].years) {
        if (section === "problems" && named <= year && named > year - 3) {
          const plan = PLAN.exec(text.slice(start, start + 24));
          if (plan !== null && start - sentenceStart < 8 && text.slice(sentenceStart, start).trim() === "")
            report(section, plan[0], start, named, "下一年打算");
        }
        if (named === year || section === "problems") continue;
        // Cut to bound the time; a cut sentence does not look like one that begins here.
        const before = start - sentenceStart > 80 ? `…${text.slice(start - 80, start)}` : text.slice(sentenceStart, start);
        const after = text.slice(start, start + 96);
        // A sentence that goes on to the report's own year compares the two.
        if (after.includes(`${year}年`) && !after.includes("1月1日")) continue;
        for (const frame of FRAMES) {
          const match = frame.after.exec(after);
          if (match === null || !frame.before.test(before) || COMPARES.test(match[0])) continue;
          report(section, match[0], start, named, frame.what);
          break;
        }
      }
    }
  },
};

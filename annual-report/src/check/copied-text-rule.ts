import type { Report, Sections } from "../report.ts";
import type { Rule } from "./rule.ts";
import { SECTION_IDS } from "./section-rules.ts";
import { textLikeness } from "./text-likeness.ts";

const LEAST_SHARE = 0.9;
const LEAST_CHARACTERS = 200;
const NAMES: Readonly<Record<keyof Sections, string>> = {
  overview: "总体情况",
  problems: "存在的主要问题及改进情况",
  other: "其他需要报告的事项",
};

/** S-1: a section taken over from last year's report or from another organ's. */
export const COPIED_TEXT_RULE: Rule = {
  id: "S-1",
  severity: "warning",
  title: "文字部分不照抄上年报告或其他单位的报告",
  formula: `相同句子的字数 ≥ ${LEAST_CHARACTERS} 且占该部分 ≥ ${LEAST_SHARE * 100}%（不计数字和标点）`,
  basis: "常见问题：内容雷同",
  check: ({ facts, previous, others }, found) => {
    const { report } = facts;
    const sources: Report[] = [
      ...(previous === undefined ? [] : [previous.report]),
      ...others.filter((other) => other !== report && other !== previous?.report),
    ];
    for (const id of SECTION_IDS) {
      const text = report.sections[id];
      if (text === null || text.length < LEAST_CHARACTERS) continue;
      for (const source of sources) {
        const theirs = source.sections[id];
        if (theirs === null || theirs.length < LEAST_CHARACTERS) continue;
        const likeness = textLikeness(text, theirs);
        if (likeness.share < LEAST_SHARE || likeness.sameCharacters < LEAST_CHARACTERS) continue;
        const percent = Math.floor(likeness.share * 100);
        const [longest] = likeness.passages;
        found({
          cells: [],
          actual: percent,
          message: `“${NAMES[id]}”与${nameOf(source, report)}有${percent}%的内容相同（${likeness.sameCharacters}字，不计数字和标点）。`,
          advice: "请按本年度实际情况重写，写明具体做法和数据。",
          ...(longest === undefined ? {} : { passage: { section: id, text: longest.text, start: longest.start, end: longest.end } }),
        });
      }
    }
  },
};

function nameOf(source: Report, report: Report): string {
  const own = source.agency !== null && source.agency === report.agency;
  const year = source.year === null ? "" : `${source.year}年度`;
  if (own) return `本机关${year === "" ? "另一份" : year}报告`;
  return `${source.agency ?? source.title ?? source.file ?? "另一份报告"}${year}${source.agency === null ? "" : "报告"}`;
}

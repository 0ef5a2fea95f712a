import type { Sections } from "../report.ts";
import { doubledWords } from "./doubled-words.ts";
import type { Rule } from "./rule.ts";

const HEADINGS: Readonly<Record<keyof Sections, string>> = {
  overview: "一、总体情况",
  problems: "五、存在的主要问题及改进情况",
  other: "六、其他需要报告的事项",
};
export const SECTION_IDS = ["overview", "problems", "other"] as const;

/** S-2: the three text sections are there and written. */
export const SECTIONS_RULE: Rule = {
  id: "S-2",
  severity: "warning",
  title: "六个部分齐全，文字部分不空",
  formula: "sections.overview、problems、other 均有内容（第六部分没有的写“无”）",
  basis: "国办公开办函〔2019〕60号、〔2021〕30号：内容不得删减",
  check: ({ facts }, found) => {
    for (const id of SECTION_IDS) {
      const text = facts.report.sections[id];
      const advice = id === "other" ? "没有需要报告的事项也应保留标题并写“无”。" : "请按格式补写这一部分。";
      if (text === null) found({ cells: [], message: `文中没有找到“${HEADINGS[id]}”。`, advice });
      else if (text.length < 120 && /^\s*(?:[（(][^（）()]{0,40}(?:文字描述|在此处报告)[^（）()]{0,40}[）)])?\s*$/u.test(text))
        found({
          cells: [],
          message: `“${HEADINGS[id]}”没有内容。`,
          advice,
          passage: { section: id, text: text.trim(), start: 0, end: text.length },
        });
    }
  },
};

/** A figure forgotten: 共公开信息　条, 收到申请__件; read from the words before the unit. */
const FORGOTTEN =
  /(?:信息|申请|文件|复议|诉讼|公开|收到|受理|答复|办结|发布)(?:共计|[共计约])?(?:[ \u3000\u00a0]{1,8}|[_＿×*]{1,8}|[xX]{1,4})$/u;
const ENDS = /^[，,。；;、）)\n]/u;

/** D-1: slips of the pen in the prose. */
export const SLIPS_RULE: Rule = {
  id: "D-1",
  severity: "notice",
  title: "文字中疑似漏填的数字、重复的词",
  formula: "“公开信息　条”、“重点重点”一类",
  basis: "文字校对",
  check: ({ facts }, found) => {
    for (const id of SECTION_IDS) {
      const text = facts.report.sections[id];
      if (text === null) continue;
      const { gaps, doublings } = facts.narrative().scanned[id];
      for (const { start } of gaps) {
        const from = Math.max(0, start - 16);
        const match = FORGOTTEN.exec(text.slice(from, start));
        if (match === null || (start + 1 < text.length && !ENDS.test(text.slice(start + 1, start + 2)))) continue;
        const begin = from + match.index;
        found({
          cells: [],
          message: `“${HEADINGS[id]}”中“${text.slice(begin, start + 1)}”疑似漏填数字。`,
          advice: "请补上数字。",
          passage: { section: id, text: text.slice(begin, start + 1), start: begin, end: start + 1 },
        });
      }
      for (const { word, start, end } of doubledWords(text, doublings))
        found({
          cells: [],
          message: `“${HEADINGS[id]}”中“${text.slice(start, end)}”疑似重复。`,
          advice: `若属重复，请删去一个“${word}”。`,
          passage: { section: id, text: text.slice(start, end), start, end },
        });
    }
  },
};

import type { Passage, Sections } from "../report.ts";
import type { Facts } from "./facts.ts";
import { formatFigure } from "./format-figure.ts";
import { expectedFigures } from "./narrative/expected-figures.ts";
import type { Statement } from "./narrative/read-narrative.ts";
import type { Rule } from "./rule.ts";

const SECTION_NAMES: Readonly<Record<keyof Sections, string>> = {
  overview: "总体情况",
  problems: "存在的主要问题及改进情况",
  other: "其他需要报告的事项",
};
const GOVERNMENT = /(?:人民政府|管理委员会|管委会)(?:办公[厅室])?$/u;

/** X-1: figures told in the prose are those of the tables. */
export const NARRATIVE_RULE: Rule = {
  id: "X-1",
  severity: "warning",
  title: "文字部分的数字与表格一致",
  formula: "总体情况中的新收、答复、结转、各类办理结果、复议诉讼、规范性文件件数 = 表二至表四相应的格",
  basis: "同一报告的同一事项只有一个数",
  check: ({ facts }, found) => {
    if (facts.form === undefined) return;
    const told = new Set<string>();
    for (const statement of facts.narrative().statements) {
      const expected = expectedFigures(statement, facts);
      if (expected === undefined || agrees(statement, expected.figures)) continue;
      if (isRegional(statement, facts) && !GOVERNMENT.test(facts.report.agency ?? "")) continue;
      const [figure = 0] = expected.figures;
      const once = `${expected.name} ${statement.value}`;
      if (told.has(once)) continue;
      told.add(once);
      const passage = passageOf(facts, statement);
      found({
        cells: expected.cells,
        expected: figure,
        actual: statement.value,
        difference: statement.value - figure,
        message: `${SECTION_NAMES[statement.section]}写“${passage.text}”，${expected.name}为${formatFigure(figure)}，相差${formatFigure(Math.abs(statement.value - figure))}。`,
        advice: "请核对登记台账，统一文字与表格中的数字；口径不同的请在文字中说明。",
        passage,
      });
    }
  },
};

/** True when the sentence speaks of the whole city or county: a figure of the organ's own table only for a government. */
function isRegional(statement: Statement, facts: Facts): boolean {
  const text = facts.report.sections[statement.section] ?? "";
  return /全[市县区省镇乡州旗盟]|我[市县区省州旗盟]/u.test(
    text.slice(Math.max(statement.sentenceStart, statement.start - 400), statement.end),
  );
}

/** "More than 20" agrees with any figure from there on; a plain figure must be met. */
function agrees(statement: Statement, figures: readonly number[]): boolean {
  return figures.some((figure) => (statement.isApproximate ? figure >= statement.value * 0.9 : figure === statement.value));
}

/** The words of a statement with the phrase that gives them meaning. */
export function passageOf(facts: Facts, statement: { section: keyof Sections; start: number; end: number }): Passage {
  const { section, start, end } = statement;
  return { section, text: (facts.report.sections[section] ?? "").slice(start, end), start, end };
}

/** X-3: fees told in section six and applications lapsed for want of payment belong together (2021 form). */
export const FEE_RULE: Rule = {
  id: "X-3",
  severity: "warning",
  title: "第六部分的信息处理费与表三“逾期未按收费通知要求缴纳费用”相互印证（2021年格式）",
  formula: "t3.otherHandling.unpaid.total > 0 ⇒ 第六部分写明收费通知；发出收费通知而实收为0 ⇒ t3.otherHandling.unpaid.total > 0",
  basis: "国办公开办函〔2021〕30号：收取信息处理费情况在第六部分报告",
  check: ({ facts }, found) => {
    if (facts.form?.edition.id !== "2021") return;
    const key = "t3.otherHandling.unpaid.total";
    const index = facts.form.indexOf.get(key) ?? -1;
    if ((facts.states[index] ?? 2) > 1) return;
    const unpaid = facts.values[index] ?? 0;
    const text = facts.report.sections.other;
    if (text === null) return;
    const fees = facts.narrative().statements.filter((one) => one.meaning === "fee" || one.meaning === "feeNotices");
    const notices = fees.filter((one) => one.meaning === "feeNotices").map((one) => one.value);
    if (unpaid > 0 && (!/费/u.test(text) || (fees.length > 0 && fees.every((one) => one.value === 0)))) {
      const denial = fees[0];
      found({
        cells: [key],
        message: `表三有${formatFigure(unpaid)}件申请因逾期未缴费不再处理，第六部分${denial === undefined ? "却没有写信息处理费情况" : `却写“${passageOf(facts, denial).text}”`}。`,
        advice: "请在第六部分写明发出收费通知的件数、总金额和实际收取的总金额。",
        ...(denial === undefined ? {} : { passage: passageOf(facts, denial) }),
      });
    } else if (
      unpaid === 0 &&
      Math.max(0, ...notices) > 0 &&
      /实(?:际)?收(?:取|到)?[^，。；\d]{0,10}(?:0元|0万元|零元)|(?:均|全部)未(?:缴|交)/u.test(text)
    ) {
      found({
        cells: [key],
        message: `第六部分写发出收费通知${formatFigure(Math.max(...notices))}件而没有实收，表三“逾期未按收费通知要求缴纳费用”总计却是0。`,
        advice: "请核对这些申请的办理结果：逾期未缴费不再处理的应计入该行；年底尚在缴费期限内的计入结转。",
      });
    }
  },
};

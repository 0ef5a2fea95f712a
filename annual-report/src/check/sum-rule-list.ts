import { nameCell } from "../editions/index.ts";
import type { CompiledEdition } from "./compiled-edition.ts";
import { type BrokenSum, checkSums, type SumResults } from "./check-sums.ts";
import type { Facts } from "./facts.ts";
import { findCulprit } from "./find-culprit.ts";
import { formatFigure, formatTerms } from "./format-figure.ts";
import type { Found, Rule } from "./rule.ts";
import type { SumRule, SumRuleId } from "./sum-rules.ts";

const OUTCOMES = "granted + partial + Σ denied.* + Σ unavailable.* + Σ unhandled.*";

const ROWS = sumRule("T3-3", {
  title: "表三每一行：六类申请人之和等于总计",
  formula: "t3.r.total = t3.r.natural + t3.r.business + t3.r.research + t3.r.welfare + t3.r.legal + t3.r.other",
  basis: "表格自身的加总关系（算术）",
});
const RESULTS_2019 = sumRule("T3-2a", {
  title: "表三每一列：各项办理结果之和等于（七）总计（2019年格式）",
  formula: `t3.total.c = (${OUTCOMES} + otherHandling).c`,
  basis: "表格自身的加总关系（算术）；国办公开办函〔2019〕60号格式",
});
const RESULTS_2021 = sumRule("T3-2b", {
  title: "表三每一列：各项办理结果之和等于（七）总计（2021年格式）",
  formula: `t3.total.c = (${OUTCOMES} + otherHandling.uncorrected + otherHandling.unpaid + otherHandling.misc).c`,
  basis: "表格自身的加总关系（算术）；国办公开办函〔2021〕30号格式",
});
const RECEIVED = sumRule("T3-1", {
  title: "表三每一列：新收加上年结转，等于办理结果总计加结转下年度",
  formula: "t3.new.c + t3.carriedIn.c = t3.total.c + t3.carriedOut.c",
  basis: "表三左上角印明的勾稽关系：第一项加第二项之和，等于第三项加第四项之和",
});
const REMEDIES = sumRule("T4-1", {
  title: "表四每一组：维持、纠正、其他结果、尚未审结之和等于总计",
  formula: "t4.b.total = t4.b.upheld + t4.b.corrected + t4.b.other + t4.b.pending",
  basis: "表格自身的加总关系（算术）",
});

/** The arithmetic of the form, in the order in which it is told. */
export const SUM_RULES: readonly Rule[] = [ROWS, RESULTS_2019, RESULTS_2021, RECEIVED, REMEDIES];

function sumRule(id: SumRuleId, words: Pick<Rule, "title" | "formula" | "basis">): Rule {
  return {
    id,
    severity: "error",
    ...words,
    check: ({ facts }, found) => {
      const { form } = facts;
      if (form === undefined) return;
      const sums = checkSums(facts);
      for (const broken of sums.broken) if (broken.rule.id === id) found(describe(broken, sums, facts, form));
    },
  };
}

function describe(broken: BrokenSum, sums: SumResults, facts: Facts, form: CompiledEdition): Found {
  const { rule, left, right } = broken;
  const culprit = findCulprit(broken, sums, facts, form);
  const keys = culprit.indexes.flatMap((index) => form.keys[index] ?? []);
  const suspect = keys[0];
  const advice =
    culprit.isSure && suspect !== undefined
      ? `先核对${nameCell(suspect)}：只有这一格填错时，改为${formatFigure(culprit.correct)}后各项勾稽即可相符。请以申请登记台账为准。`
      : "请逐格对照申请登记台账，找出填错的一格，改正后重新加总。";
  return {
    cells: keys,
    expected: left,
    actual: right,
    difference: right - left,
    message: `${rule.place}：${bothSides(rule, left, right, sums.values)}，相差${formatFigure(Math.abs(right - left))}${broken.hasBlanks ? "（空格按0计）" : ""}。`,
    advice: rule.id === "T4-1" && !culprit.isSure ? "请对照复议、诉讼案件台账核对各结果的件数和总计。" : advice,
  };
}

function bothSides(rule: SumRule, left: number, right: number, values: Float64Array): string {
  const terms = formatTerms(
    rule.leftNames,
    rule.left.map((index) => values[index] ?? 0),
  );
  const shown =
    rule.id === "T3-1"
      ? rule.leftNames.map((name, position) => `${name}${formatFigure(values[rule.left[position] ?? 0] ?? 0)}`).join("+")
      : terms.text;
  const sum =
    shown === "" ? "各项之和为0" : `${shown}=${formatFigure(left)}${terms.leftOut > 0 && rule.id !== "T3-1" ? "（其余各项为0）" : ""}`;
  if (rule.id !== "T3-1") return `${sum}，${rule.rightNames[0] ?? "总计"}填${formatFigure(right)}`;
  const handled = rule.rightNames.map((name, position) => `${name}${formatFigure(values[rule.right[position] ?? 0] ?? 0)}`).join("+");
  return `${sum}，${handled}=${formatFigure(right)}`;
}

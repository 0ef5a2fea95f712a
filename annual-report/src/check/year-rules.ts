import { APPLICANT_COLUMNS } from "../editions/both-editions.ts";
import { nameCell } from "../editions/index.ts";
import type { CellKey } from "../report.ts";
import { type Facts, figureOf, isSeen } from "./facts.ts";
import { formatFigure } from "./format-figure.ts";
import type { Rule } from "./rule.ts";
import { DOCUMENT_ROWS, ITEM_ROWS } from "./table2-rules.ts";

/** True when the previous report may be the year just before: years unknown count as following on. */
export function followsOn(facts: Facts, previous: Facts | undefined): previous is Facts {
  if (previous === undefined) return false;
  const { year } = facts.report;
  return year === null || previous.report.year === null || previous.report.year === year - 1;
}

/** Y-0: the report given for comparison must be last year's. */
export const PREVIOUS_YEAR_RULE: Rule = {
  id: "Y-0",
  severity: "notice",
  title: "跨年核对使用上一年度的报告",
  formula: "year(previous) = year − 1",
  basis: "跨年勾稽只在相邻两年之间成立",
  check: ({ facts, previous }, found) => {
    const before = previous?.report;
    if (before === undefined || followsOn(facts, previous)) return;
    found({
      cells: [],
      message: `用来比对的报告是${before.year ?? "未知"}年度，本报告是${facts.report.year ?? "未知"}年度，两年不相邻，跨年核对未进行。`,
      advice: "请另选上一年度的报告。",
    });
  },
};

/** Y-1: what was carried out of one year is carried into the next. */
export const CARRY_RULE: Rule = {
  id: "Y-1",
  severity: "error",
  title: "本年“上年结转”等于上年“结转下年度”（总计为错误，分栏为提醒）",
  formula: "t3(Y).carriedIn.c = t3(Y−1).carriedOut.c",
  basis: "填报惯例：上年未办结的即为本年结转；机构合并、新设的除外",
  check: ({ facts, previous }, found) => {
    if (!followsOn(facts, previous)) return;
    for (const { id, label } of APPLICANT_COLUMNS) {
      const now = figureOf(facts, `t3.carriedIn.${id}`);
      const before = figureOf(previous, `t3.carriedOut.${id}`);
      if (now === undefined || before === undefined || now === before) continue;
      found({
        ...(id === "total" ? {} : { severity: "warning" as const }),
        cells: [`t3.carriedIn.${id}`],
        expected: before,
        actual: now,
        difference: now - before,
        message: `表三“${label}”列：上年报告结转下年度${formatFigure(before)}件，本年上年结转${formatFigure(now)}件，相差${formatFigure(Math.abs(now - before))}。`,
        advice: "请核对上年报告的“四、结转下年度继续办理”与本年登记台账；机构合并、新设或上年报告更正过的请注明。",
      });
    }
  },
};

/** T2-1: items of one year are the "year before" of the next. */
export const ITEMS_FORWARD_RULE: Rule = {
  id: "T2-1",
  severity: "warning",
  title: "上年项目数量加上年增/减，等于本年的“上一年项目数量”（2019年格式）",
  formula: "t2.x.prior(Y−1) + t2.x.change(Y−1) = t2.x.prior(Y)",
  basis: "栏目含义",
  check: ({ facts, previous }, found) => {
    if (!followsOn(facts, previous) || facts.form?.edition.id !== "2019" || previous.form?.edition.id !== "2019") return;
    for (const row of ITEM_ROWS) {
      const prior = figureOf(previous, row.prior);
      const change = figureOf(previous, row.change);
      const now = figureOf(facts, row.prior);
      if (prior === undefined || change === undefined || now === undefined || prior + change === now) continue;
      found({
        cells: [row.prior],
        expected: prior + change,
        actual: now,
        difference: now - prior - change,
        message: `表二“${row.label}”：上年报告项目数量${formatFigure(prior)}、增减${formatFigure(change)}，合计${formatFigure(prior + change)}，本年“上一年项目数量”填${formatFigure(now)}。`,
        advice: "请核对“上一年项目数量”是否照上年年底的项目数填写。",
      });
    }
  },
};

/** T2-4: documents in force roll forward. */
export const EFFECTIVE_FORWARD_RULE: Rule = {
  id: "T2-4",
  severity: "warning",
  title: "上年现行有效件数加本年制发减本年废止，等于本年现行有效件数（2021年格式）",
  formula: "t2.x.effective(Y) = t2.x.effective(Y−1) + t2.x.issued(Y) − t2.x.repealed(Y)",
  basis: "栏目含义；到期失效的文件可造成差异",
  check: ({ facts, previous }, found) => {
    if (!followsOn(facts, previous) || facts.form?.edition.id !== "2021" || previous.form?.edition.id !== "2021") return;
    for (const { id, label } of DOCUMENT_ROWS) {
      const before = figureOf(previous, `${id}.effective`);
      const issued = figureOf(facts, `${id}.issued`);
      const repealed = figureOf(facts, `${id}.repealed`);
      const now = figureOf(facts, `${id}.effective`);
      if (before === undefined || issued === undefined || repealed === undefined || now === undefined) continue;
      const expected = before + issued - repealed;
      if (expected === now) continue;
      found({
        cells: [`${id}.effective`, `${id}.issued`, `${id}.repealed`],
        expected,
        actual: now,
        difference: now - expected,
        message: `表二“${label}”：上年现行有效${formatFigure(before)}＋本年制发${formatFigure(issued)}－本年废止${formatFigure(repealed)}=${formatFigure(expected)}，现行有效填${formatFigure(now)}，相差${formatFigure(Math.abs(now - expected))}。`,
        advice: "请对照规范性文件清单核对；有文件到期自动失效的，差异可以成立。",
      });
    }
  },
};

/** J-1: figures that leapt or collapsed. The floor keeps small offices quiet. */
const WATCHED: readonly { readonly key: CellKey; readonly floor: number }[] = [
  { key: "t3.new.total", floor: 50 },
  { key: "t4.reconsideration.total", floor: 30 },
  { key: "t4.litigationDirect.total", floor: 30 },
  { key: "t4.litigationAfter.total", floor: 30 },
  { key: "t2.license.decisions", floor: 200 },
  { key: "t2.otherService.decisions", floor: 200 },
  { key: "t2.penalty.decisions", floor: 200 },
  { key: "t2.coercion.decisions", floor: 200 },
  { key: "t2.fee.amount", floor: 500 },
  { key: "t2.procurement.amount", floor: 1000 },
  { key: "t2.rules.effective", floor: 50 },
  { key: "t2.normative.effective", floor: 50 },
  { key: "t2.normative.total", floor: 50 },
];

export const JUMP_RULE: Rule = {
  id: "J-1",
  severity: "warning",
  title: "与上年相比骤增骤减的数字，请核对",
  formula: "0.2 ≤ 本年/上年 ≤ 5（两年中较大者达到起报线才核对）",
  basis: "经验：多为单位错误、漏填或口径变化",
  check: ({ facts, previous }, found) => {
    if (!followsOn(facts, previous)) return;
    for (const { key, floor } of WATCHED) {
      if (!isSeen(facts, key) || !isSeen(previous, key)) continue;
      const now = figureOf(facts, key) ?? 0;
      const before = figureOf(previous, key) ?? 0;
      if (Math.max(now, before) < floor || (now <= 5 * before && now >= 0.2 * before)) continue;
      found({
        cells: [key],
        actual: now,
        message: `${nameCell(key)}：上年${formatFigure(before)}，本年${formatFigure(now)}，${describeRatio(now, before)}。`,
        advice: "请核对是否漏填、单位有误或统计口径变化；确属实际变化的，建议在报告中说明原因。",
      });
    }
  },
};

function describeRatio(now: number, before: number): string {
  if (before === 0) return "上年为0";
  if (now === 0) return "本年为0";
  return now > before
    ? `是上年的${formatFigure(Math.round((now / before) * 10) / 10)}倍`
    : `只有上年的${formatFigure(Math.round((now / before) * 1000) / 10)}%`;
}

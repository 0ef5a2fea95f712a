import type { CellKey } from "../report.ts";
import { columnName } from "./cell-rules.ts";
import { type Facts, figureOf, isSeen } from "./facts.ts";
import { formatFigure } from "./format-figure.ts";
import type { Rule } from "./rule.ts";

/** Rows of the 2019 form that count items and decisions, with their labels. */
export const ITEM_ROWS = [
  { label: "行政许可", prior: "t2.license.prior", change: "t2.license.change", decisions: "t2.license.decisions" },
  {
    label: "其他对外管理服务事项",
    prior: "t2.otherService.prior",
    change: "t2.otherService.change",
    decisions: "t2.otherService.decisions",
  },
  { label: "行政处罚", prior: "t2.penalty.prior", change: "t2.penalty.change", decisions: "t2.penalty.decisions" },
  { label: "行政强制", prior: "t2.coercion.prior", change: "t2.coercion.change", decisions: "t2.coercion.decisions" },
  { label: "行政事业性收费", prior: "t2.fee.prior", change: "t2.fee.change", decisions: "t2.fee.decisions" },
] as const;

export const DOCUMENT_ROWS = [
  { id: "t2.rules", label: "规章" },
  { id: "t2.normative", label: "规范性文件" },
] as const;

/** Above this a township's yearly amount in 万元 is more likely in yuan. */
const TOWNSHIP_LIMIT = 5000;
const TOWNSHIP = /(?:镇|乡|苏木|街道)(?:人民政府|政府|办事处)?(?:办公室)?$/u;

/** T2-2: items left at the end of the year, and decisions without items. */
export const ITEMS_RULE: Rule = {
  id: "T2-2",
  severity: "warning",
  title: "上一年项目数量加本年增/减不小于0；等于0时不应有处理决定（2019年格式）",
  formula: "t2.x.prior + t2.x.change ≥ 0；= 0 ⇒ t2.x.decisions = 0",
  basis: "栏目含义：上一年项目数量加上本年增减即现有项目数量",
  check: ({ facts }, found) => {
    if (facts.form?.edition.id !== "2019") return;
    for (const row of ITEM_ROWS) {
      const prior = figureOf(facts, row.prior);
      const change = figureOf(facts, row.change);
      if (prior === undefined || change === undefined) continue;
      const items = prior + change;
      const decisions = figureOf(facts, row.decisions) ?? 0;
      const sum = `上一年项目数量${formatFigure(prior)}${change < 0 ? "－" : "＋"}${formatFigure(Math.abs(change))}=${formatFigure(items)}`;
      if (items < 0)
        found({
          cells: [row.change, row.prior],
          actual: items,
          message: `表二“${row.label}”：${sum}，现有项目数量小于0。`,
          advice: "“本年增/减”填比上一年增加或减少的项目数，减少的填负数；请核对这两格。",
        });
      else if (items === 0 && decisions > 0)
        found({
          cells: [row.prior, row.change, row.decisions],
          message: `表二“${row.label}”：${sum}，没有项目，却有处理决定${formatFigure(decisions)}件。`,
          advice: "请核对项目数量是否漏填；前两栏填项目数，第三栏填全年处理决定的件数。",
        });
    }
  },
};

/** T2-3: a year's documents are part of all that are public. */
export const DOCUMENTS_RULE: Rule = {
  id: "T2-3",
  severity: "warning",
  title: "本年新制作、新公开的数量不大于对外公开总数量（2019年格式）",
  formula: "t2.x.published ≤ t2.x.total；t2.x.made ≤ t2.x.total",
  basis: "栏目含义：本年数包含在总数之内",
  check: ({ facts }, found) => {
    if (facts.form?.edition.id !== "2019") return;
    for (const { id, label } of DOCUMENT_ROWS) {
      const total = figureOf(facts, `${id}.total`);
      if (total === undefined) continue;
      const over = (["published", "made"] as const).filter((column) => (figureOf(facts, `${id}.${column}`) ?? 0) > total);
      if (over.length === 0) continue;
      const keys: CellKey[] = over.map((column) => `${id}.${column}`);
      const figures = keys.map((key) => `${columnName(key)}${formatFigure(figureOf(facts, key) ?? 0)}`).join("、");
      found({
        cells: [`${id}.total`, ...keys],
        expected: Math.max(...keys.map((key) => figureOf(facts, key) ?? 0)),
        actual: total,
        difference: total - Math.max(...keys.map((key) => figureOf(facts, key) ?? 0)),
        message: `表二“${label}”：${figures}，大于对外公开总数量${formatFigure(total)}。`,
        advice: "“对外公开总数量”填截至年底累计公开的总数，请核对是否漏计往年数。",
      });
    }
  },
};

/** T2-5: procurement items and their amount, and yuan written where 万元 is meant. */
export const PROCUREMENT_RULE: Rule = {
  id: "T2-5",
  severity: "warning",
  title: "采购项目数量与采购总金额应同时为0或同时大于0；金额单位为万元（2019年格式）",
  formula: `t2.procurement.items = 0 ⇔ t2.procurement.amount = 0；乡镇（街道）amount ≤ ${TOWNSHIP_LIMIT}`,
  basis: "栏目含义；常见填报错误是把元填在万元栏",
  check: ({ facts }, found) => {
    const items = figureOf(facts, "t2.procurement.items");
    const amount = figureOf(facts, "t2.procurement.amount");
    if (items === undefined || amount === undefined) return;
    if ((items === 0) !== (amount === 0))
      found({
        cells: amount === 0 ? ["t2.procurement.amount", "t2.procurement.items"] : ["t2.procurement.items", "t2.procurement.amount"],
        message: `表二“政府集中采购”：采购项目数量${formatFigure(items)}，采购总金额${formatFigure(amount)}万元，一个为0而另一个不为0。`,
        advice: "请核对采购项目数量和金额，补上漏填的一项。",
      });
    reportYuan(facts, "t2.procurement.amount", found);
  },
};

/** U-1: the same slip in the fee column of the 2021 form. */
export const UNIT_RULE: Rule = {
  id: "U-1",
  severity: "warning",
  title: "行政事业性收费金额的单位是万元，疑似按元填报的请核对（2021年格式）",
  formula: `乡镇（街道）t2.fee.amount ≤ ${TOWNSHIP_LIMIT}`,
  basis: "国办公开办函〔2021〕30号格式：本年收费金额（单位：万元）",
  check: ({ facts }, found) => reportYuan(facts, "t2.fee.amount", found),
};

function reportYuan(facts: Facts, key: CellKey, found: Parameters<Rule["check"]>[1]): void {
  const amount = isSeen(facts, key) ? figureOf(facts, key) : undefined;
  if (amount === undefined || amount <= TOWNSHIP_LIMIT) return;
  // A unit printed in the cell itself has been reckoned with.
  if (facts.report.sources[key]?.unitSource === "cell" || !TOWNSHIP.test(facts.report.agency ?? "")) return;
  found({
    cells: [key],
    actual: amount,
    message: `${columnName(key)}填${formatFigure(amount)}，按万元计为${formatFigure(amount / 10_000)}亿元，对乡镇（街道）明显偏大，疑似以元为单位。`,
    advice: `若原数的单位是元，请改填${formatFigure(amount / 10_000)}（万元）。`,
  });
}

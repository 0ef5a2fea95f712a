import { EDITIONS } from "../editions/index.ts";
import type { EditionId } from "../report.ts";
import { type Facts, figureOf } from "./facts.ts";
import { formatFigure } from "./format-figure.ts";
import type { Rule } from "./rule.ts";
import { ITEM_ROWS } from "./table2-rules.ts";

/** a suit after reconsideration wants a reconsideration. */
export const REMEDY_ORDER_RULE: Rule = {
  id: "X-4",
  severity: "warning",
  title: "有复议后起诉的，本年或上年应有行政复议",
  formula: "t4.litigationAfter.total > 0 ⇒ t4.reconsideration.total(Y) + t4.reconsideration.total(Y−1) > 0",
  basis: "程序先后：复议后起诉以经过复议为前提",
  check: ({ facts, previous }, found) => {
    const suits = figureOf(facts, "t4.litigationAfter.total") ?? 0;
    const now = figureOf(facts, "t4.reconsideration.total");
    if (suits === 0 || now !== 0) return;
    const before = previous === undefined ? undefined : figureOf(previous, "t4.reconsideration.total");
    if (before !== undefined && before > 0) return;
    found({
      cells: ["t4.litigationAfter.total", "t4.reconsideration.total"],
      message: `表四：复议后起诉总计${formatFigure(suits)}件，而${before === undefined ? "本年" : "本年和上年"}行政复议总计都是0。`.replace(
        "本年行政复议总计都是0",
        "本年行政复议总计是0",
      ),
      advice: "请核对起诉前是否经过复议：直接起诉的移到“未经复议直接起诉”；往年复议、今年起诉的可不改。",
    });
  },
};

/** figures that are possible but rare enough to be looked at. */
export const PATTERN_RULE: Rule = {
  id: "Q-1",
  severity: "notice",
  title: "少见的填报情形，提请核对",
  formula: "t3.total.total ≥ 3 且全部为同一种不公开结果；t2.x.decisions ≥ 50 × 项目数",
  basis: "经验：不违反勾稽关系，但多为理解有误",
  check: ({ facts }, found) => {
    reportOneOutcome(facts, found);
    if (facts.form?.edition.id !== "2019") return;
    for (const { label, prior, change, decisions: handled } of ITEM_ROWS) {
      const items = (figureOf(facts, prior) ?? 0) + (figureOf(facts, change) ?? 0);
      const decisions = figureOf(facts, handled) ?? 0;
      if (items < 1 || items > 5 || decisions < 50 * items) continue;
      found({
        cells: [handled, prior, change],
        message: `表二“${label}”：只有${formatFigure(items)}项，处理决定${formatFigure(decisions)}件。项目数与决定件数不是一回事，数字可以成立，但较少见。`,
        advice: "请确认前两栏填的是项目（事项）数，第三栏填的是全年决定件数；无误则不必修改。",
      });
    }
  },
};

const WITHHELD = [
  { row: "unavailable.notHeld", label: "本机关不掌握相关政府信息" },
  { row: "unhandled.petition", label: "信访举报投诉类申请" },
  { row: "unavailable.needsCreation", label: "没有现成信息需要另行制作" },
] as const;

function reportOneOutcome(facts: Facts, found: Parameters<Rule["check"]>[1]): void {
  const total = figureOf(facts, "t3.total.total") ?? 0;
  if (total < 3) return;
  for (const { row, label } of WITHHELD) {
    if (figureOf(facts, `t3.${row}.total`) !== total) continue;
    found({
      cells: [`t3.${row}.total`, "t3.total.total"],
      message: `本年度办结的${formatFigure(total)}件申请，结果全部是“${label}”。`,
      advice: "勾稽关系相符，但情形少见，请抽查答复书，确认结果归类无误。",
    });
  }
}

/** E-1: the form must be that of the year, and one form only. */
export const EDITION_RULE: Rule = {
  id: "E-1",
  severity: "warning",
  title: "使用报告年度适用的格式，不混用新旧格式",
  formula: "year ≥ 2021 ⇔ edition = 2021",
  basis: "国办公开办函〔2019〕60号（2019、2020年度），国办公开办函〔2021〕30号（2021年度起）",
  check: ({ facts }, found) => {
    const { report, form } = facts;
    if (form === undefined) return;
    const used = form.edition;
    const foreign = FOREIGN_KEYS[used.id].filter((key) => report.states[key] === "seen");
    if (foreign.length > 0)
      found({
        cells: foreign,
        message: `表格以${used.id}年格式为主，又出现了${used.id === "2019" ? "2021" : "2019"}年格式的${foreign.length}格，新旧格式混用。`,
        advice: "请按报告年度适用的格式重新制表。",
      });
    const year = report.year;
    if (year === null || (year >= used.years.from && year <= (used.years.to ?? Number.POSITIVE_INFINITY))) return;
    const fit = Object.values(EDITIONS).find(
      (edition) => year >= edition.years.from && year <= (edition.years.to ?? Number.POSITIVE_INFINITY),
    );
    found({
      cells: [],
      message: `本报告是${year}年度，表格却用的是${used.id}年格式（${used.instrument}）。`,
      advice: fit === undefined ? "请核对报告年度。" : `${year}年度应使用${fit.instrument}规定的格式，请换用后重填；若年度识别有误请更正。`,
    });
  },
};

/** Cells that only the other edition has. */
const FOREIGN_KEYS: Readonly<Record<EditionId, readonly string[]>> = {
  "2019": keysOnlyIn("2021", "2019"),
  "2021": keysOnlyIn("2019", "2021"),
};

function keysOnlyIn(one: EditionId, other: EditionId): string[] {
  const shared = new Set(EDITIONS[other].cells.map((cell) => cell.key));
  return EDITIONS[one].cells.flatMap((cell) => (shared.has(cell.key) ? [] : [cell.key]));
}

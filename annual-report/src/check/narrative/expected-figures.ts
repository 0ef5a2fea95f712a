import type { CellKey } from "../../report.ts";
import { checkSums } from "../check-sums.ts";
import { ABSENT, AMBIGUOUS, type Facts } from "../facts.ts";
import type { Meaning } from "./meanings.ts";
import type { Remedy, Statement } from "./read-narrative.ts";

/** What the tables say about a statement: the cells, their name, and every figure that would agree. */
export interface Expected {
  readonly cells: readonly CellKey[];
  readonly name: string;
  /** The first is the one to be told. */
  readonly figures: readonly number[];
}

const GROUPS: Readonly<Partial<Record<Meaning, { readonly name: string; readonly rows: readonly string[] }>>> = {
  granted: { name: "表三“（一）予以公开”", rows: ["granted"] },
  partial: { name: "表三“（二）部分公开”", rows: ["partial"] },
  grantedOrPartial: { name: "表三“（一）予以公开”“（二）部分公开”之和", rows: ["granted", "partial"] },
  denied: { name: "表三“（三）不予公开”各项之和", rows: ["denied.secret", "denied.law", "denied.safety", "denied.thirdParty", "denied.internal", "denied.process", "denied.enforcement", "denied.inquiry"] },
  unavailable: { name: "表三“（四）无法提供”各项之和", rows: ["unavailable.notHeld", "unavailable.needsCreation", "unavailable.unclear"] },
  notHeld: { name: "表三“本机关不掌握相关政府信息”", rows: ["unavailable.notHeld"] },
  needsCreation: { name: "表三“没有现成信息需要另行制作”", rows: ["unavailable.needsCreation"] },
  unclear: { name: "表三“补正后申请内容仍不明确”", rows: ["unavailable.unclear"] },
  unhandled: { name: "表三“（五）不予处理”各项之和", rows: ["unhandled.petition", "unhandled.duplicate", "unhandled.publication", "unhandled.abusive", "unhandled.reconfirm"] },
  petition: { name: "表三“信访举报投诉类申请”", rows: ["unhandled.petition"] },
  duplicate: { name: "表三“重复申请”", rows: ["unhandled.duplicate"] },
};
const OTHER_HANDLING = { "2019": ["otherHandling"], "2021": ["otherHandling.uncorrected", "otherHandling.unpaid", "otherHandling.misc"] } as const;
const RESULTS = { upheld: "结果维持", corrected: "结果纠正", otherResult: "其他结果", pending: "尚未审结" } as const;
const RESULT_COLUMNS = { upheld: "upheld", corrected: "corrected", otherResult: "other", pending: "pending" } as const;
const REMEDIES: Readonly<Record<Remedy, { readonly name: string; readonly groups: readonly string[] }>> = {
  reconsideration: { name: "表四“行政复议”", groups: ["t4.reconsideration"] },
  litigation: { name: "表四“未经复议直接起诉”“复议后起诉”之和", groups: ["t4.litigationDirect", "t4.litigationAfter"] },
  litigationDirect: { name: "表四“未经复议直接起诉”", groups: ["t4.litigationDirect"] },
  litigationAfter: { name: "表四“复议后起诉”", groups: ["t4.litigationAfter"] },
};

/** The cells a statement speaks of; undefined where it has none or they are not known. */
export function expectedFigures(statement: Statement, facts: Facts): Expected | undefined {
  const { meaning } = statement;
  const third = (name: string, rows: readonly string[], column = "total", alternatives: readonly (readonly string[])[] = []): Expected | undefined => {
    const cells = rows.map((row) => `t3.${row}.${column}`);
    const figures = [cells, ...alternatives].map((keys) => total(facts, keys));
    return figures[0] === undefined ? undefined : { cells, name, figures: figures.filter((one) => one !== undefined) };
  };
  const group = GROUPS[meaning];
  if (group !== undefined) return third(group.name, group.rows);
  const otherHandling = OTHER_HANDLING[facts.form?.edition.id ?? "2021"];
  switch (meaning) {
    case "received":
      // "46 received, 1 of them carried over" is written both ways.
      return third("表三“一、本年新收政府信息公开申请数量”", ["new"], "total", statement.includesCarriedIn === true ? [["t3.new.total", "t3.carriedIn.total"]] : []);
    case "handled":
      return third("表三“一、本年新收政府信息公开申请数量”", ["new"], "total", [["t3.total.total"], ["t3.new.total", "t3.carriedIn.total"]]);
    case "answered": {
      // Withdrawn and lapsed applications are closed without an answer.
      const answered = third("表三“（七）总计”", ["total"]);
      const lapsed = total(facts, otherHandling.map((row) => `t3.${row}.total`));
      return answered === undefined || lapsed === undefined ? answered : { ...answered, figures: [...answered.figures, (answered.figures[0] ?? 0) - lapsed] };
    }
    case "carriedIn":
      return third("表三“二、上年结转政府信息公开申请数量”", ["carriedIn"]);
    case "carriedOut":
      return third("表三“四、结转下年度继续办理”", ["carriedOut"]);
    case "otherHandling":
      return third("表三“（六）其他处理”", otherHandling);
    case "receivedNatural":
      return third("表三“一、本年新收政府信息公开申请数量”·自然人", ["new"], "natural", [["t3.total.natural"], ["t3.new.natural", "t3.carriedIn.natural"]]);
    case "upheld":
    case "corrected":
    case "otherResult":
    case "pending": {
      if (statement.remedy === undefined) return undefined;
      const remedy = REMEDIES[statement.remedy];
      return fourth(facts, `${remedy.name}·${RESULTS[meaning]}`, remedy.groups.map((one) => `${one}.${RESULT_COLUMNS[meaning]}`));
    }
    case "reconsideration":
    case "litigation":
    case "litigationDirect":
    case "litigationAfter":
      return fourth(facts, REMEDIES[meaning].name, REMEDIES[meaning].groups.map((one) => `${one}.total`));
    case "normative":
      return documents(facts, "t2.normative", "规范性文件");
    case "rules":
      return documents(facts, "t2.rules", "规章");
    case "normativeRepealed":
      return facts.form?.edition.id === "2021" ? second(facts, "表二“行政规范性文件”·本年废止件数", [["t2.normative.repealed"]]) : undefined;
    default:
      return undefined;
  }
}

function documents(facts: Facts, row: string, label: string): Expected | undefined {
  return facts.form?.edition.id === "2021"
    ? second(facts, `表二“${label}”·本年制发件数`, [[`${row}.issued`]])
    : second(facts, `表二“${label}”`, [[`${row}.published`], [`${row}.made`], [`${row}.total`]]);
}

function second(facts: Facts, name: string, choices: readonly (readonly CellKey[])[]): Expected | undefined {
  const figures = choices.map((keys) => total(facts, keys));
  const [first] = figures;
  return first === undefined ? undefined : { cells: choices.flat(), name, figures: figures.filter((one) => one !== undefined) };
}

function fourth(facts: Facts, name: string, cells: readonly CellKey[]): Expected | undefined {
  const figure = total(facts, cells);
  return figure === undefined ? undefined : { cells, name, figures: [figure] };
}

/** The sum of cells; empty totals stand for the sum of their parts; undefined where one is absent or not settled. */
function total(facts: Facts, keys: readonly CellKey[]): number | undefined {
  const { values } = checkSums(facts);
  let sum = 0;
  for (const key of keys) {
    const index = facts.form?.indexOf.get(key);
    if (index === undefined) return undefined;
    const state = facts.states[index];
    if (state === ABSENT || state === AMBIGUOUS) return undefined;
    sum += values[index] ?? 0;
  }
  return sum;
}

import type { CellKey } from "../../report.ts";
import { checkSums } from "../check-sums.ts";
import type { CompiledEdition } from "../compiled-edition.ts";
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

/** The cells a meaning stands for. Each choice is a sum of cells (a minus sign takes one off); any may agree. */
interface Spec {
  readonly name: string;
  readonly choices: readonly (readonly string[])[];
}

const DENIED = ["secret", "law", "safety", "thirdParty", "internal", "process", "enforcement", "inquiry"].map(
  (row) => `t3.denied.${row}.total`,
);
const UNAVAILABLE = ["notHeld", "needsCreation", "unclear"].map((row) => `t3.unavailable.${row}.total`);
const UNHANDLED = ["petition", "duplicate", "publication", "abusive", "reconfirm"].map((row) => `t3.unhandled.${row}.total`);
const OTHER_HANDLING = {
  "2019": ["t3.otherHandling.total"],
  "2021": ["uncorrected", "unpaid", "misc"].map((row) => `t3.otherHandling.${row}.total`),
} as const;
const NEW = "表三“一、本年新收政府信息公开申请数量”";
const BOTH_SUITS = "表四“未经复议直接起诉”“复议后起诉”之和";
const REMEDIES: Readonly<Record<Remedy, { readonly name: string; readonly groups: readonly string[] }>> = {
  reconsideration: { name: "表四“行政复议”", groups: ["t4.reconsideration"] },
  litigation: { name: BOTH_SUITS, groups: ["t4.litigationDirect", "t4.litigationAfter"] },
  litigationDirect: { name: "表四“未经复议直接起诉”", groups: ["t4.litigationDirect"] },
  litigationAfter: { name: "表四“复议后起诉”", groups: ["t4.litigationAfter"] },
};
const RESULTS: Readonly<Partial<Record<Meaning, { readonly label: string; readonly column: string }>>> = {
  upheld: { label: "结果维持", column: "upheld" },
  corrected: { label: "结果纠正", column: "corrected" },
  otherResult: { label: "其他结果", column: "other" },
  pending: { label: "尚未审结", column: "pending" },
};

function specOf(meaning: Meaning, remedy: Remedy | undefined, includesCarriedIn: boolean, edition: "2019" | "2021"): Spec | undefined {
  const one = (name: string, ...cells: readonly string[]): Spec => ({ name, choices: [cells] });
  const result = RESULTS[meaning];
  if (result !== undefined)
    return remedy === undefined
      ? undefined
      : one(`${REMEDIES[remedy].name}·${result.label}`, ...REMEDIES[remedy].groups.map((group) => `${group}.${result.column}`));
  switch (meaning) {
    case "received":
      // "46 received, 1 of them carried over" is written both ways.
      return { name: NEW, choices: includesCarriedIn ? [["t3.new.total"], ["t3.new.total", "t3.carriedIn.total"]] : [["t3.new.total"]] };
    case "handled":
      return { name: NEW, choices: [["t3.new.total"], ["t3.total.total"], ["t3.new.total", "t3.carriedIn.total"]] };
    case "answered":
      // Withdrawn and lapsed applications are closed without an answer.
      return {
        name: "表三“（七）总计”",
        choices: [["t3.total.total"], ["t3.total.total", ...OTHER_HANDLING[edition].map((key) => `-${key}`)]],
      };
    case "receivedNatural":
      return { name: `${NEW}·自然人`, choices: [["t3.new.natural"], ["t3.total.natural"], ["t3.new.natural", "t3.carriedIn.natural"]] };
    case "carriedIn":
      return one("表三“二、上年结转政府信息公开申请数量”", "t3.carriedIn.total");
    case "carriedOut":
      return one("表三“四、结转下年度继续办理”", "t3.carriedOut.total");
    case "granted":
      return one("表三“（一）予以公开”", "t3.granted.total");
    case "partial":
      return one("表三“（二）部分公开”", "t3.partial.total");
    case "grantedOrPartial":
      return one("表三“（一）予以公开”“（二）部分公开”之和", "t3.granted.total", "t3.partial.total");
    case "denied":
      return one("表三“（三）不予公开”各项之和", ...DENIED);
    case "unavailable":
      return one("表三“（四）无法提供”各项之和", ...UNAVAILABLE);
    case "notHeld":
      return one("表三“本机关不掌握相关政府信息”", "t3.unavailable.notHeld.total");
    case "needsCreation":
      return one("表三“没有现成信息需要另行制作”", "t3.unavailable.needsCreation.total");
    case "unclear":
      return one("表三“补正后申请内容仍不明确”", "t3.unavailable.unclear.total");
    case "unhandled":
      return one("表三“（五）不予处理”各项之和", ...UNHANDLED);
    case "petition":
      return one("表三“信访举报投诉类申请”", "t3.unhandled.petition.total");
    case "duplicate":
      return one("表三“重复申请”", "t3.unhandled.duplicate.total");
    case "otherHandling":
      return one("表三“（六）其他处理”", ...OTHER_HANDLING[edition]);
    case "reconsideration":
    case "litigation":
    case "litigationDirect":
    case "litigationAfter":
      return one(REMEDIES[meaning].name, ...REMEDIES[meaning].groups.map((group) => `${group}.total`));
    case "normative":
      return documents("t2.normative", edition === "2019" ? "规范性文件" : "行政规范性文件", edition);
    case "rules":
      return documents("t2.rules", "规章", edition);
    case "normativeRepealed":
      return edition === "2021" ? one("表二“行政规范性文件”·本年废止件数", "t2.normative.repealed") : undefined;
    default:
      return undefined;
  }
}

function documents(row: string, label: string, edition: "2019" | "2021"): Spec {
  return edition === "2021"
    ? { name: `表二“${label}”·本年制发件数`, choices: [[`${row}.issued`]] }
    : { name: `表二“${label}”`, choices: [[`${row}.published`], [`${row}.made`], [`${row}.total`]] };
}

interface CompiledSpec {
  readonly name: string;
  readonly cells: readonly CellKey[];
  /** Index and sign of every term. */
  readonly choices: readonly (readonly { readonly index: number; readonly sign: 1 | -1 }[])[];
}

const compiled = new Map<string, CompiledSpec | null>();

function compiledSpec(statement: Statement, form: CompiledEdition): CompiledSpec | null {
  const name = `${form.edition.id} ${statement.meaning} ${statement.remedy ?? ""} ${statement.includesCarriedIn === true}`;
  const known = compiled.get(name);
  if (known !== undefined) return known;
  const spec = specOf(statement.meaning, statement.remedy, statement.includesCarriedIn === true, form.edition.id);
  const made: CompiledSpec | null =
    spec === undefined
      ? null
      : {
          name: spec.name,
          cells: [...new Set(spec.choices.flat().filter((key) => !key.startsWith("-")))],
          choices: spec.choices.map((keys) =>
            keys.map((key) => ({ index: form.indexOf.get(key.replace("-", "")) ?? -1, sign: key.startsWith("-") ? -1 : 1 })),
          ),
        };
  compiled.set(name, made);
  return made;
}

/** The cells a statement speaks of; undefined where it has none or the first choice is not known. */
export function expectedFigures(statement: Statement, facts: Facts): Expected | undefined {
  if (facts.form === undefined) return undefined;
  const spec = compiledSpec(statement, facts.form);
  if (spec === null) return undefined;
  const { values } = checkSums(facts);
  const figures: number[] = [];
  for (const [position, terms] of spec.choices.entries()) {
    let sum = 0;
    let isKnown = true;
    for (const { index, sign } of terms) {
      const state = facts.states[index] ?? ABSENT;
      if (state === ABSENT || state === AMBIGUOUS) isKnown = false;
      sum += sign * (values[index] ?? 0);
    }
    if (isKnown) figures.push(sum);
    else if (position === 0) return undefined;
  }
  return { cells: spec.cells, name: spec.name, figures };
}

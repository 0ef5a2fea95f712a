import type { Edition } from "../editions/form.ts";
import type { CellKey, EditionId } from "../report.ts";

export type SumRuleId = "T3-3" | "T3-2a" | "T3-2b" | "T3-1" | "T4-1";

/** One equation of the form: the cells on the left add up to the cells on the right. */
export interface SumRule {
  readonly id: SumRuleId;
  /** Which row or column it is about, for people. */
  readonly place: string;
  /** Indexes into the edition's cells: what should be the sum … */
  readonly left: readonly number[];
  /** … and what it is compared with: the printed total, or results and carry-over. */
  readonly right: readonly number[];
  /** Names of the left and right terms within `place`. */
  readonly leftNames: readonly string[];
  readonly rightNames: readonly string[];
  /** The printed total where the rule is "parts make the total"; a blank one can be worked out. */
  readonly total: number | undefined;
}

const RESULT_RULE: Readonly<Record<EditionId, SumRuleId>> = { "2019": "T3-2a", "2021": "T3-2b" };
const NOT_RESULTS = new Set(["new", "carriedIn", "total", "carriedOut"]);

/** All equations of an edition in the order in which they are told: rows, results, received = handled, table 4. */
export function sumRules(edition: Edition, indexOf: ReadonlyMap<CellKey, number>): SumRule[] {
  const index = (key: CellKey): number => {
    const found = indexOf.get(key);
    if (found === undefined) throw new Error(`the form ${edition.id} has no cell ${key}`);
    return found;
  };
  const { rows, columns } = edition.table3;
  const parts = columns.filter((column) => column.id !== "total");
  const results = rows.filter((row) => !NOT_RESULTS.has(row.id));

  const acrossRows = rows.map((row): SumRule => {
    const total = index(`t3.${row.id}.total`);
    return {
      id: "T3-3",
      place: `表三“${shortLabel([...row.groups.slice(1), row.label].join(""))}”`,
      left: parts.map((column) => index(`t3.${row.id}.${column.id}`)),
      leftNames: parts.map((column) => column.label),
      right: [total],
      rightNames: ["总计"],
      total,
    };
  });
  const results3 = columns.map((column): SumRule => {
    const total = index(`t3.total.${column.id}`);
    return {
      id: RESULT_RULE[edition.id],
      place: `表三“${column.label}”列`,
      left: results.map((row) => index(`t3.${row.id}.${column.id}`)),
      leftNames: results.map((row) => shortLabel([...row.groups.slice(1), row.label].join(""))),
      right: [total],
      rightNames: ["（七）总计"],
      total,
    };
  });
  const received = columns.map((column): SumRule => ({
    id: "T3-1",
    place: `表三“${column.label}”列`,
    left: [index(`t3.new.${column.id}`), index(`t3.carriedIn.${column.id}`)],
    leftNames: ["本年新收", "上年结转"],
    right: [index(`t3.total.${column.id}`), index(`t3.carriedOut.${column.id}`)],
    rightNames: ["办理结果总计", "结转下年度"],
    total: undefined,
  }));
  const remedies = edition.table4.map((group): SumRule => {
    const total = index(`${group.id}.total`);
    const outcomes = group.columns.filter((column) => column.id !== "total");
    return {
      id: "T4-1",
      place: `表四“${group.label}”`,
      left: outcomes.map((column) => index(`${group.id}.${column.id}`)),
      leftNames: outcomes.map((column) => column.label),
      right: [total],
      rightNames: ["总计"],
      total,
    };
  });
  return [...acrossRows, ...results3, ...received, ...remedies];
}

/** A row label, or a name with one in it, short enough for a sum in a sentence: without its long bracketed note. */
export function shortLabel(label: string): string {
  return label.replace(/（区分处理的[^）]*）/u, "");
}

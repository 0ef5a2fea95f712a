import { EDITIONS } from "@gongkai/annual-report";
import { getOutcome, OUTCOME_CODES, type OutcomeCode, rowOf } from "@gongkai/statute";

export interface OutcomeGroup {
  /** As table 3 calls the rows together. */
  readonly label: string;
  readonly outcomes: readonly { readonly code: OutcomeCode; readonly label: string }[];
}

/** Outcomes that come with an act of their own, and the one only the form of 2019 knows. */
const NOT_CHOSEN: ReadonlySet<OutcomeCode> = new Set(["otherHandling", "otherHandling.uncorrected", "otherHandling.unpaid"]);

/** What an answer may be, grouped and ordered as table 3 counts it. */
export function groupOutcomes(): readonly OutcomeGroup[] {
  const groups = new Map<string, OutcomeGroup["outcomes"][number][]>();
  for (const { id, label: row, groups: above = [] } of EDITIONS["2021"].table3.rows) {
    for (const code of OUTCOME_CODES) {
      if (NOT_CHOSEN.has(code) || rowOf(code, "2021") !== id) continue;
      const label = above.at(-1) === RESULTS || above.length === 0 ? row : (above.at(-1) ?? row);
      groups.set(label, [...(groups.get(label) ?? []), { code, label: getOutcome(code).label }]);
    }
  }
  return [...groups].map(([label, outcomes]) => ({ label, outcomes }));
}

/** The rows of results stand under this together: it groups nothing. */
const RESULTS = EDITIONS["2021"].table3.rows.find(({ id }) => id === "granted")?.groups?.[0];

/** The name of a row of table 3. */
export function nameRow(row: string): string {
  const found = EDITIONS["2021"].table3.rows.find(({ id }) => id === row);
  if (found === undefined) return row;
  const above = found.groups?.at(-1);
  return above === undefined || above === RESULTS ? found.label : `${above}：${found.label}`;
}

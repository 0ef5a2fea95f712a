import type { CellKey, CellState, Report } from "../report.ts";
import { type CompiledEdition, compiledEdition } from "./compiled-edition.ts";
import { type Narrative, readNarrative } from "./narrative/read-narrative.ts";

/** State codes in `Facts.states`; numbers because every rule compares them. */
export const SEEN = 0;
export const BLANK = 1;
export const ABSENT = 2;
export const AMBIGUOUS = 3;

const CODES: Readonly<Record<CellState, number>> = { seen: SEEN, blank: BLANK, absent: ABSENT, ambiguous: AMBIGUOUS };

/** A report laid out for the rules. */
export interface Facts {
  readonly report: Report;
  /** Undefined when the document holds no table of the form. */
  readonly form: CompiledEdition | undefined;
  /** Figures by cell index; 0 where the cell is not a printed figure (see `states`). */
  readonly values: Float64Array;
  readonly states: Uint8Array;
  /** Figures of the prose, read when first asked for. */
  readonly narrative: () => Narrative;
}

/** Lays a report out for the rules. A cell the report does not mention counts as absent. */
export function factsOf(report: Report): Facts {
  const form = report.edition === null ? undefined : compiledEdition(report.edition);
  const count = form?.keys.length ?? 0;
  const values = new Float64Array(count);
  const states = new Uint8Array(count);
  if (form !== undefined) {
    for (let index = 0; index < count; index++) {
      // Inside the bounds of `keys` by the loop's condition.
      const key = form.keys[index] as CellKey;
      const value = report.cells[key];
      const state = report.states[key];
      let code = state === undefined ? (value === undefined || value === null ? ABSENT : SEEN) : CODES[state];
      if (code === SEEN && (value === undefined || value === null)) code = BLANK;
      else if (code === SEEN && Number.isNaN(value)) code = AMBIGUOUS;
      states[index] = code;
      if (code === SEEN) values[index] = value as number; // not null: the line above
    }
  }
  let narrative: Narrative | undefined;
  return { report, form, values, states, narrative: () => (narrative ??= readNarrative(report.sections, report.year)) };
}

/** The figure of a cell: printed, or 0 where the cell is empty; undefined where it is absent or not settled. */
export function figureOf(facts: Facts, key: CellKey): number | undefined {
  const index = facts.form?.indexOf.get(key);
  if (index === undefined) return undefined;
  return (facts.states[index] ?? ABSENT) <= BLANK ? facts.values[index] : undefined;
}

/** True when a figure is printed in the cell. */
export function isSeen(facts: Facts, key: CellKey): boolean {
  const index = facts.form?.indexOf.get(key);
  return index !== undefined && facts.states[index] === SEEN;
}

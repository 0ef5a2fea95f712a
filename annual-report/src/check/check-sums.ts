import type { CompiledEdition } from "./compiled-edition.ts";
import { ABSENT, AMBIGUOUS, BLANK, type Facts, SEEN } from "./facts.ts";
import type { SumRule } from "./sum-rules.ts";

/** A rule of the form that does not hold. */
export interface BrokenSum {
  readonly rule: SumRule;
  readonly left: number;
  readonly right: number;
  /** True when empty cells were counted as 0. */
  readonly hasBlanks: boolean;
}

/** A total left empty though its parts give a figure. */
export interface EmptyTotal {
  readonly rule: SumRule;
  readonly expected: number;
}

export interface SumResults {
  readonly broken: readonly BrokenSum[];
  readonly emptyTotals: readonly EmptyTotal[];
  /** Figures with empty totals worked out from their parts. */
  readonly values: Float64Array;
}

const cache = new WeakMap<Facts, SumResults>();

/**
 * Works every sum rule of the edition out once per report. Empty cells count as 0; a rule with an absent or unsettled
 * term is not assessed. An empty total whose parts are not all 0 is not an arithmetic error but a gap (rule B-1): the
 * figure it should bear stands in for it in the other rules.
 */
export function checkSums(facts: Facts): SumResults {
  const known = cache.get(facts);
  if (known !== undefined) return known;
  const made = facts.form === undefined ? { broken: [], emptyTotals: [], values: facts.values } : workOut(facts, facts.form);
  cache.set(facts, made);
  return made;
}

function workOut(facts: Facts, form: CompiledEdition): SumResults {
  const { states } = facts;
  let values = facts.values;
  const emptyTotals: EmptyTotal[] = [];
  // Columns before rows: an empty （七）总计 row is worked out from the results above it, then its own 总计 from the row.
  for (const pass of ["T3-2", "T3-3", "T4-1"]) {
    for (const rule of form.sums) {
      if (rule.total === undefined || states[rule.total] !== BLANK || !rule.id.startsWith(pass)) continue;
      if (pass === "T3-2" && isGrandTotal(form, rule.total)) continue;
      if (!isAssessable(rule.left, states)) continue;
      const expected = sum(rule.left, values);
      if (expected === 0) continue;
      if (values === facts.values) values = values.slice();
      values[rule.total] = expected;
      emptyTotals.push({ rule, expected });
    }
  }
  const broken: BrokenSum[] = [];
  for (const rule of form.sums) {
    const left = sum(rule.left, values);
    const right = sum(rule.right, values);
    if (left === right || !isAssessable(rule.left, states) || !isAssessable(rule.right, states)) continue;
    broken.push({ rule, left, right, hasBlanks: hasBlanks(rule, facts) });
  }
  return { broken, emptyTotals, values };
}

/** 总计 of （七）总计 is offered by its row, not by its column, so that it is told once. */
function isGrandTotal(form: CompiledEdition, index: number): boolean {
  return form.keys[index] === "t3.total.total";
}

function sum(indexes: readonly number[], values: Float64Array): number {
  let total = 0;
  for (let position = 0; position < indexes.length; position++) total += values[indexes[position] as number] as number; // both within bounds
  return total;
}

function isAssessable(indexes: readonly number[], states: Uint8Array): boolean {
  for (let position = 0; position < indexes.length; position++) {
    const state = states[indexes[position] as number]; // within bounds
    if (state === ABSENT || state === AMBIGUOUS) return false;
  }
  return true;
}

function hasBlanks(rule: SumRule, facts: Facts): boolean {
  return [...rule.left, ...rule.right].some((index) => facts.states[index] !== SEEN);
}

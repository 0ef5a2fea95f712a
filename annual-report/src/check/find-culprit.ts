import type { CompiledEdition } from "./compiled-edition.ts";
import { BLANK, type Facts } from "./facts.ts";
import type { BrokenSum, SumResults } from "./check-sums.ts";

/**
 * The cells of a broken sum, likeliest culprit first. Each cell is tried: were it alone wrong, which of the other rules
 * it takes part in would then hold or break? A cell that mends more than it breaks is named; `isSure` says that one
 * cell stands out.
 */
export function findCulprit(
  broken: BrokenSum,
  sums: SumResults,
  facts: Facts,
  form: CompiledEdition,
): { indexes: number[]; isSure: boolean; correct: number } {
  const { rule } = broken;
  const difference = broken.left - broken.right;
  const brokenRules = new Map(sums.broken.map((one) => [one.rule, one.left - one.right]));
  const totals = rule.right.map((index) => ({ index, change: difference }));
  const parts = rule.left.map((index) => ({ index, change: -difference }));
  const scored = [...totals, ...parts].map(({ index, change }) => {
    const value = sums.values[index] ?? 0;
    // A count below 0 or a whole list of rules newly broken tells against the cell; an empty cell is the first suspect.
    let score = value + change < 0 ? -10 : 0;
    if (facts.states[index] === BLANK) score += 0.5;
    for (const other of form.sumsOf[index] ?? []) {
      if (other === rule) continue;
      const gap = brokenRules.get(other) ?? 0;
      const after = gap + (other.left.includes(index) ? change : -change);
      if (gap !== 0 && after === 0) score += 1;
      else if (gap === 0 && after !== 0) score -= 1;
    }
    return { index, score, correct: value + change };
  });
  const best = [...scored].sort((one, two) => two.score - one.score);
  const [first, second] = best;
  const indexes = first === undefined ? [] : [first.index, ...scored.filter((one) => one !== first).map((one) => one.index)];
  const isSure = first !== undefined && first.score >= 0 && (second === undefined || second.score < first.score);
  return { indexes, isSure, correct: first?.correct ?? 0 };
}

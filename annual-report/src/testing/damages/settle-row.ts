import type { CellKey } from "../../report.ts";
import { accept, type Truth } from "../draft.ts";

/** What may be printed in the cells of a row, in their order. */
export type Reading = (number | null)[];

/**
 * Truth of a row whose figures no longer say by place which column they belong to: `readings` are the ways to read it.
 * Those in which the sums agree are kept (all of them when none is); a cell that has the same value in all that are
 * kept is settled, any other may be read in each of these ways or be left open.
 *
 * @param agrees whether the sums of a reading agree; without it, that of a row of table 3.
 */
export function settleRow(
  truth: Truth,
  keys: readonly CellKey[],
  readings: readonly Reading[],
  agrees: (reading: Reading) => boolean = isSummed,
): void {
  const agreeing = readings.filter(agrees);
  const kept = agreeing.length > 0 ? agreeing : readings;
  keys.forEach((key, index) => {
    const values = new Set(kept.map((reading) => reading[index] ?? null));
    const [only] = values;
    if (values.size === 1 && only !== undefined) truth.cells[key] = only;
    else accept(truth, key, ...values, null);
  });
}

/** True when the last figure is the sum of those before it; a blank counts as nothing. */
export function isSummed(reading: Reading): boolean {
  const parts = reading.slice(0, -1).reduce<number>((sum, value) => sum + (value ?? 0), 0);
  return parts === (reading.at(-1) ?? 0);
}

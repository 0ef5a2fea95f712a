import type { Reading } from "./slot.ts";

/** A row of table 3 with every reading its print allows. */
export interface OpenRow {
  readonly id: string;
  readonly readings: readonly Reading[];
}

/** Terms of the column equations of table 3: the sum of `left` rows equals the sum of `right` rows, column by column. */
export interface ColumnEquation {
  readonly left: readonly string[];
  readonly right: readonly string[];
}

const MOST_COMBINATIONS = 3000;

/**
 * Lets the form's own arithmetic choose among readings: parts and total of a row, and the equations down the columns.
 * Returns, per row, the readings that remain possible. A reading is only dropped when arithmetic speaks clearly; figures
 * that are printed plainly (rows with one reading) are never touched, however wrong their sums.
 */
export function settle(
  rows: readonly OpenRow[],
  equations: readonly ColumnEquation[],
  unknown: ReadonlySet<string>,
): Map<string, readonly Reading[]> {
  const possible = new Map<string, readonly Reading[]>();
  for (const row of rows) possible.set(row.id, footingOf(row.readings));
  const open = rows.filter((row) => row.readings.length > 1);
  if (open.length === 0) return possible;
  // Rows whose arithmetic leaves one reading are confirmed against the columns too, when the columns can be summed.
  const assessable = equations.filter(({ left, right }) => [...left, ...right].every((id) => possible.has(id) && !unknown.has(id)));
  const touching = assessable.filter(({ left, right }) => open.some((row) => left.includes(row.id) || right.includes(row.id)));
  const uncheckable = open.filter(
    (row) => hasGaps(row) && !touching.some(({ left, right }) => left.includes(row.id) || right.includes(row.id)),
  );
  for (const row of uncheckable) possible.set(row.id, row.readings);
  if (touching.length === 0) return possible;
  const combinations = open.reduce((product, row) => product * (possible.get(row.id)?.length ?? 1), 1);
  if (combinations > MOST_COMBINATIONS) {
    for (const row of open) if (hasGaps(row)) possible.set(row.id, row.readings);
    return possible;
  }
  let fewest = Number.POSITIVE_INFINITY;
  const kept: { readonly violated: number; readonly choice: readonly Reading[] }[] = [];
  const balances = touching.map((equation) => balanceOf(equation, possible, open));
  const choose = (index: number, choice: readonly Reading[]): void => {
    const row = open[index];
    if (!row) {
      const violated = balances.reduce((sum, balance) => sum + countUneven(balance, choice), 0);
      fewest = Math.min(fewest, violated);
      kept.push({ violated, choice });
      return;
    }
    for (const reading of possible.get(row.id) ?? []) choose(index + 1, [...choice, reading]);
  };
  choose(0, []);
  // With the columns in order only readings that keep them so remain; with columns broken elsewhere, near misses stay too.
  const limit = fewest === 0 ? 0 : fewest + 1;
  open.forEach((row, place) => {
    if (fewest > 0 && hasGaps(row)) {
      possible.set(row.id, row.readings);
      return;
    }
    const remaining = new Set(kept.filter(({ violated }) => violated <= limit).map(({ choice }) => choice[place]));
    possible.set(
      row.id,
      (possible.get(row.id) ?? []).filter((reading) => remaining.has(reading)),
    );
  });
  return possible;
}

function footingOf(readings: readonly Reading[]): readonly Reading[] {
  if (readings.length < 2) return readings;
  const footing = readings.filter(foots);
  return footing.length > 0 ? footing : readings;
}

/** A row with too few cells: its own sum cannot say which one is missing, only the columns can. */
function hasGaps(row: OpenRow): boolean {
  return row.readings.some((reading) => reading.some((slot) => slot.state === "absent"));
}

/** Whether the last cell is the sum of the others, empty cells counting nothing; a row with an unclear cell never foots. */
export function foots(reading: Reading): boolean {
  if (reading.some((slot) => slot.state === "unclear")) return false;
  const total = reading.at(-1);
  const parts = reading.slice(0, -1).reduce((sum, slot) => sum + (slot.value ?? 0), 0);
  return total?.value === null ? parts === 0 : total?.value === parts;
}

/** An equation with all but the open rows added up. */
interface Balance {
  /** Left less right of the other rows, column by column. */
  readonly rest: readonly number[];
  /** For each open row: 1 where it stands on the left, -1 on the right, 0 where it has no part. */
  readonly signs: readonly number[];
}

function balanceOf({ left, right }: ColumnEquation, possible: ReadonlyMap<string, readonly Reading[]>, open: readonly OpenRow[]): Balance {
  const openIds = new Set(open.map(({ id }) => id));
  const width = possible.get(left[0] ?? "")?.[0]?.length ?? 0;
  const rest = Array.from({ length: width }, (_, column) => {
    const sum = (ids: readonly string[]): number =>
      ids.reduce((total, id) => total + (openIds.has(id) ? 0 : (possible.get(id)?.[0]?.[column]?.value ?? 0)), 0);
    return sum(left) - sum(right);
  });
  return { rest, signs: open.map(({ id }) => Number(left.includes(id)) - Number(right.includes(id))) };
}

/** How many columns do not come out even with these readings of the open rows. */
function countUneven({ rest, signs }: Balance, choice: readonly Reading[]): number {
  let uneven = 0;
  for (let column = 0; column < rest.length; column++) {
    let difference = rest[column] ?? 0;
    for (let place = 0; place < signs.length; place++) {
      const sign = signs[place] ?? 0;
      if (sign !== 0) difference += sign * (choice[place]?.[column]?.value ?? 0);
    }
    if (difference !== 0) uneven++;
  }
  return uneven;
}

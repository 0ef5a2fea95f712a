import { APPLICANT_COLUMNS } from "../editions/both-editions.ts";
import { countFilled, type Run } from "./run.ts";
import { foots } from "./settle.ts";
import { agree, type Reading, type Slot } from "./slot.ts";
import type { Token } from "./token.ts";

/** For each column of the form, which figure of a row is its own; undefined where two orders are open. */
export type ColumnOrder = readonly number[];

/** The order of the form. */
export const IN_ORDER: ColumnOrder = APPLICANT_COLUMNS.map((_, index) => index);
const TOTAL_FIRST: ColumnOrder = IN_ORDER.map((index) => (index + 1) % IN_ORDER.length);
/** So many rows whose figures foot in neither order are no chance. */
const FEWEST_TELLING = 3;

/**
 * The order of the columns. Where each label of the header has a column of a grid to itself, it stands above its figures; but spans get
 * lost, and many layouts merely name 总计 first (it stands a line higher in the header). So where the total is concerned the figures have
 * the last word: those of a row foot with the total in its place. Where they foot in neither order, only a header in a grid is
 * believed; on lines of text both orders are open.
 */
export function orderOfColumns(
  tokens: readonly Token[],
  header: readonly Token[] | undefined,
  runs: readonly Run[],
  readings: () => ReadonlyMap<string, readonly Reading[]>,
): ColumnOrder | undefined {
  const shown = orderInGrid(header, runs);
  if (shown && shown.at(-1) !== IN_ORDER.at(-1)) {
    const { form, other } = countTelling(readings(), shown);
    if (other > form) return shown;
    const isFirst = shown.every((at, index) => at === TOTAL_FIRST[index]);
    if (!isFirst || form >= FEWEST_TELLING) return IN_ORDER;
    return form === 0 ? shown : undefined; // a row or two may foot by chance
  }
  if (shown) return shown;
  if (!isTotalNamedFirst(tokens)) return IN_ORDER;
  const { form, other, neither } = countTelling(readings(), TOTAL_FIRST);
  if (form > 0) return IN_ORDER;
  if (other >= 2) return TOTAL_FIRST;
  return neither >= FEWEST_TELLING ? undefined : IN_ORDER;
}

/** The order in which the labels of the header stand, where each has a column of its own and the figures stand below them. */
function orderInGrid(header: readonly Token[] | undefined, runs: readonly Run[]): ColumnOrder | undefined {
  const width = IN_ORDER.length;
  if (header?.length !== width || !header.every((token) => token.inGrid)) return undefined;
  const positions = header.map(({ position }) => position).sort((one, other) => one - other);
  const full = runs.filter((run) => run.inGrid && run.items.length === width && countFilled(run) === width);
  const under = full.filter(({ items }) => items.every(({ position }, index) => position === positions[index]));
  if (under.length < FEWEST_TELLING || under.length * 2 < full.length) return undefined;
  const order = header.map(({ position }) => positions.indexOf(position));
  return order.every((at, index) => at === index) ? IN_ORDER : order;
}

/** How many rows foot only in the order of the form, only in the other, or in neither. */
function countTelling(
  rows: ReadonlyMap<string, readonly Reading[]>,
  order: ColumnOrder,
): { readonly form: number; readonly other: number; readonly neither: number } {
  const count = { form: 0, other: 0, neither: 0 };
  for (const [reading, ...others] of rows.values()) {
    if (!reading || others.length > 0 || reading.some((slot) => slot.value === null)) continue;
    const footsSo = foots(reading);
    const footsOther = foots(inOrder(reading, order));
    if (footsSo && !footsOther) count.form++;
    if (footsOther && !footsSo) count.other++;
    if (!footsOther && !footsSo) count.neither++;
  }
  return count;
}

/** Whether 总计 stands before 自然人 in the header. */
function isTotalNamedFirst(tokens: readonly Token[]): boolean {
  for (const { marks } of tokens) {
    if (marks.length === 0) continue;
    if (marks.some((mark) => mark.kind === "column3" && mark.id === "total")) return true;
    if (marks.some((mark) => mark.kind === "column3" && mark.id === "natural")) return false;
  }
  return false;
}

/** The rows with their figures in the order of the form. */
export function putInOrder(rows: ReadonlyMap<string, readonly Reading[]>, order: ColumnOrder | undefined): Map<string, readonly Reading[]> {
  const put = (reading: Reading): Reading =>
    order ? inOrder(reading, order) : reading.map((slot, index) => agree([slot, reading[TOTAL_FIRST[index] ?? index] ?? slot]));
  return new Map([...rows].map(([id, readings]) => [id, readings.map(put)]));
}

/** A row's figures in the order of the form. */
export function inOrder(reading: Reading, order: ColumnOrder): Slot[] {
  return order.flatMap((at) => reading[at] ?? []);
}

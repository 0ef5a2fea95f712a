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
 * The order of the columns. In a grid the header says it, where figures stand under its labels. Else 总计 may be really the first
 * column, or merely be named first, as in many layouts (it stands a line higher in the header): the figures decide, every telling row
 * must foot with the total first, and none with the total last. Where figures foot in neither order, both are open.
 */
export function orderOfColumns(
  tokens: readonly Token[],
  header: readonly Token[] | undefined,
  runs: readonly Run[],
  readings: () => ReadonlyMap<string, readonly Reading[]>,
): ColumnOrder | undefined {
  const shown = orderInGrid(header, runs);
  if (shown) return shown;
  return isTotalNamedFirst(tokens) ? orderByTotals(readings()) : IN_ORDER;
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

function orderByTotals(rows: ReadonlyMap<string, readonly Reading[]>): ColumnOrder | undefined {
  let first = 0;
  let neither = 0;
  for (const [reading, ...others] of rows.values()) {
    if (!reading || others.length > 0 || reading.some((slot) => slot.value === null)) continue;
    const footsLast = foots(reading);
    const footsFirst = foots(inOrder(reading, TOTAL_FIRST));
    if (footsLast && !footsFirst) return IN_ORDER;
    if (footsFirst && !footsLast) first++;
    if (!footsFirst && !footsLast) neither++;
  }
  if (first >= 2) return TOTAL_FIRST;
  return neither >= FEWEST_TELLING ? undefined : IN_ORDER;
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

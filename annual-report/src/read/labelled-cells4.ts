import { TABLE4 } from "../editions/both-editions.ts";
import { groupByCell, wholeCell } from "./cells-of-row.ts";
import type { Run } from "./run.ts";
import type { Reading, Slot } from "./slot.ts";
import type { Token } from "./token.ts";

const COLUMNS = TABLE4[0]?.columns.map(({ id }) => id) ?? [];
const GROUP = COLUMNS.length;
const WIDTH = TABLE4.length * GROUP;

/** The group of five columns that a label names: 0 for 行政复议, 1 for 未经复议直接起诉, or 行政诉讼 alone, 2 for 复议后起诉. */
export function groupOf({ marks, label }: Token): number | undefined {
  for (const mark of marks) {
    if (mark.kind === "group4") return TABLE4.findIndex(({ id }) => id === mark.id);
    if (mark.kind === "head" && mark.table === 4 && label.core === "行政诉讼") return 1;
  }
  return undefined;
}

/** Whether the table stands on its side, a result a line, with a figure for each group beside it. */
export function isTurned(runs: readonly Run[]): boolean {
  return runs.filter((run) => columnOf(run) !== undefined && figuresOf(run).length === TABLE4.length).length >= 2;
}

/**
 * Table 4 on its side or told line by line, where each figure, or each three of the groups, has the name of its result beside it.
 * Undefined where that does not give every cell just once.
 */
export function readLabelledCells(runs: readonly Run[]): Reading | undefined {
  const slots: (Slot | undefined)[] = Array.from({ length: WIDTH }, () => undefined);
  let group = 0;
  for (const run of runs) {
    const column = columnOf(run);
    const figures = figuresOf(run);
    if (column === undefined) return undefined;
    const isAcross = figures.length === TABLE4.length;
    if (!isAcross && figures.length !== 1) return undefined;
    const named = run.labels.map(groupOf).filter((found) => found !== undefined);
    // Without a heading of its own the next group begins where the results begin anew.
    group = isAcross ? 0 : (named.at(-1) ?? (slots[group * GROUP + column] ? group + 1 : group));
    for (const [index, slot] of figures.entries()) {
      const at = (group + index) * GROUP + column;
      if (at >= WIDTH || slots[at]) return undefined;
      slots[at] = slot;
    }
  }
  return slots.every((slot) => slot !== undefined) ? slots : undefined;
}

function columnOf({ labels }: Run): number | undefined {
  const mark = labels.findLast(({ label }) => label.core !== "")?.marks.find(({ kind }) => kind === "column4");
  const at = mark && "id" in mark ? COLUMNS.findIndex((id) => id === mark.id) : -1;
  return at === -1 ? undefined : at;
}

function figuresOf({ items }: Run): Slot[] {
  return groupByCell(items.filter((item) => item.kind !== "blank" || item.inGrid)).map(wholeCell);
}

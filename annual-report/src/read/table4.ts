import { TABLE4 } from "../editions/both-editions.ts";
import { joinDigits, splitDigits } from "./digits.ts";
import { learnColumns } from "./columns.ts";
import { groupOf, isTurned, readLabelledCells } from "./labelled-cells4.ts";
import type { Footing } from "./part-glued.ts";
import { isPlain, readRow } from "./read-row.ts";
import { enterPlain, enterSlot, numberOf, type ReportDraft } from "./report-draft.ts";
import { countFilled, cutRuns, type Run } from "./run.ts";
import { foots } from "./settle.ts";
import { ABSENT, agree, plainValue, type Reading, type Slot } from "./slot.ts";
import type { Token } from "./token.ts";

const GROUP = 5;
const WIDTH = TABLE4.length * GROUP;
const MOST_READINGS = 4000;
/** The numbers of the fifteen cells, left to right. */
export const NUMBERS4 = TABLE4.flatMap((group) => group.columns.map((column) => numberOf(`${group.id}.${column.id}`)));

const FOOTING: Footing = {
  holds: (reading) => TABLE4.every((_, group) => foots(reading.slice(group * GROUP, (group + 1) * GROUP))),
};

/** Reads table 4, fifteen cells in one row as a rule, from its tokens into the draft. */
export function readTable4(tokens: readonly Token[], draft: ReportDraft): void {
  const runs = cutRuns(tokens, WIDTH, (label) => label.marks.some((mark) => mark.kind === "column4" || mark.kind === "group4")).filter(
    (run) => countFilled(run) > 0 || run.items.length >= GROUP,
  );
  const [only] = runs;
  const numbers = numbersUnder(headerOf(tokens));
  if (only && runs.length === 1 && isWhole(only)) {
    numbers.forEach((number, index) => {
      const item = only.items[index];
      if (item) enterPlain(draft, number, item.text, item.start, item.end, item.at, plainValue(item) ?? 0);
    });
    return;
  }
  const readings = runs.length === 0 ? [] : readRuns(runs, tokens);
  const isByPlace = readings.every(({ length }) => length === WIDTH) && only !== undefined && runs.length === 1;
  (isByPlace ? numbers : NUMBERS4).forEach((number, index) => {
    const slots = readings.map((reading) => reading[index] ?? ABSENT);
    enterSlot(draft, number, slots.length > 0 ? agree(slots) : missing(runs, index));
  });
}

/** The numbers of the cells left to right; within a group the header may name its results in another order than the form. */
function numbersUnder(header: readonly Token[] | undefined): readonly number[] {
  if (!header) return NUMBERS4;
  const numbers = header.map(({ marks }, index) => {
    const group = TABLE4[Math.floor(index / GROUP)];
    const mark = marks.find(({ kind }) => kind === "column4");
    return mark && "id" in mark ? numberOf(`${group?.id}.${mark.id}`) : -1;
  });
  return new Set(numbers).size === WIDTH && !numbers.includes(-1) ? numbers : NUMBERS4;
}

/** Fifteen figures in fifteen cells: there is only one reading. */
function isWhole({ items }: Run): boolean {
  if (!isPlain(items, WIDTH)) return false;
  for (let index = 0; index < WIDTH; index++) {
    const item = items[index];
    if (!item || plainValue(item) === undefined) return false;
  }
  return true;
}

function readRuns(runs: readonly Run[], tokens: readonly Token[]): readonly Reading[] {
  const labelled = readLabelledCells(runs);
  if (labelled) return [labelled];
  if (isTurned(runs)) return []; // in parts: nothing tells which of its figures are missing
  const fullest = runs.find((run) => countFilled(run) === WIDTH);
  if (fullest) {
    // Figures beside the row: where its sums do not hold, a number may have been cut in two.
    const { readings } = readRow(fullest, WIDTH);
    const isWhole = runs.every((run) => run === fullest || countFilled(run) === 0) || readings.some(FOOTING.holds);
    return isWhole ? readings : readings.map(doubtBrokenGroups);
  }
  const filled = runs.flatMap((run) => run.items.filter((item) => item.kind !== "blank"));
  if (filled.length === WIDTH) {
    const { readings } = readRow({ labels: [], items: filled, inGrid: false }, WIDTH);
    // Words between the figures may mean that columns were taken out one by one: only the sums tell their order then.
    if (runs.length === 1 || readings.some(FOOTING.holds)) return readings;
    return readByGroup(runs.filter((run) => countFilled(run) > 0)) ?? byArithmetic(readings);
  }
  const columns = learnColumns([], WIDTH, headerOf(tokens));
  const wides = runs.filter((run) => run.inGrid && (run.items.length >= WIDTH - 1 || (columns && countFilled(run) > 0)));
  // A page that is one table goes on behind its figures: 六、… 无, and fourteen empty cells.
  const wide = wides.findLast(({ labels }) => labels.some(({ marks }) => marks.some(({ kind }) => kind === "column4"))) ?? wides.at(-1);
  if (wide) {
    const { readings, isRebuilt } = readRow(wide, WIDTH, columns, FOOTING);
    return isRebuilt ? byArithmetic(readings) : readings;
  }
  const lastRun = runs.at(-1);
  if (lastRun && !lastRun.inGrid && lastRun.items.length >= WIDTH && countFilled(lastRun) > 0) {
    const { readings, isRebuilt } = readRow(lastRun, WIDTH, undefined, FOOTING);
    return isRebuilt ? byArithmetic(readings) : readings;
  }
  const byGroup = readByGroup(runs.filter((run) => countFilled(run) > 0));
  if (byGroup) return byGroup;
  if (filled.length > WIDTH) return byArithmetic(withinReach(joinDigits(filled, WIDTH, MOST_READINGS)));
  const all = { labels: [], items: runs.flatMap((run) => run.items), inGrid: false };
  if (filled.length <= 3 && filled.length > 0) return byArithmetic(withinReach(splitDigits(filled, WIDTH, MOST_READINGS)));
  if (all.items.length === WIDTH) return readRow(all, WIDTH).readings;
  return byArithmetic(readRow(all, WIDTH, undefined, FOOTING).readings);
}

function doubtBrokenGroups(reading: Reading): Reading {
  return reading.map((slot, index) => {
    const from = index - (index % GROUP);
    const group = reading.slice(from, from + GROUP);
    if (foots(group)) return slot;
    // Of a cell that is not there the figures beside it are all there is to show.
    const tokens = slot.tokens.length > 0 ? slot.tokens : ([...group, ...reading].find((beside) => beside.tokens.length > 0)?.tokens ?? []);
    return { value: null, state: "unclear", tokens, candidates: slot.candidates ?? [slot.value] };
  });
}

/** A row rebuilt from pieces counts only where the three sums of the form hold. */
function byArithmetic(readings: readonly Reading[]): readonly Reading[] {
  const footing = readings.filter(FOOTING.holds);
  return footing.length > 0 ? footing : readings.map(doubtBrokenGroups);
}

/** As many readings as were asked for are not all there are: nothing can be said. */
function withinReach(readings: readonly Reading[]): readonly Reading[] {
  return readings.length >= MOST_READINGS ? [] : readings;
}

/** Table 4 as two or three tables, or with a group of figures left out: each group by its own heading. */
function readByGroup(runs: readonly Run[]): readonly Reading[] | undefined {
  const slots: (Slot | undefined)[] = Array.from({ length: WIDTH }, () => undefined);
  let group = 0;
  for (const run of runs) {
    const named = [...new Set(run.labels.map(groupOf).filter((found) => found !== undefined))];
    if (named.length > 1 && run.items.length < named.length * GROUP) return undefined; // one row under several headings
    group = Math.max(group, named[0] ?? 0);
    const size = countFilled(run) === 0 ? run.items.length : countFilled(run);
    if (size % GROUP !== 0 || group + size / GROUP > TABLE4.length) return undefined;
    const [reading] = readRow(run, size).readings;
    // Without a label of its own for each, five figures of ten or fifteen are a group only where they foot.
    const parts = Array.from({ length: size / GROUP }, (_, part) => reading?.slice(part * GROUP, (part + 1) * GROUP) ?? []);
    if (parts.length > 1 && !parts.every(foots)) return undefined;
    reading?.forEach((slot, index) => (slots[group * GROUP + index] = slot));
    group += size / GROUP;
  }
  // Groups without any figures: only believable when the groups read were named, not merely counted.
  const isNamed = runs.every((run) => run.labels.some((label) => groupOf(label) !== undefined));
  if (slots.includes(undefined) && !isNamed) return undefined;
  return [slots.map((slot) => slot ?? ABSENT)];
}

/** The fifteen header cells from left to right, where a grid shows them all. */
function headerOf(tokens: readonly Token[]): Token[] | undefined {
  const cells = tokens.filter((token) => token.inGrid && token.marks.some((mark) => mark.kind === "column4"));
  return cells.length === WIDTH ? [...cells].sort((a, b) => a.position - b.position) : undefined;
}

function missing(runs: readonly Run[], index: number): Slot {
  const items = runs.flatMap((run) => run.items.filter((item) => item.kind !== "blank"));
  if (items.length === 0) return ABSENT;
  return { value: null, state: "unclear", tokens: items.slice(Math.min(index, items.length - 1)).slice(0, 1), candidates: [] };
}

import { joinDigits, splitDigits } from "./digits.ts";
import type { Run } from "./run.ts";
import { ABSENT, type Reading, type Slot, slotOf, slotOfDigits } from "./slot.ts";
import type { Token } from "./token.ts";

/** Every reading of a run that its print allows. One reading: settled. None: the run does not fit the row at all. */
export interface RowReadings {
  readonly readings: readonly Reading[];
  /** The row was rebuilt: cells are missing, surplus, or digits had to be joined or parted. */
  readonly isRebuilt: boolean;
}

const MOST_READINGS = 400;

/**
 * Lays the items of a run on the `width` cells of its row. `columns`, where the table's geometry is trustworthy, are the
 * positions of the cells. Nothing is decided here that the print leaves open: every possible reading is returned, and
 * arithmetic chooses later.
 */
export function readRow(run: Run, width: number, columns?: readonly number[]): RowReadings {
  const items = run.items;
  const filled = items.filter((item) => item.kind !== "blank");
  if (filled.length === 0) return settled(blankRow(items, width));
  const cells = groupByCell(filled);
  if (filled.length === width) return settled(filled.map(slotOf));
  if (cells.length === width) return settled(cells.map(wholeCell));
  const located = columns && locate(items, columns);
  if (located) return settled(located);
  if (items.length === width) return settled(items.map(slotOf));
  return { readings: distinct(filled.length > width ? tooMany(filled, cells, width) : tooFew(trimMargins(items, width), filled, width)), isRebuilt: true };
}

function settled(reading: Reading): RowReadings {
  return { readings: [reading], isRebuilt: false };
}

function blankRow(items: readonly Token[], width: number): Slot[] {
  return Array.from({ length: width }, (_, index) => {
    const item = items[items.length - width + index] ?? items[index];
    return item ? slotOf(item) : ABSENT;
  });
}

function groupByCell(items: readonly Token[]): Token[][] {
  const cells: Token[][] = [];
  for (const item of items) {
    const last = cells.at(-1);
    if (last?.[0]?.cell === item.cell) last.push(item);
    else cells.push([item]);
  }
  return cells;
}

/** A cell of a grid holds one number: digits set apart in it by blanks belong together. */
function wholeCell(tokens: readonly Token[]): Slot {
  const [first] = tokens;
  if (tokens.length === 1 && first) return slotOf(first);
  const digits = tokens.map((token) => (token.figure?.kind === "number" && token.figure.plain ? token.figure.digits : "?")).join("");
  if (digits.includes("?") || (digits.startsWith("0") && digits.length > 1)) {
    return { value: null, state: "unclear", tokens, candidates: [] };
  }
  return slotOfDigits(digits, tokens);
}

/** Reads by position, when every filled item stands on a column of its own. */
function locate(items: readonly Token[], columns: readonly number[]): Slot[] | undefined {
  const slots: (Slot | undefined)[] = columns.map(() => undefined);
  const gap = Math.min(...columns.slice(1).map((column, index) => column - (columns[index] ?? 0)));
  for (const item of items) {
    let nearest = 0;
    columns.forEach((column, index) => {
      if (Math.abs(column - item.position) < Math.abs((columns[nearest] ?? 0) - item.position)) nearest = index;
    });
    const isNear = Math.abs((columns[nearest] ?? 0) - item.position) < gap * 0.45;
    if (!isNear || slots[nearest]?.state === "seen") {
      if (item.kind === "blank") continue;
      return undefined;
    }
    slots[nearest] = slotOf(item);
  }
  return slots.map((slot) => slot ?? ABSENT);
}

/** Empty cells between the label and the figures are margins as long as enough cells remain. */
function trimMargins(items: readonly Token[], width: number): readonly Token[] {
  let from = 0;
  while (items.length - from > width && items[from]?.kind === "blank") from++;
  return items.slice(from);
}

function tooMany(filled: readonly Token[], cells: readonly (readonly Token[])[], width: number): Reading[] {
  const readings: Reading[] = joinDigits(filled, width, MOST_READINGS);
  // A surplus figure: any one of them may be the stray one.
  const surplus = filled.length - width;
  if (surplus <= 2) for (const rest of without(filled, surplus)) readings.push(rest.map(slotOf));
  else if (cells.length > width && cells.length - width <= 2) {
    for (const rest of without(cells, cells.length - width)) readings.push(rest.map(wholeCell));
  }
  return readings;
}

function tooFew(items: readonly Token[], filled: readonly Token[], width: number): Reading[] {
  const readings: Reading[] = splitDigits(filled, width, MOST_READINGS);
  const blanks = items.length - filled.length;
  const surplus = items.length - width;
  if (surplus > 0 && blanks >= surplus) {
    // Too many cells: some of the empty ones are margins or stray.
    const blankItems = items.filter((item) => item.kind === "blank");
    for (const kept of without(blankItems, surplus)) {
      const keptSet = new Set(kept);
      readings.push(items.filter((item) => item.kind !== "blank" || keptSet.has(item)).map(slotOf));
      if (readings.length > MOST_READINGS) break;
    }
  } else if (surplus < 0) {
    // Cells are missing: they may be missing anywhere.
    for (const places of choose(width, -surplus)) {
      const slots: Slot[] = [];
      let next = 0;
      for (let index = 0; index < width; index++) {
        const item = places.has(index) ? undefined : items[next++];
        slots.push(item ? slotOf(item) : ABSENT);
      }
      readings.push(slots);
      if (readings.length > MOST_READINGS) break;
    }
  }
  return readings;
}

function* without<T>(items: readonly T[], count: number): Generator<T[]> {
  for (const left of choose(items.length, count)) yield items.filter((_, index) => !left.has(index));
}

/** Every choice of `count` places out of `size`. */
function* choose(size: number, count: number, from = 0): Generator<Set<number>> {
  if (count === 0) {
    yield new Set();
    return;
  }
  for (let first = from; first <= size - count; first++) {
    for (const rest of choose(size, count - 1, first + 1)) yield rest.add(first);
  }
}

function distinct(readings: readonly Reading[]): Reading[] {
  const seen = new Map<string, Reading>();
  for (const reading of readings) {
    const name = reading.map((slot) => (slot.value === null ? slot.state.charAt(0) : slot.value)).join(" ");
    if (!seen.has(name)) seen.set(name, reading);
  }
  return [...seen.values()];
}

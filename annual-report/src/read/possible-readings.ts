import { groupByCell, wholeCell } from "./cells-of-row.ts";
import { joinDigits, splitDigits } from "./digits.ts";
import { foots } from "./settle.ts";
import { ABSENT, type Reading, type Slot, slotOf } from "./slot.ts";
import type { Token } from "./token.ts";

/** A label stands over three columns at most. */
const MOST_MARGINS = 2;
/** More readings than this cannot be told apart; the row is then not read at all. */
export const MOST_READINGS = 400;

/**
 * Every way to lay the items of a row on its cells: figures joined from single digits or parted where they ran together,
 * surplus figures left out, missing cells supposed anywhere. In a grid empty cells in front are margins.
 */
export function listReadings(items: readonly Token[], width: number, inGrid: boolean): Reading[] {
  const filled = items.filter((item) => item.kind !== "blank");
  const filledCells = groupByCell(filled);
  const asCells = filledCells.length < filled.length && filledCells.length < width ? laidOut(filledCells.map(wholeCell), width) : [];
  if (filled.length === width) return [filled.map(slotOf), ...asCells];
  if (filled.length > width) {
    const apart = new Set(items.filter((item, index) => item.kind !== "blank" && items[index - 1]?.kind === "blank"));
    return [...asCells, ...tooMany(filled, filledCells, width, (token) => apart.has(token))];
  }
  return [
    ...asCells,
    ...tooFew(inGrid ? trimMargins(items, width) : items, filled, width, inGrid),
    ...(inGrid ? withoutMargins(items, width) : []),
    ...(inGrid ? [] : withoutTail(items, filled, width)),
  ];
}

/** Empty cells between the label and the figures are margins as long as enough cells remain, and the surplus is not at the end. */
function trimMargins(items: readonly Token[], width: number): readonly Token[] {
  if (items.at(-1)?.kind === "blank") return items;
  let from = 0;
  while (items.length - from > width && items[from]?.kind === "blank") from++;
  return items.slice(from);
}

/**
 * A label over two or three columns leaves empty cells behind it, and empty cells at the end of a line are lost: then what is
 * there is less than a row, and where it begins is open.
 */
function withoutMargins(items: readonly Token[], width: number): Reading[] {
  const readings: Reading[] = [];
  for (let margins = 1; margins <= MOST_MARGINS && items[margins - 1]?.kind === "blank"; margins++) {
    const rest = items.slice(margins);
    if (rest.length < width && rest.length > 0) readings.push(...laidOut(rest.map(slotOf), width));
  }
  return readings;
}

/** Every way to lay fewer slots on a row, empty places in between. */
export function laidOut(slots: readonly Slot[], width: number): Reading[] {
  const readings: Reading[] = [];
  for (const places of choose(width, width - slots.length)) {
    let next = 0;
    readings.push(Array.from({ length: width }, (_, index) => (places.has(index) ? ABSENT : (slots[next++] ?? ABSENT))));
    if (readings.length > MOST_READINGS) break;
  }
  return readings;
}

function tooMany(
  filled: readonly Token[],
  cells: readonly (readonly Token[])[],
  width: number,
  isApart: (token: Token) => boolean,
): Reading[] {
  const readings: Reading[] = joinDigits(filled, width, MOST_READINGS + 1, isApart);
  // Two figures lost say nothing of which of them are strays: their digits may have come apart over empty cells.
  if (readings.length === 0 && filled.length - width > 1) readings.push(...joinDigits(filled, width, MOST_READINGS + 1));
  const mayHaveComeApart = readings.length > 0;
  const mayFoot = readings.some(foots);
  // A surplus figure: any one of them may be the stray one.
  const surplus = filled.length - width;
  if (surplus <= 2) {
    for (const rest of without(filled, surplus)) {
      // Two figures too many are digits come apart rather than two stray figures, unless those are zeros.
      const isFigureLost = surplus > 1 && filled.some((token) => !rest.includes(token) && !isZero(slotOf(token)));
      if (mayHaveComeApart && isFigureLost && !mayFoot) continue;
      const reading = rest.map(slotOf);
      // A row of zeros always foots: that says nothing for leaving out the one figure that may be 1 0 0 come apart.
      if (!mayHaveComeApart || !reading.every(isZero) || filled.every((item) => isZero(slotOf(item)))) readings.push(reading);
    }
  } else if (cells.length > width && cells.length - width <= 2) {
    for (const rest of without(cells, cells.length - width)) readings.push(rest.map(wholeCell));
  }
  return readings;
}

function isZero({ value }: Slot): boolean {
  return value === 0;
}

function tooFew(items: readonly Token[], filled: readonly Token[], width: number, inGrid: boolean): Reading[] {
  // Where a grid has all the cells of a row, figures in two of them or more have not run together.
  const isWhole = inGrid && filled.length > 1 && items.length >= width;
  const readings: Reading[] = isWhole ? [] : splitDigits(filled, width, MOST_READINGS + 1);
  if (items.length === width)
    readings.push(items.map(slotOf), ...(items[0]?.kind === "blank" ? laidOut(items.slice(1).map(slotOf), width) : []));
  const blanks = items.length - filled.length;
  const surplus = items.length - width;
  if (surplus > 0 && blanks >= surplus) {
    // Too many cells: some of the empty ones are margins or stray.
    const blankItems = items.filter((item) => item.kind === "blank");
    for (const kept of without(blankItems, surplus)) {
      const keptSet = new Set(kept);
      readings.push(items.filter((item) => item.kind !== "blank" || keptSet.has(item)).map(slotOf));
      if (readings.length > MOST_READINGS) break; // more than can be told apart
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

/** In a sequence the empty cells behind the last figure may be margins, and a cell may be missing before it. */
function withoutTail(items: readonly Token[], filled: readonly Token[], width: number): Reading[] {
  const end = items.findLastIndex((item) => item.kind !== "blank") + 1;
  return end < items.length && end < width && filled.length < width ? laidOut(items.slice(0, end).map(slotOf), width) : [];
}

function* without<T>(items: readonly T[], count: number): Generator<T[]> {
  for (const left of choose(items.length, count)) yield items.filter((_, index) => !left.has(index));
}

/** Every choice of `count` places out of `size`. */
export function* choose(size: number, count: number, from = 0): Generator<Set<number>> {
  if (count === 0) {
    yield new Set();
    return;
  }
  for (let first = from; first <= size - count; first++) {
    for (const rest of choose(size, count - 1, first + 1)) yield rest.add(first);
  }
}

/** Readings that say the same count once. */
export function distinct(readings: readonly Reading[]): Reading[] {
  const seen = new Map<string, Reading>();
  for (const reading of readings) {
    const name = reading.map((slot) => (slot.value === null ? slot.state.charAt(0) : slot.value)).join(" ");
    if (!seen.has(name)) seen.set(name, reading);
  }
  return [...seen.values()];
}

import { groupByCell, wholeCell } from "./cells-of-row.ts";
import { distinct, laidOut, listReadings, MOST_READINGS } from "./possible-readings.ts";
import type { Columns } from "./columns.ts";
import type { Run } from "./run.ts";
import { partDashes } from "./part-dashes.ts";
import { type Footing, partGlued } from "./part-glued.ts";
import { ABSENT, type Reading, type Slot, slotOf } from "./slot.ts";
import type { Token } from "./token.ts";

/** Every reading of a run that its print allows. One reading: settled. None: the run does not fit the row at all. */
export interface RowReadings {
  readonly readings: readonly Reading[];
  /** The row was rebuilt: cells are missing, surplus, or digits had to be joined or parted. */
  readonly isRebuilt: boolean;
}

const MOST_ITEMS = 60;

/**
 * Lays the items of a run on the `width` cells of its row. `columns`, where the table's geometry is trustworthy, are the
 * positions of the cells. Nothing is decided here that the print leaves open: every possible reading is returned, and
 * arithmetic chooses later. No reading at all means that there are too many to tell apart.
 */
export function readRow(run: Run, width: number, columns?: Columns, footing?: Footing): RowReadings {
  if (isPlain(run.items, width)) return settled(plainReading(run.items, width));
  const withDashes = footing ? partDashes(run.items, width).map((parted) => plainReading(parted, width)) : [];
  if (withDashes.length > 0) return { readings: withDashes, isRebuilt: withDashes.length > 1 };
  const items = run.inGrid ? run.items : withoutNextMargin(run.items);
  if (items.length > MOST_ITEMS) return { readings: [], isRebuilt: true };
  const filled = items.filter((item) => item.kind !== "blank");
  if (filled.length === 0) return settled(blankRow(items, width));
  const cells = groupByCell(items);
  const filledCells = groupByCell(filled);
  const isSpread = !run.inGrid && footing !== undefined && innerBlanks(items) > 2 && !footing.holds(filledCells.map(wholeCell));
  const whole = filledCells.length === width && !isSpread ? filledCells.map(wholeCell) : undefined;
  if (whole && !whole.some((slot) => slot.tokens.length > 1 && slot.state === "unclear")) return settled(whole);
  const asPlaced = readAsPlaced(run, items, cells, width, columns, footing);
  const parted = asPlaced && run.inGrid ? partGlued(asPlaced, footing) : [];
  if (asPlaced && parted.length > 0) return { readings: [asPlaced, ...parted], isRebuilt: true };
  if (asPlaced && !isShifted(asPlaced, footing) && !isRunTogether(asPlaced, footing)) return settled(asPlaced);
  if (filled.length === width && !isSpread && isPlausibleAsPrinted(filled, filledCells.length, footing)) return settled(filled.map(slotOf));
  const readings = [
    ...(asPlaced ? [asPlaced] : []),
    ...(asPlaced && isShifted(asPlaced, footing) ? laidOut(asPlaced.slice(0, -1), width) : []),
    ...listReadings(items, width, run.inGrid),
  ];
  return { readings: readings.length > MOST_READINGS ? [] : distinct(readings), isRebuilt: true };
}

/** The reading by position, or cell by cell where the row has just as many cells as the form. */
function readAsPlaced(
  run: Run,
  items: readonly Token[],
  cells: readonly (readonly Token[])[],
  width: number,
  columns: Columns | undefined,
  footing: Footing | undefined,
): Reading | undefined {
  // An empty first cell may be the margin of a label column; then an empty last one was dropped.
  const mayBeMargin = (reading: Reading): boolean =>
    footing !== undefined &&
    reading[0]?.state === "blank" &&
    isFilled(reading.at(-1)) &&
    (hasZeros(reading) || !isBorneOut(reading, footing));
  const located = columns && !isLabelledInside(run, columns) ? locate(items, columns.positions) : undefined;
  if (located && (located.includes(ABSENT) ? isBorneOut(located, footing) : columns?.isSure || !mayBeMargin(located))) return located;
  if (!run.inGrid) return readFirst(cells, width, footing);
  if (located || cells.length !== width) return undefined;
  const reading = cells.map(wholeCell);
  return mayBeMargin(reading) ? undefined : reading;
}

/** Something is printed there, be it a mark for nothing. */
function isFilled(slot: Slot | undefined): boolean {
  return slot?.state === "seen" || (slot?.state === "blank" && slot.tokens[0]?.kind === "figure");
}

/** The row's label stands where its first figure should: the row is shifted. */
function isLabelledInside({ labels, items }: Run, { positions }: Columns): boolean {
  const label = labels.at(-1);
  return label !== undefined && label.inGrid && label.row === items[0]?.row && label.position >= (positions[0] ?? 0);
}

/** The total is empty and the cell before it is the sum of the others: a cell is missing and the rest moved up. */
function isShifted(reading: Reading, footing: Footing | undefined): boolean {
  const [last, beforeLast] = [reading.at(-1), reading.at(-2)];
  if (reading.slice(0, -1).some((slot) => slot.state !== "seen")) return false; // here empty cells stand for zeros
  if (!footing || last?.value !== null || last.state === "unclear" || !beforeLast?.value) return false;
  return reading.slice(0, -2).reduce((sum, slot) => sum + (slot.value ?? 0), 0) === beforeLast.value;
}

/** One long string of digits in an otherwise empty row that does not foot: the figures of the row ran together. */
function isRunTogether(reading: Reading, footing: Footing | undefined): boolean {
  const filled = reading.filter((slot) => slot.state !== "blank" && slot.state !== "absent");
  const figure = filled[0]?.tokens[0]?.figure;
  if (filled.length !== 1 || figure?.kind !== "number" || !figure.plain || figure.digits.length < reading.length) return false;
  return footing ? !footing.holds(reading) : filled[0]?.state === "unclear";
}

/** Empty cells among the figures of a sequence: with more than two of them they may be the figures of two rows. */
export function innerBlanks(items: readonly Token[]): number {
  const from = items.findIndex((item) => item.kind !== "blank");
  const to = items.findLastIndex((item) => item.kind !== "blank");
  return items.filter((item, index) => item.kind === "blank" && index > from && index < to).length;
}

/** In a sequence whose rows are parted by breaks, empty cells behind a break are margins of the next row. */
function withoutNextMargin(items: readonly Token[]): readonly Token[] {
  const last = items.findLastIndex((item) => item.kind !== "blank");
  const block = items[last]?.block;
  const end = items.findIndex((item, index) => index > last && item.block !== block);
  return last === -1 || end === -1 ? items : items.slice(0, end);
}

/**
 * Several figures in one cell are either cells that ran together or one number with blanks in it (1 274). Cells that
 * ran together are believed when the whole row stands in one cell, holds only zeros, or foots.
 */
function isPlausibleAsPrinted(filled: readonly Token[], cells: number, footing: Footing | undefined): boolean {
  if (cells === filled.length || cells === 1) return true;
  const reading = filled.map(slotOf);
  return reading.every((slot) => slot.value === 0) || (footing?.holds(reading) ?? false);
}

/** One figure a cell in the first `width` cells, and nothing but empty cells behind. */
export function isPlain(items: readonly Token[], width: number): boolean {
  if (items.length < width) return false;
  let cell = -1;
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (item === undefined || item.kind !== (index < width ? "figure" : "blank") || (index < width && item.cell === cell)) return false;
    cell = item.cell;
  }
  return true;
}

function plainReading(items: readonly Token[], width: number): Slot[] {
  const slots: Slot[] = [];
  for (let index = 0; index < width; index++) {
    const item = items[index];
    if (item) slots.push(slotOf(item));
  }
  return slots;
}

/** Where cells are missing from the print, a reading by position counts only with figures that foot. */
function isBorneOut(reading: Reading, footing: Footing | undefined): boolean {
  return footing !== undefined && footing.holds(reading) && reading.some((slot) => slot.value);
}

/** Who prints zeros leaves no first cell empty: few other figures foot by chance, with zeros among them many. */
function hasZeros(reading: Reading): boolean {
  return reading.slice(0, -1).some((slot) => slot.value === 0);
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

/** Reads by position, when every filled item stands on a column of its own. */
function locate(items: readonly Token[], columns: readonly number[]): Slot[] | undefined {
  const slots: (Slot | undefined)[] = columns.map(() => undefined);
  const gap = Math.min(...columns.slice(1).map((column, index) => column - (columns[index] ?? 0)));
  for (const cell of groupByCell(items)) {
    const [item] = cell;
    if (!item) continue;
    let nearest = 0;
    columns.forEach((column, index) => {
      if (Math.abs(column - item.position) < Math.abs((columns[nearest] ?? 0) - item.position)) nearest = index;
    });
    const isNear = Math.abs((columns[nearest] ?? 0) - item.position) < gap * 0.45;
    if (!isNear || slots[nearest]?.state === "seen") {
      if (item.kind === "blank") continue;
      return undefined;
    }
    slots[nearest] = wholeCell(cell);
  }
  return slots.map((slot) => slot ?? ABSENT);
}

/**
 * In a sequence (one cell a line) the cells of a row follow its label at once, and empty ones behind them are margins of
 * the next row. Believed only when the figures foot so, or only the total is left empty.
 */
function readFirst(cells: readonly (readonly Token[])[], width: number, footing: Footing | undefined): Reading | undefined {
  if (cells.length < width || cells.slice(width).some(([item]) => item?.kind !== "blank")) return undefined;
  const reading = cells.slice(0, width).map(wholeCell);
  const parts = reading.slice(0, -1);
  const beforeLast = parts.slice(0, -1).reduce((sum, slot) => sum + (slot.value ?? 0), 0);
  // Six figures of which the last is the sum of the others: the total stands there, and another cell is missing.
  const isTotalEmpty =
    reading.at(-1)?.state === "blank" && parts.every((slot) => slot.state === "seen") && parts.at(-1)?.value !== beforeLast;
  if (!footing && reading.some((slot) => slot.state === "unclear" && slot.tokens.length > 1)) return undefined;
  if (!footing || isTotalEmpty) return reading;
  // An empty first cell may be a margin as well: only figures that foot tell.
  return reading[0]?.state === "blank"
    ? isBorneOut(reading, footing)
      ? reading
      : undefined
    : footing.holds(reading)
      ? reading
      : undefined;
}

import { groupByCell, wholeCell } from "./cells-of-row.ts";
import { distinct, laidOut } from "./possible-readings.ts";
import { joinSigns, partDashes } from "./part-dashes.ts";
import { readRow } from "./read-row.ts";
import { countFilled, type Run } from "./run.ts";
import { ABSENT, agree, type Reading, type Slot, slotOf } from "./slot.ts";
import type { Row2Plan } from "./table2.ts";
import type { Token } from "./token.ts";
import type { Mark } from "./vocabulary.ts";

/** The widest rows have three columns. */
export const WIDEST = 3;

/** Every reading of a run as a row of table 2; `tokens` are those of the table, whose column labels say where its cells are. */
export function readingsOf(run: Run, row: Row2Plan, tokens: readonly Token[]): readonly Reading[] {
  const { width } = row;
  if (run.items.length === width) return readRow(run, width).readings;
  const mayChange = row.columns.some(({ kind }) => kind === "change");
  const isOfBlanks = !run.inGrid || run.items[0]?.at.box !== undefined;
  const withSigns = mayChange && isOfBlanks ? joinSigns(run.items, width) : undefined;
  // 36 396 may as well be one number, and the dash a mark for nothing.
  const isByThousands = run.items.some(
    (item, index) => index > 0 && /^\d{3}$/.test(item.text) && /^[1-9]\d{0,2}$/.test(run.items[index - 1]?.text ?? ""),
  );
  if (withSigns && isPossible(withSigns, row)) return isByThousands ? [withSigns, ...readRow(run, width).readings] : [withSigns];
  const withDashes = mayChange ? [] : partDashes(run.items, width);
  if (withDashes.length > 0) return withDashes.map((items) => items.map(slotOf));
  const placed = run.inGrid ? readUnderHeader(run, row, tokens) : undefined;
  if (placed) return [placed];
  const under = itemsUnderHeader(run, width, tokens);
  if (under) return readRow({ ...run, items: under }, width).readings;
  const filled = run.items.filter((item) => item.kind !== "blank");
  if (width === 1 && filled.length > 1) return readingsOfOne(filled, run.inGrid);
  if (mayBeMoved(run, width)) return distinct([...readRow(run, width).readings, ...laidOut(filled.map(slotOf), width)]);
  const before = firstOfTwoRows(run, width);
  if (before) {
    const { readings } = readRow(run, width);
    return readings.length === 0 ? [] : [before, ...readings]; // too many to tell apart
  }
  const once = withoutCopy(run, width);
  if (once && !hasHeader(run, tokens))
    return [...readRow({ ...run, items: filled }, width).readings, ...readRow({ ...run, items: once }, width).readings];
  if (mayBeWrittenOut(run, width)) return [...readRow({ ...run, items: filled }, width).readings, run.items.slice(0, width).map(slotOf)];
  const trailing = run.items.findLastIndex((item) => item.kind !== "blank") + 1;
  const isTrimmed = countFilled(run) <= width && run.items.length > width && trailing > 0 && standsUnderHeader(run, width, tokens);
  const items = isTrimmed ? run.items.slice(0, Math.max(width, trailing)) : run.items;
  return withoutImpossible(readRow({ ...run, items }, width).readings, row);
}

/**
 * Where the labels of the columns stand above a row in another order than the form's, its figures do, too: for each column which
 * figure is its own. Undefined where they stand as in the form, or not all are there.
 */
export function orderUnderHead(run: Run, { columns }: Row2Plan, tokens: readonly Token[]): readonly number[] | undefined {
  const start = run.items[0]?.start ?? 0;
  const named: string[] = [];
  for (let index = tokens.findLastIndex((token) => token.start < start); index >= 0 && !tokens[index]?.marks.some(isHead); index--) {
    const mark = tokens[index]?.marks.find((found) => found.kind === "column2" && columns.some(({ id }) => id === found.id));
    if (mark && "id" in mark) named.unshift(mark.id);
  }
  if (named.length !== columns.length || columns.every(({ id }, index) => named[index] === id)) return undefined;
  const order = columns.map(({ id }) => named.indexOf(id));
  return order.includes(-1) ? undefined : order;
}

function isHead(mark: Mark): boolean {
  return mark.kind === "block2" || (mark.kind === "head" && mark.table === 2);
}

/** One figure of several: a merged cell written out once per column, or, on a line, digits of a number or a stray figure beside it. */
function readingsOfOne(filled: readonly Token[], inGrid: boolean): readonly Reading[] {
  const cells = groupByCell(filled).map((cell) => [wholeCell(cell)]);
  return inGrid ? cells : distinct([...cells, ...filled.map((item) => [slotOf(item)])]);
}

/** Only changes are ever negative: of several readings that leaves those in which nothing else is. */
function withoutImpossible(readings: readonly Reading[], row: Row2Plan): readonly Reading[] {
  if (readings.length < 2) return readings;
  const possible = readings.filter((reading) => isPossible(reading, row));
  return possible.length > 0 ? possible : readings;
}

function isPossible(reading: Reading, { columns }: Row2Plan): boolean {
  return reading.every(({ value }, index) => (value ?? 0) >= 0 || columns[index]?.kind === "change");
}

/**
 * In a sequence a row ends with the empty cells of those that are narrower, and one bar. With more of them, an empty cell among
 * its figures may be a second one of the column before.
 */
function mayBeMoved({ inGrid, items }: Run, width: number): boolean {
  const last = items.findLastIndex((item) => item.kind !== "blank");
  const isFull = items.filter((item) => item.kind !== "blank").length >= width;
  return !inGrid && !isFull && items.length > WIDEST + 1 && items.slice(0, last).some((item) => item.kind === "blank");
}

/** Whether each figure of a grid stands under a label of the header, so that empty cells behind the last are of no column. */
function standsUnderHeader(run: Run, width: number, tokens: readonly Token[]): boolean {
  if (!run.inGrid) return true;
  const positions = headerAbove(run, tokens).flatMap(({ kind, position }) => (kind === "label" ? [position] : []));
  if (positions.length === 0) return width < WIDEST; // the widest rows have no merged cells to leave empty ones behind
  return run.items.every((item) => item.kind === "blank" || positions.includes(item.position));
}

/** The cells of a grid below the labels of just so many columns, where what is beside them is empty: the cell of a lost label, a margin. */
function itemsUnderHeader(run: Run, width: number, tokens: readonly Token[]): readonly Token[] | undefined {
  const labels = run.inGrid ? headerAbove(run, tokens).filter(({ kind }) => kind === "label") : [];
  if (labels.length !== width) return undefined;
  const isUnder = ({ position }: Token): boolean => labels.some((label) => label.position === position);
  const under = run.items.filter(isUnder);
  return under.length === width && run.items.every((item) => item.kind === "blank" || isUnder(item)) ? under : undefined;
}

function hasHeader(run: Run, tokens: readonly Token[]): boolean {
  return headerAbove(run, tokens).some(({ kind }) => kind === "label");
}

/**
 * In a sequence so many figures may be those of two rows, the label between lost; nothing but their number would say so. In a grid
 * there may be columns of another year beside.
 */
function firstOfTwoRows({ inGrid, items }: Run, width: number): Reading | undefined {
  const filled = items.filter((item) => item.kind !== "blank");
  const cells = inGrid ? groupByCell(filled).length : filled.length;
  return width > 1 && cells >= 2 * width ? filled.slice(0, width).map(slotOf) : undefined;
}

/** More cells than the form has, two of them alike: one may be the other, a merged cell written out. */
function withoutCopy({ inGrid, items }: Run, width: number): readonly Token[] | undefined {
  const copy = items.findIndex((item, index) => item.kind === "figure" && item.text === items[index - 1]?.text);
  return inGrid && items.length > width && copy > 0 ? items.toSpliced(copy, 1) : undefined;
}

/** The cells beside 信息内容 above a row. */
function headerAbove(run: Run, tokens: readonly Token[]): readonly Token[] {
  const start = run.items[0]?.start ?? 0;
  const first = tokens.findLastIndex((token) => token.start < start && token.marks.some((mark) => mark.kind === "head" && isHead(mark)));
  if (first === -1) return [];
  let end = first + 1;
  while (tokens[end]?.row === tokens[first]?.row) end++;
  return tokens.slice(first + 1, end);
}

/** An empty cell, then one figure twice: two figures behind a margin, or an empty cell and a merged one written out. */
function mayBeWrittenOut({ inGrid, items }: Run, width: number): boolean {
  const [first, second, third] = items;
  if (!inGrid || width !== 2 || items.length !== 3 || first?.kind !== "blank") return false;
  return second?.kind === "figure" && third?.kind === "figure" && second.text === third.text;
}

/**
 * By the column labels above, where a merged label is written out over each of its columns: then the figures below it
 * are written out too, and count once.
 */
function readUnderHeader(run: Run, row: Row2Plan, tokens: readonly Token[]): Reading | undefined {
  const header = headerAbove(run, tokens);
  const labelsOf = (id: string): Token[] => header.filter((label) => label.marks.some((mark) => mark.kind === "column2" && mark.id === id));
  if (!row.columns.some((column) => labelsOf(column.id).length > 1)) return undefined;
  const slots = row.columns.map((column): Slot | undefined => {
    const above = labelsOf(column.id);
    const under = groupByCell(run.items.filter((item) => above.some((label) => label.position === item.position))).map(wholeCell);
    const printed = under.filter((slot) => slot.state !== "blank");
    if (printed.length < under.length && repeatsCellBefore(run, above)) return agree(under);
    return under.length === 0 ? undefined : agree(printed.length > 0 ? printed : under);
  });
  const stray = run.items.filter((item) => item.kind !== "blank" && !header.some((label) => label.position === item.position));
  return stray.length > 0 || slots.includes(undefined) ? undefined : slots.map((slot) => slot ?? ABSENT);
}

/** The first figure under a label may be that of the cell before it, which is merged over more columns than its own label. */
function repeatsCellBefore({ items }: Run, above: readonly Token[]): boolean {
  const at = items.findIndex((item) => item.position === above[0]?.position);
  return at > 0 && items[at]?.kind === "figure" && items[at]?.text === items[at - 1]?.text;
}

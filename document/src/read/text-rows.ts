import { checkCounts } from "./limits.ts";

/** Cells of one source line, as ranges of the source with blanks at both ends left out. */
export type CellRange = readonly [start: number, end: number];

const TAB = 9;
const BAR = 124;

/** True for the blanks that may pad a cell: no line end, no tab. */
export function isPadding(code: number): boolean {
  return code === 32 || code === 0x3000 || code === 0xa0 || code === 13 || code === 0xfeff;
}

/** A range without the padding and tabs at its ends; an empty one stands at its own start. */
export function trimRange(source: string, start: number, end: number): CellRange {
  let from = start;
  let to = end;
  while (from < to && isBlankOrTab(source.charCodeAt(from))) from++;
  while (to > from && isBlankOrTab(source.charCodeAt(to - 1))) to--;
  return from === to ? [start, start] : [from, to];
}

function isBlankOrTab(code: number): boolean {
  return code === TAB || isPadding(code);
}

/** Cells parted by tabs. */
export function splitTabs(source: string, start: number, end: number): CellRange[] {
  const cells: CellRange[] = [];
  let from = start;
  for (let at = start; at < end; at++) {
    if (source.charCodeAt(at) !== TAB) continue;
    cells.push(trimRange(source, from, at));
    if ((cells.length & 1023) === 0) checkCounts(cells.length, 0);
    from = at + 1;
  }
  cells.push(trimRange(source, from, end));
  return cells;
}

/** True for the characters that draw a vertical line between cells. */
export function isBar(code: number): boolean {
  return code === BAR || code === 0x2502 || code === 0x2503 || code === 0xff5c || code === 0x2551;
}

/**
 * Cells parted by bars, without what stands outside the outer bars. A row of n bars alone, as left where each
 * cell has a line and a bar of its own, is n empty cells. `\|` is a bar of the text when `escapes` is set.
 */
export function splitBars(source: string, start: number, end: number, escapes = false): CellRange[] {
  const cells: CellRange[] = [];
  let from = start;
  for (let i = start; i < end; i++) {
    if (!isBar(source.charCodeAt(i))) continue;
    if (escapes && i > start && source.charCodeAt(i - 1) === 92) continue;
    const cell = trimRange(source, from, i);
    if (cells.length > 0 || from > start || cell[1] > cell[0]) cells.push(cell); // nothing before the first bar is no cell
    if ((cells.length & 1023) === 0) checkCounts(cells.length, 0);
    from = i + 1;
  }
  const last = trimRange(source, from, end);
  if (last[1] > last[0] || cells.every((cell) => cell[1] === cell[0])) cells.push(last);
  return cells;
}

/** A line that only rules a table: `|---|:--:|`, `+----+`, `├──┼──┤`. */
export function isRule(source: string, start: number, end: number): boolean {
  let strokes = 0;
  let edges = 0;
  for (let i = start; i < end; i++) {
    const code = source.charCodeAt(i);
    if (code === 45 || code === 61 || code === 0x2500 || code === 0x2501 || code === 0x2550) strokes++;
    else if (isBar(code) || code === 43 || (code > 0x2501 && code <= 0x256c)) edges++;
    else if (code !== 58 && code !== 32 && code !== TAB) return false;
  }
  // "-- |" is a cell that says "none"; a rule has an edge on both sides, or strokes on both sides of one.
  return edges >= 2 ? strokes >= 2 : edges === 1 && strokes >= 6;
}

/** A heading's text without the marks that may close it: `总体情况 ##`. */
export function withoutClosingMarks(text: string): string {
  const trimmed = text.trimEnd();
  let end = trimmed.length;
  while (end > 0 && trimmed.charCodeAt(end - 1) === 35) end--;
  if (end === trimmed.length || (end > 0 && !isBlankOrTab(trimmed.charCodeAt(end - 1)))) return trimmed;
  return trimmed.slice(0, end).trimEnd();
}

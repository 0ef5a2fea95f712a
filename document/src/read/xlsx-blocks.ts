import type { CellDraft, DocBuilder } from "../doc-builder.ts";
import type { PlacedCell, PlacedRow, PlacedSheet } from "./xlsx-rows.ts";
import { columnName } from "./xlsx-sheet.ts";

/**
 * Writes a sheet out as blocks: cut at empty rows, and at rows that hold a title, a section heading or prose instead of
 * data, which become paragraphs. A report kept in a sheet so reads like one kept in Word.
 */
export function writeSheet(sheet: PlacedSheet, name: string, builder: DocBuilder): void {
  const prefix = `${/^[\p{L}\p{N}_]+$/u.test(name) ? name : `'${name}'`}!`;
  const reference = (row: number, column: number): string => `${prefix}${columnName(sheet.columns[column] ?? column)}${row + 1}`;
  for (const block of cutAtGaps(sheet.rows)) {
    const prose = findProse(block);
    let grid: PlacedRow[] = [];
    const writeGrid = (): void => {
      if (grid.some(({ cells }) => cells.some(({ text }) => text !== ""))) writeTable(withoutBlankTail(grid), reference, builder);
      grid = [];
    };
    for (const row of block) {
      const only = prose.get(row);
      if (only === undefined) {
        grid.push(row);
        continue;
      }
      writeGrid();
      builder.paragraph(only.text, { reference: reference(row.row, only.column) });
    }
    writeGrid();
  }
}

function cutAtGaps(rows: readonly PlacedRow[]): PlacedRow[][] {
  const blocks: PlacedRow[][] = [];
  for (const row of rows) {
    const block = blocks[blocks.length - 1];
    if (block === undefined || row.afterGap) blocks.push([row]);
    else block.push(row);
  }
  return blocks;
}

const SECTION_HEADING = /^[一二三四五六七八九十]{1,3}、/;
const REMARK = /^(?:注|备注|说明|填表|单位)\s*[:：]/;
const PROSE_LENGTH = 60;

/** Rows that are text between tables, with the cell that holds it. */
function findProse(block: readonly PlacedRow[]): Map<PlacedRow, PlacedCell> {
  const prose = new Map<PlacedRow, PlacedCell>();
  const only = new Map<PlacedRow, PlacedCell>();
  for (const row of block) {
    const cell = onlyText(row);
    if (cell !== undefined) only.set(row, cell);
  }
  const isBordered = block.some(({ cells }) => cells.some(({ bordered }) => bordered));
  if (only.size === block.length && (!isBordered || block.length === 1)) return only;

  const [left, right] = extent(block);
  for (const [row, cell] of only) {
    const standsOutside = isBordered && row.cells.every(({ bordered }) => !bordered);
    const isWide = cell.columnSpan >= right - left;
    if (standsOutside || (isWide && readsAsProse(cell.text))) prose.set(row, cell);
  }
  if (!isBordered) addLeadingLines(block, only, prose);
  return prose;
}

/** Without lines to go by, the rows above the first row of data are text, but the last of them may be a header of it. */
function addLeadingLines(block: readonly PlacedRow[], only: ReadonlyMap<PlacedRow, PlacedCell>, prose: Map<PlacedRow, PlacedCell>): void {
  const firstData = block.findIndex((row) => !only.has(row));
  block.slice(0, Math.max(0, firstData)).forEach((row, index) => {
    const cell = only.get(row);
    if (cell !== undefined && (index < firstData - 1 || readsAsProse(cell.text) || cell.text.endsWith("报告"))) prose.set(row, cell);
  });
  for (const row of block.toReversed()) {
    const cell = only.get(row);
    if (cell === undefined || !REMARK.test(cell.text)) break;
    prose.set(row, cell);
  }
}

function readsAsProse(text: string): boolean {
  return SECTION_HEADING.test(text) || REMARK.test(text) || text.length >= PROSE_LENGTH;
}

function onlyText({ cells, isReached }: PlacedRow): PlacedCell | undefined {
  if (isReached) return undefined;
  const written = cells.filter(({ text }) => text !== "");
  const [cell] = written;
  return written.length === 1 && cell !== undefined && !cell.isNumber && cell.rowSpan === 1 ? cell : undefined;
}

function extent(rows: readonly PlacedRow[]): [left: number, right: number] {
  let left = Infinity;
  let right = 0;
  for (const { cells } of rows) {
    for (const { column, columnSpan } of cells) {
      left = Math.min(left, column);
      right = Math.max(right, column + columnSpan);
    }
  }
  return [left, right];
}

/** Sheets are often ruled far below the last entry. A few blank rows may be a form's own, a long tail is not. */
const LONGEST_BLANK_TAIL = 30;

function withoutBlankTail(rows: readonly PlacedRow[]): readonly PlacedRow[] {
  const last = rows.findLastIndex(({ cells }) => cells.some(({ text }) => text !== ""));
  return rows.length - 1 - last > LONGEST_BLANK_TAIL ? rows.slice(0, last + 1) : rows;
}

function writeTable(rows: readonly PlacedRow[], reference: (row: number, column: number) => string, builder: DocBuilder): void {
  const [left, right] = extent(rows);
  const written = rows.reduce((sum, { cells }) => sum + cells.length, 0);
  // Far-flung cells would make a grid of nearly nothing: then only the cells that are there are listed.
  const fills = rows.length * (right - left) <= written * 8 + 10_000;
  const coveredUntil: number[] = []; // per column: the first row index that is free again
  const drafts = rows.map(({ row, cells }, index) => {
    const drafted: CellDraft[] = [];
    const draft = (cell: PlacedCell): void => {
      const { text, column, columnSpan, rowSpan } = cell;
      drafted.push({ text, column: column - left, columnSpan, rowSpan, reference: reference(row, column) });
      if (rowSpan > 1) for (let at = column; at < column + columnSpan; at++) coveredUntil[at] = index + rowSpan;
    };
    let next = left;
    const blank = (until: number): void => {
      for (; next < until; next++) {
        if (fills && (coveredUntil[next] ?? 0) <= index)
          draft({ text: "", isNumber: false, bordered: false, column: next, columnSpan: 1, rowSpan: 1 });
      }
    };
    for (const cell of cells) {
      blank(cell.column);
      draft(cell);
      next = cell.column + cell.columnSpan;
    }
    blank(right);
    return drafted;
  });
  const [first] = rows;
  builder.table(drafts, first === undefined ? {} : { reference: reference(first.row, left) });
}

import type { Cell, Table } from "../doc.ts";
import { countHeadRows } from "./squares.ts";
import { textWidth } from "./text-width.ts";

/** How a table stands on the page; the same in every format that has pages. */
export interface TableLayout {
  /** Width of each grid column as shares that add up to 1. */
  readonly shares: readonly number[];
  /** Rows at the top that are printed again on every page. */
  readonly headRows: number;
  /** A head cell over the full width, which opens a part of the table. */
  isBand(cell: Cell): boolean;
  /** Figures and short labels stand in the middle, the long labels of a form at the left. */
  isLeft(cell: Cell): boolean;
}

/** Characters of table type on a line of the text width, and what the rims of a cell take of them. */
const LINE_CHARACTERS = 49;
const RIMS = 0.7;

/** A label of this length fits nowhere on one line and is given what is left. */
const LONG_LABEL = 10;
/** Figures of some typefaces are somewhat wider than half a Chinese character, and cannot be broken. */
const FIGURE_WIDTH = 1.2;
const NUMBERED = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])/u;
const FIGURE = /^[+\-－]?\d[\d,.]*[%％]?$/u;

/** The layout of a table, from its spans and the lengths of its texts. */
export function layOutTable(table: Table): TableLayout {
  if (table.look === "form") return layOutForm(table);
  const isBand = ({ header, columnSpan }: Cell): boolean => header && table.columns > 1 && columnSpan === table.columns;
  return {
    shares: columnShares(table),
    headRows: countHeadRows(table),
    isBand,
    isLeft: (cell) => isBand(cell) || (cell.text !== "" && !FIGURE.test(cell.text) && isLongLabel(cell)),
  };
}

/** Share of the width for a column of labels. */
const LABEL_SHARE = 0.18;

/** A form: narrow labels in the middle, what is written beside them at the left, no head. */
function layOutForm({ columns, rows }: Table): TableLayout {
  const isLabels = Array.from({ length: columns }, (_, column) =>
    rows.some(({ cells }) => cells.some((cell) => cell.column === column && cell.header)),
  );
  const labels = isLabels.filter(Boolean).length;
  const wanted = columns === 2 ? LABEL_SHARE * 1.6 : LABEL_SHARE;
  const others = labels === columns ? 1 : (1 - wanted * labels) / (columns - labels);
  const shares = isLabels.map((isLabel) => (labels === columns ? 1 / columns : isLabel ? wanted : others));
  return { shares, headRows: 0, isBand: () => false, isLeft: ({ header }) => !header };
}

function isLongLabel({ text, header }: Cell): boolean {
  return textWidth(text) > 60 || (header && NUMBERED.test(text));
}

/** Columns of figures get what they need, all the same; the columns of labels share the rest. */
function columnShares({ columns, rows }: Table): number[] {
  const cells = rows.flatMap((row) => row.cells);
  const alone = Array.from({ length: columns }, (): Cell[] => []);
  for (const cell of cells) if (cell.columnSpan === 1) alone[cell.column]?.push(cell);
  const needs = alone.map((own) => Math.max(2, ...own.map(neededWidth)) + RIMS);
  const isOfFigures = alone.map(
    (own) => own.some((cell) => !cell.header) && own.every((cell) => cell.header || cell.text === "" || FIGURE.test(cell.text)),
  );
  const figures = needs.filter((_, column) => isOfFigures[column]);
  const widest = Math.max(0, ...figures);
  if (widest * figures.length <= LINE_CHARACTERS * 0.65) needs.forEach((_, column) => isOfFigures[column] && (needs[column] = widest));
  const left = LINE_CHARACTERS - sum(needs);
  if (left > 0) widen(needs, alone, left);
  const total = sum(needs);
  return needs.map((need) => need / total);
}

/** Characters a cell must have on a line so that it reads well. */
function neededWidth({ text, rowSpan, header }: Cell): number {
  const lines = text.split("\n").map((line) => textWidth(line) / 2);
  const longest = Math.max(...lines);
  if (FIGURE.test(text)) return longest * FIGURE_WIDTH;
  if (rowSpan > 2) return Math.min(longest, rowSpan >= 2 * longest ? 3 : 4); // a group's label, beside its rows
  if (!header) return Math.min(LONG_LABEL, Math.ceil(longest));
  if (longest <= 2) return longest;
  // Two characters and a bit: 商业/企业 and 社会/公益/组织 are broken between words, not 商业企/业.
  return longest <= 6 ? 2.6 : Math.min(LONG_LABEL, Math.ceil(longest / 2));
}

/** Hands out the width left: first to the columns whose texts must be broken, then to all alike. */
function widen(needs: number[], alone: readonly (readonly Cell[])[], left: number): void {
  const missing = alone.map((own, column) => {
    const longest = Math.max(
      0,
      ...own.filter((cell) => cell.rowSpan <= 2 && !isFigureHead(cell, own)).map((cell) => textWidth(cell.text) / 2),
    );
    return Math.max(0, longest + RIMS - (needs[column] ?? 0));
  });
  const wanted = sum(missing);
  const given = Math.min(left, wanted);
  needs.forEach((need, column) => (needs[column] = need + (wanted === 0 ? 0 : (given * (missing[column] ?? 0)) / wanted)));
  // A table of few columns stands better on an even grid.
  const even = LINE_CHARACTERS / needs.length;
  if (left > given && Math.max(...needs) <= even) needs.fill(even);
  else needs.forEach((need, column) => (needs[column] = need + (left - given) / needs.length));
}

/** The label above a column of figures may run over two lines. */
function isFigureHead(cell: Cell, own: readonly Cell[]): boolean {
  return (
    cell.header && own.some((other) => !other.header) && own.every((other) => other.header || other.text === "" || FIGURE.test(other.text))
  );
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}

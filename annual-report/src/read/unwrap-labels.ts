import type { Cell, Row, Table } from "@gongkai/document";
import { CORNER_NOTE } from "../editions/both-editions.ts";
import { classify } from "./classify.ts";
import { OTHER_LABELS, ROW_LABELS } from "./form-labels.ts";
import { squeeze } from "./label.ts";

/** A label of a table in columns, on one line or several. */
interface PrintedLabel {
  /** The label as one cell. */
  readonly whole: Cell;
  readonly left: number;
  /** The lines of the table it begins and ends on. */
  readonly first: number;
  readonly last: number;
}

/** A cell with the line of the table it stands on. */
interface Fragment {
  readonly cell: Cell;
  readonly line: number;
}

/** No table of the form has as many, be every label of it broken over several; a hostile document must not cost more. */
const MOST_LINES = 400;
/** The labels of the form, in its own characters and in half-width ones. */
const LABELS: ReadonlySet<string> = new Set([...ROW_LABELS, ...OTHER_LABELS, CORNER_NOTE].flatMap((label) => [label, squeeze(label)]));
const BEGINNINGS: ReadonlySet<string> = new Set([...LABELS].flatMap((label) => Array.from(label, (_, length) => label.slice(0, length))));

/**
 * In columns held apart by blanks a long label goes on below, at the same left edge, and the figures of its row stand beside any of
 * its lines or between them. Gives the rows with every label on one line again, in front of its figures; the rows as they stand where
 * nothing is wrapped, and at the least doubt: a label that breaks off, or two rows of figures beside one.
 */
export function unwrapLabels({ rows }: Table): readonly Row[] {
  if (rows.length > MOST_LINES || !isInColumns(rows[0]?.cells[0])) return rows;
  const behindLabels = rows.map(({ cells }) => countLabels(cells));
  const labels = joinColumns(rows, behindLabels);
  if (!labels?.some(({ first, last }) => last > first)) return rows;
  const figures = rows.map(({ cells }, line) => cells.slice(behindLabels[line]));
  return figures.every((cells) => cells.every(isNumber)) ? (listRows(labels, figures) ?? rows) : rows;
}

function isInColumns(cell: Cell | undefined): boolean {
  return cell?.at.box !== undefined && cell.at.page === undefined;
}

/** How many cells stand before the first figure. */
function countLabels(cells: readonly Cell[]): number {
  let count = 0;
  for (const cell of cells) {
    if (isNumber(cell)) break;
    count++;
  }
  return count;
}

/** A lone 无 or 一 is none: it may be a piece of a label set downwards. */
function isNumber({ text }: Cell): boolean {
  const pieces = classify(text);
  return pieces.length === 1 && pieces[0]?.figure?.kind === "number";
}

/** The labels of a table, in the order in which they end; undefined where one is broken off. */
function joinColumns(rows: readonly Row[], behindLabels: readonly number[]): PrintedLabel[] | undefined {
  const columns = new Map<number, Fragment[]>(); // by their left edge
  rows.forEach(({ cells }, line) => {
    const count = behindLabels[line] ?? 0;
    for (let index = 0; index < count; index++) {
      const cell = cells[index];
      if (!cell) break;
      const column = columns.get(leftOf(cell));
      if (column) column.push({ cell, line });
      else columns.set(leftOf(cell), [{ cell, line }]);
    }
  });
  const labels: PrintedLabel[] = [];
  for (const fragments of columns.values()) if (!joinFragments(fragments, labels)) return undefined;
  return labels.sort((one, other) => one.last - other.last || one.left - other.left);
}

function leftOf({ at }: Cell): number {
  return at.box?.x ?? 0;
}

/** Adds the labels that stand one below the other; false where one of them breaks off. */
function joinFragments(fragments: readonly Fragment[], labels: PrintedLabel[]): boolean {
  for (let from = 0; from < fragments.length;) {
    const to = endOfLabel(fragments, from);
    const [first, last] = [fragments[from], fragments[to - 1]];
    if (to === from || !first || !last) return false;
    const whole = first === last ? first.cell : joinCells(fragments.slice(from, to), first.cell, last.cell);
    labels.push({ whole, left: leftOf(whole), first: first.line, last: last.line });
    from = to;
  }
  return true;
}

function joinCells(fragments: readonly Fragment[], first: Cell, last: Cell): Cell {
  const text = fragments.map(({ cell }) => cell.text).join("");
  return { ...first, text, at: { ...first.at, end: last.at.end } };
}

/** Behind the last fragment of the longest label that begins here; `from` where one begins that is never whole. */
function endOfLabel(fragments: readonly Fragment[], from: number): number {
  let text = "";
  let end = from;
  for (let index = from; index < fragments.length; index++) {
    text += fragments[index]?.cell.text ?? "";
    if (LABELS.has(text)) end = index + 1;
    if (BEGINNINGS.has(text)) continue;
    return index === from ? from + 1 : end; // a text that begins no label stands for itself
  }
  return end;
}

/** Every row of figures behind its label; undefined where two are beside the same one. */
function listRows(labels: readonly PrintedLabel[], figures: readonly (readonly Cell[])[]): Row[] | undefined {
  const owners = figures.map((cells, line) => (cells.length > 0 ? labelBeside(labels, line) : undefined));
  const figuresOf = new Map<PrintedLabel, readonly Cell[]>();
  for (const [line, label] of owners.entries()) {
    if (!label) continue;
    if (figuresOf.has(label)) return undefined;
    figuresOf.set(label, figures[line] ?? []);
  }
  const rows: Row[] = [];
  let next = 0;
  figures.forEach((cells, line) => {
    for (let label = labels[next]; label?.last === line; label = labels[++next]) {
      rows.push({ cells: [label.whole, ...(figuresOf.get(label) ?? [])] });
    }
    if (cells.length > 0 && !owners[line]) rows.push({ cells });
  });
  return rows;
}

/** Of the labels that reach over a line the last one, which is the row's own. */
function labelBeside(labels: readonly PrintedLabel[], line: number): PrintedLabel | undefined {
  let nearest: PrintedLabel | undefined;
  for (const label of labels) {
    if (label.first <= line && line <= label.last && (!nearest || label.left > nearest.left)) nearest = label;
  }
  return nearest;
}

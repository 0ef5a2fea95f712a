import type { Block, Cell, Doc, Place, Table } from "@gongkai/document";
import { classify, isHeadless, isPageMargin } from "./classify.ts";
import type { Figure } from "./figure.ts";
import type { Label } from "./label.ts";
import { findLineMarks, partedRow } from "./line-marks.ts";
import { listLines } from "./line-parts.ts";
import { rowsUpright } from "./transpose.ts";
import { findMarks, isRowWithNumber, type Mark } from "./vocabulary.ts";

/** One word of the reading sequence: a label, a figure, an empty cell, or prose that belongs to no table. */
export interface Token {
  readonly kind: "label" | "figure" | "blank" | "prose";
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly at: Place;
  /** The block of the document it stands in. */
  readonly block: number;
  /** Running number of the source row (a paragraph is a row of its own). */
  readonly row: number;
  /** Running number of the source cell; figures found in one cell share it. */
  readonly cell: number;
  /** True in a table, be it only one cell wide. */
  readonly inTable: boolean;
  /** True in a row of a real grid, where cells side by side belong together. */
  readonly inGrid: boolean;
  /** Where it stands in its row: grid column, or the middle of its text in columns of a fixed-width layout. */
  readonly position: number;
  /** Set for labels. */
  readonly label: Label;
  /** What an undamaged label stands for. */
  readonly marks: readonly Mark[];
  /** Set for figures. */
  readonly figure: Figure | undefined;
}

/** No page is 0, nor 000. */
const BARE_PAGE_NUMBER = /^\s*[1-9]\d{0,2}\s*$/;
const BRACKETED_NUMBER = /^\s*[（(](\d)[)）]\s*$/;
/** No report comes near; a hostile document must not cost more. */
const MOST_TOKENS = 300_000;

/** The document as a sequence of tokens in reading order. Page numbers left between rows are dropped. */
export function tokenize(doc: Doc): Token[] {
  const tokens: Token[] = [];
  const marks = findLineMarks(doc);
  let row = 0;
  let cell = 0;
  doc.blocks.forEach((block: Block, index) => {
    if (block.kind === "pageBreak" || tokens.length > MOST_TOKENS) return;
    if (block.kind === "table") {
      const inGrid = isGrid(block);
      for (const { cells } of rowsUpright(block)) {
        row++;
        if (inGrid && (isPageNumberRow(cells, block.columns) || isRule(cells))) continue;
        const whole = partedRow(cells, doc.text, marks);
        const parted = whole && listLines(whole, marks)[0];
        if (parted?.isRow) {
          for (const part of parted.parts) push(tokens, doc.text, part, index, row, cell++, true, true, part.position);
          continue;
        }
        cells.forEach((source, at) => {
          const own = at === 0 ? marks.withoutPrefix(source) : source;
          push(tokens, doc.text, own, index, row, cell++, true, inGrid, positionOf(source));
        });
      }
      return;
    }
    const isBareNumber = BARE_PAGE_NUMBER.test(block.text);
    if (isBareNumber && isBetween(doc.blocks, index, isGridTable)) return;
    // Among rows set with tabs it may be a row whose label is lost as well: then it is no part of the row before.
    const isLoneRow = isBareNumber && isBetween(doc.blocks, index, isTabbedLine);
    for (const { parts, isRow } of listLines(block, marks)) {
      row++;
      const inGrid = isRow || isLoneRow;
      for (const part of parts) push(tokens, doc.text, part, index, row, cell++, inGrid, inGrid, part.position);
    }
  });
  return tokens;
}

/** A table whose rows hold several cells; one cell a line with bars or tabs is only a sequence. */
export function isGrid(table: Table): boolean {
  let filledRows = 0;
  let wideRows = 0;
  let fullRows = 0;
  for (const { cells } of table.rows) {
    let filled = 0;
    for (const { text } of cells) if (isFilled(text) && ++filled > 1) break;
    if (filled === 0) continue;
    filledRows++;
    if (cells.length > 1) wideRows++;
    if (filled > 1) fullRows++;
  }
  // Empty cells beside a text may be bars left in front of it; several texts side by side are columns.
  return fullRows * 8 >= filledRows ? fullRows > 0 : wideRows > 0 && wideRows * 2 >= filledRows;
}

/** Nearly every text begins with what is no blank, and need not be looked at further. */
export function isFilled(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first > 32 && first < 127) || (first >= 0x4e00 && first <= 0x9fff) || text.trim() !== "";
}

/** A row of dashes that only rules a table, left over from Markdown. */
export function isRule(cells: readonly Cell[]): boolean {
  return cells.length > 1 && cells.every(({ text }) => /^\s*:?-{3,}:?\s*$/.test(text));
}

/** A page number caught in a table stands alone in its row. */
function isPageNumberRow(cells: readonly Cell[], columns: number): boolean {
  const [only, ...others] = cells;
  const isPrintedInColumns = only?.at.box !== undefined && only.at.page === undefined; // there it may be a row's only figure
  return columns >= 4 && only !== undefined && others.length === 0 && !isPrintedInColumns && BARE_PAGE_NUMBER.test(only.text);
}

/** A bare number between two pieces of a table that a page break cut is a page number. */
function isBetween(blocks: readonly Block[], index: number, isPiece: (block: Block) => boolean): boolean {
  const [before, after] = [nearestFilled(blocks, index, -1), nearestFilled(blocks, index, 1)];
  return before !== undefined && after !== undefined && isPiece(before) && isPiece(after);
}

function isGridTable(block: Block): boolean {
  return block.kind === "table" && isGrid(block);
}

function isTabbedLine(block: Block): boolean {
  return block.kind === "paragraph" && block.text.includes("\t");
}

/** The next block that says something; what else stands in the margins of a page is passed over. */
function nearestFilled(blocks: readonly Block[], index: number, step: 1 | -1): Block | undefined {
  let numbers = 1; // more than two in a row are no numbers of pages
  for (let at = index + step; at >= 0 && at < blocks.length && Math.abs(at - index) < 10; at += step) {
    const block = blocks[at];
    if (!block || block.kind === "pageBreak") continue;
    if (block.kind === "table") return block;
    if (BARE_PAGE_NUMBER.test(block.text) && ++numbers <= 2) continue;
    if (block.text.trim() !== "" && !isPageMargin(block.text)) return block;
  }
  return undefined;
}

/** Where a cell stands in its row: its column, or the middle of its text in columns of a fixed-width layout. */
export function positionOf(cell: Cell): number {
  const box = cell.at.box;
  return box && cell.at.page === undefined ? box.x + box.width / 2 : cell.column;
}

/** A report has hundreds of tokens: where they stand is passed as it is, without an object for each. */
function push(
  tokens: Token[],
  docText: string,
  source: { readonly text: string; readonly at: Place },
  block: number,
  row: number,
  cell: number,
  inTable: boolean,
  inGrid: boolean,
  position: number,
): void {
  const pieces = classify(source.text);
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index];
    if (!piece) break;
    const isWhole = piece.from === 0 && piece.to === source.text.length;
    const text = isWhole ? source.text : source.text.slice(piece.from, piece.to);
    const start = isWhole ? source.at.start : placeInSource(docText, source, text, piece.from);
    const label = piece.kind === "label" && isHeadless(piece) ? rejoin(tokens, piece.label) : piece.label;
    if (piece.kind === "label") unmaskNumber(tokens, label);
    tokens.push({
      kind: piece.kind,
      text,
      start,
      end: isWhole ? source.at.end : start + text.length,
      at: source.at,
      block,
      row,
      cell,
      inTable,
      inGrid,
      position,
      label,
      marks: label === piece.label ? piece.marks : findMarks(label.core),
      figure: piece.figure,
    });
  }
}

/**
 * The label without its point. Where it is that of a row, what looked like a figure before it was its number: 5 | .要求行政机关….
 */
function rejoin(tokens: Token[], headless: Label): Label {
  const core = headless.core.slice(1);
  const last = tokens.at(-1);
  const ordinal = last?.figure?.kind === "number" && last.figure.plain ? `${last.figure.digits}.` : "";
  if (last && ordinal !== "" && isRowWithNumber(core, ordinal))
    tokens[tokens.length - 1] = { ...last, kind: "label", label: { core: "", ordinal }, figure: undefined };
  return { ...headless, core };
}

/** A number in brackets before the label of the row that has it is no figure: （1） | 属于国家秘密. */
function unmaskNumber(tokens: Token[], { core, ordinal }: Label): void {
  const last = tokens.at(-1);
  const number = last?.kind === "figure" && ordinal === "" ? BRACKETED_NUMBER.exec(last.text)?.[1] : undefined;
  if (last === undefined || number === undefined || !isRowWithNumber(core, `${number}.`)) return;
  tokens[tokens.length - 1] = { ...last, kind: "label", label: { core: "", ordinal: `${number}.` }, figure: undefined };
}

/** A figure taken by itself, outside any sequence. */
export function loneFigure(text: string, start: number, at: Place, figure: Figure): Token {
  return {
    kind: "figure",
    text,
    start,
    end: start + text.length,
    at,
    block: 0,
    row: 0,
    cell: 0,
    inTable: false,
    inGrid: false,
    position: 0,
    label: { core: "", ordinal: "" },
    marks: [],
    figure,
  };
}

/**
 * Where a part of a block's text stands in `Doc.text`. The block's range may hold more than its text, such as marks of
 * emphasis, so the part is then looked for in the range, not before the place it would have without them.
 */
export function placeInSource(
  docText: string,
  source: { readonly text: string; readonly at: Place },
  part: string,
  offset: number,
): number {
  const start = source.at.start + offset;
  if (source.at.end - source.at.start === source.text.length) return start;
  const found = docText.indexOf(part, start);
  return found === -1 || found + part.length > source.at.end ? start : found;
}

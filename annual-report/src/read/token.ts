import type { Block, Cell, Doc, Place, Table } from "@gongkai/document";
import { type Figure, parseFigure, splitFigures } from "./figure.ts";
import { type Label, parseLabel } from "./label.ts";
import { findMarks, guessMarks, isPartOfForm, type Mark } from "./vocabulary.ts";

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

type Piece = Pick<Token, "kind" | "label" | "marks" | "figure"> & { readonly from: number; readonly to: number };

const NO_LABEL: Label = { core: "", ordinal: "" };
const LONGEST_LABEL = 90;
/** A line or cell of the form, then the figures of its row: 规章000, 一、本年新收…数量 0 0 0 0 0 0 0. */
const LABEL_THEN_FIGURES = /^([^\d]*(?:\d+\s*[.、．][^\d]*)?[^\d\s+\-.,，])\s*([+\-－]?\d[\d\s,.+\-－%]*(?:亿元|万元|元|件|条|项)?)\s*$/;
const PAGE_NUMBER = /^\s*(?:[-—–－_·]\s*\d{1,4}\s*[-—–－_·]|第?\s*\d{1,4}\s*(?:页|\/)(?:\s*[,，/共]*\s*\d{1,4}\s*页?)?)\s*$/;
const BARE_PAGE_NUMBER = /^\s*\d{1,3}\s*$/;
/** Texts repeat within and between reports (0, 总计, …); the cache is dropped when full, so memory stays flat. */
const MOST_CACHED = 20_000;
const cache = new Map<string, readonly Piece[]>();

/** The document as a sequence of tokens in reading order. Page numbers left between rows are dropped. */
export function tokenize(doc: Doc): Token[] {
  const tokens: Token[] = [];
  let row = 0;
  let cell = 0;
  doc.blocks.forEach((block: Block, index) => {
    if (block.kind === "pageBreak") return;
    if (block.kind === "table") {
      const inGrid = isGrid(block);
      for (const { cells } of block.rows) {
        row++;
        if (inGrid && isPageNumberRow(cells, block.columns)) continue;
        for (const source of cells) push(tokens, source, { block: index, row, cell: cell++, inTable: true, inGrid, position: positionOf(source) });
      }
      return;
    }
    if (BARE_PAGE_NUMBER.test(block.text) && isBetweenGrids(doc.blocks, index)) return;
    row++;
    push(tokens, block, { block: index, row, cell: cell++, inTable: false, inGrid: false, position: 0 });
  });
  return tokens;
}

/** A table whose rows hold several cells; one cell a line with bars or tabs is only a sequence. */
function isGrid(table: Table): boolean {
  let filledRows = 0;
  let wideRows = 0;
  for (const { cells } of table.rows) {
    if (!cells.some(({ text }) => text.trim() !== "")) continue;
    filledRows++;
    if (cells.length > 1) wideRows++;
  }
  return wideRows > 0 && wideRows * 8 >= filledRows;
}

/** A page number caught in a table stands alone in its row. */
function isPageNumberRow(cells: readonly Cell[], columns: number): boolean {
  const [only, ...others] = cells;
  return columns >= 4 && only !== undefined && others.length === 0 && BARE_PAGE_NUMBER.test(only.text);
}

/** A bare number between two pieces of a table that a page break cut is a page number. */
function isBetweenGrids(blocks: readonly Block[], index: number): boolean {
  const isFilled = (block: Block): boolean => block.kind === "table" || (block.kind !== "pageBreak" && block.text.trim() !== "");
  const before = blocks.slice(0, index).findLast(isFilled);
  const after = blocks.slice(index + 1).find(isFilled);
  return before?.kind === "table" && after?.kind === "table" && isGrid(before) && isGrid(after);
}

function positionOf(cell: Cell): number {
  const box = cell.at.box;
  return box && cell.at.page === undefined ? box.x + box.width / 2 : cell.column;
}

function push(
  tokens: Token[],
  source: { readonly text: string; readonly at: Place },
  where: Pick<Token, "block" | "row" | "cell" | "inTable" | "inGrid" | "position">,
): void {
  for (const piece of classify(source.text)) {
    const { from, to, ...rest } = piece;
    const whole = from === 0 && to === source.text.length;
    tokens.push({
      ...rest,
      ...where,
      text: whole ? source.text : source.text.slice(from, to),
      start: source.at.start + from,
      end: whole ? source.at.end : source.at.start + to,
      at: source.at,
    });
  }
}

function classify(text: string): readonly Piece[] {
  const known = cache.get(text);
  if (known) return known;
  const pieces = classifyAnew(text);
  if (text.length <= LONGEST_LABEL) {
    if (cache.size >= MOST_CACHED) cache.clear();
    cache.set(text, pieces);
  }
  return pieces;
}

function classifyAnew(text: string): readonly Piece[] {
  const from = text.length - text.trimStart().length;
  const to = text.trimEnd().length;
  if (from >= to) return [{ kind: "blank", label: NO_LABEL, marks: [], figure: undefined, from: 0, to: text.length }];
  const trimmed = text.slice(from, to);
  if (trimmed.length > LONGEST_LABEL) return [proseOf(from, to)];
  if (PAGE_NUMBER.test(trimmed)) return [];
  const figures = figurePieces(trimmed, from);
  if (figures) return figures;
  const label = parseLabel(trimmed);
  const marks = findMarks(label.core);
  if (marks.length === 0) {
    const mixed = splitLabelFromFigures(trimmed, from);
    if (mixed) return mixed;
  }
  return [{ kind: marks.length === 0 && trimmed.length > 60 ? "prose" : "label", label, marks, figure: undefined, from, to }];
}

function proseOf(from: number, to: number): Piece {
  return { kind: "prose", label: NO_LABEL, marks: [], figure: undefined, from, to };
}

function figurePieces(text: string, offset: number): Piece[] | undefined {
  const parts = splitFigures(text);
  if (parts) {
    let searchFrom = 0;
    return parts.map((part) => {
      const at = text.indexOf(part, searchFrom);
      searchFrom = at + part.length;
      return { kind: "figure", label: NO_LABEL, marks: [], figure: parseFigure(part), from: offset + at, to: offset + searchFrom };
    });
  }
  const figure = parseFigure(text);
  return figure && [{ kind: "figure", label: NO_LABEL, marks: [], figure, from: offset, to: offset + text.length }];
}

function splitLabelFromFigures(text: string, offset: number): Piece[] | undefined {
  const found = LABEL_THEN_FIGURES.exec(text);
  const [, head, tail] = found ?? [];
  if (head === undefined || tail === undefined) return undefined;
  const label = parseLabel(head);
  const marks = findMarks(label.core);
  const isScrap = label.core.length > 1 && isPartOfForm(label.core); // the end of a label that goes over two lines
  if (marks.length === 0 && !isScrap && !guessMarks(label.core)) return undefined;
  const figures = figurePieces(tail.trimEnd(), offset + text.lastIndexOf(tail));
  return figures && [{ kind: "label", label, marks, figure: undefined, from: offset, to: offset + head.length }, ...figures];
}

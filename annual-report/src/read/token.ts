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
/** A line or cell of the form with the figures of its row run on: 规章000. */
const LABEL_WITH_DIGITS = /^([^\d]*(?:\d+\s*[.、．][^\d]*)?[^\d\s+\-.,，])([+\-－]?\d[\d,.]*(?:亿元|万元|元|件|条|项)?)$/;
const REMARK = /^(?:备?[注註]|说明|填表说明)\s*\d*\s*[:：.、]/;
const PAGE_NUMBER = /^\s*(?:[-—–－_·]\s*\d{1,4}\s*[-—–－_·]|第?\s*\d{1,4}\s*(?:页|\/)(?:\s*[,，/共]*\s*\d{1,4}\s*页?)?)\s*$/;
const BARE_PAGE_NUMBER = /^\s*\d{1,3}\s*$/;
/** Texts repeat within and between reports (0, 总计, …); the cache is dropped when full, so memory stays flat. */
const MOST_CACHED = 20_000;
/** No report comes near; a hostile document must not cost more. */
const MOST_TOKENS = 300_000;
const cache = new Map<string, readonly Piece[]>();

/** The document as a sequence of tokens in reading order. Page numbers left between rows are dropped. */
export function tokenize(doc: Doc): Token[] {
  const tokens: Token[] = [];
  let row = 0;
  let cell = 0;
  doc.blocks.forEach((block: Block, index) => {
    if (block.kind === "pageBreak" || tokens.length > MOST_TOKENS) return;
    if (block.kind === "table") {
      const inGrid = isGrid(block);
      for (const { cells } of block.rows) {
        row++;
        if (inGrid && (isPageNumberRow(cells, block.columns) || isRule(cells))) continue;
        for (const source of cells) push(tokens, source, { block: index, row, cell: cell++, inTable: true, inGrid, position: positionOf(source) });
      }
      return;
    }
    if (BARE_PAGE_NUMBER.test(block.text) && isBetweenGrids(doc.blocks, index)) return;
    row++;
    if (block.text.includes("\t")) {
      for (const part of tabParts(block)) push(tokens, part, { block: index, row, cell: cell++, inTable: true, inGrid: true, position: part.position });
      return;
    }
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

/** A paragraph whose columns are set with tabs: a row of a table in all but name. */
function tabParts({ text, at }: { readonly text: string; readonly at: Place }): { text: string; at: Place; position: number }[] {
  let from = 0;
  return text.split("\t").map((part, position) => {
    const start = at.start + from;
    from += part.length + 1;
    return { text: part, at: { ...at, start, end: start + part.length }, position };
  });
}

/** A row of dashes that only rules a table, left over from Markdown. */
function isRule(cells: readonly Cell[]): boolean {
  return cells.length > 1 && cells.every(({ text }) => /^\s*:?-{3,}:?\s*$/.test(text));
}

/** A page number caught in a table stands alone in its row. */
function isPageNumberRow(cells: readonly Cell[], columns: number): boolean {
  const [only, ...others] = cells;
  const isPrintedInColumns = only?.at.box !== undefined && only.at.page === undefined; // there it may be a row's only figure
  return columns >= 4 && only !== undefined && others.length === 0 && !isPrintedInColumns && BARE_PAGE_NUMBER.test(only.text);
}

/** A bare number between two pieces of a table that a page break cut is a page number. */
function isBetweenGrids(blocks: readonly Block[], index: number): boolean {
  const isTable = (block: Block | undefined): boolean => block?.kind === "table" && isGrid(block);
  return isTable(nearestFilled(blocks, index, -1)) && isTable(nearestFilled(blocks, index, 1));
}

function nearestFilled(blocks: readonly Block[], index: number, step: 1 | -1): Block | undefined {
  for (let at = index + step; at >= 0 && at < blocks.length && Math.abs(at - index) < 10; at += step) {
    const block = blocks[at];
    if (block?.kind === "table" || (block && block.kind !== "pageBreak" && block.text.trim() !== "")) return block;
  }
  return undefined;
}

function positionOf(cell: Cell): number {
  const box = cell.at.box;
  return box && cell.at.page === undefined ? box.x + box.width / 2 : cell.column;
}

interface Where {
  readonly block: number;
  readonly row: number;
  readonly cell: number;
  readonly inTable: boolean;
  readonly inGrid: boolean;
  readonly position: number;
}

function push(tokens: Token[], source: { readonly text: string; readonly at: Place }, where: Where): void {
  for (const piece of classify(source.text)) {
    const isWhole = piece.from === 0 && piece.to === source.text.length;
    tokens.push({
      kind: piece.kind,
      text: isWhole ? source.text : source.text.slice(piece.from, piece.to),
      start: source.at.start + piece.from,
      end: isWhole ? source.at.end : source.at.start + piece.to,
      at: source.at,
      block: where.block,
      row: where.row,
      cell: where.cell,
      inTable: where.inTable,
      inGrid: where.inGrid,
      position: where.position,
      label: piece.label,
      marks: piece.marks,
      figure: piece.figure,
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
  if (REMARK.test(trimmed)) return [proseOf(from, to)];
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
  if (splitFigures(text)) return [...text.matchAll(/[^\s\u00a0\u3000]+/g)].map((word) => figurePiece(word[0], offset + word.index));
  return parseFigure(text) && [figurePiece(text, offset)];
}

/** A label and what follows it in the same text: figures of its row, or more labels of a header. */
function splitLabelFromFigures(text: string, offset: number): Piece[] | undefined {
  // A unit set apart from its figure (0 万元) belongs to it.
  const words = [...text.matchAll(/[\d.,]+[\s\u00a0\u3000]+(?:亿元|万元|元|件|条|项)(?![^\s\u00a0\u3000])|[^\s\u00a0\u3000]+/g)].map((word) => ({ text: word[0], from: word.index }));
  let firstFigure = words.length;
  while (firstFigure > 0 && parseFigure(words[firstFigure - 1]?.text ?? "")) firstFigure--;
  const glued = firstFigure > 0 ? LABEL_WITH_DIGITS.exec(words[firstFigure - 1]?.text ?? "") : null;
  const gluedTail = glued?.[2] ?? "";
  const labelEnd = firstFigure === 0 ? 0 : (words[firstFigure - 1]?.from ?? 0) + (words[firstFigure - 1]?.text.length ?? 0) - gluedTail.length;
  const labels = labelPieces(text.slice(0, labelEnd), offset, words.length - firstFigure + (gluedTail === "" ? 0 : 1));
  if (!labels) return undefined;
  const tail = gluedTail === "" ? [] : [{ text: gluedTail, from: labelEnd }];
  const figures = [...tail, ...words.slice(firstFigure)].map((word) => figurePiece(word.text, offset + word.from));
  return [...labels, ...figures];
}

function labelPieces(text: string, offset: number, figures: number): Piece[] | undefined {
  const label = parseLabel(text);
  const marks = findMarks(label.core);
  // Several labels set in one line: 结果维持 结果纠正 其他结果 …, 三、本年度办理结果 （一）予以公开.
  const words = [...text.matchAll(/[^\s\u00a0\u3000]+/g)];
  if (marks.length === 0 && words.length > 1 && words.every((word) => findMarks(parseLabel(word[0]).core).length > 0)) {
    return words.map((word) => labelPiece(word[0], offset + word.index, offset + word.index + word[0].length));
  }
  const isScrap = label.core.length > 1 && isPartOfForm(label.core); // the end of a label that goes over two lines
  if (figures === 0 || (figures < 3 && marks.length === 0 && !isScrap && !guessMarks(label.core))) return undefined;
  return [labelPiece(text, offset, offset + text.trimEnd().length)];
}

function labelPiece(text: string, from: number, to: number): Piece {
  const label = parseLabel(text);
  return { kind: "label", label, marks: findMarks(label.core), figure: undefined, from, to };
}

function figurePiece(text: string, from: number): Piece {
  return { kind: "figure", label: NO_LABEL, marks: [], figure: parseFigure(text), from, to: from + text.length };
}

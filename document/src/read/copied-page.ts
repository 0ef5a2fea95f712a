import type { Doc } from "../doc.ts";
import { createSourceDoc, type SourceCell } from "./source-doc.ts";
import { type CellRange, trimRange } from "./text-rows.ts";

const FEWEST_TABS = 20;
/** Fewest line ends between rows: those of a paragraph and one of the row. Between paragraphs there are two. */
const ROW_END = 3;
/** More cells in a row than any form has: then rows were parted otherwise. */
const MOST_CELLS = 30;
const SECTION = /^[一二三四五六七八]、/;
const PIECE = /\t|\n(?:[ \r]*\n)+|[^\t\n]+(?:\n(?![ \r]*\n)[^\t\n]+)*/g;

/**
 * Reads text copied from a page in a browser, whose table cells hold paragraphs: a tab in a paragraph of its own parts cells,
 * more empty lines than between paragraphs part rows. Undefined where the text is not of that kind. Places are ranges of
 * `text`.
 */
export function parseCopiedPage(text: string): Doc | undefined {
  if (!text.includes("\n\t\n") || text.split(/\n[ \r]*\n\t+\n[ \r]*\n/, FEWEST_TABS + 1).length <= FEWEST_TABS) return undefined;
  const doc = createSourceDoc("text", text);
  const lineAt = countLines(text);
  /** The row under way, each cell as its paragraphs; its first cell may prove to be prose. */
  let row: CellRange[][] = [[]];
  let widest = 0;
  const endRow = (): void => {
    widest = Math.max(widest, row.length);
    const [first = []] = row;
    const cells = row.length === 1 ? [] : [first.slice(-1), ...row.slice(1)];
    // Nothing but the end of a paragraph parts a table from the prose before it.
    for (const [start, end] of row.length === 1 ? first : first.slice(0, -1)) {
      if (end > start) doc.paragraph(text.slice(start, end), start, end, lineAt(start));
    }
    const start = cells.flat()[0]?.[0];
    if (start !== undefined)
      doc.row(
        cells.map((cell) => cellOf(text, cell, start)),
        start,
        cells.flat().at(-1)?.[1] ?? start,
        lineAt(start),
      );
    row = [[]];
  };
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    if (piece === "\t") {
      row.push([]);
      continue;
    }
    if (piece.startsWith("\n")) {
      if (piece.split("\n").length > ROW_END) endRow();
      continue;
    }
    const range = trimRange(text, index, index + piece.length);
    const cell = row.at(-1) ?? [];
    if (row.length > 1 && cell.length > 0 && endsTable(text, cell, range)) {
      endRow();
      row = [[range]];
    } else cell.push(range);
  }
  endRow();
  return widest <= MOST_CELLS ? doc.build() : undefined;
}

/** Behind a figure or nothing comes no second paragraph of its cell, and a section's heading stands in none. */
function endsTable(text: string, cell: readonly CellRange[], next: CellRange): boolean {
  return SECTION.test(text.slice(...next)) || !cell.some((range) => /\p{L}/u.test(text.slice(...range)));
}

function cellOf(text: string, cell: readonly CellRange[], otherwise: number): SourceCell {
  const words = cell.map((range) => text.slice(...range)).filter((part) => part !== "");
  return { text: words.join("\n"), start: cell[0]?.[0] ?? otherwise, end: cell.at(-1)?.[1] ?? otherwise };
}

/** Tells the line, from 1, of places asked for in ascending order. */
function countLines(text: string): (place: number) => number {
  let line = 1;
  let at = 0;
  return (place) => {
    for (let next = text.indexOf("\n", at); next >= 0 && next < place; next = text.indexOf("\n", at)) {
      line++;
      at = next + 1;
    }
    return line;
  };
}

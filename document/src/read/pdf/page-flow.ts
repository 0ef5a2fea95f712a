import type { DocBuilder, CellDraft } from "../../doc-builder.ts";
import { joinTables } from "./join-pages.ts";
import type { PageLines } from "./furniture.ts";
import type { TextLine } from "./text-lines.ts";
import { gatherBlocks, takeMeasure, type Measure, type PlacedLine } from "./paragraphs.ts";
import { round, type PageTable } from "./page-table.ts";
import { smallest } from "./extremes.ts";

/** What a page holds in reading order, once furniture is gone. */
export interface PageFlow extends PageLines {
  readonly tables: readonly PageTable[];
  /** Lines that do not run left to right, such as a note along the edge; they follow the rest of the page. */
  readonly turned: readonly TextLine[];
}

type Piece =
  | { readonly kind: "text"; readonly lines: PlacedLine[]; readonly breaksAfter: number[] }
  | { readonly kind: "table"; readonly table: PageTable; readonly breaks: number }
  | { readonly kind: "turned"; readonly lines: readonly TextLine[]; readonly page: number; readonly breaks: number };

/** A table that goes on ends below this share of its page, and its next part begins above the second one. */
const REACHES_DOWN = 0.5;
const BEGINS_ABOVE = 0.35;

const FIGURE_CELL = /^[\s\d０-９.,，%％\-—－/]*[\d０-９][\s\d０-９.,，%％\-—－/]*$/;

/** Writes the pages out as blocks, with paragraphs and tables that run over a page break put together. */
export function writeFlow(pages: readonly PageFlow[], builder: DocBuilder): void {
  const pieces = gatherPieces(pages);
  const measure = takeMeasure(pieces.flatMap((piece) => (piece.kind === "text" ? piece.lines : [])));
  for (const piece of pieces) {
    if (piece.kind === "table") {
      writeTable(piece.table, builder);
      writeBreaks(piece.breaks, builder);
    } else if (piece.kind === "text") {
      writeText(piece.lines, piece.breaksAfter, measure, builder);
    } else {
      for (const { text } of piece.lines) builder.paragraph(text, { page: piece.page });
      writeBreaks(piece.breaks, builder);
    }
  }
}

function gatherPieces(pages: readonly PageFlow[]): Piece[] {
  const pieces: Piece[] = [];
  let last: Piece | undefined;
  pages.forEach((page, index) => {
    if (index > 0) {
      if (last === undefined) pieces.push((last = { kind: "text", lines: [], breaksAfter: [0] }));
      else if (last.kind === "text") last.breaksAfter.push(last.lines.length);
      else pieces[pieces.length - 1] = last = { ...last, breaks: last.breaks + 1 };
    }
    const tables = page.tables.map((table) => ({ y: table.top, table }));
    const lines = page.lines.map((line) => ({ y: line.baseline - line.size / 2, line }));
    [...tables, ...lines]
      .sort((a, b) => a.y - b.y)
      .forEach((item, position) => {
        if ("line" in item) {
          const line = { ...item.line, page: page.number };
          if (last?.kind === "text") last.lines.push(line);
          else pieces.push((last = { kind: "text", lines: [line], breaksAfter: [] }));
          return;
        }
        const before = pages[index - 1];
        const mayGoOn =
          position === 0 &&
          last?.kind === "table" &&
          last.breaks > 0 &&
          before !== undefined &&
          last.table.page === before.number &&
          last.table.bottom >= REACHES_DOWN * before.height &&
          item.table.top <= BEGINS_ABOVE * page.height;
        const joined = mayGoOn && last?.kind === "table" ? joinTables(last.table, item.table) : undefined;
        if (joined && last?.kind === "table") pieces[pieces.length - 1] = last = { ...last, table: joined };
        else pieces.push((last = { kind: "table", table: item.table, breaks: 0 }));
      });
    if (page.turned.length > 0) pieces.push((last = { kind: "turned", lines: page.turned, page: page.number, breaks: 0 }));
  });
  return pieces;
}

function writeBreaks(count: number, builder: DocBuilder): void {
  for (let i = 0; i < count; i++) builder.pageBreak();
}

function writeText(lines: readonly PlacedLine[], breaksAfter: readonly number[], measure: Measure, builder: DocBuilder): void {
  let written = 0,
    nextBreak = 0;
  const writeDueBreaks = (): void => {
    for (; nextBreak < breaksAfter.length && (breaksAfter[nextBreak] ?? 0) <= written; nextBreak++) builder.pageBreak();
  };
  writeDueBreaks();
  for (const { text, level, page, box, lineCount } of gatherBlocks(lines, measure)) {
    if (level === undefined) builder.paragraph(text, { page, box });
    else builder.heading(level, text, { page, box });
    written += lineCount;
    writeDueBreaks();
  }
}

function writeTable({ cells, rowCount, xs, top, bottom, page: lastPage }: PageTable, builder: DocBuilder): void {
  const firstFigureRow = smallest(cells.filter(({ text }) => FIGURE_CELL.test(text)).map(({ row }) => row));
  const rows: CellDraft[][] = Array.from({ length: rowCount }, () => []);
  for (const { row, column, rowSpan, columnSpan, text, page, box } of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    rows[row]?.push({
      text,
      column,
      rowSpan,
      columnSpan,
      page,
      box,
      header: Number.isFinite(firstFigureRow) && row + rowSpan <= firstFigureRow,
    });
  }
  const firstPage = smallest(cells.map(({ page }) => page));
  const left = xs[0] ?? 0;
  const box = { x: round(left), y: round(top), width: round((xs.at(-1) ?? left) - left), height: round(bottom - top) };
  // A box says something on one page only.
  builder.table(rows, firstPage === lastPage ? { page: firstPage, box } : { page: firstPage });
}

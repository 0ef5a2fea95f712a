import type { CellDraft, DocBuilder } from "../doc-builder.ts";
import { textOf, type DocxContent, type DocxRow, type DocxTable } from "./docx-content.ts";

/**
 * Writes content out as blocks. Tables that only lay out the page are opened: a frame around text gives paragraphs, and
 * a real table inside a cell of a layout table becomes a block of its own.
 */
export function writeBlocks(content: readonly DocxContent[], builder: DocBuilder): void {
  for (const item of content) {
    if (item.kind === "pageBreak") builder.pageBreak();
    else if (item.kind === "table") writeTable(item, builder);
    else {
      const text = trimText(item.text);
      if (text === "") continue;
      if (item.isTitle || item.level !== undefined) builder.heading(item.isTitle ? 1 : (item.level ?? 1), text);
      else builder.paragraph(text);
    }
  }
}

/** Tabs at the ends of a line only indent it, unless it is a row set with tabs: there they are its empty cells. */
const ROW_OF_TABS = /\t.*\t.*\t/;

function trimText(text: string): string {
  const trimmed = text.trim();
  return ROW_OF_TABS.test(trimmed) ? text.replace(/^[^\S\t]+|[^\S\t]+$/g, "") : trimmed;
}

function writeTable(table: DocxTable, builder: DocBuilder): void {
  const layoutRows = new Set(table.rows.filter(isLayoutRow));
  const isFrame = isFrameOfText(table);
  let grid: DocxRow[] = [];
  const writeGrid = (): void => {
    if (grid.length > 0) builder.table(grid.map(draftRow));
    grid = [];
  };
  for (const row of table.rows) {
    const opened = isFrame || layoutRows.has(row) || (layoutRows.size > 0 && row.cells.length === 1);
    if (!opened) {
      grid.push(row);
      continue;
    }
    writeGrid();
    for (const cell of row.cells) writeBlocks(cell.content, builder);
  }
  writeGrid();
}

function draftRow(row: DocxRow): CellDraft[] {
  return row.cells.map(({ column, columnSpan, rowSpan, header, content }) => ({
    text: textOf(content),
    column,
    columnSpan,
    rowSpan,
    header,
  }));
}

/** A row that holds a real table and next to nothing beside it. A row of data may hold one too, and then keeps it as text. */
function isLayoutRow({ cells }: DocxRow): boolean {
  return cells.some((cell) => holdsGrid(cell.content)) && cells.filter((cell) => textOf(cell.content) !== "").length <= 2;
}

function holdsGrid(content: readonly DocxContent[]): boolean {
  return content.some(
    (item) => item.kind === "table" && (isGrid(item) || item.rows.some(({ cells }) => cells.some((cell) => holdsGrid(cell.content)))),
  );
}

function isGrid({ rows }: DocxTable): boolean {
  return rows.length >= 2 && rows.some(({ cells }) => cells.length >= 2) && rows.reduce((sum, { cells }) => sum + cells.length, 0) >= 4;
}

/** Text of this length in a table of one column is prose in a frame, not data. */
const PROSE_LENGTH = 400;

function isFrameOfText({ rows }: DocxTable): boolean {
  if (rows.some(({ cells }) => cells.length > 1)) return false;
  const contents = rows.flatMap(({ cells }) => cells.map(({ content }) => content));
  if (contents.some((content) => content.some((item) => item.kind === "paragraph" && (item.level !== undefined || item.isTitle))))
    return true;
  return contents.reduce((sum, content) => sum + textOf(content).length, 0) > PROSE_LENGTH;
}

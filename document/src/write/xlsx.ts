import ExcelJS from "@protobi/exceljs";
import type { Block, Doc, Table } from "../doc.ts";
import { columnShares } from "./column-shares.ts";
import { printable } from "./printable.ts";

/** Characters a sheet of A4 width takes, for the widths of columns and the heights of rows of text. */
const SHEET_WIDTH = 96;
const ROW_HEIGHT = 18;

/** A document as one sheet: headings and paragraphs over its full width, tables with merged cells, figures as numbers. */
export async function writeXlsx(doc: Doc): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = "";
  if (doc.title !== null) workbook.title = printable(doc.title);
  const sheet = workbook.addWorksheet("报告", { pageSetup: { paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 } });
  const tables = doc.blocks.filter((block) => block.kind === "table");
  const columns = Math.max(1, ...tables.map((table) => table.columns));
  const widest = tables.find((table) => table.columns === columns);
  const shares = widest === undefined ? [1] : columnShares(widest);
  shares.forEach((share, index) => (sheet.getColumn(index + 1).width = Math.max(6, share * SHEET_WIDTH)));
  let next = 1;
  for (const block of doc.blocks) next = addBlock(sheet, block, next, columns);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Adds a block from row `top` on and returns the row after it; a table has an empty row below it. */
function addBlock(sheet: ExcelJS.Worksheet, block: Block, top: number, columns: number): number {
  switch (block.kind) {
    case "pageBreak":
      if (top > 1) sheet.getRow(top - 1).addPageBreak();
      return top;
    case "table":
      addTable(sheet, block, top);
      return top + block.rows.length + 1;
    case "heading":
    case "paragraph": {
      const cell = sheet.getCell(top, 1);
      cell.value = printable(block.text);
      cell.alignment = { wrapText: true, vertical: "middle", horizontal: block.kind === "heading" && block.level === 1 ? "center" : "left" };
      if (block.kind === "heading") cell.font = { bold: true, size: block.level === 1 ? 16 : 12 };
      if (columns > 1) sheet.mergeCells(top, 1, top, columns);
      const lines = block.text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 2) / SHEET_WIDTH)), 0);
      sheet.getRow(top).height = Math.min(400, lines * ROW_HEIGHT);
      return top + 1;
    }
  }
}

function addTable(sheet: ExcelJS.Worksheet, { rows }: Table, top: number): void {
  const thin = { style: "thin" } as const;
  rows.forEach((row, index) => {
    for (const { text, column, columnSpan, rowSpan, header } of row.cells) {
      const cell = sheet.getCell(top + index, column + 1);
      cell.value = toValue(text);
      if (columnSpan > 1 || rowSpan > 1) sheet.mergeCells(top + index, column + 1, top + index + rowSpan - 1, column + columnSpan);
      cell.alignment = { wrapText: true, vertical: "middle", horizontal: "center" };
      cell.border = { top: thin, left: thin, bottom: thin, right: thin };
      if (header) cell.font = { bold: true };
    }
  });
}

/** A figure becomes a number when the number is printed just so; everything else stays text, 007 and +3 included. */
function toValue(text: string): string | number | null {
  if (text === "") return null;
  const value = Number(text);
  return Number.isFinite(value) && String(value) === text ? value : printable(text);
}

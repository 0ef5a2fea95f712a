import ExcelJS from "@protobi/exceljs";
import type { Block, Doc, Heading, Paragraph, Table } from "../doc.ts";
import { printable } from "./printable.ts";
import { splitIntoSheets, type SheetPlan } from "./xlsx-sheets.ts";
import { type TableSum, tableRows, writeTableCells } from "./xlsx-table.ts";
import { layOutTable } from "./table-layout.ts";
import { textWidth } from "./text-width.ts";

export interface XlsxOptions {
  /** Cells that are sums of others: written as formulas where the printed figure is that sum. */
  readonly sums?: readonly TableSum[];
}

/** Characters a page takes side by side, upright and turned. */
const UPRIGHT = 80;
const TURNED = 116;
/** Tables with more columns are printed on turned paper. */
const MOST_UPRIGHT_COLUMNS = 10;
const LINE_HEIGHT = 18;
const HIGHEST_ROW = 400;
const FOOT = "&C— &P —";

/**
 * A document as a workbook in the form's layout: a sheet for each section that holds a table, named after it, with merged
 * cells, figures as numbers and sums as formulas; text over the full width of its sheet. Prints on A4.
 */
export async function writeXlsx(doc: Doc, { sums = [] }: XlsxOptions = {}): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = "";
  if (doc.title !== null) workbook.title = printable(doc.title);
  for (const plan of splitIntoSheets(doc.blocks)) addSheet(workbook, plan, sums);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addSheet(workbook: ExcelJS.Workbook, { name, blocks, firstTable }: SheetPlan, sums: readonly TableSum[]): void {
  const tables = blocks.filter((block) => block.kind === "table");
  const widest = tables.toSorted((one, other) => other.columns - one.columns)[0];
  const columns = Math.max(1, widest?.columns ?? 1);
  const isTurned = columns > MOST_UPRIGHT_COLUMNS;
  const isOnePage = tables.length === 1 && blocks.length <= 3;
  const sheet = workbook.addWorksheet(name, {
    pageSetup: {
      paperSize: 9,
      orientation: isTurned ? "landscape" : "portrait",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: isOnePage ? 1 : 0,
      horizontalCentered: true,
    },
    headerFooter: { oddFooter: FOOT, evenFooter: FOOT },
  });
  const shares = widest === undefined || widest.columns === 0 ? [1] : layOutTable(widest).shares;
  const widths = shares.map((share) => Math.max(5, share * (isTurned ? TURNED : UPRIGHT)));
  widths.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  let row = 1;
  let table = firstTable;
  for (const block of blocks) {
    if (block.kind === "table") {
      writeTableCells(sheet, block, { top: row, widths, sums: sums.filter((sum) => sum.table === table) });
      table++;
      const { headRows } = layOutTable(block);
      if (headRows > 0 && tables.length === 1) sheet.pageSetup.printTitlesRow = `${row}:${row + headRows - 1}`;
      row += tableRows(block) + 1; // an empty row below
    } else row = addText(sheet, block, { row, columns, widths });
  }
}

interface TextPlace {
  readonly row: number;
  readonly columns: number;
  readonly widths: readonly number[];
}

/** Writes text over the full width and returns the row after it. */
function addText(sheet: ExcelJS.Worksheet, block: Exclude<Block, Table>, { row, columns, widths }: TextPlace): number {
  if (block.kind === "pageBreak") {
    if (row > 1) sheet.getRow(row - 1).addPageBreak();
    return row;
  }
  const cell = sheet.getCell(row, 1);
  const text = printable(block.text);
  cell.value = text === "" ? null : text;
  cell.alignment = { wrapText: true, vertical: "middle", horizontal: horizontalOf(block) };
  cell.font = fontOf(block);
  if (columns > 1) sheet.mergeCells(row, 1, row, columns);
  const width = widths.reduce((sum, one) => sum + one, 0);
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil((textWidth(line) * 1.15) / width)), 0);
  const height = block.kind === "heading" && block.level === 1 ? 2 * LINE_HEIGHT : LINE_HEIGHT;
  sheet.getRow(row).height = Math.min(HIGHEST_ROW, lines * height);
  return row + 1;
}

function horizontalOf(block: Heading | Paragraph): "left" | "center" | "right" {
  if (block.kind === "heading") return block.level === 1 ? "center" : "left";
  return block.align ?? "left";
}

function fontOf(block: Heading | Paragraph): Partial<ExcelJS.Font> {
  if (block.kind === "paragraph") return { name: "仿宋", size: 12 };
  if (block.level === 1) return { name: "方正小标宋简体", size: 18 };
  return { name: block.level === 2 ? "黑体" : "楷体", size: 12 };
}

import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Table as DocxTable,
  Tab,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from "docx";
import type { Block, Doc, Table } from "../doc.ts";
import { columnShares } from "./column-shares.ts";
import { docxStyles, PAGE, TEXT_WIDTH_TWIPS } from "./docx-styles.ts";
import { printable } from "./printable.ts";
import { countHeadRows, listSquares, type Square } from "./squares.ts";

/** A document as a Word file: headings by level, real merged cells, head rows repeated on every page. */
export async function writeDocx(doc: Doc): Promise<Uint8Array> {
  const file = new Document({
    ...(doc.title === null ? {} : { title: printable(doc.title) }),
    creator: "",
    lastModifiedBy: "",
    styles: docxStyles,
    sections: [{ properties: { page: PAGE }, footers: { default: pageNumbers() }, children: doc.blocks.flatMap(writeBlock) }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

const HEADINGS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
  5: HeadingLevel.HEADING_5,
  6: HeadingLevel.HEADING_6,
} as const;

function writeBlock(block: Block): (Paragraph | DocxTable)[] {
  switch (block.kind) {
    case "heading":
      return [new Paragraph({ heading: HEADINGS[block.level], children: writeRuns(block.text) })];
    case "paragraph":
      return [new Paragraph({ style: "BodyText", children: writeRuns(block.text) })];
    case "pageBreak":
      return [new Paragraph({ children: [new PageBreak()] })];
    case "table":
      return block.columns === 0 ? [] : [writeTable(block)];
  }
}

function writeTable(table: Table): DocxTable {
  const heads = countHeadRows(table);
  return new DocxTable({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH_TWIPS, type: WidthType.DXA },
    columnWidths: columnShares(table).map((share) => Math.round(share * TEXT_WIDTH_TWIPS)),
    rows: listSquares(table).map((squares, index) => new TableRow({ tableHeader: index < heads, cantSplit: true, children: squares.map(writeSquare) })),
  });
}

function writeSquare(square: Square): TableCell {
  if (square.kind === "gap") return new TableCell({ columnSpan: square.columnSpan, children: writeCellText("") });
  const { text, columnSpan, rowSpan } = square.cell;
  const begins = square.kind === "begins";
  return new TableCell({
    columnSpan,
    ...(rowSpan > 1 ? { verticalMerge: begins ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE } : {}),
    verticalAlign: VerticalAlignTable.CENTER,
    children: writeCellText(begins ? text : ""),
  });
}

function writeCellText(text: string): Paragraph[] {
  return [new Paragraph({ style: "TableText", alignment: AlignmentType.CENTER, children: text === "" ? [] : writeRuns(text) })];
}

/** A run a line; a tab is an element of its own, as Word writes it. */
function writeRuns(text: string): TextRun[] {
  return printable(text)
    .split("\n")
    .map((line, index) => {
      const children = line.split("\t").flatMap((piece, position) => (position === 0 ? [piece] : [new Tab(), piece]));
      return new TextRun({ children, ...(index === 0 ? {} : { break: 1 }) });
    });
}

function pageNumbers(): Footer {
  return new Footer({
    children: [new Paragraph({ style: "PageNumber", alignment: AlignmentType.CENTER, children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"] })] })],
  });
}

import type { Table } from "../doc.ts";
import { TEXT_WIDTH } from "./docx-measures.ts";
import { textRun } from "./docx-text.ts";
import { escapeXml } from "./escape-xml.ts";
import { listSquares, type Square } from "./squares.ts";
import { layOutTable, type TableLayout } from "./table-layout.ts";

/** Longer tables begin where they stand; shorter ones are not torn apart by a page's end. */
const LONGEST_WHOLE = 32;

/**
 * A table as WordprocessingML, over the full text width; `caption` tells people who listen what it is about, and `keep` its
 * last row on the page of what follows.
 */
export function tableXml(table: Table, { caption, keep: staysWithNext }: { caption: string; keep: boolean }): string {
  const layout = layOutTable(table);
  const edges = edgesOf(layout.shares);
  const squares = listSquares(table);
  const isKept = table.rows.length <= LONGEST_WHOLE;
  const rows = squares.map((row, index) => {
    const keep = index < squares.length - 1 ? isKept : staysWithNext;
    const properties = `<w:trPr><w:cantSplit/><w:trHeight w:val="${table.look === "form" ? 640 : 312}" w:hRule="atLeast"/>${index < layout.headRows ? "<w:tblHeader/>" : ""}</w:trPr>`;
    return `<w:tr>${properties}${withColumns(row, table.columns)
      .map((square) => cellXml(square, { edges, layout, keep, isForm: table.look === "form" }))
      .join("")}</w:tr>`;
  });
  const look = `<w:tblLook w:val="04A0" w:firstRow="${layout.headRows > 0 ? 1 : 0}" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>`;
  return `<w:tbl><w:tblPr><w:tblStyle w:val="FormTable"/><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>${look}${caption === "" ? "" : `<w:tblCaption w:val="${escapeXml(caption)}"/>`}</w:tblPr><w:tblGrid>${layout.shares.map((_, column) => `<w:gridCol w:w="${widthOf(edges, column, 1)}"/>`).join("")}</w:tblGrid>${rows.join("")}</w:tbl>`;
}

type PlacedSquare = Square & { readonly column: number };

/** Each square with its column; a row must fill the grid, and must not be empty. */
function withColumns(row: readonly Square[], columns: number): PlacedSquare[] {
  let column = 0;
  const placed = row.map((square): PlacedSquare => {
    const at = column;
    column += square.kind === "gap" ? square.columnSpan : square.cell.columnSpan;
    return { ...square, column: at };
  });
  if (column < columns) placed.push({ kind: "gap", columnSpan: columns - column, column });
  return placed;
}

interface Surroundings {
  readonly edges: readonly number[];
  readonly layout: TableLayout;
  readonly keep: boolean;
  readonly isForm: boolean;
}

function cellXml(square: PlacedSquare, { edges, layout, keep, isForm }: Surroundings): string {
  const cell = square.kind === "gap" ? undefined : square.cell;
  const span = square.kind === "gap" ? square.columnSpan : square.cell.columnSpan;
  const isShaded = cell !== undefined && layout.isBand(cell);
  const merge = cell === undefined || cell.rowSpan === 1 ? "" : square.kind === "begins" ? '<w:vMerge w:val="restart"/>' : "<w:vMerge/>";
  const properties = `<w:tcPr><w:tcW w:w="${widthOf(edges, square.column, span)}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ""}${merge}${isShaded ? '<w:shd w:val="clear" w:color="auto" w:fill="DEEAF6"/>' : ""}<w:vAlign w:val="center"/></w:tcPr>`;
  const text = square.kind === "begins" ? square.cell.text : "";
  return `<w:tc>${properties}${cellParagraph(text, { isLeft: cell !== undefined && layout.isLeft(cell), keep, isForm })}</w:tc>`;
}

function cellParagraph(text: string, { isLeft, keep, isForm }: { isLeft: boolean; keep: boolean; isForm: boolean }): string {
  const style = (isForm ? "Form" : "Table") + (isLeft ? "Label" : "Text");
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${keep ? "<w:keepNext/>" : ""}</w:pPr>${textRun(text)}</w:p>`;
}

/** Where columns begin and end, rounded so that the widths add up to the table's. */
function edgesOf(shares: readonly number[]): number[] {
  let at = 0;
  return [0, ...shares.map((share) => Math.round((at += share) * TEXT_WIDTH))];
}

function widthOf(edges: readonly number[], column: number, span: number): number {
  return (edges[Math.min(column + span, edges.length - 1)] ?? 0) - (edges[column] ?? 0);
}

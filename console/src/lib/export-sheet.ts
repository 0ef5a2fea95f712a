import { type Sheet, writeSheet } from "@gongkai/server/contract";
import { saveBlob } from "./save-blob.ts";

/** A column of an exported list. */
export interface SheetColumn<Row> {
  readonly title: string;
  /** A figure stays a figure, to be added up. */
  readonly text: (row: Row) => string | number;
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const [NARROWEST, WIDEST] = [10, 60];

/** The list as it is shown, for WPS and Excel, handed to the person. `name` is that of the file, without its ending. */
export function saveSheet<Row>(name: string, columns: readonly SheetColumn<Row>[], rows: readonly Row[]): void {
  const bytes = writeSheet(toSheet(name, columns, rows));
  saveBlob(`${name}.xlsx`, new Blob([new Uint8Array(bytes)], { type: XLSX }));
}

export function toSheet<Row>(name: string, columns: readonly SheetColumn<Row>[], rows: readonly Row[]): Sheet {
  const cells = rows.map((row) => columns.map(({ text }) => text(row)));
  return {
    name,
    headings: columns.map(({ title }, at) => ({ text: title, width: widthOf([title, ...cells.map((row) => String(row[at] ?? ""))]) })),
    rows: cells,
  };
}

/** Of the longest cell; a sign of Chinese is as wide as two of Latin. */
function widthOf(texts: readonly string[]): number {
  const longest = texts.reduce((most, text) => Math.max(most, [...text].length + (text.match(/[\u1100-\uffef]/g)?.length ?? 0)), 0);
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
}

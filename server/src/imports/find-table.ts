import type { Doc, Table } from "@gongkai/document";
import { type Fields, guessColumns } from "./guess-columns.ts";
import { readCsv } from "./read-csv.ts";

/** A table of a document as a grid of texts. */
export interface GridOfRows {
  readonly headings: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** Rows among which the headings are looked for: titles and dates stand above them. */
const MOST_ABOVE = 15;
/** Fewer known headings make no table of ours. */
const LEAST_KNOWN = 2;

/** The table with the most known headings of a document; a plain text is taken as separated by commas. Rows are counted as the sheet counts them. */
export function findTable(doc: Doc, fields: Fields<string>): GridOfRows | undefined {
  const grids =
    doc.format === "text" ? [gridOfText(doc.text)] : doc.blocks.flatMap((block) => (block.kind === "table" ? [gridOf(block)] : []));
  let best: { readonly grid: Grid; readonly at: number; readonly known: number } | undefined;
  for (const grid of grids) {
    for (let at = 0; at < Math.min(MOST_ABOVE, grid.length); at += 1) {
      const known = Object.keys(guessColumns(fields, grid[at]?.cells ?? [])).length;
      if (known >= LEAST_KNOWN && known > (best?.known ?? 0)) best = { grid, at, known };
    }
  }
  if (best === undefined) return undefined;
  const { grid, at } = best;
  const headings = (grid[at]?.cells ?? []).map((text) => text.replaceAll(/\s+/g, ""));
  return { headings, rows: grid.slice(at + 1).filter(({ cells }) => !isEmptyOrSum(cells)) };
}

type Grid = GridOfRows["rows"];

function isEmptyOrSum(cells: readonly string[]): boolean {
  const first = cells.find((text) => text.trim() !== "")?.trim();
  return first === undefined || /^(?:合计|总计|小计)/.test(first);
}

function gridOf(table: Table): Grid {
  return table.rows.map((row, index) => ({ row: rowNumber(row.cells[0]?.at.reference) ?? index + 1, cells: textsOf(table, index) }));
}

function gridOfText(text: string): Grid {
  return readCsv(text).map(({ line, cells }) => ({ row: line, cells: cells.map((cell) => cell.trim()) }));
}

function textsOf(table: Table, index: number): readonly string[] {
  const texts = Array.from({ length: table.columns }, () => "");
  for (const { column, text } of table.rows[index]?.cells ?? []) texts[column] = text.trim();
  return texts;
}

/** `Sheet1!B5` → 5. */
function rowNumber(reference: string | undefined): number | undefined {
  const digits = /(\d+)$/.exec(reference ?? "")?.[1];
  return digits === undefined ? undefined : Number(digits);
}

import type { Doc, Table } from "@gongkai/document";
import { countKnown } from "./guess-columns.ts";

/** A register as a grid of texts. */
export interface RegisterTable {
  readonly headings: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** Rows among which the headings are looked for: titles and dates stand above them. */
const MOST_ABOVE = 15;
/** Fewer known headings make no register. */
const LEAST_KNOWN = 2;

/** The register in a document: the table with the most known headings. Rows are counted as the sheet counts them. */
export function findRegister(doc: Doc): RegisterTable | undefined {
  let best: { readonly table: Table; readonly at: number; readonly known: number } | undefined;
  for (const block of doc.blocks) {
    if (block.kind !== "table") continue;
    for (let at = 0; at < Math.min(MOST_ABOVE, block.rows.length); at += 1) {
      const known = countKnown(textsOf(block, at));
      if (known >= LEAST_KNOWN && known > (best?.known ?? 0)) best = { table: block, at, known };
    }
  }
  if (best === undefined) return undefined;
  const { table, at } = best;
  const rows = table.rows.flatMap((row, index) => {
    if (index <= at) return [];
    const cells = textsOf(table, index);
    const isEmpty = cells.every((text) => text.trim() === "");
    const isSum = /^(?:合计|总计|小计)/.test(cells.find((text) => text.trim() !== "")?.trim() ?? "");
    return isEmpty || isSum ? [] : [{ row: rowNumber(row.cells[0]?.at.reference) ?? index + 1, cells }];
  });
  return { headings: textsOf(table, at).map((text) => text.replaceAll(/\s+/g, "")), rows };
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

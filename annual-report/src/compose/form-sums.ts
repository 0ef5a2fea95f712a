import { createDocBuilder } from "@gongkai/document";
import { compiledEdition } from "../check/compiled-edition.ts";
import { EDITIONS } from "../editions/index.ts";
import type { CellKey, EditionId } from "../report.ts";
import { composeTables } from "./compose-tables.ts";

/** A total of the form and its parts as places in the composed document; what a workbook needs for its formulas. */
export interface FormSum {
  /** Number of the table in the composed document, from 0. */
  readonly table: number;
  readonly total: FormPoint;
  readonly parts: readonly FormPoint[];
}

/** Row and grid column of a table, from 0. */
export interface FormPoint {
  readonly row: number;
  readonly column: number;
}

/** Every total of an edition: the last column of table 3, its row （七）总计, the totals of table 4. The rules say the same. */
export function listFormSums(edition: EditionId): FormSum[] {
  const places = locateCells(edition);
  const { keys, sums } = compiledEdition(edition);
  const placeOf = (index: number) => places.get(keys[index] ?? "");
  const done = new Set<number>();
  return sums.flatMap(({ total, left }) => {
    // A cell that is the total of its row and of its column is counted along its row.
    if (total === undefined || done.has(total)) return [];
    done.add(total);
    const at = placeOf(total);
    const parts = left.flatMap((index) => placeOf(index) ?? []);
    if (at === undefined || parts.length !== left.length) return [];
    return [{ table: at.table, total: pointOf(at), parts: parts.map(pointOf) }];
  });
}

interface Place extends FormPoint {
  readonly table: number;
}

function pointOf({ row, column }: Place): FormPoint {
  return { row, column };
}

/** Where each cell of the form stands; the builder counts the grid columns. */
function locateCells(edition: EditionId): Map<CellKey, Place> {
  const places = new Map<CellKey, Place>();
  composeTables(EDITIONS[edition], () => "").forEach(({ rows }, table) => {
    const builder = createDocBuilder("xlsx");
    builder.table(rows);
    const [block] = builder.build().blocks;
    if (block?.kind !== "table") return;
    rows.forEach((row, index) =>
      row.forEach(({ key }, position) => {
        const column = block.rows[index]?.cells[position]?.column;
        if (key !== undefined && column !== undefined) places.set(key, { table, row: index, column });
      }),
    );
  });
  return places;
}

import { type CellKey, EDITIONS, type Report } from "@gongkai/annual-report";

const NOT_RESULTS: ReadonlySet<string> = new Set(["new", "carriedIn", "total", "carriedOut"]);
const PARTS4 = ["upheld", "corrected", "other", "pending"];

/**
 * The totals that stand empty though their parts are known, worked out from them. A total somebody wrote is never
 * touched, and one with an empty part is left: a blank is not 0 until a person says so.
 */
export function workOutTotals({ edition, cells, states }: Pick<Report, "edition" | "cells" | "states">): Record<CellKey, number> {
  if (edition === null) return {};
  const { table3, table4 } = EDITIONS[edition];
  const known: Record<CellKey, number | null> = { ...cells };
  const found: Record<CellKey, number> = {};
  const enter = (total: CellKey, parts: readonly CellKey[]) => {
    if (typeof known[total] === "number" || states[total] === "ambiguous") return;
    const values = parts.map((part) => known[part]);
    if (!values.every((value): value is number => typeof value === "number")) return;
    found[total] = known[total] = values.reduce((sum, value) => sum + value, 0);
  };
  const results = table3.rows.filter((row) => !NOT_RESULTS.has(row.id));
  for (const { id } of table3.columns)
    if (id !== "total")
      enter(
        `t3.total.${id}`,
        results.map((row) => `t3.${row.id}.${id}`),
      );
  const applicants = table3.columns.filter((column) => column.id !== "total");
  for (const { id } of table3.rows)
    enter(
      `t3.${id}.total`,
      applicants.map((column) => `t3.${id}.${column.id}`),
    );
  for (const { id } of table4)
    enter(
      `${id}.total`,
      PARTS4.map((part) => `${id}.${part}`),
    );
  return found;
}

/** The cells that stand empty and could be filled with 0. */
export function listBlanks({ edition, states }: Pick<Report, "edition" | "states">): CellKey[] {
  return edition === null ? [] : EDITIONS[edition].cells.flatMap(({ key }) => (states[key] === "blank" ? [key] : []));
}

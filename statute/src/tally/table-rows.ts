import { OUTCOME_CODES, type Edition } from "../outcomes/outcome.ts";
import { rowOf } from "../outcomes/outcomes.ts";
import { APPLICANT_KINDS, REMEDIES, REMEDY_RESULTS } from "../case/case-file.ts";

/** The rows of table 3 that count results, in an edition, in no particular order. */
export function listResultRows(edition: Edition): readonly string[] {
  return [...new Set(OUTCOME_CODES.map((code) => rowOf(code, edition)))];
}

/** The columns of table 3. */
export const COLUMNS = [...APPLICANT_KINDS, "total"] as const;

/** The columns of each part of table 4. */
export const REMEDY_COLUMNS = [...REMEDY_RESULTS, "pending", "total"] as const;

/** Every cell of tables 3 and 4 in an edition, each 0. */
export function emptyTables(edition: Edition): Record<string, number> {
  const cells: Record<string, number> = {};
  for (const row of ["new", "carriedIn", ...listResultRows(edition), "total", "carriedOut"])
    for (const column of COLUMNS) cells[`t3.${row}.${column}`] = 0;
  for (const remedy of REMEDIES) for (const column of REMEDY_COLUMNS) cells[`t4.${remedy}.${column}`] = 0;
  return cells;
}

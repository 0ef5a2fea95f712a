import { ABSENT, type Facts } from "./facts.ts";
import type { FormRow } from "./compiled-edition.ts";
import type { CellKey } from "../report.ts";

/** Rows of the form in which some cells have a given state, with those cells. */
export interface RowInState {
  readonly row: FormRow;
  readonly indexes: readonly number[];
  readonly isWhole: boolean;
}

export const TABLE_NAMES = { 2: "表二", 3: "表三", 4: "表四" } as const;
export const TABLES = [2, 3, 4] as const;

/** The rows of a table that hold cells in the state, in the order of the form. */
export function rowsInState(facts: Facts, table: 2 | 3 | 4, state: number): RowInState[] {
  const found: RowInState[] = [];
  for (const row of facts.form?.rows ?? []) {
    if (row.table !== table) continue;
    const indexes = row.indexes.filter((index) => facts.states[index] === state);
    if (indexes.length > 0) found.push({ row, indexes, isWhole: indexes.length === row.indexes.length });
  }
  return found;
}

/** True when no cell of the report is in the state: the common case, told quickly. */
export function hasState(facts: Facts, state: number): boolean {
  return facts.states.includes(state);
}

/** True when every cell of the table is in the state. */
export function isWholeTable(facts: Facts, table: 2 | 3 | 4, rows: readonly RowInState[]): boolean {
  return (
    rows.length > 1 &&
    rows.every((one) => one.isWhole) &&
    rows.length === (facts.form?.rows ?? []).filter((row) => row.table === table).length
  );
}

/** Rows and cells written out for people, at most `limit` of them. */
export function nameRows(rows: readonly RowInState[], limit = 6): string {
  const names = rows.slice(0, limit).map(({ row, indexes, isWhole }) => {
    const label = row.name.replace(/^表[二三四]/u, "");
    if (isWhole) return label;
    return `${label}的${indexes.map((index) => row.columns[row.indexes.indexOf(index)] ?? "").join("、")}`;
  });
  return rows.length <= limit ? names.join("，") : `${names.join("，")}等${rows.length}行`;
}

export function keysOf(facts: Facts, rows: readonly RowInState[]): CellKey[] {
  return rows.flatMap((one) => one.indexes.flatMap((index) => facts.form?.keys[index] ?? []));
}

/** The number of tables that are wholly missing from the document. */
export function missingTables(facts: Facts): (2 | 3 | 4)[] {
  return TABLES.filter((table) => isWholeTable(facts, table, rowsInState(facts, table, ABSENT)));
}

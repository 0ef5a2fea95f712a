import { EDITIONS, findCell } from "../editions/index.ts";
import type { CellKey, EditionId } from "../report.ts";
import type { HelpEntry, HelpTexts } from "./help-entry.ts";
import { TABLE2_2019, TABLE2_2021 } from "./help-table2.ts";
import { COLUMNS_3, OTHER_HANDLING_2019, OTHER_HANDLING_2021, ROWS_3 } from "./help-table3.ts";
import { TABLE4_HELP } from "./help-table4.ts";

/** Every help text of an edition: rows by `t2.<row>`, `t3.<row>`, `t4.<group>`, columns by `t2.column.<column>` and so on. */
export const HELP: Readonly<Record<EditionId, HelpTexts>> = {
  "2019": { ...TABLE2_2019, ...ROWS_3, ...OTHER_HANDLING_2019, ...COLUMNS_3, ...TABLE4_HELP },
  "2021": { ...TABLE2_2021, ...ROWS_3, ...OTHER_HANDLING_2021, ...COLUMNS_3, ...TABLE4_HELP },
};

/** A help text with the label it explains. */
export interface NamedHelp extends HelpEntry {
  readonly label: string;
}

/** What is to be known about a cell: first its row, then its column. Empty for a key the edition does not have. */
export function findHelp(edition: EditionId, key: CellKey): readonly NamedHelp[] {
  const cut = key.lastIndexOf(".");
  const row = key.slice(0, cut);
  const column = `${key.slice(0, 2)}.column.${key.slice(cut + 1)}`;
  const named = (findCell(key)?.name ?? key).split("·");
  return [row, column].flatMap((id, index) => {
    const entry = HELP[edition][id];
    return entry === undefined ? [] : [{ ...entry, label: named[index] ?? "" }];
  });
}

/** The ids that must have a text: every row and every column of the edition's tables. */
export function listHelpIds(edition: EditionId): string[] {
  const { table2, table3, table4 } = EDITIONS[edition];
  const ids = [
    ...table2.flatMap((block) => [...block.rows.map((row) => row.id), ...block.columns.map((column) => `t2.column.${column.id}`)]),
    ...table3.rows.map((row) => `t3.${row.id}`),
    ...table3.columns.map((column) => `t3.column.${column.id}`),
    ...table4.flatMap((group) => [group.id, ...group.columns.map((column) => `t4.column.${column.id}`)]),
  ];
  return [...new Set(ids)];
}

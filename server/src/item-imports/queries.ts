import { sql } from "kysely";
import type { RowProblem } from "../imports/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";

const MOST_DRAFTS = 200;

/** Those of an import that screening held back, by row, as far as they are still there. */
export function listDrafts(db: Queryable, agencyId: number, importId: string) {
  return db
    .selectFrom("register_import_row as r")
    .innerJoin("item as i", (join) => join.onRef("i.agency_id", "=", "r.agency_id").onRef("i.item_id", "=", "r.stream_id"))
    .select(["r.row_number as row", "r.stream_id as item", "i.title"])
    .where("r.agency_id", "=", agencyId)
    .where("r.import_id", "=", importId)
    .where("r.outcome", "=", "draft")
    .orderBy("r.row_number")
    .limit(MOST_DRAFTS)
    .execute();
}

export interface RefusedRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly problems: readonly RowProblem[];
}

/** Rows that were left out, as they were handed in. */
export async function listRefusedRows(db: Queryable, agencyId: number, importId: string): Promise<readonly RefusedRow[]> {
  const rows = await db
    .selectFrom("register_import_refusal")
    .select(["row_number", "cells", "problems"])
    .where("agency_id", "=", agencyId)
    .where("import_id", "=", importId)
    .orderBy("row_number")
    .execute();
  return rows.map(({ row_number: row, cells, problems }) => ({ row, cells, problems: problems as unknown as readonly RowProblem[] })); // takeItems wrote them
}

/** Takes rows that were left out of imports nobody has touched since: they may hold what should not be kept. Regional. */
export async function regionForgetRefused(db: Queryable, changedBefore: string): Promise<void> {
  await sql`
    delete from register_import_refusal r using register_import i
    where i.agency_id = r.agency_id and i.import_id = r.import_id and i.changed_at < ${changedBefore}`.execute(db);
}

/** Names of entries that proactive items may stand under, in the catalogue's order. */
export async function listEntryLabels(
  db: Queryable,
  agencyId: number,
): Promise<readonly { readonly id: string; readonly label: string }[]> {
  const rows = await db
    .selectFrom("catalogue_entry")
    .select(["entry_id", "name", "sub_item"])
    .where("agency_id", "=", agencyId)
    .where("closed_on", "is", null)
    .where("way", "=", "proactive")
    .orderBy("statutory")
    .orderBy("position")
    .orderBy("entry_id")
    .execute();
  return rows.map(({ entry_id: id, name, sub_item: sub }) => ({ id, label: sub === "" ? name : `${name}：${sub}` }));
}

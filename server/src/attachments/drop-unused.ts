import { sql, type Transaction } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";
import type { Tables } from "../platform/database/row-types.ts";
import type { AttachmentStores } from "./keep-attachment.ts";

interface Unused {
  readonly agency_id: number;
  readonly sha256: string;
  readonly sealed_name: string | null;
}

/** Files that no act took up within some days and no draft keeps are erased: they were uploaded and then not used. */
export async function dropUnused({ ledger, files }: AttachmentStores, before: string): Promise<number> {
  const unused = await regionListUnused(ledger.db, before);
  for (const one of unused) {
    await ledger.db.transaction().execute(async (tx) => {
      await forget(tx, one);
      // Before the commit: whoever hands in the same bytes now waits for it, and then keeps them anew.
      if (!(await regionKeeps(tx, one.sha256))) await files.erase(one.sha256);
    });
  }
  return unused.length;
}

async function forget(tx: Transaction<Tables>, { agency_id: agencyId, sha256, sealed_name }: Unused): Promise<void> {
  await tx.deleteFrom("attachment").where("agency_id", "=", agencyId).where("sha256", "=", sha256).execute();
  // What the office also wants to publish lies under the same name.
  await sql`
    delete from stored_file where agency_id = ${agencyId} and sha256 = ${sha256}
    and not exists (select 1 from file_text where agency_id = ${agencyId} and sha256 = ${sha256})`.execute(tx);
  if (sealed_name !== null)
    await tx.deleteFrom("sealed_data").where("agency_id", "=", agencyId).where("sealed_id", "=", sealed_name).execute();
}

/** Files of before the instant, or handed in again before it, that no event names and no draft keeps. Regional: a question to all organs. */
async function regionListUnused(db: Queryable, before: string): Promise<readonly Unused[]> {
  const { rows } = await sql<Unused>`
    select a.agency_id, a.sha256, a.sealed_name from attachment as a
    join stored_file as s on s.agency_id = a.agency_id and s.sha256 = a.sha256
    where s.stored_at < ${before}
    and not exists (
      select 1 from event as e where e.agency_id = a.agency_id and e.documents <> '{}' and e.documents @> array[a.sha256])
    and not exists (
      select 1 from letter as l
      where l.agency_id = a.agency_id and l.documents is not null and (l.released || l.documents) @> array[a.sha256])
    limit 1000`.execute(db);
  return rows;
}

/** Regional: whether any organ keeps these bytes; they are stored once for all. */
async function regionKeeps(db: Queryable, sha256: string): Promise<boolean> {
  const row = await db.selectFrom("stored_file").select("agency_id").where("sha256", "=", sha256).executeTakeFirst();
  return row !== undefined;
}

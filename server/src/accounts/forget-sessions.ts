import type { Queryable } from "../platform/database/open-database.ts";

/** Removes sessions that ended before an instant, of all organs; a nightly job's work. What happened in them stands in the audit. */
export async function regionForgetSessions(db: Queryable, before: string): Promise<void> {
  await db.deleteFrom("session").where("expires_at", "<", before).execute();
}

import type { Queryable } from "../platform/database/open-database.ts";

/** Does the work on one unchanging view of the database, so that what others write meanwhile is not taken for a fault. */
export function inSnapshot<Value>(db: Queryable, work: (db: Queryable) => Promise<Value>): Promise<Value> {
  if (db.isTransaction) return work(db);
  return db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(work);
}

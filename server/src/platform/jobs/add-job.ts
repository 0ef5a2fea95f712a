import { sql } from "kysely";
import type { Queryable } from "../database/open-database.ts";
import { MOST_TRIES } from "./job.ts";

/** Where the queue keeps its tables; nobody else writes there. */
export const JOB_SCHEMA = "gongkai_jobs";

export interface NewJob {
  readonly name: string;
  /** JSON; no personal data: it names what to work on by its id. */
  readonly payload?: unknown;
  /** A job with the same key that has not begun is replaced, so that ten changes need one run. */
  readonly key?: string;
  /** Jobs of one queue run one after the other. */
  readonly queue?: string;
  /** Instant before which it does not run. */
  readonly after?: string;
  readonly tries?: number;
}

/**
 * Puts a job into the queue. In a transaction it is queued when that commits, and never otherwise. False when this database
 * has no queue yet (no server was ever started on it): whatever must not be missed has a job at start as well.
 */
export async function addJob(db: Queryable, { name, payload = {}, key, queue, after, tries = MOST_TRIES }: NewJob): Promise<boolean> {
  const { rows } = await sql<{ exists: boolean }>`select to_regclass(${`${JOB_SCHEMA}.jobs`}) is not null as exists`.execute(db);
  if (rows[0]?.exists !== true) return false;
  await sql`select 1 from ${sql.id(JOB_SCHEMA, "add_job")}(
    ${name}::text, payload := ${JSON.stringify(payload)}::json, queue_name := ${queue ?? null}::text,
    run_at := ${after ?? null}::timestamptz, max_attempts := ${tries}::integer, job_key := ${key ?? null}::text)`.execute(db);
  return true;
}

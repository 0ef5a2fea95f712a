import { sql } from "kysely";
import type { Queryable } from "../database/open-database.ts";
import { JOB_SCHEMA } from "./add-job.ts";

/** A job in the queue. What was done stands there no more. */
export interface QueuedJob {
  readonly id: string;
  readonly name: string;
  /** `failed`: given up. `retrying`: failed, and will be tried again at `dueAt`. */
  readonly state: "waiting" | "running" | "retrying" | "failed";
  readonly attempts: number;
  readonly tries: number;
  /** Why the last try failed, without personal data. */
  readonly reason: string | null;
  readonly dueAt: string;
  readonly queuedAt: string;
  readonly changedAt: string;
}

const MOST_LISTED = 500;

/** The jobs in the queue: those given up first, then those that failed, the newest first. Empty while there is no queue. */
export async function listJobs(db: Queryable): Promise<readonly QueuedJob[]> {
  const { rows: found } = await sql<{ exists: boolean }>`select to_regclass(${`${JOB_SCHEMA}.jobs`}) is not null as exists`.execute(db);
  if (found[0]?.exists !== true) return [];
  const { rows } = await sql<QueuedJob>`
    select id::text as id, task_identifier as name, attempts, max_attempts as tries, last_error as reason,
      run_at as "dueAt", created_at as "queuedAt", updated_at as "changedAt",
      case when locked_at is not null then 'running' when attempts >= max_attempts then 'failed'
        when last_error is not null then 'retrying' else 'waiting' end as state
    from ${sql.id(JOB_SCHEMA, "jobs")}
    order by (locked_at is null and attempts >= max_attempts) desc, (last_error is not null) desc, updated_at desc
    limit ${MOST_LISTED}`.execute(db);
  return rows;
}

/** Removes failed jobs nobody has looked into since the instant. Gives how many. */
export async function clearFailedJobs(db: Queryable, before: string): Promise<number> {
  const { rows } = await sql`
    select 1 from ${sql.id(JOB_SCHEMA, "complete_jobs")}(array(
      select id from ${sql.id(JOB_SCHEMA, "jobs")} where attempts >= max_attempts and locked_at is null and updated_at < ${before}::timestamptz
    ))`.execute(db);
  return rows.length;
}

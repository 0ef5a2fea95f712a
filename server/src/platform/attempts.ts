import { sql } from "kysely";
import type { Queryable } from "./database/open-database.ts";
import { addSeconds } from "./instant.ts";

/** So many tries within a window; who goes on is blocked for a while. Seconds. */
export interface AttemptLimit {
  readonly most: number;
  readonly windowSeconds: number;
  readonly blockSeconds: number;
}

export interface Attempted {
  readonly limit: AttemptLimit;
  /** What is counted, such as `sign-in:address:10.0.0.7`; holds nothing secret. */
  readonly bucket: string;
  /** 0 unless the thing counted belongs to an organ. */
  readonly agencyId?: number;
  /** The instant, ISO 8601 in UTC. */
  readonly at: string;
}

export type AttemptAnswer =
  | { readonly isAllowed: true }
  /** `until`: instant of the end of the block. `isNew`: this very attempt began it. */
  | { readonly isAllowed: false; readonly until: string; readonly isNew: boolean };

/**
 * Takes one attempt, before what is attempted is even tried: a hundred guesses at once are counted as a hundred. Counted in
 * the database, so all processes count together. Not to be called inside a transaction that may be rolled back.
 */
export async function takeAttempt(db: Queryable, { limit, bucket, agencyId = 0, at }: Attempted): Promise<AttemptAnswer> {
  const now = sql`${at}::timestamptz`;
  // Times are worked out here: on a distributed database a row that is there already takes no sums of times.
  const windowStart = sql`${addSeconds(at, -limit.windowSeconds)}::timestamptz`;
  const blockEnd = sql`${addSeconds(at, limit.blockSeconds)}::timestamptz`;
  const isBlocked = sql<boolean>`attempt.blocked_until > ${now}`;
  const isOver = sql<boolean>`(attempt.blocked_until is not null
    or attempt.window_started_at <= ${windowStart})`;
  const { rows } = await sql<{ count: number; blocked_until: string | null }>`
    insert into attempt (agency_id, bucket, window_started_at, count) values (${agencyId}, ${bucket}, ${now}, 1)
    on conflict (agency_id, bucket) do update set
      count = case when ${isBlocked} then attempt.count + 1 when ${isOver} then 1 else attempt.count + 1 end,
      window_started_at = case when ${isBlocked} then attempt.window_started_at when ${isOver} then ${now} else attempt.window_started_at end,
      blocked_until = case
        when ${isBlocked} then attempt.blocked_until
        when not ${isOver} and attempt.count >= ${limit.most} then ${blockEnd}
      end
    returning count, blocked_until`.execute(db);
  const [row] = rows;
  if (row === undefined || row.blocked_until === null) return { isAllowed: true };
  return { isAllowed: false, until: row.blocked_until, isNew: row.count === limit.most + 1 };
}

/** Gives one attempt back, when it turned out to be in order: many who come from one address must not block one another. */
export async function returnAttempt(db: Queryable, { bucket, agencyId = 0 }: Pick<Attempted, "bucket" | "agencyId">): Promise<void> {
  await db
    .updateTable("attempt")
    .set((eb) => ({ count: eb("count", "-", 1) }))
    .where("agency_id", "=", agencyId)
    .where("bucket", "=", bucket)
    .where("blocked_until", "is", null)
    .where("count", ">", 0)
    .execute();
}

/** Forgets what was counted, and with it the block. */
export async function clearAttempts(db: Queryable, { bucket, agencyId = 0 }: Pick<Attempted, "bucket" | "agencyId">): Promise<void> {
  await db.deleteFrom("attempt").where("agency_id", "=", agencyId).where("bucket", "=", bucket).execute();
}

/** Blocks in force among these buckets: the end of each by its bucket. */
export async function listBlocks(
  db: Queryable,
  { buckets, agencyId = 0, at }: { readonly buckets: readonly string[]; readonly agencyId?: number; readonly at: string },
): Promise<ReadonlyMap<string, string>> {
  if (buckets.length === 0) return new Map();
  const rows = await db
    .selectFrom("attempt")
    .select(["bucket", "blocked_until"])
    .where("agency_id", "=", agencyId)
    .where("bucket", "in", buckets)
    .where("blocked_until", ">", at)
    .execute();
  return new Map(rows.flatMap(({ bucket, blocked_until }) => (blocked_until === null ? [] : [[bucket, blocked_until] as const])));
}

/** Removes counters nobody has touched since `before`, of all organs; a nightly job's work. */
export async function regionForgetAttempts(db: Queryable, before: string): Promise<void> {
  await db
    .deleteFrom("attempt")
    .where("window_started_at", "<", before)
    .where((eb) => eb.or([eb("blocked_until", "is", null), eb("blocked_until", "<", before)]))
    .execute();
}

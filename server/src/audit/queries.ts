import { presentEvent, type StoredEvent } from "../ledger/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import type { AuditQuery } from "./schema.ts";

/** Events of one organ, newest first; days are those of Beijing time in which they were written down. */
export async function searchEvents(
  db: Queryable,
  agencyId: number,
  { person, stream, type, from, until, before, limit }: AuditQuery,
): Promise<readonly StoredEvent[]> {
  let query = db.selectFrom("event").selectAll().where("agency_id", "=", agencyId);
  if (person !== undefined) {
    query = query.where((eb) =>
      eb.or([eb("actor_id", "=", person), eb.and([eb("stream_kind", "in", PERSONAL_STREAMS), eb("stream_id", "=", person)])]),
    );
  }
  if (stream !== undefined) query = query.where("stream_kind", "=", stream);
  if (type !== undefined) query = query.where("type", "=", type);
  if (from !== undefined) query = query.where("recorded_at", ">=", `${from}T00:00:00.000+08:00`);
  if (until !== undefined) query = query.where("recorded_at", "<=", `${until}T23:59:59.999+08:00`);
  if (before !== undefined) query = query.where("sequence", "<", before);
  const rows = await query.orderBy("sequence", "desc").limit(limit).execute();
  return rows.map(presentEvent);
}

/** What the office calls the cases and items among the streams: their numbers, where they have one. */
export async function nameSubjects(
  db: Queryable,
  agencyId: number,
  events: readonly Pick<StoredEvent, "stream">[],
): Promise<ReadonlyMap<string, string>> {
  const idsOf = (kind: string) => [...new Set(events.flatMap(({ stream }) => (stream.kind === kind ? [stream.id] : [])))];
  const cases = idsOf("application");
  const items = idsOf("item");
  const [numbered, indexed] = await Promise.all([
    cases.length === 0
      ? []
      : db
          .selectFrom("application")
          .select(["application_id as id", "number"])
          .where("agency_id", "=", agencyId)
          .where("application_id", "in", cases)
          .execute(),
    items.length === 0
      ? []
      : db
          .selectFrom("item")
          .select(["item_id as id", "index_number as number"])
          .where("agency_id", "=", agencyId)
          .where("item_id", "in", items)
          .execute(),
  ]);
  return new Map([...numbered, ...indexed].flatMap(({ id, number }) => (number === null ? [] : [[id, number]])));
}

/** Streams whose id is a person's. */
export const PERSONAL_STREAMS: readonly string[] = ["person", "access"];

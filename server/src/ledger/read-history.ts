import { type PlainDate, plainDate } from "@gongkai/statute";
import { type Selectable, sql } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";
import type { EventRow } from "../platform/database/row-types.ts";
import type { Payload, StoredEvent, StreamKind, StreamName } from "./event.ts";

/** The events of one stream in order; none when nothing ever happened to it. */
export async function readHistory(db: Queryable, agencyId: number, stream: StreamName): Promise<readonly StoredEvent[]> {
  const rows = await db
    .selectFrom("event")
    .selectAll()
    .where("agency_id", "=", agencyId)
    .where("stream_kind", "=", stream.kind)
    .where("stream_id", "=", stream.id)
    .orderBy("stream_version")
    .execute();
  return rows.map(presentEvent);
}

/** The histories of several streams of one kind, each in order, in the order of the ids. */
export async function readHistories(
  db: Queryable,
  agencyId: number,
  kind: StreamKind,
  ids: readonly string[],
): Promise<readonly (readonly StoredEvent[])[]> {
  const rows = await db
    .selectFrom("event")
    .selectAll()
    .where("agency_id", "=", agencyId)
    .where("stream_kind", "=", kind)
    .where(sql<boolean>`stream_id = any(${ids}::uuid[])`) // one parameter, however many
    .orderBy("stream_id")
    .orderBy("stream_version")
    .execute();
  const histories = new Map<string, StoredEvent[]>(ids.map((id) => [id, []]));
  for (const row of rows) histories.get(row.stream_id)?.push(presentEvent(row));
  return [...histories.values()];
}

const PAGE = 5_000;

/** All events of an organ in the order of its chain, a page at a time, so that memory stays flat. */
export async function* readChain(db: Queryable, agencyId: number): AsyncGenerator<readonly StoredEvent[]> {
  let after = 0;
  for (;;) {
    const rows = await db
      .selectFrom("event")
      .selectAll()
      .where("agency_id", "=", agencyId)
      .where("sequence", ">", after)
      .orderBy("sequence")
      .limit(PAGE)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(presentEvent);
    after = last.sequence;
  }
}

export function presentEvent(row: Selectable<EventRow>): StoredEvent {
  return {
    agencyId: row.agency_id,
    sequence: row.sequence,
    stream: { kind: row.stream_kind, id: row.stream_id },
    version: row.stream_version,
    type: row.type,
    on: plainDate(row.on_date) satisfies PlainDate,
    recordedAt: row.recorded_at,
    actor: { kind: row.actor_kind as StoredEvent["actor"]["kind"], id: row.actor_id, role: row.actor_role }, // guarded by a check of the table
    payload: row.payload as Payload, // append wrote it as an object
    documents: row.documents,
    commandKey: row.command_key,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

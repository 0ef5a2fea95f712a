import { type Kysely, sql } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";
import type { Tables } from "../platform/database/row-types.ts";
import type { StreamKind } from "./event.ts";
import { ONE_CONNECTION } from "./one-connection.ts";
import { type Projection, projectAll } from "./projection.ts";
import { readHistories } from "./read-history.ts";
import { regionChains } from "./verify.ts";

/** Streams whose histories are held in memory at one time. */
const STREAMS = 500;

/**
 * Makes every projection anew from the ledger, in one transaction while nobody writes. The result equals what the commands
 * left, row for row (`rebuild.test.ts`).
 */
export function rebuildProjections(
  db: Kysely<Tables>,
  projections: readonly Projection[],
  onProgress: (streams: number) => void = () => {},
): Promise<{ readonly streams: number }> {
  return db.transaction().execute(async (tx) => {
    await sql.raw(ONE_CONNECTION).execute(tx);
    await sql`lock table chain_head in exclusive mode`.execute(tx);
    for (const projection of projections.toReversed()) await regionEmpty(tx, projection);
    return { streams: await fillProjections(tx, projections, onProgress) };
  });
}

/** Writes the rows of all streams into tables that are empty, or whose rows are made over in place; gives the number of streams. */
export async function fillProjections(
  db: Queryable,
  projections: readonly Projection[],
  onProgress: (streams: number) => void = () => {},
): Promise<number> {
  const agencies = await regionChains(db);
  let streams = 0;
  for (const kind of new Set(projections.map(({ streamKind }) => streamKind))) {
    const ofKind = projections.filter(({ streamKind }) => streamKind === kind);
    for (const agencyId of agencies) {
      for await (const ids of pageStreams(db, agencyId, kind)) {
        await projectAll(db, ofKind, await readHistories(db, agencyId, kind, ids));
        streams += ids.length;
        onProgress(streams);
      }
    }
  }
  return streams;
}

/** The streams of an organ in the order in which they began. */
async function* pageStreams(db: Queryable, agencyId: number, kind: StreamKind): AsyncGenerator<readonly string[]> {
  let after = 0;
  for (;;) {
    const rows = await db
      .selectFrom("event")
      .select(["sequence", "stream_id"])
      .where("agency_id", "=", agencyId)
      .where("stream_kind", "=", kind)
      .where("stream_version", "=", 1)
      .where("sequence", ">", after)
      .orderBy("sequence")
      .limit(STREAMS)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ stream_id }) => stream_id);
    after = last.sequence;
  }
}

/** Regional: all rows of a table go. Those of a table that is referred to, such as organs, are made over in place instead. */
async function regionEmpty(tx: Queryable, { table, streamColumn }: Projection): Promise<void> {
  if (streamColumn !== undefined) await sql`delete from ${sql.table(table)}`.execute(tx);
}

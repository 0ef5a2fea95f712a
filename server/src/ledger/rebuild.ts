import { type Kysely, sql } from "kysely";
import type { Tables } from "../platform/database/row-types.ts";
import { type Projection, project } from "./projection.ts";
import { readHistory } from "./read-history.ts";

/**
 * Makes every projection anew from the ledger, in one transaction while nobody writes. The result equals what the commands
 * left, row for row (`rebuild.test.ts`).
 */
export async function rebuildProjections(
  db: Kysely<Tables>,
  projections: readonly Projection[],
  onProgress: (streams: number) => void = () => {},
): Promise<{ readonly streams: number }> {
  return db.transaction().execute(async (tx) => {
    await sql`lock table chain_head in exclusive mode`.execute(tx);
    for (const projection of projections.toReversed()) await emptyTable(tx, projection);
    let streams = 0;
    for (const kind of new Set(projections.map(({ streamKind }) => streamKind))) {
      const found = await tx
        .selectFrom("event")
        .select(["agency_id", "stream_id"])
        .where("stream_kind", "=", kind)
        .where("stream_version", "=", 1)
        .orderBy("agency_id")
        .orderBy("sequence")
        .execute();
      for (const { agency_id, stream_id } of found) {
        await project(tx, projections, await readHistory(tx, agency_id, { kind, id: stream_id }));
        streams += 1;
        if (streams % 1000 === 0) onProgress(streams);
      }
    }
    return { streams };
  });
}

/** Rows of a table that is referred to, such as organs, are made over in place. */
async function emptyTable(tx: Kysely<Tables>, { table, streamColumn }: Projection): Promise<void> {
  if (streamColumn !== undefined) await sql`delete from ${sql.table(table)}`.execute(tx);
}

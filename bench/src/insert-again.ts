import { type Opened } from "./open-bench-database.ts";

/** Tables an item is written to, with what puts its rows into order. */
const TABLES = [
  ["event", "sequence"],
  ["item", "item_id"],
  ["published_item", "item_id"],
  ["published_version", "item_id"],
  ["item_text", "item_id"],
  ["search_document", "item_id"],
  ["register_import_row", "row_number"],
] as const;
const CHUNK = 100;

/** Writes an organ's rows once more, into empty tables with the same keys and indexes, a transaction for each hundred items. */
export async function insertAgain(
  { pool }: Opened["database"],
  agencyId: number,
): Promise<{ readonly rows: number; readonly milliseconds: number }> {
  const client = await pool.connect();
  let rows = 0;
  let milliseconds = 0;
  try {
    for (const [table] of TABLES) await client.query(`create table again_${table} (like ${table} including all)`);
    const { rows: counted } = await client.query<{ count: number }>("select count(*)::int from item where agency_id = $1", [agencyId]);
    const items = counted[0]?.count ?? 0;
    for (let from = 0; from < items; from += CHUNK) {
      const chunks: [string, string][] = [];
      for (const [table, order] of TABLES) {
        const { rows: found } = await client.query<{ rows: string; count: number }>(
          `select coalesce(json_agg(t), '[]')::text as rows, count(*)::int from (
            select * from ${table} where agency_id = $1 order by ${order} limit ${CHUNK} offset $2) t`,
          [agencyId, from],
        );
        rows += found[0]?.count ?? 0;
        chunks.push([table, found[0]?.rows ?? "[]"]);
      }
      const began = performance.now();
      await client.query("begin");
      for (const [table, values] of chunks)
        await client.query(`insert into again_${table} select * from json_populate_recordset(null::again_${table}, $1::json)`, [values]);
      await client.query("commit");
      milliseconds += performance.now() - began;
    }
  } finally {
    client.release();
  }
  return { rows, milliseconds };
}

import { type Kysely, sql } from "kysely";
import type { Tables } from "../platform/database/row-types.ts";
import type { LedgerFault } from "./fault.ts";
import type { Projection } from "./projection.ts";
import { fillProjections } from "./rebuild.ts";

const MOST_TOLD = 1_000;

/**
 * Makes every projection anew beside the live one, from one moment's events, and tells each row that differs. Nothing is
 * changed and nobody waits: the rows go into temporary tables of the same names, which stand before the real ones on this
 * connection until it is rolled back.
 */
export async function verifyProjections(
  db: Kysely<Tables>,
  projections: readonly Projection[],
  onProgress: (streams: number) => void = () => {},
): Promise<{ readonly streams: number; readonly faults: readonly LedgerFault[] }> {
  const tx = await db.startTransaction().setIsolationLevel("repeatable read").execute();
  try {
    for (const projection of uniqueTables(projections)) await makeTemporary(tx, projection);
    const streams = await fillProjections(tx, projections, onProgress);
    const faults: LedgerFault[] = [];
    for (const projection of uniqueTables(projections)) faults.push(...(await regionCompare(tx, projection)));
    return { streams, faults };
  } finally {
    await tx.rollback().execute();
  }
}

function uniqueTables(projections: readonly Projection[]): readonly Projection[] {
  return projections.filter(({ table }, index) => projections.findIndex((other) => other.table === table) === index);
}

/** A table that is referred to is made over in place, so its rows are there beforehand, as in a rebuild. */
async function makeTemporary(db: Kysely<Tables>, { table, streamColumn }: Projection): Promise<void> {
  await sql`create temporary table ${sql.table(table)} (like public.${sql.table(table)} including all)`.execute(db);
  if (streamColumn !== undefined) return;
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = ${`public.${table}`}::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`.execute(db);
  const columns = sql.join(rows.map(({ name }) => sql.ref(name)));
  await sql`insert into pg_temp.${sql.table(table)} (${columns}) overriding system value select ${columns} from public.${sql.table(table)}`.execute(
    db,
  );
}

type Row = Readonly<Record<string, unknown>>;

/** Regional: all rows of a table beside all rows made anew. */
async function regionCompare(db: Kysely<Tables>, { table, key }: Projection): Promise<readonly LedgerFault[]> {
  const same = sql.join(
    key.map((column) => sql`live.${sql.ref(column)} = made.${sql.ref(column)}`),
    sql` and `,
  );
  const { rows } = await sql<{ live: Row | null; made: Row | null }>`
    select to_jsonb(live) as live, to_jsonb(made) as made
    from public.${sql.table(table)} as live full join pg_temp.${sql.table(table)} as made on ${same}
    where to_jsonb(live) is distinct from to_jsonb(made) limit ${MOST_TOLD}`.execute(db);
  return rows.map(({ live, made }) => {
    const row = live ?? made ?? {};
    const name = key.map((column) => `${column}=${String(row[column])}`).join("，");
    return {
      agencyId: Number(row["agency_id"] ?? 0),
      sequence: 0,
      fault: "projection-mismatch",
      message: `查询表 ${table} 中 ${name} 的一行${describe(live, made)}。`,
    };
  });
}

function describe(live: Row | null, made: Row | null): string {
  if (made === null) return "没有事件依据";
  if (live === null) return "缺失，而事件记载应有此行";
  const columns = Object.keys(made).filter((column) => JSON.stringify(live[column]) !== JSON.stringify(made[column]));
  return `与事件不符：${columns.map((column) => `${column} 应为 ${JSON.stringify(made[column])}，实为 ${JSON.stringify(live[column])}`).join("；")}`;
}

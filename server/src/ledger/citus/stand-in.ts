import { readFileSync } from "node:fs";
import type pg from "pg";

/** Which machines the stand-in's cluster has: workers alone, or the coordinator in the list of nodes as well. */
export type Nodes = "workers" | "workers and coordinator";

/**
 * Makes a database of the tests one that believes to have Citus: what `gongkai db distribute` calls refuses what Citus
 * refuses. It proves our side of the agreement, not Citus's: nothing is on another machine, and queries are not planned by it.
 */
export async function standInForCitus(pool: pg.Pool, nodes: Nodes = "workers"): Promise<void> {
  for (const file of ["double.sql", "double-shards.sql"]) await pool.query(readFileSync(new URL(file, import.meta.url), "utf8"));
  await pool.query("insert into pg_dist_node (groupid, nodename) values (1, 'worker-1'), (2, 'worker-2')");
  if (nodes === "workers and coordinator") await pool.query("insert into pg_dist_node (groupid, nodename) values (0, 'coordinator')");
}

/** What the stand-in's catalogue says of each table of ours: `distributed` with its group, `reference`, `local`, … */
export async function readKinds(pool: pg.Pool): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ name: string; kind: string }>(`
    select relname as name, citus_double.kind_of(class.oid) || coalesce(' ' || nullif(colocationid, 0), '') as kind
    from pg_class as class left join pg_dist_partition on logicalrelid = class.oid
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname`);
  return new Map(rows.map(({ name, kind }) => [name, kind]));
}

/** Rows Citus would have left in the coordinator's own files. */
export async function countCopies(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ count: number }>("select count(*)::int as count from citus_double.copy");
  return rows[0]?.count ?? 0;
}

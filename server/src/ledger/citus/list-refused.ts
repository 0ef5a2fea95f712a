import type pg from "pg";
import { readTableShapes } from "../table-shapes.ts";
import { planScans, type SeenQuery } from "../watch-queries.ts";
import { listManyShardsRefusals, listPlaceRefusals } from "./many-shards-rules.ts";
import { listModificationRefusals } from "./modification-rules.ts";
import { listNodes } from "./node-tree.ts";
import { readCatalogue, readStatement } from "./read-statement.ts";

/** A query Citus would refuse, and why. */
export interface RefusedQuery {
  readonly sql: string;
  readonly why: string;
  readonly by: string;
}

/**
 * Of the queries seen, those Citus refuses by what its source and documentation say: PostgreSQL's own reading of each
 * statement is gone through, not its text. Whether it goes to one shard is told by the plan, as in Citus, and by the organs
 * that were asked for.
 */
export async function listRefused(pool: pg.Pool, seen: readonly SeenQuery[]): Promise<readonly RefusedQuery[]> {
  const catalogue = await readCatalogue(pool);
  const tenant = new Set((await readTableShapes(pool)).filter(({ kind }) => kind === "tenant").map(({ name }) => name));
  const found: RefusedQuery[] = [];
  const client = await pool.connect();
  try {
    for (const { sql, parameters, by } of seen) {
      const scans = await planScans(pool, sql, tenant);
      const organs = new Set(
        scans.map(({ organ }) => (organ?.startsWith("$") === true ? String(parameters[Number(organ.slice(1)) - 1]) : organ)),
      );
      const isOneShard = scans.length === 0 || (organs.size === 1 && !organs.has(undefined));
      for (const query of await readStatement(client, sql)) {
        const levels = listNodes(query).filter(({ tag }) => tag === "QUERY");
        const why = [
          ...levels.flatMap((level) => listModificationRefusals(level, catalogue)),
          ...(isOneShard ? [] : listManyShardsRefusals(query, catalogue)),
          ...listPlaceRefusals(query, catalogue),
        ];
        for (const one of new Set(why)) found.push({ sql, why: one, by });
      }
    }
  } finally {
    client.release();
  }
  return found;
}

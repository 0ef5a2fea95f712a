import type pg from "pg";
import { type KyselyPlugin, PostgresQueryCompiler, createQueryId } from "kysely";
import type { Database, Queryable } from "../platform/database/open-database.ts";
import { readTableShapes } from "./table-shapes.ts";

/** A query that reads or writes organs' rows without naming the organ. */
export interface UnnamedQuery {
  readonly sql: string;
  readonly table: string;
  /** The function that asked. */
  readonly by: string;
}

/** A query as it was asked. */
export interface SeenQuery {
  readonly sql: string;
  /** Of the first time it was asked. */
  readonly parameters: readonly unknown[];
  readonly by: string;
  readonly isRegional: boolean;
}

export interface WatchedDatabase {
  readonly db: Queryable;
  listSeen(): readonly SeenQuery[];
  /** Asks PostgreSQL how it would run each query seen so far, and gives those that would look at more than named organs. */
  listUnnamed(): Promise<readonly UnnamedQuery[]>;
}

/** Frames in which a query may span the region: functions named for it. */
const REGIONAL = /\bregion[A-Z]\w*/;

/**
 * For tests: a database whose every query is remembered, with who asked. Not the text is judged but PostgreSQL's plan for it
 * (whatever the parameters: a generic plan), so raw SQL, joins and subqueries are seen through: each scan of a distributed
 * table must be bounded by agency_id. Needs PostgreSQL 16 or later.
 */
export function watchQueries({ db, pool }: Pick<Database, "db" | "pool">): WatchedDatabase {
  const compiler = new PostgresQueryCompiler();
  const seen = new Map<string, SeenQuery>();
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      const { sql, parameters } = compiler.compileQuery(node, createQueryId());
      if (!/^\s*(select|insert|update|delete|with|merge)\b/i.test(sql)) return node;
      const limit = Error.stackTraceLimit;
      Error.stackTraceLimit = 60;
      const stack = new Error().stack ?? "";
      Error.stackTraceLimit = limit;
      const isRegional = REGIONAL.test(stack);
      // What is asked under both names must stand as the one that names its organ.
      if (!seen.has(sql) || !isRegional) seen.set(sql, { sql, parameters, by: findAsker(stack), isRegional });
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  return {
    db: db.withPlugin(plugin),
    listSeen: () => [...seen.values()],
    listUnnamed: async () => {
      const shapes = await readTableShapes(pool);
      const tenant = new Set(shapes.filter(({ kind }) => kind === "tenant").map(({ name }) => name));
      const found: UnnamedQuery[] = [];
      for (const { sql, by, isRegional } of seen.values()) {
        if (isRegional) continue;
        for (const { table, isBound } of await planScans(pool, sql, tenant)) if (!isBound) found.push({ sql, table, by });
      }
      return found;
    },
  };
}

interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly Plans?: readonly PlanNode[];
  readonly [field: string]: unknown;
}

/** A place of a plan where an organ's table is read. */
interface Scan {
  readonly table: string;
  /** Its own condition compares agency_id with what is given, be it one organ or a list of them. */
  readonly isBound: boolean;
  /** That condition, when it gives just one organ: a parameter as `$1`, or the number itself. */
  readonly organ: string | undefined;
}

const CONDITIONS = ["Index Cond", "Recheck Cond", "Filter", "TID Cond"];

const BOUND = /agency_id\)?(::\w+)? = (\(?\$\d+|\(?\d+|\(?'\d+'|ANY \()|(\$\d+|\d+|'\d+')(::\w+)?\)? = \(?(\w+\.)?agency_id/;
const ONE = /agency_id\)?(?:::\w+)? = \(?'?(\$?\d+)|(\$?\d+)'?(?:::\w+)?\)? = \(?(?:\w+\.)?agency_id/;

function listScans(node: PlanNode, tenant: ReadonlySet<string>): readonly Scan[] {
  const own = CONDITIONS.map((field) => (typeof node[field] === "string" ? node[field] : "")).join(" ");
  const table = node["Relation Name"];
  // The heap scan over a bitmap repeats the condition of the index; an index scan below it is without a table's name.
  const isScan = table !== undefined && node["Node Type"] !== "ModifyTable" && tenant.has(table);
  const [, right, left] = ONE.exec(own) ?? [];
  const scans = isScan ? [{ table, isBound: BOUND.test(own), organ: right ?? left }] : [];
  return [...scans, ...(node.Plans ?? []).flatMap((child) => listScans(child, tenant))];
}

/** Where a query reads organs' tables, by PostgreSQL's plan for it whatever its parameters. */
export async function planScans(pool: pg.Pool, sql: string, tenant: ReadonlySet<string>): Promise<readonly Scan[]> {
  const { rows } = await pool.query<{ "QUERY PLAN": [{ Plan: PlanNode }] }>(`explain (generic_plan, verbose, format json) ${sql}`);
  const plan = rows[0]?.["QUERY PLAN"][0].Plan;
  return plan === undefined ? [] : listScans(plan, tenant);
}

/** The first frame of ours: neither Kysely's nor this file's. */
function findAsker(stack: string): string {
  const frame = stack.split("\n").find((line) => /\.tsx?:\d/.test(line) && !/node_modules|watch-queries\.ts/.test(line));
  return frame?.trim().replace(/^at /, "") ?? "unknown";
}

/** Whether this server can show a plan for any parameters; says so when it cannot. */
export async function canWatchQueries({ pool }: Pick<Database, "pool">): Promise<boolean> {
  const { rows } = await pool.query<{ version: number }>("select current_setting('server_version_num')::int as version");
  const canTell = (rows[0]?.version ?? 0) >= 160_000;
  if (!canTell) console.log("Which organ a query names is not looked at here: that needs PostgreSQL 16 or later.");
  return canTell;
}

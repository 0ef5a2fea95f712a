import type pg from "pg";
import type { Attempt } from "../platform/database/attempt.ts";
import { ONE_CONNECTION } from "./one-connection.ts";
import { quoteName, readTableShapes, type TableShape } from "./table-shapes.ts";

export interface Distribution {
  readonly reference: readonly string[];
  readonly distributed: readonly string[];
  /** Whether the coordinator still holds copies of the rows that are now on the nodes, and why; null when there are none. */
  readonly copiesLeft: string | null;
}

const HASH_COLUMN = "agency_id";

/** Lets triggers go onto every shard; ours only raises. */
const FOR_ALL = `${ONE_CONNECTION}; set local citus.enable_unsafe_triggers to on`;

/**
 * Otherwise Citus first makes every table that refers to a shared one a local table of its own (and makes it over once more to
 * distribute it), as soon as the coordinator itself is in the list of nodes; comments are lost on the way, and by a comment a
 * shared table is known.
 */
const AS_THEY_ARE = "set local citus.enable_local_reference_table_foreign_keys to off";

/**
 * Turns the schema into one of Citus: tables all organs share become reference tables, all others are distributed by
 * agency_id, so that everything of one organ lies on one node. Tables that already are stay as they are; a migration's new
 * tables are distributed by calling this again. One transaction: all of it or nothing. What Citus leaves of the rows on the
 * coordinator is removed afterwards: nobody would erase there what is to be erased.
 */
export async function distributeTables(pool: pg.Pool, onProgress: (table: string) => void = () => {}): Promise<Attempt<Distribution>> {
  const { rows: extension } = await pool.query("select 1 from pg_extension where extname = 'citus'");
  if (extension.length === 0) return { ok: false, message: await explainMissing(pool) };
  const shapes = await readTableShapes(pool);
  const misfits = listMisfits(shapes);
  if (misfits.length > 0) return { ok: false, message: `表结构不能分布，没有作任何改动：${misfits.join("；")}。` };
  const done = await listDone(pool);
  await inTransaction(pool, async (client) => {
    await client.query(`${FOR_ALL}; ${AS_THEY_ARE}`);
    for (const { table, statement } of listDistribution(shapes, done)) {
      onProgress(table);
      await client.query(statement);
    }
  });
  const names = (kind: TableShape["kind"]) => shapes.filter((shape) => shape.kind === kind).map(({ name }) => name);
  const copiesLeft = await removeCopies(pool, shapes).then(
    () => null,
    (fault: unknown) => (fault instanceof Error ? fault.message : String(fault)),
  );
  return { ok: true, value: { reference: names("reference"), distributed: names("tenant"), copiesLeft } };
}

/** Tables that are distributed, and those that are shared. Citus also lists local tables it looks after: they are neither yet. */
interface Done {
  readonly distributed: readonly string[];
  readonly shared: readonly string[];
}

async function listDone(pool: pg.Pool): Promise<Done> {
  const { rows } = await pool.query<{ name: string; partmethod: string; repmodel: string }>(
    "select logicalrelid::text as name, partmethod, repmodel from pg_dist_partition order by 1",
  );
  return {
    distributed: rows.filter(({ partmethod }) => partmethod === "h").map(({ name }) => name),
    shared: rows.filter(({ partmethod, repmodel }) => partmethod === "n" && repmodel === "t").map(({ name }) => name),
  };
}

/**
 * What is said to Citus, table by table: reference tables first, then each table after those its foreign keys point to. All
 * go where the first one went: one that is there already, when some are.
 */
export function listDistribution(
  shapes: readonly TableShape[],
  done: Done = { distributed: [], shared: [] },
): readonly { readonly table: string; readonly statement: string }[] {
  const left = (kind: TableShape["kind"], without: readonly string[]) =>
    shapes.filter((shape) => shape.kind === kind && !without.includes(shape.name)).map(({ name }) => name);
  const tenant = left("tenant", done.distributed);
  const anchor = shapes.find(({ kind, name }) => kind === "tenant" && done.distributed.includes(name))?.name ?? tenant[0];
  return [
    ...left("reference", done.shared).map((table) => ({ table, statement: `select create_reference_table('public.${table}')` })),
    ...tenant.map((table) => ({
      table,
      statement: `select create_distributed_table('public.${table}', '${HASH_COLUMN}', colocate_with => '${table === anchor ? "none" : `public.${anchor ?? ""}`}')`,
    })),
  ];
}

/**
 * Citus copies the rows to the nodes and leaves them in the coordinator's own files, out of sight. Emptying a table there
 * empties those that refer to it, so all triggers that guard one are put aside meanwhile: here only, those of the shards stay.
 */
async function removeCopies(pool: pg.Pool, shapes: readonly TableShape[]): Promise<void> {
  const ours = shapes.filter(({ kind }) => kind !== "local");
  const guards = ours.flatMap(({ name, triggers }) => triggers.map((trigger) => ({ name, trigger })));
  await inTransaction(pool, async (client) => {
    const put = async (how: "disable" | "enable") => {
      await client.query("set local citus.enable_ddl_propagation to off");
      for (const { name, trigger } of guards)
        await client.query(`alter table public.${quoteName(name)} ${how} trigger ${quoteName(trigger)}`);
      await client.query("set local citus.enable_ddl_propagation to on");
    };
    await client.query(FOR_ALL);
    await put("disable");
    for (const { name } of ours.toReversed()) await client.query(`select truncate_local_data_after_distributing_table('public.${name}')`);
    await put("enable");
  });
}

async function inTransaction(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await work(client);
    await client.query("commit");
  } catch (fault) {
    await client.query("rollback").catch(() => {}); // the connection may be what broke
    throw fault;
  } finally {
    client.release();
  }
}

/** Every key must begin with agency_id, or belong to a reference table: what stands in the way of distribution, in Chinese. */
export function listMisfits(shapes: readonly TableShape[]): readonly string[] {
  const kinds = new Map(shapes.map(({ name, kind }) => [name, kind]));
  return shapes
    .filter(({ kind }) => kind !== "local")
    .flatMap(({ name, kind, columns, keys }) => {
      if (kind === "reference") {
        return keys
          .filter(({ refersTo }) => refersTo !== null && kinds.get(refersTo) !== "reference")
          .map((key) => `共用表 ${name} 的外键 ${key.name} 指向机关的表 ${key.refersTo ?? ""}`);
      }
      if (!columns.includes(HASH_COLUMN)) return [`表 ${name} 没有 ${HASH_COLUMN} 列`];
      if (!keys.some((key) => key.kind === "primary")) return [`表 ${name} 没有主键`];
      return keys
        .filter((key) => key.columns[0] !== HASH_COLUMN && !(key.kind === "foreign" && kinds.get(key.refersTo ?? "") === "reference"))
        .map((key) => `表 ${name} 的键 ${key.name} 不以 ${HASH_COLUMN} 开头`);
    });
}

async function explainMissing(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query("select 1 from pg_available_extensions where name = 'citus'");
  if (rows.length > 0)
    return "数据库服务器装有 Citus，但本数据库尚未启用：请由数据库管理员在协调节点执行 CREATE EXTENSION citus，加入工作节点后再试。";
  return "数据库服务器没有 Citus 扩展，无法分布：本命令用于 Citus 集群（DATABASE_URL 指向协调节点）。单台服务器或内置数据库不需要分布，可直接使用。";
}

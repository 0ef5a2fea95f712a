import type pg from "pg";
import type { Attempt } from "../platform/database/attempt.ts";
import { readTableShapes, type TableShape } from "./table-shapes.ts";

export interface Distribution {
  readonly reference: readonly string[];
  readonly distributed: readonly string[];
}

const HASH_COLUMN = "agency_id";

/**
 * Turns the schema into one of Citus: tables all organs share become reference tables, all others are distributed by
 * agency_id, so that everything of one organ lies on one node. Tables that already are stay as they are; a migration's new
 * tables are distributed by calling this again. One transaction: all of it or nothing.
 */
export async function distributeTables(pool: pg.Pool, onProgress: (table: string) => void = () => {}): Promise<Attempt<Distribution>> {
  const { rows: extension } = await pool.query("select 1 from pg_extension where extname = 'citus'");
  if (extension.length === 0) return { ok: false, message: await explainMissing(pool) };
  const shapes = await readTableShapes(pool);
  const misfits = listMisfits(shapes);
  if (misfits.length > 0) return { ok: false, message: `表结构不能分布，没有作任何改动：${misfits.join("；")}。` };
  const { rows } = await pool.query<{ name: string }>("select logicalrelid::text as name from pg_dist_partition");
  const done = new Set(rows.map(({ name }) => name));
  const client = await pool.connect();
  try {
    await client.query("begin");
    // Reference and distributed tables are changed in one transaction; and the append-only trigger, which only raises, goes onto every shard.
    await client.query("set local citus.multi_shard_modify_mode to 'sequential'; set local citus.enable_unsafe_triggers to on");
    for (const { table, statement } of listDistribution(shapes)) {
      if (done.has(table)) continue;
      onProgress(table);
      await client.query(statement);
    }
    await client.query("commit");
  } catch (fault) {
    await client.query("rollback").catch(() => {}); // the connection may be what broke
    throw fault;
  } finally {
    client.release();
  }
  const names = (kind: TableShape["kind"]) => shapes.filter((shape) => shape.kind === kind).map(({ name }) => name);
  return { ok: true, value: { reference: names("reference"), distributed: names("tenant") } };
}

/** What is said to Citus, table by table: reference tables first, then each table after those its foreign keys point to. */
export function listDistribution(shapes: readonly TableShape[]): readonly { readonly table: string; readonly statement: string }[] {
  const of = (kind: TableShape["kind"]) => shapes.filter((shape) => shape.kind === kind).map(({ name }) => name);
  const [reference, tenant] = [of("reference"), of("tenant")];
  const [first] = tenant;
  return [
    ...reference.map((table) => ({ table, statement: `select create_reference_table('public.${table}')` })),
    ...tenant.map((table) => ({
      table,
      statement: `select create_distributed_table('public.${table}', '${HASH_COLUMN}', colocate_with => '${table === first ? "none" : `public.${first}`}')`,
    })),
  ];
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

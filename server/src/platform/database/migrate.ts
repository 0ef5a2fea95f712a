import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import type { Database } from "./open-database.ts";

export const MIGRATIONS_FOLDER = join(import.meta.dirname, "../../migrations");

/** A database and migrations that do not belong together; the message is one Chinese sentence for the administrator. */
export class MigrationRefused extends Error {
  override readonly name = "MigrationRefused";
}

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

const FILE_NAME = /^\d{4}-\d\d-\d\d-\d{4}-[a-z0-9-]+\.sql$/;

/** A file that ended its transaction could leave half of itself behind. */
const OWN_TRANSACTION = /(?:^|;)\s*(?:commit|rollback)\b/im;

/** Any number will do, as long as nobody else takes the same lock for something else. */
const LOCK = 4_031_711_201;

const TABLE = `
  create table if not exists schema_migration (
    name text primary key,
    sha256 text not null,
    applied_at timestamptz not null default now()
  );
  comment on table schema_migration is 'Migrations this database has been through.';
  comment on column schema_migration.name is 'File name.';
  comment on column schema_migration.sha256 is 'Of the file as it was applied, hexadecimal.';
  comment on column schema_migration.applied_at is 'When.';`;

/**
 * Brings the database up to date: applies the files of the folder that it has not seen, in order of their names, each in a
 * transaction of its own. Several processes may do so at once: each file is applied by one of them, the others wait.
 *
 * @throws {MigrationRefused} when an applied file was changed or is unknown here (a newer program's database), or a file fails.
 */
export async function migrate({ pool }: Pick<Database, "pool">, folder = MIGRATIONS_FOLDER): Promise<{ readonly applied: string[] }> {
  const migrations = readMigrations(folder);
  const client = await pool.connect();
  const applied: string[] = [];
  try {
    for (;;) {
      const name = await applyNext(client, migrations);
      if (name === undefined) return { applied };
      applied.push(name);
    }
  } finally {
    client.release();
  }
}

/** The migrations of a folder in the order they are applied. */
export function readMigrations(folder = MIGRATIONS_FOLDER): readonly Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  const misnamed = names.find((name) => !FILE_NAME.test(name));
  if (misnamed !== undefined) throw new MigrationRefused(`迁移文件 ${misnamed} 的名称不合规则，应如 2026-11-22-0930-ledger.sql。`);
  return names.toSorted().map((name) => {
    const sql = readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n"); // Git may turn line ends, which changes nothing
    if (OWN_TRANSACTION.test(sql)) throw new MigrationRefused(`迁移文件 ${name} 中不得有 commit 或 rollback：每个文件自成一个事务。`);
    return { name, sql, sha256: createHash("sha256").update(sql).digest("hex") };
  });
}

/** One transaction: the lock, the comparison, the next file. Gives its name, or undefined when there is none left. */
async function applyNext(client: pg.PoolClient, migrations: readonly Migration[]): Promise<string | undefined> {
  await client.query("begin");
  try {
    await client.query("select pg_advisory_xact_lock($1)", [LOCK]);
    const { rows: exists } = await client.query("select 1 where to_regclass('schema_migration') is not null");
    if (exists.length === 0) await client.query(TABLE);
    const { rows } = await client.query<{ name: string; sha256: string }>("select name, sha256 from schema_migration order by name");
    refuseMismatch(rows, migrations);
    const next = migrations.find(({ name }) => !rows.some((row) => row.name === name));
    if (next !== undefined) await apply(client, next);
    await client.query("commit");
    return next?.name;
  } catch (fault) {
    await client.query("rollback").catch(() => {}); // the connection may be what broke
    throw fault;
  }
}

async function apply(client: pg.PoolClient, { name, sql, sha256 }: Migration): Promise<void> {
  try {
    await client.query(sql);
  } catch (fault) {
    throw new MigrationRefused(`迁移文件 ${name} 执行失败，未作任何改动：${fault instanceof Error ? fault.message : String(fault)}`, {
      cause: fault,
    });
  }
  await client.query("insert into schema_migration (name, sha256) values ($1, $2)", [name, sha256]);
}

function refuseMismatch(rows: readonly { readonly name: string; readonly sha256: string }[], migrations: readonly Migration[]): void {
  const known = new Map(migrations.map(({ name, sha256 }) => [name, sha256]));
  const newest = migrations.at(-1)?.name ?? "";
  for (const { name, sha256 } of rows) {
    const here = known.get(name);
    if (here === sha256) continue;
    if (here !== undefined) throw new MigrationRefused(`迁移文件 ${name} 在应用到数据库之后被改动过：请恢复原文件，另写新的迁移文件。`);
    if (name > newest) throw new MigrationRefused(`数据库已由更新版本的程序升级（${name}）：请使用不低于该版本的程序。`);
    throw new MigrationRefused(`数据库应用过的迁移文件 ${name} 在本程序中不存在：请确认程序与数据库配套。`);
  }
}

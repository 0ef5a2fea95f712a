import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { finished } from "node:stream/promises";
import type pg from "pg";
import { type CopyStreamQuery, from as copyFrom } from "pg-copy-streams";
import type { Attempt } from "../platform/database/attempt.ts";
import { migrate, MIGRATIONS_FOLDER, readMigrations } from "../platform/database/migrate.ts";
import type { Database } from "../platform/database/open-database.ts";
import type { FileStore } from "../platform/files/file-store.ts";
import type { EntryName, Manifest } from "./backup-format.ts";
import { type CheckedBackup, readBackup } from "./read-backup.ts";
import { ONE_CONNECTION } from "./one-connection.ts";
import type { Projection } from "./projection.ts";
import { rebuildProjections } from "./rebuild.ts";
import { quoteName, readTableShapes } from "./table-shapes.ts";

export interface RestoreOptions {
  readonly path: string;
  /** A database without tables, or with empty ones of the very version the backup was made with. */
  readonly database: Database;
  readonly files: FileStore;
  readonly reportsFolder: string;
  readonly keysFolder: string;
  /** Whether the place is a demonstration: made-up content never comes into real work, nor the other way. */
  readonly isDemo: boolean;
  /** Asked for when everything is in: what they rest on, such as the calendar, comes out of the backup. */
  readonly projections: (database: Database) => Promise<readonly Projection[]>;
  /** `checking` reads the backup through once before anything is touched. */
  readonly onProgress?: (phase: "checking" | "restoring", bytes: number) => void;
}

export interface RestoreSummary extends CheckedBackup {
  /** Migrations newer than the backup, applied after it was read in. */
  readonly migrated: readonly string[];
}

/** `isUnreadable`: the fault lies with the file, not with the place it was to be restored to. */
export type RestoreResult =
  | { readonly ok: true; readonly value: RestoreSummary }
  | { readonly ok: false; readonly message: string; readonly isUnreadable: boolean };

/**
 * Reads a backup into an empty database and file store. The backup is read through and compared with its sums before
 * anything is touched; the rows then come in one transaction, so that a restore cut short leaves the database empty.
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreResult> {
  const { path, database, keysFolder, projections, onProgress = () => {} } = options;
  const checked = await checkBackup(path, (bytes) => onProgress("checking", bytes));
  if (!checked.ok) return { ...checked, isUnreadable: true };
  const { manifest } = checked.value;
  const refused =
    refuseDemo(manifest, options.isDemo) ??
    refuseKeys(keysFolder, checked.value.keys) ??
    (await refuseDatabase(database, manifest)) ??
    refuseMigrations(manifest);
  if (refused !== undefined) return { ok: false, message: refused, isUnreadable: false };
  await migrateTo(database, manifest);
  const read = await readIn(options, manifest, (bytes) => onProgress("restoring", bytes));
  if (!read.ok) return { ...read, isUnreadable: true };
  const { applied } = await migrate(database);
  if (applied.length > 0) await rebuildProjections(database.db, await projections(database)); // newer tables follow from older events
  return { ok: true, value: { manifest, end: read.value.end, migrated: applied } };
}

/** Reads the whole backup and throws its content away, but for the keys. */
async function checkBackup(path: string, onProgress: (bytes: number) => void) {
  const keys = new Map<string, Buffer>();
  const checked = await readBackup(
    path,
    async ({ part, name }, content) => {
      const pieces: Buffer[] = [];
      for await (const piece of content) if (part === "key") pieces.push(piece);
      if (part === "key") keys.set(name, Buffer.concat(pieces));
    },
    onProgress,
  );
  return checked.ok ? { ok: true as const, value: { ...checked.value, keys } } : checked;
}

function refuseDemo({ isDemo }: Manifest, isHere: boolean): string | undefined {
  if (isDemo === isHere) return undefined;
  return isDemo
    ? "这是演示数据的备份，不能恢复到正式环境（查看它请设 DEMO=on）。"
    : "这是正式数据的备份，不能恢复到演示环境（请设 DEMO=off）。";
}

/** Never over a key that opens something else. */
function refuseKeys(folder: string, keys: ReadonlyMap<string, Buffer>): string | undefined {
  for (const [name, key] of keys) {
    const here = join(folder, name);
    if (!existsSync(here) || readFileSync(here).equals(key)) continue;
    return `${here} 已有另一把密钥，与备份中的不同，没有恢复：请换一个空的数据文件夹。`;
  }
  return undefined;
}

async function refuseDatabase({ pool }: Database, manifest: Manifest): Promise<string | undefined> {
  const tables = await readTableShapes(pool);
  if (tables.length === 0) return undefined;
  const full = "数据库中已有内容，没有恢复：备份只能恢复到空的数据库，请换一个新的数据文件夹（DATA_DIR）或新建数据库（DATABASE_URL）。";
  if (!tables.some(({ name }) => name === "schema_migration")) return full;
  for (const { name, kind } of tables) {
    if (kind === "local") continue;
    const condition = name === "agency" ? " where agency_id <> 0" : ""; // the installation itself comes with the schema
    const { rows } = await pool.query(`select 1 from ${quoteName(name)}${condition} limit 1`);
    if (rows.length > 0) return full;
  }
  const { rows } = await pool.query<{ name: string }>("select name from schema_migration order by name");
  if (rows.map(({ name }) => name).join() === manifest.migrations.map(({ name }) => name).join()) return undefined;
  return "数据库虽然是空的，但表结构的版本与备份不同，没有恢复：请换一个新的数据文件夹（DATA_DIR）或新建数据库（DATABASE_URL），不要先启动服务。";
}

function refuseMigrations({ migrations }: Manifest): string | undefined {
  const known = new Map(readMigrations().map(({ name, sha256 }) => [name, sha256]));
  const unknown = migrations.find(({ name, sha256 }) => known.get(name) !== sha256);
  if (unknown === undefined) return undefined;
  return `备份来自与本程序不配套的版本（${unknown.name}），没有恢复：请用不低于备份时版本的程序恢复。`;
}

/** Brings the empty database to the very state of the backup's: only the files it had been through. */
async function migrateTo(database: Database, { migrations }: Manifest): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-migrations-"));
  try {
    for (const { name } of migrations) cpSync(join(MIGRATIONS_FOLDER, name), join(folder, name));
    await migrate(database, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readIn(options: RestoreOptions, manifest: Manifest, onProgress: (bytes: number) => void): Promise<Attempt<CheckedBackup>> {
  const { path, database, files, reportsFolder, keysFolder } = options;
  const client = await database.pool.connect();
  const copying = copyTables(client, manifest);
  try {
    await client.query("begin");
    await client.query(ONE_CONNECTION);
    await removeSeeds(client);
    const read = await readBackup(
      path,
      async (entry, content) => {
        if (entry.part === "table") return copying.write(entry.name, content);
        await copying.end();
        await keep(entry, content, { files, reportsFolder, keysFolder });
      },
      onProgress,
    );
    await copying.end();
    if (!read.ok) {
      client.release(true);
      return read;
    }
    await setSequences(client);
    await client.query("commit");
    await client.query("analyze");
    client.release();
    return read;
  } catch (fault) {
    client.release(true); // a COPY may still be open on it: without the connection nothing of the transaction stays
    throw fault;
  }
}

/** Rows that migrations put in: the backup has them too, as they were by then. */
async function removeSeeds(client: pg.PoolClient): Promise<void> {
  for (const { name, kind } of (await readTableShapes(client)).toReversed()) {
    if (kind === "local") continue;
    const { rows } = await client.query(`select 1 from ${quoteName(name)} limit 1`);
    if (rows.length > 0) await client.query(`delete from ${quoteName(name)}`);
  }
}

/** One COPY for each table, over all its pieces: organs refer to organs, which is looked at when the COPY ends. */
function copyTables(client: pg.PoolClient, { tables }: Manifest) {
  let open: { readonly name: string; readonly stream: CopyStreamQuery } | undefined;
  const end = async (): Promise<void> => {
    if (open === undefined) return;
    const { stream } = open;
    open = undefined;
    stream.end();
    await finished(stream);
  };
  const write = async (name: string, content: AsyncIterable<Buffer>): Promise<void> => {
    if (open?.name !== name) {
      await end();
      const columns = tables.find((table) => table.name === name)?.columns ?? [];
      const stream = client.query(copyFrom(`copy ${quoteName(name)} (${columns.map(quoteName).join(", ")}) from stdin`));
      stream.on("error", () => {}); // thrown by whoever waits for it next
      open = { name, stream };
    }
    const { stream } = open;
    for await (const piece of content) if (!stream.write(piece)) await once(stream, "drain");
  };
  return { write, end };
}

interface Places {
  readonly files: FileStore;
  readonly reportsFolder: string;
  readonly keysFolder: string;
}

async function keep(
  { part, name }: EntryName,
  content: AsyncIterable<Buffer>,
  { files, reportsFolder, keysFolder }: Places,
): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of content) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  if (part === "file") {
    await files.keep(bytes);
    return;
  }
  const path = part === "key" ? join(keysFolder, name) : join(reportsFolder, name);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, bytes, { mode: 0o600 });
}

/** Numbers the database gives out itself go on after the last one that came in. */
async function setSequences(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(`
    select class.relname as table, attname as column, pg_get_serial_sequence(quote_ident(class.relname), attname) as sequence
    from pg_attribute join pg_class as class on class.oid = attrelid
    where class.relnamespace = 'public'::regnamespace and class.relkind in ('r', 'p') and attnum > 0 and not attisdropped
      and pg_get_serial_sequence(quote_ident(class.relname), attname) is not null`);
  for (const { table, column, sequence } of rows) {
    await client.query(`select setval($1, coalesce((select max(${quoteName(column)}) from ${quoteName(table)}), 0) + 1, false)`, [
      sequence,
    ]);
  }
}

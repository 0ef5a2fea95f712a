import { createHash } from "node:crypto";
import { createWriteStream, readdirSync, readFileSync, statSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { constants, createZstdCompress } from "node:zlib";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { type Pack, pack as createPack } from "tar-stream";
import type { Database } from "../platform/database/open-database.ts";
import type { FileStore } from "../platform/files/file-store.ts";
import { type BackupEnd, END, FORMAT, LEFT_OUT, MANIFEST, type Manifest, SEAL_HEAD, type TableSum } from "./backup-format.ts";
import { listKeyFiles } from "./load-keys.ts";
import { quoteName, readTableShapes, type TableShape } from "./table-shapes.ts";

export interface BackupOptions {
  readonly database: Pick<Database, "pool">;
  readonly files: FileStore;
  /** Folder of the published reports. */
  readonly reportsFolder: string;
  /** Folder of the sealing keys, when they are to be in the backup; whoever has it then reads the applicants' data. */
  readonly keysFolder?: string | undefined;
  /** Where the backup is written; must not exist. */
  readonly path: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly isDemo: boolean;
  readonly onProgress?: (done: BackupProgress) => void;
}

export interface BackupProgress {
  /** What is being written: a table's name, `files` or `reports`. */
  readonly part: string;
  /** Bytes before compression, of everything so far. */
  readonly bytes: number;
}

export interface BackupSummary extends BackupEnd {
  readonly path: string;
  /** Of the backup itself. */
  readonly bytes: number;
  readonly heads: Manifest["heads"];
}

/** Uncompressed bytes of a table in one entry of the tar: what is held in memory. */
const PIECE_BYTES = 4 * 1024 * 1024;

/**
 * Writes everything into one file while the server goes on working: the tables as of one moment, then the files they name.
 * The file gets its name when it is whole and on the disk.
 */
export async function writeBackup(options: BackupOptions): Promise<BackupSummary> {
  const { database, path } = options;
  const partial = `${path}.partial`;
  const client = await database.pool.connect();
  try {
    const pack = createPack();
    const compressed = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } });
    const written = pipeline(pack, compressed, sealEnd, createWriteStream(partial, { mode: 0o600, flags: "w" }));
    const made = writeParts(client, pack, options).catch((fault: unknown) => {
      pack.destroy(fault instanceof Error ? fault : new Error(String(fault)));
      throw fault;
    });
    const [, { manifest, end }] = await Promise.all([written, made]);
    await sync(partial);
    await rename(partial, path);
    await sync(dirname(path));
    return { ...end, path, bytes: statSync(path).size, heads: manifest.heads };
  } catch (fault) {
    await rm(partial, { force: true });
    throw fault;
  } finally {
    await client.query("rollback").catch(() => {}); // nothing was written; the connection may be what broke
    client.release();
  }
}

async function writeParts(
  client: pg.PoolClient,
  pack: Pack,
  options: BackupOptions,
): Promise<{ readonly manifest: Manifest; readonly end: BackupEnd }> {
  const { files, reportsFolder, keysFolder, onProgress = () => {} } = options;
  await client.query("start transaction isolation level repeatable read read only");
  await client.query(
    "set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601'; set local bytea_output = 'hex'; set local extra_float_digits = 1",
  );
  const tables = (await readTableShapes(client)).filter(({ name, kind }) => kind !== "local" && !LEFT_OUT.includes(name));
  const manifest = await describeBackup(client, tables, options);
  let bytes = 0;
  const add = async (part: string, name: string, content: Buffer): Promise<void> => {
    await addEntry(pack, name, content);
    bytes += content.length;
    onProgress({ part, bytes });
  };
  await add("manifest", MANIFEST, Buffer.from(JSON.stringify(manifest)));
  const sums: TableSum[] = [];
  for (const table of tables) sums.push(await copyTable(client, table, (name, piece) => add(table.name, name, piece)));

  const missing: string[] = [];
  let fileCount = 0;
  let fileBytes = 0;
  for await (const sha256 of regionKeptFiles(client)) {
    const file = await files.stream(sha256);
    if (file === undefined) {
      missing.push(sha256);
      continue;
    }
    await streamEntry(pack, `files/${sha256}`, file);
    fileCount += 1;
    fileBytes += file.size;
    bytes += file.size;
    onProgress({ part: "files", bytes });
  }
  const reports = listFiles(reportsFolder);
  for (const report of reports) await add("reports", `reports/${report}`, readFileSync(join(reportsFolder, report)));
  const keys = keysFolder === undefined ? [] : listKeyFiles(keysFolder);
  for (const key of keys) await add("keys", `keys/${key}`, readFileSync(join(keysFolder ?? "", key)));

  const end: BackupEnd = { tables: sums, files: fileCount, fileBytes, reports: reports.length, keys: keys.length, missing };
  await add("end", END, Buffer.from(JSON.stringify(end)));
  pack.finalize();
  return { manifest, end };
}

async function describeBackup(
  client: pg.PoolClient,
  tables: readonly TableShape[],
  { at, isDemo, keysFolder }: BackupOptions,
): Promise<Manifest> {
  const { rows: migrations } = await client.query<{ name: string; sha256: string }>(
    "select name, sha256 from schema_migration order by name",
  );
  const { rows: heads } = await client.query<Manifest["heads"][number]>(
    `select agency_id as "agencyId", sequence, encode(hash, 'hex') as hash from chain_head where sequence > 0 order by agency_id`,
  );
  return {
    product: "gongkai",
    format: FORMAT,
    createdAt: at,
    isDemo,
    hasKeys: keysFolder !== undefined,
    migrations,
    tables: tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
    heads,
  };
}

async function copyTable(
  client: pg.PoolClient,
  { name, columns }: TableShape,
  add: (entry: string, piece: Buffer) => Promise<void>,
): Promise<TableSum> {
  const stream = client.query(copyTo(`copy (select ${columns.map(quoteName).join(", ")} from ${quoteName(name)}) to stdout`));
  const hash = createHash("sha256");
  let pieces: Buffer[] = [];
  let held = 0;
  let bytes = 0;
  let count = 0;
  const flush = async (): Promise<void> => {
    const piece = Buffer.concat(pieces);
    [pieces, held, count] = [[], 0, count + 1];
    hash.update(piece);
    await add(`tables/${name}/${String(count).padStart(6, "0")}`, piece);
  };
  for await (const piece of stream as AsyncIterable<Buffer>) {
    pieces.push(piece);
    held += piece.length;
    bytes += piece.length;
    if (held >= PIECE_BYTES) await flush();
  }
  if (held > 0) await flush();
  return { name, rows: stream.rowCount ?? 0, bytes, sha256: hash.digest("hex") };
}

/** Regional: the files any organ keeps, each once; a page at a time. */
async function* regionKeptFiles(client: pg.PoolClient): AsyncGenerator<string> {
  let after = "";
  for (;;) {
    const { rows } = await client.query<{ sha256: string }>(
      "select distinct sha256 from stored_file where erased_at is null and sha256 > $1 order by sha256 limit 1000",
      [after],
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    for (const { sha256 } of rows) yield sha256;
    after = last.sha256;
  }
}

function listFiles(folder: string): readonly string[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, "/"))
    .toSorted();
}

function addEntry(pack: Pack, name: string, content: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    pack.entry({ name, size: content.length, mode: 0o600 }, content, (fault) => (fault ? reject(fault) : resolve()));
  });
}

function streamEntry(pack: Pack, name: string, { size, content }: { readonly size: number; readonly content: Readable }): Promise<void> {
  return new Promise((resolve, reject) => {
    const entry = pack.entry({ name, size, mode: 0o600 }, (fault) => (fault ? reject(fault) : resolve()));
    content.on("error", reject);
    content.pipe(entry);
  });
}

/** Passes everything on, and its SHA-256 behind it. */
async function* sealEnd(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  for await (const piece of source) {
    hash.update(piece);
    yield piece;
  }
  yield Buffer.concat([SEAL_HEAD, hash.digest()]);
}

async function sync(path: string): Promise<void> {
  if (process.platform === "win32" && statSync(path).isDirectory()) return; // a folder cannot be opened there
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

import { createHash, randomBytes, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { sql } from "kysely";
import { extract, pack as createPack } from "tar-stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrate, MIGRATIONS_FOLDER } from "../platform/database/migrate.ts";
import type { Database } from "../platform/database/open-database.ts";
import { aDatabase, anEmptyDatabase } from "../platform/database/testing.ts";
import { folderFileStore } from "../platform/files/file-store.ts";
import { writeBackup } from "./backup.ts";
import { LEFT_OUT, type Manifest, SEAL_HEAD } from "./backup-format.ts";
import { loadSealingKeys } from "./load-keys.ts";
import { restoreBackup } from "./restore.ts";
import { runCommand } from "./run-command.ts";
import { openSealed } from "./seal.ts";
import { quoteName, readTableShapes } from "./table-shapes.ts";
import { aLedger, anAgency, CLERK, register, UNITS } from "./testing.ts";
import { verifyFiles } from "./verify-files.ts";
import { verifyKeys } from "./verify-keys.ts";
import { verifyLedger } from "./verify.ts";
import { verifyProjections } from "./verify-projections.ts";

const at = "2026-03-02T01:30:00.000Z";
const root = mkdtempSync(join(tmpdir(), "gongkai-backup-"));
afterAll(() => rmSync(root, { recursive: true }));

function aPlace(name: string) {
  const folder = join(root, name);
  return {
    files: folderFileStore(join(folder, "files")),
    reportsFolder: join(folder, "reports"),
    keysFolder: join(folder, "keys"),
    isDemo: false,
  };
}

const source = await aDatabase();
const here = aPlace("here");
const keys = loadSealingKeys(here.keysFolder);
const ledger = { ...aLedger(source), keys };
const bytes = [Buffer.from("一份扫描件"), Buffer.alloc(0), randomBytes(2 * 1024 * 1024)];
let backup = "";
let sealed = { agencyId: 0, sealedId: "" };

/** Two organs with events, numbers, sealed data, files, awkward texts, someone signed in and counters. */
beforeAll(async () => {
  for (const name of ["一科", "制\t表\n换行 \\N \\. “引号”", "二科"]) {
    const agencyId = await anAgency(source);
    for (let index = 0; index < 5; index += 1) await register(ledger, { agencyId, name, commandKey: `backup-${index}` });
    const documents = await Promise.all(bytes.map((content) => here.files.keep(content)));
    await runCommand(ledger, { command: "attach", agencyId, actor: CLERK }, async (turn) => {
      for (const [index, sha256] of documents.entries()) {
        await turn.tx
          .insertInto("stored_file")
          .values({ agency_id: agencyId, sha256, size: bytes[index]?.length ?? 0, media_type: "application/pdf", stored_at: at })
          .execute();
      }
      const sealedId = await turn.seal({ purpose: "applicant", content: { name: "申请人甲" } });
      sealed = { agencyId, sealedId };
      await turn.append({ kind: "case", id: sealedId }, [{ type: "attached", documents, payload: { sealedId } }]);
      return { ok: true, value: null };
    });
  }
  // An organ that refers to one that stands behind it.
  await sql`update agency set parent_id = (select max(agency_id) from agency) where agency_id = 1`.execute(source.db);
  await sql`insert into attempt (agency_id, bucket, window_started_at, count) values (1, 'sign-in:someone', now(), 3)`.execute(source.db);
  await sql`insert into session (agency_id, token_hash, person_id, created_at, last_seen_at, expires_at, address, device)
    values (1, '\\x01', gen_random_uuid(), now(), now(), now(), '127.0.0.1', 'Firefox')`.execute(source.db);
  mkdirSync(join(here.reportsFolder, "organ-1"), { recursive: true });
  writeFileSync(join(here.reportsFolder, "organ-1", "2025.json"), '{"year":2025}');
  backup = (await backUp()).path;
});

let count = 0;
function backUp(options: Partial<Parameters<typeof writeBackup>[0]> = {}) {
  count += 1;
  return writeBackup({ database: source, ...here, keysFolder: undefined, path: join(root, `${count}.tar.zst`), at, ...options });
}

function restore(database: Database, path: string, place = aPlace(`there-${(count += 1)}`)) {
  return restoreBackup({ path, database, ...place, projections: async () => [UNITS] });
}

/** All rows of all tables that are kept, as text. */
async function listRows({ pool }: Database): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {};
  for (const { name, kind } of await readTableShapes(pool)) {
    if (kind === "local" || LEFT_OUT.includes(name)) continue;
    const found = await pool.query<{ row: string }>(`select t::text as row from ${quoteName(name)} as t order by 1`);
    rows[name] = found.rows.map(({ row }) => row);
  }
  return rows;
}

const faultsOf = async (database: Database, place: ReturnType<typeof aPlace>) => [
  ...(await verifyLedger(database.db)).faults,
  ...(await verifyFiles(database.db, place.files)).faults,
  ...(await verifyProjections(database.db, [UNITS])).faults,
];

describe("a backup restored", () => {
  test("gives every row, file and report back; the chains verify", async () => {
    const summary = await backUp();
    expect(summary).toMatchObject({ files: 3, reports: 1, keys: 0, missing: [] });
    expect(statSync(summary.path).mode & 0o777).toBe(0o600);
    const target = await anEmptyDatabase();
    const there = aPlace("restored");
    expect(await restore(target, summary.path, there)).toMatchObject({
      ok: true,
      value: { migrated: [], manifest: { hasKeys: false, createdAt: at } },
    });

    expect(await listRows(target)).toEqual(await listRows(source));
    const migrations = ({ pool }: Database) =>
      pool.query("select name, sha256 from schema_migration order by name").then(({ rows }) => rows as unknown[]);
    expect(await migrations(target)).toEqual(await migrations(source));
    for (const content of bytes)
      expect((await there.files.find(createHash("sha256").update(content).digest("hex")))?.equals(content)).toBe(true);
    expect(readFileSync(join(there.reportsFolder, "organ-1", "2025.json"), "utf8")).toBe('{"year":2025}');
    expect(await faultsOf(target, there)).toEqual([]);
    expect((await verifyLedger(target.db)).heads).toEqual(summary.heads);
  });

  test("goes on where it left off", async () => {
    const target = await anEmptyDatabase();
    await restore(target, backup);
    expect(await register({ ...aLedger(target), keys }, { agencyId: 1 })).toEqual({ ok: true, value: "云登〔2026〕6号" });
    expect(await register({ ...aLedger(target), keys }, { agencyId: 1, commandKey: "backup-0", name: "一科" })).toEqual({
      ok: true,
      value: "云登〔2026〕1号",
    });
    expect((await verifyLedger(target.db)).faults).toEqual([]);
  });

  test("holds nobody's session and no counters", async () => {
    const target = await anEmptyDatabase();
    await restore(target, backup);
    const { rows } = await target.pool.query(
      "select (select count(*) from session) as sessions, (select count(*) from attempt) as attempts",
    );
    expect(rows).toEqual([{ sessions: 0, attempts: 0 }]);
  });

  test("opens the applicants' data with the keys, and only then", async () => {
    const [without, withKeys] = [await backUp(), await backUp({ keysFolder: here.keysFolder })];
    const [target, there] = [await anEmptyDatabase(), aPlace("keyless")];
    await restore(target, without.path, there);
    expect(existsSync(there.keysFolder)).toBe(false);
    expect(await verifyKeys(target.db, undefined)).toContainEqual(expect.objectContaining({ fault: "key-missing" }));
    expect(zstdDecompressSync(readFileSync(without.path)).includes(keys.current.toString("base64"))).toBe(false);

    const [second, place] = [await anEmptyDatabase(), aPlace("keyed")];
    await restore(second, withKeys.path, place);
    const restored = loadSealingKeys(place.keysFolder);
    expect(await openSealed(second.db, restored, { ...sealed, purpose: "applicant" })).toEqual({ name: "申请人甲" });
    expect(await verifyKeys(second.db, restored)).toEqual([]);
  });

  test("is brought up to date when it comes from an older version", async () => {
    // A database as the program made it before applications were known, with an organ and an event.
    const former = join(root, "former-migrations");
    mkdirSync(former);
    for (const name of readdirSync(MIGRATIONS_FOLDER)) {
      if (name < "2026-11-22-0300") writeFileSync(join(former, name), readFileSync(join(MIGRATIONS_FOLDER, name)));
    }
    const old = await anEmptyDatabase();
    await migrate(old, former);
    const agencyId = await anAgency(old);
    await runCommand({ ...aLedger(old), keys }, { command: "note", agencyId, actor: CLERK }, async (turn) => {
      await turn.append({ kind: "unit", id: randomUUID() }, [{ type: "added", payload: { name: "一科" } }]);
      return { ok: true, value: null };
    });
    const { path } = await backUp({ database: old });

    const target = await anEmptyDatabase();
    const last = readdirSync(MIGRATIONS_FOLDER).toSorted().at(-1);
    expect(await restore(target, path)).toMatchObject({ ok: true, value: { migrated: expect.arrayContaining([last]) } });
    const listOf = async ({ db }: Database) =>
      (await db.selectFrom("event").select(["agency_id", "hash"]).execute()).map(({ hash }) => hash.toString("hex"));
    expect(await listOf(target)).toEqual(await listOf(old));
    expect((await verifyLedger(target.db)).faults).toEqual([]);
  });
});

describe("a backup made while the server works", () => {
  test("is of one moment: what is written meanwhile is wholly in it or not at all", async () => {
    const busy = await aDatabase();
    const agencyId = await anAgency(busy);
    const working = { ...aLedger(busy), keys };
    for (let index = 0; index < 20; index += 1) await register(working, { agencyId });
    let isDone = false;
    const writing = (async () => {
      while (!isDone) await register(working, { agencyId });
    })();
    const { path } = await backUp({ database: busy });
    isDone = true;
    await writing;
    const [target, there] = [await anEmptyDatabase(), aPlace("busy")];
    expect(await restore(target, path, there)).toMatchObject({ ok: true });
    expect(await faultsOf(target, there)).toEqual([]);
  });

  test("tells the files that the store does not hold", async () => {
    const broken = aPlace("broken");
    const { missing, files } = await backUp({ files: broken.files });
    expect([missing.length, files]).toEqual([3, 0]);
  });

  test("leaves no half-written file behind when it fails", async () => {
    const failing = backUp({ files: { ...here.files, stream: () => Promise.reject(new Error("disk on fire")) } });
    await expect(failing).rejects.toThrow("disk on fire");
    expect(readdirSync(root).filter((name) => name.endsWith(".partial"))).toEqual([]);
    expect(await backUp()).toMatchObject({ missing: [] }); // and the connection works on
  });
});

describe("a restore is refused with a sentence", () => {
  async function refused(database: Database, path: string, place = aPlace(`refused-${(count += 1)}`)): Promise<string> {
    const result = await restore(database, path, place);
    expect(existsSync(join(place.keysFolder, "..", "files"))).toBe(false);
    return result.ok ? "not refused" : result.message;
  }
  async function isUntouched({ pool }: Database): Promise<boolean> {
    return (await readTableShapes(pool)).length === 0;
  }

  test("for a file cut short, wherever it is cut", async () => {
    const whole = readFileSync(backup);
    const target = await anEmptyDatabase();
    const path = join(root, "cut.tar.zst");
    for (const length of [0, 3, 10, 2_000, Math.floor(whole.length / 2), whole.length - 200, whole.length - 1]) {
      writeFileSync(path, whole.subarray(0, length));
      expect(await refused(target, path)).toMatch(/已损坏或不完整|不是本系统的备份文件/);
    }
    expect(await isUntouched(target)).toBe(true);
  });

  test("for a file with a byte changed, wherever it is", async () => {
    const whole = readFileSync(backup);
    const target = await anEmptyDatabase();
    const path = join(root, "changed.tar.zst");
    for (const place of [
      1,
      20,
      1_000,
      5_000,
      Math.floor(whole.length / 3),
      Math.floor(whole.length / 2),
      whole.length - 300,
      whole.length - 2,
    ]) {
      const changed = Buffer.from(whole);
      changed[place] = (changed[place] ?? 0) ^ 0x10;
      writeFileSync(path, changed);
      expect(await refused(target, path)).toMatch(/已损坏或不完整|不是本系统的备份文件/);
    }
    expect(await isUntouched(target)).toBe(true);
  });

  test("for rows that were changed and packed again", async () => {
    const target = await anEmptyDatabase();
    const path = join(root, "repacked.tar.zst");
    await rewrite(
      backup,
      path,
      (manifest) => manifest,
      (name, content) => (name.startsWith("tables/agency/") ? Buffer.from(content.toString().replace("云溪县第1", "云溪县第9")) : content),
    );
    expect(await refused(target, path)).toContain("已损坏或不完整");
  });

  test("for files that are something else", async () => {
    const target = await anEmptyDatabase();
    const path = join(root, "foreign");
    const foreign = createPack();
    foreign.entry({ name: "readme.txt" }, "hello");
    foreign.finalize();
    for (const content of [
      Buffer.from("今天天气不错"),
      randomBytes(5000),
      zstdCompressSync(Buffer.from("hello")),
      zstdCompressSync(await collect(foreign)),
    ]) {
      writeFileSync(path, content);
      expect(await refused(target, path)).toBe("不是本系统的备份文件。");
    }
    expect(await isUntouched(target)).toBe(true);
  });

  test("for names that climb out of the folder", async () => {
    const target = await anEmptyDatabase();
    const path = join(root, "climbing.tar.zst");
    await rewrite(
      backup,
      path,
      (manifest) => manifest,
      (_name, content) => content,
      (name) => name.replace("reports/organ-1/2025.json", "reports/../../climbed.json"),
    );
    expect(await refused(target, path)).toContain("已损坏或不完整");
    expect(existsSync(join(root, "climbed.json"))).toBe(false);
  });

  test("for a database with something in it", async () => {
    const target = await aDatabase();
    await anAgency(target);
    const before = await listRows(target);
    expect(await refused(target, backup)).toContain("数据库中已有内容");
    expect(await listRows(target)).toEqual(before);
    const foreign = await anEmptyDatabase();
    await foreign.pool.query("create table something_else (id int)");
    expect(await refused(foreign, backup)).toContain("数据库中已有内容");
  });

  test("but not for one that was just migrated and is still empty", async () => {
    const target = await anEmptyDatabase();
    await migrate(target);
    expect(await restore(target, backup)).toMatchObject({ ok: true });
  });

  test("for a backup of a newer version", async () => {
    const target = await anEmptyDatabase();
    const newer = join(root, "newer.tar.zst");
    await rewrite(backup, newer, (manifest) => ({
      ...manifest,
      migrations: [...manifest.migrations, { name: "2099-01-01-0000-later.sql", sha256: "0" }],
    }));
    expect(await refused(target, newer)).toContain("2099-01-01-0000-later.sql");
    await rewrite(backup, newer, (manifest) => ({ ...manifest, format: 2 }));
    expect(await refused(target, newer)).toContain("由更新版本的程序写成");
    expect(await isUntouched(target)).toBe(true);
  });

  test("for a demonstration's backup in real work, and the other way", async () => {
    const target = await anEmptyDatabase();
    expect(await refused(target, (await backUp({ isDemo: true })).path)).toContain("演示数据的备份");
    expect(await refused(target, backup, { ...aPlace("demo"), isDemo: true })).toContain("正式数据的备份");
  });

  test("for a folder that has other keys", async () => {
    const target = await anEmptyDatabase();
    const place = aPlace("other-keys");
    loadSealingKeys(place.keysFolder);
    expect(await refused(target, (await backUp({ keysFolder: here.keysFolder })).path, place)).toContain("已有另一把密钥");
    expect(await isUntouched(target)).toBe(true);
  });
});

/** Packs a backup again with some of it changed, as someone who knows the format might. */
async function rewrite(
  from: string,
  to: string,
  change: (manifest: Manifest) => Manifest,
  changeContent: (name: string, content: Buffer) => Buffer = (_name, content) => content,
  rename: (name: string) => string = (name) => name,
): Promise<void> {
  const [entries, changed] = [extract(), createPack()];
  const packed = collect(changed);
  Readable.from([zstdDecompressSync(readFileSync(from))]).pipe(entries as unknown as NodeJS.WritableStream); // a streamx Writable
  for await (const entry of entries) {
    const { name } = entry.header;
    const content = await collect(entry);
    const isManifest = name === "gongkai-backup.json";
    const written = isManifest
      ? Buffer.from(JSON.stringify(change(JSON.parse(content.toString()) as Manifest)))
      : changeContent(name, content);
    changed.entry({ name: rename(name) }, written);
  }
  changed.finalize();
  const compressed = zstdCompressSync(await packed);
  writeFileSync(to, Buffer.concat([compressed, SEAL_HEAD, createHash("sha256").update(compressed).digest()]));
}

async function collect(stream: unknown): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces);
}

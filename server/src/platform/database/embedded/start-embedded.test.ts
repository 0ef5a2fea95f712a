import { spawn, type ChildProcess } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, describe, expect, onTestFinished, test } from "vitest";
import { findPostmaster } from "./cluster.ts";
import { findProcess } from "./find-process.ts";
import { canReach, type RunAs } from "./run-as.ts";
import { startEmbedded } from "./start-embedded.ts";

const KEEP = "drop table if exists kept; create table kept as select 7 as n";
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
/** Made once: making a cluster takes a second, and most tests do not care. */
const shared = mkdtempSync(join(tmpdir(), "gongkai-embedded-"));
chmodSync(shared, 0o755);
const folders: string[] = [];
const children: ChildProcess[] = [];

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const dataDir of folders.splice(0)) await remove(dataDir);
});
afterAll(() => remove(shared));

test("keeps data over a stop, synced, in a folder and on a socket for its owner alone", async () => {
  const first = await start(shared);
  await query(first.connection, KEEP);
  expect(
    await query(first.connection, "select current_setting('fsync') as fsync, current_setting('listen_addresses') as addresses"),
  ).toEqual([{ fsync: "on", addresses: "" }]);
  expect(statSync(join(shared, "postgres")).mode & 0o777).toBe(0o700);
  await first.stop();
  expect(findPostmaster(join(shared, "postgres"))).toBeUndefined();
  const second = await start(shared);
  expect(await query(second.connection, "select n from kept")).toEqual([{ n: 7 }]);
  await second.stop();
});

test("after kill -9 of our process the next one finds the server running", async () => {
  const holder = await startProcess(shared);
  await query(holder.connection, KEEP);
  const before = findPostmaster(join(shared, "postgres"));
  await kill(holder.child);
  const next = await start(shared);
  expect(findPostmaster(join(shared, "postgres"))).toEqual(before);
  expect(await query(next.connection, "select n from kept")).toEqual([{ n: 7 }]);
  await next.stop();
  expect(findPostmaster(join(shared, "postgres"))).toBeUndefined();
});

test("after kill -9 of PostgreSQL the server is brought back under us, with what it acknowledged", async () => {
  const { connection, stop } = await start(shared);
  await query(connection, KEEP);
  const before = await killPostmaster(shared);
  await until(async () => findPostmaster(join(shared, "postgres"))?.isReady === true);
  expect(findPostmaster(join(shared, "postgres"))?.pid).not.toBe(before);
  expect(await query(connection, "select n from kept")).toEqual([{ n: 7 }]);
  await stop();
});

test("a dead server's pid file does not keep the next out, though its number is now another process's", async () => {
  const holder = await startProcess(shared);
  await kill(holder.child);
  const pidFile = join(shared, "postgres/postmaster.pid");
  const text = readFileSync(pidFile, "utf8");
  await killPostmaster(shared);
  writeFileSync(pidFile, text.replace(/^\d+/, String(process.pid)));
  const next = await start(shared);
  expect(await query(next.connection, "select 1 as one")).toEqual([{ one: 1 }]);
  await next.stop();
});

test("several may start at the same moment: one server, stopped by whoever leaves last", async () => {
  const dataDir = aFolder();
  const [ours, ...theirs] = await Promise.all([start(dataDir), startProcess(dataDir), startProcess(dataDir)]);
  const pids = new Set<unknown>();
  for (const { connection } of [ours, ...theirs]) {
    for (const { started } of await query(connection, "select pg_postmaster_start_time()::text as started")) pids.add(started);
  }
  expect(pids.size).toBe(1);
  await ours.stop();
  for (const { connection } of theirs) expect(await query(connection, "select 1 as one")).toEqual([{ one: 1 }]);
  await Promise.all(theirs.map(({ stop }) => stop()));
  expect(findPostmaster(join(dataDir, "postgres"))).toBeUndefined();
});

test("a start cut short, lock and half-made folder left behind, does not stand in the way", async () => {
  const dataDir = aFolder();
  mkdirSync(join(dataDir, "postgres.new-1/base"), { recursive: true });
  writeFileSync(join(dataDir, "postgres.lock"), "4194304 1"); // one more than the highest process number Linux gives
  const { stop } = await start(dataDir);
  await stop();
  expect(readdirSync(dataDir).toSorted()).toEqual(["postgres", "postgres.log"]);
});

test("a folder whose path is too long for a socket will do", async () => {
  const dataDir = join(aFolder(), "数据文件夹".repeat(8), "数据文件夹".repeat(8));
  folders.push(dataDir);
  const { connection, stop } = await start(dataDir);
  expect(await query(connection, "select 1 as one")).toEqual([{ one: 1 }]);
  await stop();
  expect(existsSync(connection.host ?? "")).toBe(false);
});

test("data of another major version is refused in words, and left alone", async () => {
  const dataDir = aFolder();
  mkdirSync(join(dataDir, "postgres"));
  writeFileSync(join(dataDir, "postgres/PG_VERSION"), "17\n");
  expect(await startEmbedded({ dataDir })).toMatchObject({ ok: false, message: expect.stringContaining("属于 PostgreSQL 17") });
  expect(readdirSync(join(dataDir, "postgres"))).toEqual(["PG_VERSION"]);
});

test("a data folder that is a file is refused in words", async () => {
  const dataDir = join(aFolder(), "data");
  writeFileSync(dataDir, "");
  expect(await startEmbedded({ dataDir })).toMatchObject({ ok: false, message: expect.stringContaining("请检查 DATA_DIR") });
});

test("what PostgreSQL says is passed on when it does not start", async () => {
  expect(await startEmbedded({ dataDir: shared, settings: { shared_buffers: "much" } })).toMatchObject({
    ok: false,
    message: expect.stringContaining("shared_buffers"),
  });
});

describe.runIf(isRoot && process.platform === "linux")("as root", () => {
  test("the server runs as somebody else, and the data stays where it was asked for, under a folder only root may enter", async () => {
    const home = aFolder();
    chmodSync(home, 0o700);
    const dataDir = join(home, "data");
    folders.push(dataDir);
    const { connection, stop } = await start(dataDir);
    expect(await query(connection, "select 1 as one")).toEqual([{ one: 1 }]);
    const { pid } = findPostmaster(join(dataDir, "postgres")) ?? { pid: 0 };
    expect(statSync(`/proc/${pid}`).uid).toBe(NOBODY);
    await killPostmaster(dataDir);
    await until(async () => findPostmaster(join(dataDir, "postgres"))?.isReady === true);
    expect(await query(connection, "select 1 as one")).toEqual([{ one: 1 }]);
    await stop();
  });

  test.runIf(canReach(process.execPath, { uid: NOBODY }) && canReach(import.meta.filename, { uid: NOBODY }))(
    "data made by another user goes on as that user's, for root and for him",
    async () => {
      const dataDir = aFolder();
      chownSync(dataDir, NOBODY, NOBODY);
      const theirs = await startProcess(dataDir, { uid: NOBODY, gid: NOBODY });
      await query(theirs.connection, KEEP);
      await theirs.stop();
      const ours = await start(dataDir);
      expect(await query(ours.connection, "select n from kept")).toEqual([{ n: 7 }]);
      await ours.stop();
      const again = await startProcess(dataDir, { uid: NOBODY, gid: NOBODY });
      expect(await query(again.connection, "select n from kept")).toEqual([{ n: 7 }]);
      await again.stop();
    },
  );
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-embedded-"));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

async function start(dataDir: string) {
  const started = await startEmbedded({ dataDir });
  if (!started.ok) throw new Error(started.message);
  onTestFinished(() => started.value.stop());
  return { connection: started.value.connection, stop: () => started.value.stop() };
}

/** The same in a process of its own, which can be killed. */
async function startProcess(dataDir: string, runAs: RunAs = {}) {
  const child = spawn(process.execPath, [join(import.meta.dirname, "testing-process.ts"), dataDir], {
    ...runAs,
    stdio: ["pipe", "pipe", "inherit"],
  });
  children.push(child);
  const text = await new Promise<string>((resolve) => child.stdout.once("data", (chunk: Buffer) => resolve(chunk.toString())));
  const said = JSON.parse(text) as { ok: true; connection: pg.PoolConfig } | { ok: false; message: string }; // testing-process.ts wrote it
  if (!said.ok) throw new Error(said.message);
  const stop = async (): Promise<void> => {
    const exited = new Promise((resolve) => child.once("exit", resolve));
    child.stdin.write("stop\n");
    await exited;
  };
  return { child, connection: said.connection, stop };
}

async function query(connection: pg.PoolConfig, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ ...connection, application_name: "test" });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

function kill(child: ChildProcess): Promise<unknown> {
  const exited = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  return exited;
}

async function remove(dataDir: string): Promise<void> {
  await killPostmaster(dataDir);
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
}

async function killPostmaster(dataDir: string): Promise<number> {
  const { pid } = findPostmaster(join(dataDir, "postgres")) ?? { pid: 0 };
  if (pid === 0) return pid;
  process.kill(pid, "SIGKILL");
  await until(async () => findProcess(pid) === undefined);
  return pid;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(10);
}

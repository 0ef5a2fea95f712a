import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { Attempt } from "../attempt.ts";
import { findPostmaster, lastLine, launch, makeCluster, OWNER, shutDown, type Cluster, type Postmaster } from "./cluster.ts";
import { findBinaries } from "./find-binaries.ts";
import { chooseUser } from "./run-as.ts";
import { withLock } from "./with-lock.ts";

export interface EmbeddedOptions {
  /** Where all data is kept; the database takes the folder `postgres` in it. */
  readonly dataDir: string;
  /** More settings for the server, as in postgresql.conf. They hold for whoever starts it, not for those who find it running. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedServer {
  readonly connection: pg.PoolConfig;
  /** Shuts the server down, unless another process of ours still uses it: then it is left to them. */
  stop(): Promise<void>;
}

/** A socket's path may have 103 bytes on macOS and 107 on Linux, final zero not counted. */
const SOCKET_PATH_BYTES = 103;
const SOCKET_FILE = ".s.PGSQL.5432";
/** Recovery after a power cut reads the whole log; a server that is alive may take its time. */
const READY_MILLISECONDS = 600_000;
const POLL_MILLISECONDS = 10;
/** Processes of a killed server need a moment to notice; until then the new one refuses. */
const LAUNCHES = 25;
const RELAUNCH_MILLISECONDS = 200;
const LONGEST_RELAUNCH_MILLISECONDS = 10_000;

/**
 * The embedded PostgreSQL on `<dataDir>/postgres`: made on first use, started, or found running, whoever started it.
 * Several processes may do so at once. The server speaks on a socket inside its data folder (mode 0700) and no network;
 * should it die it is started again. Trouble an administrator can mend comes back as one sentence.
 */
export async function startEmbedded({ dataDir: given, settings = {} }: EmbeddedOptions): Promise<Attempt<EmbeddedServer>> {
  const dataDir = resolve(given);
  const folder = join(dataDir, "postgres");
  try {
    mkdirSync(dataDir, { recursive: true });
    const runAs = chooseUser(folder);
    const binaries = await withLock(join(dataDir, "postgres.lock"), () => findBinaries(dataDir, runAs));
    if (!binaries.ok) return binaries;
    const cluster: Cluster = { dataDir, folder, runAs, binaries: binaries.value, settings };
    const refused = refuseOtherVersion(cluster);
    if (refused !== undefined) return { ok: false, message: refused };
    return await attend(cluster);
  } catch (fault) {
    if (!isSystemFault(fault)) throw fault;
    return { ok: false, message: `内置数据库不能使用数据文件夹 ${dataDir}（${fault.code}）：请检查 DATA_DIR 及其所有者和权限。` };
  }
}

/** Holds one connection as long as we live: it is how other processes know that we use the server, and how we know that it lives. */
async function attend(cluster: Cluster): Promise<Attempt<EmbeddedServer>> {
  const lock = join(cluster.dataDir, "postgres.lock");
  const socket = placeSocket(cluster.folder);
  const name = `gongkai ${process.pid} ${randomUUID()}`;
  const reach = (port: number): Promise<pg.Client | string> => connect(socket.host, port, name);
  let isStopped = false;
  let keeper: pg.Client | undefined;

  const comeUp = (): Promise<Attempt<Postmaster>> =>
    withLock(lock, async () => {
      if (isStopped) return { ok: false, message: "" };
      const up = await bringUp(cluster, reach);
      if (!up.ok) return up;
      keeper = up.value.client;
      keeper.once("end", () => void comeBack());
      return { ok: true, value: up.value.postmaster };
    });
  const comeBack = async (): Promise<void> => {
    for (let wait = RELAUNCH_MILLISECONDS; !isStopped; wait = Math.min(2 * wait, LONGEST_RELAUNCH_MILLISECONDS)) {
      await pause(wait, undefined, { ref: false });
      const isUp = await comeUp().then(
        ({ ok }) => ok,
        () => false, // a full disk, say: try again
      );
      if (isUp) return;
    }
  };

  const up = await comeUp();
  if (!up.ok) {
    socket.remove();
    return up;
  }
  const stop = async (): Promise<void> => {
    if (isStopped) return;
    isStopped = true;
    await withLock(lock, async () => {
      await keeper?.end().catch(() => {}); // already lost
      await leave(cluster, reach, name);
    });
    socket.remove();
  };
  const connection = { host: socket.host, port: up.value.port, user: OWNER, database: OWNER, application_name: name };
  return { ok: true, value: { connection, stop } };
}

/** Under the lock: the running server, or a new one, with a connection to it. */
async function bringUp(
  cluster: Cluster,
  reach: (port: number) => Promise<pg.Client | string>,
): Promise<Attempt<{ readonly client: pg.Client; readonly postmaster: Postmaster }>> {
  const until = performance.now() + READY_MILLISECONDS;
  let started: Awaited<ReturnType<typeof launch>> | undefined;
  let launches = 0;
  let why = "仍在恢复数据";
  while (performance.now() < until) {
    const postmaster = findPostmaster(cluster.folder);
    if (postmaster === undefined && (started === undefined || hasEnded(started.child))) {
      const log = started?.readLog() ?? "";
      if (launches > 0 && !(launches < LAUNCHES && /still in use|already exists/.test(log))) {
        return { ok: false, message: `内置数据库没有启动：${lastLine(log)}（详见 ${join(cluster.dataDir, "postgres.log")}）` };
      }
      if (launches > 0) await pause(RELAUNCH_MILLISECONDS);
      const made = await makeCluster(cluster);
      if (!made.ok) return made;
      started = await launch(cluster);
      launches++;
    }
    if (postmaster?.isReady === true) {
      const client = await reach(postmaster.port);
      if (typeof client !== "string") return { ok: true, value: { client, postmaster } };
      why = client;
    }
    await pause(POLL_MILLISECONDS);
  }
  return { ok: false, message: `内置数据库已启动，但一直连接不上：${why}` };
}

/** A connection to our database, which is made when it is not there; the reason in words while the server is not ready. */
async function connect(host: string, port: number, name: string): Promise<pg.Client | string> {
  for (const database of [OWNER, "postgres"]) {
    const client = new pg.Client({ host, port, user: OWNER, database, application_name: name, keepAlive: true });
    client.on("error", () => {}); // a lost connection is seen as its end
    try {
      await client.connect();
    } catch (fault) {
      if ((fault as pg.DatabaseError).code === "3D000") continue; // no such database yet
      return fault instanceof Error ? fault.message : String(fault);
    }
    if (database === OWNER) return client;
    await client.query(`create database ${OWNER}`);
    await client.end();
    return connect(host, port, name);
  }
  return "";
}

/** Under the lock: shuts the server down if nobody else is connected to it. Our own connections that are just closing do not count. */
async function leave(cluster: Cluster, reach: (port: number) => Promise<pg.Client | string>, name: string): Promise<void> {
  const postmaster = findPostmaster(cluster.folder);
  const client = postmaster === undefined ? "" : await reach(postmaster.port);
  if (postmaster === undefined || typeof client === "string") return; // it went by itself, or is not in a state to be asked
  const isShared = await client
    .query("select 1 from pg_stat_activity where backend_type = 'client backend' and application_name <> $1 limit 1", [name])
    .then(
      ({ rows }) => rows.length > 0,
      () => true, // somebody else is stopping it this moment
    );
  await client.end().catch(() => {});
  if (isShared) return;
  await shutDown(cluster, postmaster);
  while (findPostmaster(cluster.folder)?.pid === postmaster.pid) await pause(POLL_MILLISECONDS);
}

/** Where clients find the socket: in the data folder, or through a short link to it when its path is too long for a socket. */
function placeSocket(folder: string): { readonly host: string; remove(): void } {
  if (process.platform === "win32") return { host: "127.0.0.1", remove: () => {} };
  if (Buffer.byteLength(join(folder, SOCKET_FILE)) <= SOCKET_PATH_BYTES) return { host: folder, remove: () => {} };
  const aside = mkdtempSync(join(tmpdir(), "gongkai-"));
  symlinkSync(folder, join(aside, "s"));
  return { host: join(aside, "s"), remove: () => rmSync(aside, { recursive: true, force: true }) };
}

function refuseOtherVersion({ folder, binaries }: Cluster): string | undefined {
  const file = join(folder, "PG_VERSION");
  if (!existsSync(file)) return undefined;
  const version = readFileSync(file, "utf8").trim();
  if (version === binaries.majorVersion) return undefined;
  return `数据文件夹 ${folder} 属于 PostgreSQL ${version}，本程序内置的是 PostgreSQL ${binaries.majorVersion}：请用原版本程序备份，再在新的数据文件夹中恢复。`;
}

function hasEnded({
  pid,
  exitCode,
  signalCode,
}: {
  pid?: number | undefined;
  exitCode: number | null;
  signalCode: string | null;
}): boolean {
  return pid === undefined || exitCode !== null || signalCode !== null;
}

function isSystemFault(fault: unknown): fault is NodeJS.ErrnoException & { readonly code: string } {
  return fault instanceof Error && "syscall" in fault && "code" in fault;
}

import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, chownSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { realpathSync, renameSync, rmSync, statSync, truncateSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Attempt } from "../attempt.ts";
import type { Binaries } from "./find-binaries.ts";
import { findProcess } from "./find-process.ts";
import { canReach, type RunAs } from "./run-as.ts";

/** One data folder and what belongs to it. */
export interface Cluster {
  readonly dataDir: string;
  /** The data folder proper: `<dataDir>/postgres`. */
  readonly folder: string;
  readonly runAs: RunAs;
  readonly binaries: Binaries;
  /** More `-c name=value` for the server. */
  readonly settings: Readonly<Record<string, string>>;
}

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Whether it takes connections; asking earlier would only fill its log. */
  readonly isReady: boolean;
}

/** The name of the database's only user, and of the database. */
export const OWNER = "gongkai";

/** On Unix this only names the socket file. */
const SOCKET_PORT = 5432;
const LOG_BYTES = 1_000_000;
const usesTcp = process.platform === "win32";

/** The server that runs on this data folder, read from its pid file; undefined when there is none, or the file is a dead one's. */
export function findPostmaster(folder: string): Postmaster | undefined {
  const lines = readLines(join(folder, "postmaster.pid"));
  const postmaster = { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === "ready" };
  if (findProcess(postmaster.pid) === undefined || !worksIn(postmaster.pid, folder)) return undefined;
  return postmaster;
}

/** Makes the data folder if there is none. Made aside and moved into place, so that a start cut short leaves nothing half-made. */
export async function makeCluster(cluster: Cluster): Promise<Attempt<undefined>> {
  const { dataDir, folder, runAs, binaries } = cluster;
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith("postgres.new-")) rmSync(join(dataDir, name), { recursive: true, force: true, maxRetries: 3 });
  }
  if (existsSync(join(folder, "PG_VERSION"))) return { ok: true, value: undefined };
  let output = "";
  for (const locale of [
    ["--locale=C.UTF-8"],
    ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"], // for systems whose C library knows no C.UTF-8
  ]) {
    const aside = join(dataDir, `postgres.new-${process.pid}`);
    mkdirSync(aside, { mode: 0o700 });
    if (runAs.uid !== undefined && runAs.gid !== undefined) chownSync(aside, runAs.uid, runAs.gid);
    const initdb = spawn(
      binaries.initdb,
      ["--pgdata", seenFromInside(aside, runAs), "--encoding=UTF8", ...locale, "--auth=trust", `--username=${OWNER}`, "--no-instructions"],
      { ...runAs, cwd: aside, env: environment(), stdio: ["ignore", "pipe", "pipe"] },
    );
    output = "";
    for (const stream of [initdb.stdout, initdb.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
    if ((await waitForExit(initdb)) === 0) {
      renameSync(aside, folder);
      return { ok: true, value: undefined };
    }
    rmSync(aside, { recursive: true, force: true });
    if (!output.includes("locale")) break;
  }
  return { ok: false, message: `无法建立内置数据库 ${folder}：${lastLine(output)}` };
}

/** Starts the server in the background, to outlive us if it must: the next of us finds it by its pid file. */
export async function launch(cluster: Cluster): Promise<{ readonly child: ChildProcess; readonly readLog: () => string }> {
  const { dataDir, folder, runAs, binaries, settings } = cluster;
  removeStalePidFile(folder);
  chmodSync(folder, 0o700);
  const logFile = join(dataDir, "postgres.log");
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES) truncateSync(logFile);
  const log = openSync(logFile, "a", 0o600);
  const before = statSync(logFile).size;
  const all: Readonly<Record<string, string>> = {
    listen_addresses: usesTcp ? "127.0.0.1" : "",
    unix_socket_directories: usesTcp ? "" : ".", // the data folder itself, which only its owner and root may enter
    unix_socket_permissions: "0700",
    port: String(usesTcp ? await findFreePort() : SOCKET_PORT),
    timezone: "UTC",
    log_timezone: "UTC",
    // Errors of statements reach the program that sent them; written here, they would put citizens' data into a log file.
    log_min_messages: "log",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_checkpoints: "off",
    ...settings,
  };
  const options = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(binaries.postgres, ["-D", seenFromInside(folder, runAs), ...options], {
    ...runAs,
    cwd: folder,
    env: environment(),
    detached: true, // Ctrl+C at a terminal is for us: we stop the server after our own last write
    stdio: ["ignore", log, log],
    windowsHide: true,
  });
  child.on("error", () => {}); // seen as an exit
  child.unref();
  closeSync(log);
  return { child, readLog: () => readFileSync(logFile).subarray(before).toString() };
}

/** A fast shutdown: running transactions are rolled back, everything is written out. Returns when the server is gone. */
export async function shutDown({ binaries, folder }: Cluster, { pid }: Postmaster): Promise<void> {
  if (usesTcp) {
    await waitForExit(spawn(binaries.pgCtl, ["stop", "-D", folder, "-m", "fast", "-w"], { stdio: "ignore", windowsHide: true }));
    return;
  }
  try {
    process.kill(pid, "SIGINT");
  } catch {
    // gone by itself
  }
}

/**
 * The path under which the server addresses its folder. Where its user cannot pass through the folders above (data under
 * root's home), that is the working folder it is started in: Linux follows /proc/self/cwd without walking the path. So the
 * data stays where DATA_DIR says in every case.
 */
function seenFromInside(folder: string, runAs: RunAs): string {
  return process.platform === "linux" && !canReach(folder, runAs) ? "/proc/self/cwd" : folder;
}

/** In a container the number in a dead server's pid file is soon some other process's; PostgreSQL itself would refuse to start. */
function removeStalePidFile(folder: string): void {
  // Orphaned backends are still noticed: PostgreSQL asks the shared memory of this folder too.
  if (process.platform === "linux" && findPostmaster(folder) === undefined) rmSync(join(folder, "postmaster.pid"), { force: true });
}

function worksIn(pid: number, folder: string): boolean {
  if (process.platform !== "linux") return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
  } catch {
    return false; // gone, or another user's: not our server
  }
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}

function environment(): NodeJS.ProcessEnv {
  if (usesTcp) return process.env;
  return { PATH: process.env.PATH ?? "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };
}

function waitForExit(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once("error", () => resolve(null));
    child.once("close", resolve);
  });
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}

export function lastLine(text: string): string {
  return text.trim().split("\n").at(-1)?.trim() || "没有说明原因";
}

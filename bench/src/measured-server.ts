import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent, get, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BarePage } from "./serve-pages.ts";

/** A server in a process of its own that can be asked what it has cost so far. */
export interface MeasuredServer {
  /** e.g. `http://127.0.0.1:40123`, without a final slash. */
  readonly address: string;
  /** Microseconds of CPU, user and system, since its start. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

/** The log goes to a pipe, as it does under systemd and in a container; no limit is met. */
const SETTINGS = { PORT: "0", HOST: "127.0.0.1", READER_WORKERS: "1", RATE_LIMIT_PER_MINUTE: "1000000", BASE_URL: "" };

/** Our server with its demonstration reports, as it is run: log, limits, safety headers and all. */
export function startOurs(settings: Readonly<Record<string, string>> = {}): Promise<MeasuredServer> {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-bench-"));
  return start("serve-pages.ts", ["ours"], { DATA_DIR: folder, ...SETTINGS, ...settings }, folder);
}

/** The bare framework with the same bytes in memory. */
export function startBare(pages: readonly BarePage[]): Promise<MeasuredServer> {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-bench-"));
  const file = join(folder, "pages.json");
  writeFileSync(file, JSON.stringify(pages));
  return start("serve-pages.ts", ["bare", file], {}, folder);
}

/** The bare framework with the template of articles and, in memory, what they say: those of the database in this folder. */
export function startArticles(dataDir: string): Promise<MeasuredServer> {
  return start("serve-articles.ts", [dataDir], {}, mkdtempSync(join(tmpdir(), "gongkai-bench-")));
}

/** Starts one of the programs beside this file; `folder` goes when it has ended. */
function start(
  program: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
  folder: string,
): Promise<MeasuredServer> {
  const child = fork(join(import.meta.dirname, program), args, {
    env: { ...process.env, ...settings },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  child.stdout?.resume();
  const exited = new Promise<void>((resolve) =>
    child.once("exit", () => {
      rmSync(folder, { recursive: true, force: true });
      resolve();
    }),
  );
  let remarks = "";
  return new Promise((resolve, reject) => {
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      remarks += text;
      const address = /已启动：(\S+)/.exec(remarks)?.[1];
      if (address === undefined) return;
      resolve({
        address,
        cpu: () => askCpu(child),
        stop: () => {
          child.kill();
          return exited;
        },
      });
    });
    void exited.then(() => reject(new Error(`the server did not start: ${remarks}`)));
  });
}

function askCpu(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once("message", (usage: NodeJS.CpuUsage) => resolve(usage.user + usage.system));
    child.send("cpu");
  });
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Connections kept open, as a reverse proxy keeps them. */
const agent = new Agent({ keepAlive: true, maxSockets: 16 });

export function ask(url: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => pieces.push(piece));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) }));
      response.on("error", reject);
    }).on("error", reject);
  });
}

/** Asks the same many times, sixteen at once, and gives the server's microseconds of CPU for each. */
export function costOf(server: MeasuredServer, path: string, headers: Readonly<Record<string, string>>, times: number): Promise<number> {
  return costOfEach(
    server,
    Array.from({ length: times }, () => path),
    headers,
  );
}

/** Asks for each once, sixteen at once, and gives the server's microseconds of CPU for one. */
export async function costOfEach(
  server: MeasuredServer,
  paths: readonly string[],
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  const before = await server.cpu();
  let asked = 0;
  const asker = async (): Promise<void> => {
    for (let path = paths[asked++]; path !== undefined; path = paths[asked++]) await ask(server.address + path, headers);
  };
  await Promise.all(Array.from({ length: 16 }, asker));
  return ((await server.cpu()) - before) / paths.length;
}

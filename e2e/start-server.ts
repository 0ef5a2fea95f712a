import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface RunningServer {
  /** e.g. `http://127.0.0.1:40123`, without a final slash. */
  readonly address: string;
  /** Everything written to standard output so far: the log. */
  log(): string;
  /** Asks it to stop and gives its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

const MAIN = join(import.meta.dirname, "../server/src/main.ts");
const ADDRESS = /已启动：(\S+)/;

/**
 * Starts the real server as a process of its own on a free port; fails with what it said if it does not come up. Without
 * `DATA_DIR` it gets a folder of its own, which goes when it ends: never the one of a server that someone uses here.
 */
export function startServer(settings: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const { BASE_URL: _ofVitest, NODE_ENV: _too, ...environment } = process.env;
  const folder = settings["DATA_DIR"] === undefined ? mkdtempSync(join(tmpdir(), "gongkai-e2e-")) : undefined;
  const child = spawn(process.execPath, [MAIN], {
    env: { ...environment, PORT: "0", READER_WORKERS: "1", RATE_LIMIT_PER_MINUTE: "0", ...(folder && { DATA_DIR: folder }), ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve)).then((code) => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    return code;
  });
  let output = "";
  let remarks = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  return new Promise((resolve, reject) => {
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      remarks += text;
      const address = ADDRESS.exec(remarks)?.[1];
      if (address === undefined) return;
      resolve({
        address,
        log: () => output,
        stop: (signal = "SIGTERM") => {
          child.kill(signal);
          return exited;
        },
      });
    });
    child.once("error", reject);
    void exited.then((code) => reject(new Error(`The server ended with ${code}: ${remarks === "" ? output : remarks}`)));
  });
}

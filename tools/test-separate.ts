import { execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { findBinaries } from "../server/src/platform/database/embedded/find-binaries.ts";
import { chooseUser, type RunAs } from "../server/src/platform/database/embedded/run-as.ts";
import { runVitest } from "./run-vitest.ts";

/**
 * `npm run test:separate`: the tests that need a database, on a PostgreSQL server of their own behind a network port and a
 * password, as an office with a database server has it. Debian's programs when they are installed (the oldest version we
 * promise is 15), else those of the npm package.
 */
const PASSWORD = "separate";
const folder = mkdtempSync(join(tmpdir(), "gongkai-separate-"));
const runAs = chooseUser(folder);
if (runAs.uid !== undefined) chownSync(folder, runAs.uid, runAs.gid ?? runAs.uid);
const bin = await findPrograms();
const port = await findFreePort();
const data = join(folder, "data");
const passwordFile = join(folder, "password");
writeFileSync(passwordFile, `${PASSWORD}\n`, { mode: 0o644 });
const quiet = { ...runAs, cwd: "/", stdio: "ignore" } as const;
execFileSync(
  join(bin, "initdb"),
  ["-D", data, "-U", "gongkai", "-A", "scram-sha-256", `--pwfile=${passwordFile}`, "--encoding=UTF8", "--locale=C.UTF-8"],
  quiet,
);
const options = [
  "-D",
  data,
  "-p",
  String(port),
  "-c",
  "listen_addresses=127.0.0.1",
  "-c",
  `unix_socket_directories=${folder}`,
  "-c",
  "max_connections=300",
  "-c",
  "fsync=off",
];
const server = spawn(join(bin, "postgres"), options, quiet);
let status = 1;
try {
  await waitFor(port);
  const version = execFileSync(join(bin, "postgres"), ["--version"], { ...runAs, cwd: "/" })
    .toString()
    .trim();
  console.log(`${version}, 127.0.0.1:${port}`);
  process.env["TEST_DATABASE_URL"] = `postgres://gongkai:${PASSWORD}@127.0.0.1:${port}/postgres`;
  const tally = await runVitest(process.argv.length > 2 ? process.argv.slice(2) : ["--project", "unit", "server", "cli"]);
  console.log(`${tally.passed} passed, ${tally.failed} failed`);
  status = tally.failed === 0 && tally.passed > 0 ? 0 : 1;
} finally {
  server.kill("SIGQUIT");
  await new Promise((resolve) => server.once("exit", resolve));
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
process.exitCode = status;

async function findPrograms(): Promise<string> {
  const debian = "/usr/lib/postgresql";
  const [oldest] = existsSync(debian)
    ? readdirSync(debian)
        .filter((name) => Number(name) >= 15)
        .toSorted()
    : [];
  if (oldest !== undefined && existsSync(join(debian, oldest, "bin/initdb"))) return join(debian, oldest, "bin");
  const found = await findBinaries(folder, runAs satisfies RunAs);
  if (!found.ok) throw new Error(found.message);
  return join(found.value.initdb, "..");
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}

async function waitFor(number: number): Promise<void> {
  const { default: pg } = await import("pg");
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ host: "127.0.0.1", port: number, user: "gongkai", password: PASSWORD, database: "postgres" });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (fault) {
      if (tries === 100) throw fault;
      await pause(100);
    }
  }
}

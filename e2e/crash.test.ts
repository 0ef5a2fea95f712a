import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openLedger } from "../server/src/open-ledger.ts";
import { verifyLedger } from "../server/src/ledger/index.ts";
import { verifyProjections } from "../server/src/ledger/verify-projections.ts";
import { UNITS } from "../server/src/ledger/testing.ts";
import { systemClock } from "../server/src/platform/clock.ts";
import { findPostmaster } from "../server/src/platform/database/embedded/cluster.ts";

const PROGRAM = join(import.meta.dirname, "stream-commands.ts");

interface Streaming {
  /** Command key → number, as acknowledged so far. */
  readonly acknowledged: ReadonlyMap<string, string>;
  /** Resolves when so many are acknowledged. */
  until(count: number): Promise<void>;
  kill(): Promise<void>;
  /** Resolves when it has sent everything; gives the exit code. */
  ended: Promise<number | null>;
}

/** Always the embedded database: it is ours to kill. */
function stream(dataDir: string, prefix: string, count: number): Streaming {
  const { DATABASE_URL: _others, ...environment } = process.env;
  const child: ChildProcess = spawn(process.execPath, [PROGRAM, dataDir, prefix, String(count)], {
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const acknowledged = new Map<string, string>();
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  let rest = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? ""; // half a line is no acknowledgement
    for (const line of lines) {
      const [key = "", number = ""] = line.split(" ");
      acknowledged.set(key, number);
    }
    for (const { count: wanted, resolve } of waiting) if (acknowledged.size >= wanted) resolve();
  });
  return {
    acknowledged,
    until: (wanted) =>
      new Promise((resolve, reject) => {
        waiting.push({ count: wanted, resolve });
        void ended.then((code) =>
          acknowledged.size >= wanted ? resolve() : reject(new Error(`ended with ${code} after ${acknowledged.size} commands`)),
        );
      }),
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
    ended,
  };
}

/** The postmaster and everything it started, at one stroke. */
function killPostgres(dataDir: string): void {
  const postmaster = findPostmaster(join(dataDir, "postgres"));
  if (postmaster === undefined) throw new Error("no database is running");
  const children = readdirSync("/proc").filter((pid) => /^\d+$/.test(pid) && parentOf(pid) === postmaster.pid);
  for (const pid of [postmaster.pid, ...children.map(Number)]) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // gone with its parent
    }
  }
}

function parentOf(pid: string): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return undefined;
  }
}

describe.runIf(process.platform === "linux")("what was acknowledged", () => {
  let dataDir = "";
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), "gongkai-crash-"));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  /** Every command of these keys was done exactly once, with the number that was acknowledged; nothing else was; all of it verifies. */
  async function expectDoneOnce(keys: readonly string[], ...acknowledged: readonly ReadonlyMap<string, string>[]): Promise<void> {
    const opened = await openLedger({ dataDir, databaseUrl: undefined }, systemClock);
    if (!opened.ok) throw new Error(opened.message);
    const { database } = opened.value;
    try {
      const { faults } = await verifyLedger(database.db);
      expect(faults).toEqual([]);
      expect((await verifyProjections(database.db, [UNITS])).faults).toEqual([]);
      const { rows } = await database.pool.query<{ agency: number; key: string; number: string }>(
        "select agency_id as agency, command_key as key, payload->>'number' as number from event where type = 'registered' order by agency_id, sequence",
      );
      expect(rows.map(({ key }) => key).toSorted()).toEqual(keys.toSorted());
      const given = new Map(rows.map(({ key, number }) => [key, number]));
      for (const map of acknowledged) for (const [key, number] of map) expect(`${key} ${number}`).toBe(`${key} ${given.get(key)}`);
      for (const agency of [1, 2]) {
        const numbers = rows.filter((row) => row.agency === agency).map(({ number }) => number);
        expect(numbers).toEqual(numbers.map((_, index) => `云登〔2026〕${index + 1}号`));
      }
    } finally {
      await database.close();
    }
  }
  const keysOf = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}-${index}`);

  test("is there once after the server was killed, and what was not is done once when it is sent again", async () => {
    const first = stream(dataDir, "command", 100_000);
    await first.until(60);
    await first.kill();
    const again = stream(dataDir, "command", 60 + first.acknowledged.size);
    expect(await again.ended).toBe(0);
    await expectDoneOnce(keysOf("command", 60 + first.acknowledged.size), first.acknowledged, again.acknowledged);
  });

  test("is there once after PostgreSQL was killed, twice, under a server that goes on", async () => {
    const streaming = stream(dataDir, "command", 240);
    for (const count of [60, 140]) {
      await streaming.until(count);
      killPostgres(dataDir);
    }
    expect(await streaming.ended).toBe(0);
    await expectDoneOnce(keysOf("command", 240), streaming.acknowledged);
  });

  test("is there once after server and PostgreSQL were killed together", async () => {
    const first = stream(dataDir, "command", 100_000);
    await first.until(60);
    killPostgres(dataDir);
    await first.kill();
    const again = stream(dataDir, "command", first.acknowledged.size + 60);
    expect(await again.ended).toBe(0);
    await expectDoneOnce(keysOf("command", first.acknowledged.size + 60), first.acknowledged, again.acknowledged);
  });

  test("by one of two servers on a database is there once, even where both were sent the same, and one of them was killed", async () => {
    const [one, two, three] = [stream(dataDir, "shared-key", 160), stream(dataDir, "shared-key", 160), stream(dataDir, "own-keys", 80)];
    await Promise.all([one.until(50), two.until(1)]);
    await one.kill();
    expect(await Promise.all([two.ended, three.ended])).toEqual([0, 0]);
    await expectDoneOnce([...keysOf("shared-key", 160), ...keysOf("own-keys", 80)], one.acknowledged, two.acknowledged, three.acknowledged);
  });
});

import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Ledger,
  openLedger,
  openWorkplace,
  type Projection,
  rebuildProjections,
  restoreBackup,
  runCommand,
  systemClock,
  verifyLedger,
  writeBackup,
} from "@gongkai/server/maintenance";
import { fillChain } from "./fill-chain.ts";
import type { BenchOptions } from "./options.ts";
import { printTable } from "./print-table.ts";

const GOAL_MILLISECONDS = 25;
const ORGANS = 8;
const MOST_COMMANDS = 2_000;
const EVENTS = 1_000_000;

type Opened = Extract<Awaited<ReturnType<typeof openLedger>>, { readonly ok: true }>["value"];

/** A projection as small as they come, so that what is measured is the ledger. */
const UNITS: Projection = {
  streamKind: "unit",
  table: "unit",
  key: ["agency_id", "unit_id"],
  streamColumn: "unit_id",
  rows: (history) =>
    history
      .slice(0, 1)
      .map(({ agencyId, stream }) => ({ agency_id: agencyId, unit_id: stream.id, name: "云溪县某科", version: history.length })),
};

/**
 * The ledger on the embedded PostgreSQL with fsync on: durable commands beside a bare INSERT and COMMIT of the same bytes on the
 * same server in the same run; then verification, rebuild, backup and restore of a million events (`--documents` for fewer).
 */
export async function ledger({ documents = EVENTS }: BenchOptions): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), "gongkai-bench-"));
  try {
    const dataDir = join(root, "source");
    const opened = await openLedger({ dataDir, databaseUrl: undefined }, systemClock);
    if (!opened.ok) throw new Error(opened.message);
    const { database } = opened.value;
    const ours: Ledger = { ...opened.value.ledger, projections: [UNITS] };
    try {
      await addOrgans(opened.value);
      await measureCommands(opened.value, ours, Math.min(MOST_COMMANDS, Math.ceil(documents / 20)));
      await database.pool.query("drop table bench_row"); // no table of ours, so no backup knows it
      await measureWhole(opened.value, root, documents);
    } finally {
      await database.close();
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function addOrgans({ database: { pool } }: Opened): Promise<void> {
  await pool.query(
    "insert into agency (agency_id, code, name, short_name, kind) select n, 'organ-' || n, '云溪县第' || n || '办公室', '第' || n || '办', 'department' from generate_series(1, $1::int) as n",
    [ORGANS + 1],
  );
  await pool.query("create table bench_row (agency_id integer, id uuid, payload jsonb, primary key (agency_id, id))");
}

const payload = {
  name: "云溪县某科",
  applicant: { kind: "natural" },
  channel: "internet",
  subject: "申请公开某年度财政专项资金使用情况的有关材料".repeat(3),
};

async function measureCommands({ database: { pool } }: Opened, ours: Ledger, commands: number): Promise<void> {
  const command = async (agencyId: number): Promise<void> => {
    const result = await runCommand(
      ours,
      { command: "register", agencyId, actor: { kind: "citizen" }, commandKey: randomUUID(), request: payload },
      async (turn) => {
        const stream = turn.begin("unit");
        const number = await turn.issueNumber({ series: "application", year: 2026, stream, print: String });
        await turn.append(stream, [{ type: "submitted", payload: { ...payload, number } }]);
        return { ok: true, value: number };
      },
    );
    if (!result.ok) throw new Error(result.refusal);
  };
  const bare = async (agencyId: number): Promise<void> => {
    await pool.query("insert into bench_row values ($1, $2, $3)", [agencyId, randomUUID(), JSON.stringify(payload)]);
  };
  for (const warm of [command, bare]) await run(warm, 1, 200);
  const rows: (string | number)[][] = [];
  for (const lanes of [1, ORGANS]) {
    const reference = await run(bare, lanes, commands);
    const measured = await run(command, lanes, commands);
    const share = `${((100 * measured.rate) / reference.rate).toFixed(0)} %`;
    rows.push([
      lanes === 1 ? "one organ" : `${lanes} organs at once`,
      Math.round(measured.rate),
      measured.half,
      measured.most,
      GOAL_MILLISECONDS,
      Math.round(reference.rate),
      reference.most,
      share,
    ]);
  }
  printTable(
    "Durable commands (number, event, projection, receipt; fsync on), milliseconds; reference: INSERT and COMMIT of the same payload",
    ["", "commands/s", "p50", "p99", "goal p99", "INSERT/s", "its p99", "of reference"],
    rows,
  );
}

async function run(work: (agencyId: number) => Promise<void>, lanes: number, times: number) {
  const took: number[] = [];
  const start = performance.now();
  let left = times;
  const lane = async (agencyId: number): Promise<void> => {
    while (left-- > 0) {
      const before = performance.now();
      await work(agencyId);
      took.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, index) => lane(index + 1)));
  const seconds = (performance.now() - start) / 1000;
  took.sort((a, b) => a - b);
  const at = (share: number) => (took[Math.floor(took.length * share)] ?? 0).toFixed(1);
  return { rate: times / seconds, half: at(0.5), most: at(0.99) };
}

async function measureWhole({ database }: Opened, root: string, events: number): Promise<void> {
  await fillChain(database.pool, ORGANS + 1, events);
  const place = (name: string) => openWorkplace({ dataDir: join(root, name), databaseUrl: undefined, demo: false });
  const source = await place("source");
  if (!source.ok) throw new Error(source.message);
  const path = join(root, "backup.tar.zst");
  const rows: (string | number)[][] = [];
  const measure = async <Value>(what: string, work: () => Promise<Value>): Promise<Value> => {
    let memory = 0;
    const watch = setInterval(() => (memory = Math.max(memory, process.memoryUsage.rss())), 50);
    const start = performance.now();
    const value = await work();
    const seconds = (performance.now() - start) / 1000;
    clearInterval(watch);
    rows.push([what, seconds.toFixed(1), Math.round(events / seconds), Math.round(memory / 1024 / 1024)]);
    return value;
  };
  await measure("verify", async () => {
    const { faults } = await verifyLedger(database.db);
    if (faults.length > 0) throw new Error(faults[0]?.message);
  });
  await measure("rebuild", () => rebuildProjections(database.db, [UNITS]));
  const summary = await measure("backup", () => writeBackup({ ...source.value, path, at: systemClock.instant() }));
  await source.value.database.close();
  const target = await place("target");
  if (!target.ok) throw new Error(target.message);
  await measure("restore", () => restoreBackup({ ...target.value, path, projections: async () => [UNITS] }));
  await target.value.database.close();
  const plain = summary.tables.reduce((sum, { bytes }) => sum + bytes, 0);
  printTable(
    `The whole ledger, ${events} events in ${Math.ceil(events / 5)} histories; backup of ${(summary.bytes / 1024 / 1024).toFixed(1)} MB from ${(plain / 1024 / 1024).toFixed(1)} MB of rows`,
    ["", "seconds", "events/s", "peak RSS, MB"],
    rows,
  );
}

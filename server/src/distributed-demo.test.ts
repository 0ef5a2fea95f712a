import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { officialCalendar } from "@gongkai/statute";
import { afterAll, expect, test } from "vitest";
import { DEMO_ORGANS, fillDemo, fillDemoCases } from "./demo/index.ts";
import { writeBackup } from "./ledger/backup.ts";
import { LEFT_OUT } from "./ledger/backup-format.ts";
import { countCopies, readKinds, standInForCitus } from "./ledger/citus/stand-in.ts";
import { distributeTables } from "./ledger/distribute.ts";
import type { Ledger } from "./ledger/index.ts";
import { rebuildProjections } from "./ledger/rebuild.ts";
import { restoreBackup } from "./ledger/restore.ts";
import { quoteName, readTableShapes } from "./ledger/table-shapes.ts";
import { verifyLedger } from "./ledger/verify.ts";
import { verifyProjections } from "./ledger/verify-projections.ts";
import { stoppedClock } from "./platform/clock.ts";
import { aDatabase, type TestDatabase } from "./platform/database/testing.ts";
import { folderFileStore } from "./platform/files/file-store.ts";
import { listProjections } from "./projections.ts";
import { listActHooks } from "./slices.ts";
import { aKey } from "./testing.ts";

const folder = mkdtempSync(join(tmpdir(), "distributed-"));
afterAll(() => rmSync(folder, { recursive: true }));
const files = folderFileStore(folder);

test("the demonstration is distributed with every row, each organ's on one shard, and goes on: new cases, verify, rebuild, backup and restore", async () => {
  const database = await aDatabase();
  const projections = listProjections(officialCalendar);
  const ledger: Ledger = { db: database.db, clock: stoppedClock("2026-03-20T01:30:00.000Z"), keys: aKey(), projections };
  const organs = DEMO_ORGANS.slice(0, 3).map((organ) => ({ ...organ, past: 4, open: 2 }));
  const needs = {
    ledger,
    services: () => ({ calendar: officialCalendar(), hooks: listActHooks({ ledger, files }) }),
    calendar: officialCalendar,
    organs,
  };
  await fillDemo(needs);
  const before = await countRows(database);
  expect(before.get("event")).toBeGreaterThan(50);

  await standInForCitus(database.pool, "workers and coordinator");
  expect(await distributeTables(database.pool)).toMatchObject({ ok: true, value: { copiesLeft: null } });
  expect(await countRows(database)).toEqual(before);
  expect(await countCopies(database.pool)).toBe(0);

  await fillDemoCases(needs, new AbortController().signal);
  expect((await countRows(database)).get("event")).toBeGreaterThan(before.get("event") ?? 0);
  expect((await verifyLedger(database.db)).faults).toEqual([]);
  await rebuildProjections(database.db, projections);
  expect((await verifyProjections(database.db, projections)).faults).toEqual([]);
  expect(await listScattered(database)).toEqual([]);

  // The way the manual advises: into a database distributed while it is empty. Nothing is ever copied on the coordinator then.
  const place = { files, reportsFolder: join(folder, "reports"), keysFolder: join(folder, "keys"), isDemo: true };
  const path = join(folder, "backup.tar.zst");
  await writeBackup({ database, ...place, keysFolder: undefined, path, at: "2026-03-20T01:30:00.000Z" });
  const empty = await aDatabase();
  await standInForCitus(empty.pool, "workers and coordinator");
  await distributeTables(empty.pool);
  expect(await restoreBackup({ path, database: empty, ...place, projections: async () => projections })).toMatchObject({ ok: true });
  const counts = async (of: TestDatabase) => [...(await countRows(of))].filter(([name]) => !LEFT_OUT.includes(name));
  expect(await counts(empty)).toEqual(await counts(database));
  expect((await verifyLedger(empty.db)).faults).toEqual([]);
  expect(await listScattered(empty)).toEqual([]);
}, 120_000);

async function countRows({ pool }: TestDatabase): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { name } of await readTableShapes(pool)) {
    const { rows } = await pool.query<{ count: number }>(`select count(*)::int as count from ${quoteName(name)}`);
    counts.set(name, rows[0]?.count ?? 0);
  }
  return counts;
}

/** Organs whose rows of a table lie on several shards, or on another shard than their rows of other tables. */
async function listScattered({ pool }: TestDatabase): Promise<readonly string[]> {
  const shards = new Map<number, Set<string>>();
  for (const [name, kind] of await readKinds(pool)) {
    if (!kind.startsWith("distributed")) continue;
    const { rows } = await pool.query<{ organ: number; shard: string }>(
      `select distinct agency_id as organ, right(tableoid::regclass::text, 6) as shard from ${quoteName(name)}`,
    );
    for (const { organ, shard } of rows) shards.set(organ, (shards.get(organ) ?? new Set()).add(shard));
  }
  expect(shards.size).toBeGreaterThan(2);
  expect(new Set([...shards.values()].flatMap((of) => [...of])).size).toBeGreaterThan(1);
  return [...shards].filter(([, of]) => of.size > 1).map(([organ, of]) => `${organ}: ${[...of].join()}`);
}

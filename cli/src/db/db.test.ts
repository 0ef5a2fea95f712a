import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Database, type Ledger, openLedger, runCommand, systemClock } from "@gongkai/server/maintenance";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { aFolder, gongkai } from "../testing.ts";

const folder = aFolder();
const dataDir = join(folder, "data");
const backup = join(folder, "备份.tar.zst");
const UNIT = { kind: "unit", id: "018f0000-0000-4000-8000-000000000001" } as const;

async function withLedger(work: (ledger: Ledger, database: Database) => Promise<unknown>): Promise<void> {
  const opened = await openLedger({ dataDir, databaseUrl: undefined }, systemClock);
  if (!opened.ok) throw new Error(opened.message);
  try {
    await work(opened.value.ledger, opened.value.database);
  } finally {
    await opened.value.database.close();
  }
}

beforeAll(() => {
  vi.stubEnv("DATA_DIR", dataDir);
  vi.stubEnv("DATABASE_URL", "");
  vi.stubEnv("BASE_URL", ""); // the test runner has one of its own
});
afterAll(() => vi.unstubAllEnvs());

// One database through its life, in the order an administrator would go.
describe("gongkai db", { timeout: 180_000 }, () => {
  test("says what to do about a database without tables, makes them, and makes them only once", async () => {
    const early = await gongkai("db", "verify");
    expect(early.code).toBe(2);
    expect(early.err).toContain("gongkai db migrate");
    const made = await gongkai("db", "migrate");
    expect([made.code, made.err]).toEqual([0, ""]);
    const again = await gongkai("db", "migrate", "--json");
    expect(again.code).toBe(0);
    expect(JSON.parse(again.out)).toMatchObject({ applied: [] });
  });

  test("verifies what was written, rebuilds what follows from it", async () => {
    await withLedger(async (ledger) => {
      await ledger.db
        .insertInto("agency")
        .values({ agency_id: 1, code: "yunxi", name: "云溪县教育局", short_name: "教育局", kind: "department" })
        .execute();
      const order = { command: "add-unit", agencyId: 1, actor: { kind: "system" } } as const;
      await runCommand(ledger, order, async (turn) => {
        await turn.append(UNIT, [{ type: "unitAdded", payload: { name: "办公室" } }]);
        return { ok: true, value: null };
      });
    });
    const verified = await gongkai("db", "verify", "--projections", "--json");
    expect(verified.code).toBe(0);
    expect(JSON.parse(verified.out)).toMatchObject({ events: 1, faults: [] });
    expect((await gongkai("db", "rebuild")).code).toBe(0);
  });

  test("backs up, once under a name, and restores to an empty place alone", async () => {
    const written = await gongkai("db", "backup", backup);
    expect(written.code).toBe(0);
    expect(written.err).toContain("备份不含密钥");
    expect((await gongkai("db", "backup", backup)).err).toContain("已存在");
    const taken = await gongkai("db", "restore", backup);
    expect(taken.code).toBe(1);
    expect(taken.err).toContain("空的数据库");
    const other = join(folder, "other");
    vi.stubEnv("DATA_DIR", other);
    const restored = await gongkai("db", "restore", backup, "--json");
    vi.stubEnv("DATA_DIR", dataDir);
    // The keys were kept apart, as told; nothing was sealed, so nothing is missed.
    expect([restored.code, restored.err]).toEqual([0, expect.any(String)]);
    expect(JSON.parse(restored.out)).toMatchObject({ verification: { events: 1, faults: [] } });
    rmSync(other, { recursive: true, force: true });
  });

  test("refuses what is no backup before anything is touched", async () => {
    const strange = join(folder, "别的.tar.zst");
    writeFileSync(strange, "not a backup");
    const other = join(folder, "untouched");
    vi.stubEnv("DATA_DIR", other);
    expect((await gongkai("db", "restore", strange)).code).toBe(2);
    expect((await gongkai("db", "restore", join(folder, "没有.tar.zst"))).err).toContain("没有");
    vi.stubEnv("DATA_DIR", dataDir);
    expect(existsSync(join(other, "files")) ? readdirSync(join(other, "files")) : []).toEqual([]);
  });

  test("finds an event that was changed behind the program's back, and says which", async () => {
    await withLedger(async (_ledger, { pool }) => {
      await pool.query("alter table event disable trigger event_is_append_only");
      await pool.query(`update event set payload = '{"name": "别的"}'`);
      await pool.query("alter table event enable trigger event_is_append_only");
    });
    const verified = await gongkai("db", "verify");
    expect(verified.code).toBe(1);
    expect(verified.out).toMatch(/云溪县教育局[^\n]*1/);
  });
});

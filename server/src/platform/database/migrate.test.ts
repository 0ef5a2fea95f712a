import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { migrate, MigrationRefused, readMigrations } from "./migrate.ts";
import { anEmptyDatabase } from "./testing.ts";

const FIRST = "2026-01-02-0900-first.sql";
const SECOND = "2026-01-03-0900-second.sql";
const MADE = { [FIRST]: "create table made (n int); insert into made values (1);", [SECOND]: "update made set n = n + 1;" };

test("applies what the database has not seen, in order, and says what it did", async () => {
  const database = await anEmptyDatabase();
  expect(await migrate(database, aFolder(MADE))).toEqual({ applied: [FIRST, SECOND] });
  expect(await migrate(database, aFolder(MADE))).toEqual({ applied: [] });
  expect((await database.pool.query("select n from made")).rows).toEqual([{ n: 2 }]);
});

test("many starting at once apply each file once", async () => {
  const database = await anEmptyDatabase();
  const folder = aFolder(MADE);
  const runs = await Promise.all(Array.from({ length: 6 }, () => migrate(database, folder)));
  expect(runs.flatMap(({ applied }) => applied).toSorted()).toEqual([FIRST, SECOND]);
  expect((await database.pool.query("select n from made")).rows).toEqual([{ n: 2 }]);
});

test("a file that fails leaves nothing of itself, and those before it stay", async () => {
  const database = await anEmptyDatabase();
  const folder = aFolder({ ...MADE, [SECOND]: "update made set n = 5; select 1 / 0;" });
  await expect(migrate(database, folder)).rejects.toThrow(/second\.sql 执行失败，未作任何改动：division by zero/);
  expect((await database.pool.query("select n from made")).rows).toEqual([{ n: 1 }]);
  expect(await migrate(database, aFolder(MADE))).toEqual({ applied: [SECOND] });
});

test("a file that ends its own transaction is refused, since a failure could leave half of it", () => {
  expect(() => readMigrations(aFolder({ [FIRST]: "create table made (n int); commit; select 1 / 0;" }))).toThrow(MigrationRefused);
  expect(readMigrations(aFolder({ [FIRST]: "create table made (n int); -- commit" }))).toHaveLength(1);
});

test("a file changed after it was applied is refused, line ends aside", async () => {
  const database = await anEmptyDatabase();
  await migrate(database, aFolder({ [FIRST]: "create table made (n int);\n" }));
  expect(await migrate(database, aFolder({ [FIRST]: "create table made (n int);\r\n" }))).toEqual({ applied: [] });
  await expect(migrate(database, aFolder({ [FIRST]: "create table made (n bigint);\n" }))).rejects.toThrow(
    /first\.sql 在应用到数据库之后被改动过/,
  );
});

test("the database of a newer program is refused", async () => {
  const database = await anEmptyDatabase();
  await migrate(database, aFolder(MADE));
  await expect(migrate(database, aFolder({ [FIRST]: MADE[FIRST] ?? "" }))).rejects.toThrow(
    /已由更新版本的程序升级（2026-01-03-0900-second\.sql）/,
  );
});

test("a file that vanished from the middle is refused", async () => {
  const database = await anEmptyDatabase();
  await migrate(database, aFolder(MADE));
  await expect(migrate(database, aFolder({ [SECOND]: MADE[SECOND] ?? "" }))).rejects.toThrow(/first\.sql 在本程序中不存在/);
});

test("a file whose name gives no place in the order is refused", () => {
  expect(() => readMigrations(aFolder({ "ledger.sql": "" }))).toThrow(MigrationRefused);
});

function aFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-migrations-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(folder, name), sql);
  return folder;
}

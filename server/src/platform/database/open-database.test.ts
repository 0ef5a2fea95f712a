import { expect, test } from "vitest";
import { openDatabase } from "./open-database.ts";
import { anEmptyDatabase } from "./testing.ts";

const { pool, url } = await anEmptyDatabase();
const dataDir = "/nowhere"; // not looked at when there is a DATABASE_URL

test("a calendar date comes as text, whatever the time zone", async () => {
  expect((await pool.query("select date '2026-03-01' as on, array[date '2026-03-01', null] as all")).rows).toEqual([
    { on: "2026-03-01", all: ["2026-03-01", null] },
  ]);
});

test.each([
  { stored: "2026-11-22 08:00:00+08", read: "2026-11-22T00:00:00.000Z" },
  { stored: "2026-11-22T00:00:00.120Z", read: "2026-11-22T00:00:00.120Z" },
  { stored: "2026-11-22T00:00:00.123456Z", read: "2026-11-22T00:00:00.123456Z" },
])("the instant $stored comes as $read", async ({ stored, read }) => {
  expect((await pool.query("select $1::timestamptz as at, array[$1::timestamptz] as all", [stored])).rows).toEqual([
    { at: read, all: [read] },
  ]);
});

test("a bigint comes as a number, and is refused rather than rounded", async () => {
  const { rows } = await pool.query("select count(*) as n, array[9007199254740991::bigint] as all");
  expect(rows).toEqual([{ n: 1, all: [9_007_199_254_740_991] }]);
  await expect(pool.query("select 9007199254740993::bigint as n")).rejects.toThrow(/9007199254740993/);
});

test("a lost connection does not take the process down, the next query gets another", async () => {
  await pool.query("select pg_terminate_backend(pg_backend_pid())").catch(() => {});
  expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
});

test("an address that is none is refused in words", async () => {
  expect(await openDatabase({ databaseUrl: "mysql://localhost/gongkai", dataDir })).toMatchObject({
    ok: false,
    message: expect.stringContaining("DATABASE_URL"),
  });
  expect(await openDatabase({ databaseUrl: "postgres://[", dataDir })).toMatchObject({ ok: false });
});

test("a server that is not there is named in words, without the password", async () => {
  const opened = await openDatabase({ databaseUrl: "postgres://clerk:se@cret@127.0.0.1:1/gongkai?sslmode=disable", dataDir });
  expect(opened).toEqual({ ok: false, message: "连接不上数据库 127.0.0.1:1/gongkai：该地址没有数据库在监听。" });
});

test("a database that is not there is told", async () => {
  const opened = await openDatabase({ databaseUrl: url.replace(/[^/]*$/, "no_such_database"), dataDir });
  expect(opened).toMatchObject({ ok: false, message: expect.stringContaining("没有这个数据库") });
});

test("a database that is not in UTF-8 is refused", async () => {
  const name = `${url.slice(url.lastIndexOf("/") + 1)}_ascii`;
  await pool.query(`create database ${name} template template0 encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C'`);
  const opened = await openDatabase({ databaseUrl: url.replace(/[^/]*$/, name), dataDir });
  await pool.query(`drop database ${name} with (force)`);
  expect(opened).toMatchObject({ ok: false, message: expect.stringContaining("当前为 SQL_ASCII") });
});

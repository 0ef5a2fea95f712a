import { sql } from "kysely";
import pg from "pg";
import { expect, test, vi } from "vitest";
import { readByKey } from "./read-by-key.ts";
import { anEmptyDatabase } from "./testing.ts";

const { db, pool } = await anEmptyDatabase();
await sql`create table note (id integer primary key, said text not null)`.execute(db);
await sql`insert into note select n, 'note ' || n from generate_series(1, 50) as n`.execute(db);

const NOTE = "/* by key */ select said from note where id = $1";
const read = (id: number) => readByKey(db, NOTE, [id]);

/** Ends every other connection, as a restarted server does. */
const loseOthers = () =>
  pool.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");

test("many who ask at once are each told of their own key", async () => {
  const ids = Array.from({ length: 60 }, (_, index) => index + 1);
  expect(await Promise.all(ids.map(read))).toEqual(ids.map((id) => (id <= 50 ? `note ${id}` : undefined)));
});

test("in a transaction it reads what the transaction wrote", async () => {
  await db.transaction().execute(async (tx) => {
    await sql`update note set said = 'changed' where id = 7`.execute(tx);
    expect(await readByKey(tx, NOTE, [7])).toBe("changed");
    expect(await readByKey(tx, NOTE, [51])).toBeUndefined();
    expect(await read(7)).toBe("note 7");
  });
  expect(await read(7)).toBe("changed");
});

test("of those asked together only the one that cannot be answered is told so", async () => {
  const notes = [1, "no number", 2, 51, "nor this", 3].map((id) => readByKey(db, NOTE, [id]));
  const nowhere = readByKey(db, "/* by key */ select said from nowhere where id = $1", [1]);
  const settled = await Promise.allSettled([...notes, nowhere, read(4)]);
  expect(settled.map((one) => (one.status === "fulfilled" ? one.value : "refused"))).toEqual([
    "note 1",
    "refused",
    "note 2",
    undefined,
    "refused",
    "note 3",
    "refused",
    "note 4",
  ]);
});

test("many who ask at once cost few trips to the database", async () => {
  await read(1);
  const trips = vi.spyOn(pg.Connection.prototype, "sync");
  await Promise.all(Array.from({ length: 60 }, (_, index) => read(index + 1)));
  expect(trips).toHaveBeenCalledTimes(2);
  trips.mockRestore();
});

test("all who wait on a connection that is lost are told, and the next is answered", async () => {
  const SLOW = "/* by key */ select said from note, pg_sleep(5) where id = $1";
  const asked = Promise.allSettled([1, 2, 3].map((id) => readByKey(db, SLOW, [id])));
  await expect
    .poll(() =>
      pool
        .query("select 1 from pg_stat_activity where query like '%pg\\_sleep%' and state = 'active' and pid <> pg_backend_pid()")
        .then(({ rows }) => rows.length),
    )
    .toBe(1);
  await loseOthers();
  expect((await asked).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  expect(await read(3)).toBe("note 3");
}, 20_000);

test("connections that were lost are replaced, and none is kept from the pool", async () => {
  await Promise.all([read(3), read(4), sql`select 1`.execute(db)]);
  await loseOthers();
  await expect.poll(() => read(3).catch(() => "lost")).toBe("note 3");
  await expect
    .poll(() =>
      sql`select 1 as one`.execute(db).then(
        ({ rows }) => rows,
        () => [],
      ),
    )
    .toEqual([{ one: 1 }]);
  const clients = await Promise.all(Array.from({ length: pool.options.max ?? 1 }, () => pool.connect()));
  expect(clients).toHaveLength(pool.options.max ?? 1);
  for (const client of clients) client.release();
}, 20_000);

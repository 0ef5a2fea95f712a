import { sql } from "kysely";
import { expect, test } from "vitest";
import { readByKey } from "./read-by-key.ts";
import { anEmptyDatabase } from "./testing.ts";

const { db, pool } = await anEmptyDatabase();
await sql`create table note (id integer primary key, said text not null)`.execute(db);
await sql`insert into note select n, 'note ' || n from generate_series(1, 50) as n`.execute(db);

const NOTE = "/* by key */ select said from note where id = $1";
const read = async (id: number) => (await readByKey<{ said: string }>(db, NOTE, [id]))[0]?.said;

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
    expect(await readByKey(tx, NOTE, [7])).toEqual([{ said: "changed" }]);
    expect(await read(7)).toBe("note 7");
  });
  expect(await read(7)).toBe("changed");
});

test("a question that cannot be answered does not stop those behind it", async () => {
  const asked = [read(1), readByKey(db, "/* by key */ select said from nowhere where id = $1", [1]), read(2)];
  const [first, wrong, second] = await Promise.allSettled(asked);
  expect([first?.status, wrong?.status, second?.status]).toEqual(["fulfilled", "rejected", "fulfilled"]);
});

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

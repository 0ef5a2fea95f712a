import { sql } from "kysely";
import { expect, test } from "vitest";
import { anEmptyDatabase } from "./testing.ts";

const { db, pool } = await anEmptyDatabase();
await pool.query("create table thing (id integer primary key, name text)");

test("statements that write are prepared when they come again, and go on when the table is altered; those that read are not", async () => {
  await db.connection().execute(async (one) => {
    const write = (id: number) => sql`insert into thing (id, name) values (${id}, ${"名称"})`.execute(one);
    const read = (id: number) => sql`select name from thing where id = ${id}`.execute(one);
    for (const id of [1, 2, 3]) await write(id);
    for (const id of [1, 2, 3]) await read(id);
    const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(one);
    expect(rows.map(({ statement }) => statement)).toEqual(["insert into thing (id, name) values ($1, $2)"]);
    await sql`alter table thing add column note text`.execute(one);
    await write(4);
    expect((await sql`select * from thing`.execute(one)).rows).toHaveLength(4);
    await expect(write(4)).rejects.toThrow("duplicate key");
    await write(5);
  });
});

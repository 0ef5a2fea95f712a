import { expect, test } from "vitest";
import { aDatabase } from "../../platform/database/testing.ts";
import { canWatchQueries } from "../watch-queries.ts";
import { listRefused } from "./list-refused.ts";

const database = await aDatabase();
const canTell = await canWatchQueries(database);
const ask = async (sql: string, parameters: readonly unknown[]) =>
  (await listRefused(database.pool, [{ sql, parameters, by: "test", isRegional: false }])).map(({ why }) => why);

const REFUSED: readonly (readonly [string, string, readonly unknown[]])[] = [
  [
    "a subquery among the values of an insert",
    "insert into unit (agency_id, unit_id, name) values ($1, $2, (select name from agency where agency_id = $1))",
    [1],
  ],
  ["an insert whose agency_id is not a given value", "insert into unit (agency_id, unit_id, name) values ($1::int + 1, $2, $3)", [1]],
  [
    "an insert whose agency_id is not a given value",
    "insert into unit (agency_id, unit_id, name) values ($1, $2, $3), (abs($4::int), $5, $6)",
    [1],
  ],
  [
    "on conflict sets what a function gives that is not immutable",
    `insert into attempt (agency_id, bucket, window_started_at, count) values ($1, $2, $3, 1)
      on conflict (agency_id, bucket) do update set window_started_at = now()`,
    [1],
  ],
  [
    "on conflict sets what a function gives that is not immutable",
    `insert into attempt (agency_id, bucket, window_started_at, count) values ($1, $2, $3, 1)
      on conflict (agency_id, bucket) do update set blocked_until = $3::timestamptz + make_interval(secs => $4)`,
    [1],
  ],
  [
    "on conflict sets agency_id",
    "insert into unit (agency_id, unit_id, name) values ($1, $2, $3) on conflict (agency_id, unit_id) do update set agency_id = 7",
    [1],
  ],
  [
    "on conflict has a condition that is not immutable",
    `insert into attempt as a (agency_id, bucket, window_started_at, count) values ($1, $2, $3, 1)
      on conflict (agency_id, bucket) do update set count = 1 where a.window_started_at < now()`,
    [1],
  ],
  ["an update sets agency_id", "update unit set agency_id = $2 where agency_id = $1", [1, 2]],
  ["a volatile function in an update or delete", "update unit set unit_id = gen_random_uuid() where agency_id = $1", [1]],
  ["a volatile function in an update or delete", "delete from unit where agency_id = $1 and random() < 0.5", [1]],
  ["a stable function of a column in a change", "update message set mail_after = mail_after + interval '1 hour' where agency_id = $1", [1]],
  ["a stable function of a column in a change", "delete from message where agency_id = $1 and created_at::date < $2", [1]],
  ["case or coalesce over what is not immutable", "update message set read_at = coalesce(read_at, now()) where agency_id = $1", [1]],
  ["returning what is not immutable", "delete from message where agency_id = $1 returning created_at::text", [1]],
  [
    "a change of a reference table that asks organs' tables",
    "update person set name = '' where person_id in (select holder_id from post)",
    [],
  ],
  [
    "a change that asks a table Citus does not know",
    "delete from unit where agency_id = $1 and name in (select name from schema_migration)",
    [1],
  ],
  ["rows locked on several shards", "select * from unit where agency_id in ($1, $2) for update", [1, 2]],
  ["rows locked on several shards", "select * from unit for update skip locked", []],
  [
    "a join that is not by agency_id",
    "select * from unit u join post p on p.unit_id = u.unit_id where u.agency_id in ($1, $2) and p.agency_id in ($1, $2)",
    [1, 2],
  ],
  ["a join that is not by agency_id", "delete from unit using post where post.unit_id = unit.unit_id", []],
  ["a join that is not by agency_id", "select * from unit u join post p on p.agency_id = u.agency_id or p.unit_id = u.unit_id", []],
  [
    "a join that is not by agency_id",
    "select * from unit u join post p using (unit_id) where u.agency_id = $1 and p.agency_id = $2",
    [1, 2],
  ],
  [
    "a subquery over organs for each row of what is shared",
    "select * from person where exists (select 1 from post where post.holder_id = person.person_id)",
    [],
  ],
  [
    "a subquery for each row that is not by agency_id",
    "select (select count(*) from event e where e.stream_id = u.unit_id) from unit u",
    [],
  ],
  [
    "a recursive question over several shards",
    `with recursive r as (select unit_id from unit union all select p.unit_id from post p join r on r.unit_id = p.unit_id) select * from r`,
    [],
  ],
  [
    "a lateral subquery over several shards",
    "select * from agency a, lateral (select max(sequence) from event e where e.agency_id = a.agency_id) last",
    [],
  ],
  [
    "a system column, such as ctid, of an organ's table",
    "delete from unit where ctid in (select ctid from unit where agency_id = $1)",
    [1],
  ],
];
test.runIf(canTell).each(REFUSED)("tells of %s", async (why, sql, parameters) => {
  expect(await ask(sql, parameters)).toContain(why);
});

const SOUND: readonly (readonly [string, string, readonly unknown[]])[] = [
  ["locks rows of one organ", "select * from unit where agency_id = $1 for update skip locked", [1]],
  ["names one organ twice", "select * from unit u join post p using (unit_id) where u.agency_id = $1 and p.agency_id = $2", [1, 1]],
  ["adds several rows of organs that are given", "insert into unit (agency_id, unit_id, name) values ($1, $2, $3), ($4, $5, $6)", [1]],
  [
    "takes over what would have been inserted",
    "insert into unit (agency_id, unit_id, name) values ($1, $2, $3) on conflict (agency_id, unit_id) do update set name = excluded.name, version = unit.version + 1",
    [1],
  ],
  ["moves a time that is given", "update message set mail_after = $2::timestamptz + make_interval(mins => 5) where agency_id = $1", [1]],
  [
    "changes two tables of one organ at once",
    "with added as (insert into unit (agency_id, unit_id, name) values ($1, $2, $3)) update chain_head set sequence = 1 where agency_id = $1",
    [1],
  ],
  ["joins organs' tables by the organ", "select * from unit u join post p on p.agency_id = u.agency_id and p.unit_id = u.unit_id", []],
  [
    "joins by the organ through a subquery",
    "select * from unit u left join (select agency_id, count(*) from post group by 1) p using (agency_id)",
    [],
  ],
  ["joins organs' tables with what is shared", "select * from post join person on person_id = holder_id join agency using (agency_id)", []],
  ["asks for each row of the same organ", "select *, (select count(*) from post p where p.agency_id = u.agency_id) from unit u", []],
  ["asks a question that stands alone first", "select * from person where person_id in (select holder_id from post)", []],
  [
    "goes up among what is shared",
    "with recursive r as (select * from agency union all select a.* from agency a join r on r.parent_id = a.agency_id) select * from r",
    [],
  ],
];
test.runIf(canTell).each(SOUND)("has nothing against a query that %s", async (_what, sql, parameters) => {
  expect(await ask(sql, parameters)).toEqual([]);
});

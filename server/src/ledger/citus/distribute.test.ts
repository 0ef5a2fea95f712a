import { describe, expect, test } from "vitest";
import { sql } from "kysely";
import { aDatabase } from "../../platform/database/testing.ts";
import { distributeTables } from "../distribute.ts";
import { rebuildProjections } from "../rebuild.ts";
import { readTableShapes } from "../table-shapes.ts";
import { aLedger, anAgency, register, UNITS } from "../testing.ts";
import { verifyLedger } from "../verify.ts";
import { countCopies, type Nodes, readKinds, standInForCitus } from "./stand-in.ts";

const NODES: readonly Nodes[] = ["workers", "workers and coordinator"];

test.each(NODES)(
  "on a cluster of %s the database of the migrations is distributed, again without effect, and with what comes later",
  async (nodes) => {
    const database = await aDatabase();
    const before = await readTableShapes(database.pool);
    await standInForCitus(database.pool, nodes);
    const distribute = async () => {
      const said: string[] = [];
      expect(await distributeTables(database.pool, (table) => said.push(table))).toMatchObject({ ok: true, value: { copiesLeft: null } });
      return said;
    };

    expect((await distribute()).toSorted()).toEqual(
      before
        .filter(({ kind }) => kind !== "local")
        .map(({ name }) => name)
        .toSorted(),
    );
    const kinds = await readKinds(database.pool);
    for (const { name, kind } of before) {
      const expected = { reference: "reference 1", tenant: "distributed 2", local: "local" }[kind];
      expect([name, kinds.get(name)]).toEqual([name, expected]);
    }
    expect(await countCopies(database.pool)).toBe(0);
    expect(await readTableShapes(database.pool)).toEqual(before); // names, keys, triggers, and the comments that tell what is shared

    expect(await distribute()).toEqual([]);

    await database.pool.query(`
    create table a_later_one (agency_id integer not null references agency (agency_id), id integer not null, unit_id uuid,
      primary key (agency_id, id), foreign key (agency_id, unit_id) references unit (agency_id, unit_id));
    create table a_shared_one (id integer primary key, agency_id integer references agency (agency_id));
    comment on table a_shared_one is 'Shared. Reference table.'`);
    expect(await distribute()).toEqual(["a_shared_one", "a_later_one"]);
    const later = await readKinds(database.pool);
    expect([later.get("a_shared_one"), later.get("a_later_one")]).toEqual(["reference 1", later.get("unit")]);
  },
);

describe("a distributed database", () => {
  test("goes on: commands append, chains hold, projections are rebuilt, each row on its organ's shard, and events stay as they are", async () => {
    const database = await aDatabase();
    const ledger = aLedger(database);
    const organs = [await anAgency(database), await anAgency(database)];
    for (const agencyId of organs) await register(ledger, { agencyId });
    await standInForCitus(database.pool, "workers and coordinator");
    await distributeTables(database.pool);
    for (const agencyId of organs) await register(ledger, { agencyId });
    expect((await verifyLedger(database.db)).faults).toEqual([]);
    await rebuildProjections(database.db, [UNITS]);
    const { rows } = await sql<{ organ: number; shards: number; units: number }>`
      select agency_id as organ, count(distinct tableoid)::int as shards, count(*)::int as units from unit group by agency_id order by agency_id`.execute(
      database.db,
    );
    expect(rows).toEqual(organs.toSorted((one, other) => one - other).map((organ) => ({ organ, shards: 1, units: 2 })));
    await expect(database.pool.query("delete from event")).rejects.toThrow("events are only ever added");
    const client = await database.pool.connect();
    const change = (mode: string) =>
      client.query(
        `begin; set local citus.multi_shard_modify_mode to '${mode}'; update unit set name = name; update agency set name = name; rollback`,
      );
    await expect(change("parallel")).rejects.toThrow("cannot change reference table agency");
    await client.query("rollback");
    await change("sequential");
    client.release();
    const { rows: shards } = await database.pool.query<{ shard: string }>(
      "select distinct tableoid::regclass::text as shard from event order by shard",
    );
    for (const { shard } of shards) await expect(database.pool.query(`delete from ${shard}`)).rejects.toThrow("events are only ever added");
  });

  test("is told of when its coordinator keeps copies, and stays distributed", async () => {
    const database = await aDatabase();
    await anAgency(database);
    await standInForCitus(database.pool);
    await database.pool.query(
      "create table elsewhere (agency_id integer references agency (agency_id)); alter table elsewhere set schema citus_shards",
    );
    expect(await distributeTables(database.pool)).toMatchObject({ ok: true, value: { copiesLeft: expect.stringContaining("elsewhere") } });
    expect((await readKinds(database.pool)).get("event")).toBe("distributed 2");
    expect(await countCopies(database.pool)).toBeGreaterThan(0);
  });

  test("of which a table does not fit is not begun", async () => {
    const database = await aDatabase();
    await standInForCitus(database.pool);
    await database.pool.query("create table misfit (agency_id integer primary key, at int generated always as identity)");
    await expect(distributeTables(database.pool)).rejects.toThrow("identity column");
    expect([...(await readKinds(database.pool)).values()].filter((kind) => kind !== "local")).toEqual([]);
  });
});

/** The stand-in itself: each rule of Citus refuses what it is there to refuse. */
describe("the stand-in refuses", async () => {
  const database = await aDatabase();
  await standInForCitus(database.pool);
  const by = (table: string, company = "none") => `select create_distributed_table('${table}', 'agency_id', colocate_with => '${company}')`;
  const share = "select create_reference_table('agency')";
  const other = `create table other (agency_id int primary key); ${by("other")}`;
  test.each([
    ["a table with a trigger, unless allowed", `${share}; ${by("event")}`, "has triggers"],
    ["a table before one it refers to", by("unit"), "must be a distributed table or a reference table"],
    ["a key without the column", `create table t (agency_id int, id int primary key); ${by("t")}`, "must include"],
    [
      "a unique index on other columns, partial or not",
      `create table t (agency_id int, id int); create unique index i on t (id) where id > 0; ${by("t")}`,
      "must include",
    ],
    [
      "a key the column only comes along in",
      `create table t (agency_id int, id int); create unique index i on t (id) include (agency_id); ${by("t")}`,
      "must include",
    ],
    [
      "an exclusion by something else than equality",
      `create table t (agency_id int4range, exclude using gist (agency_id with &&)); ${by("t")}`,
      "equality",
    ],
    ["a distribution column worked out", `create table t (id int, agency_id int generated always as (id) stored); ${by("t")}`, "generated"],
    ["a distribution column without hash", `create table t (agency_id tsvector); ${by("t")}`, "hash"],
    ["a distribution column that is missing", `create table t (id int); ${by("t")}`, "does not exist"],
    ["a temporary table", `create temporary table t (agency_id int); ${by("t")}`, "temporary"],
    ["a small identity column", `create table t (agency_id int, at int generated always as identity); ${by("t")}`, "identity column"],
    ["what is distributed already", `${other}; ${by("other")}`, "already"],
    [
      "a foreign key between tables that are apart",
      `${other}; create table t (agency_id int primary key references other); ${by("t")}`,
      "not colocated",
    ],
    [
      "a foreign key that has the column elsewhere",
      `create table o (agency_id int, id int, primary key (agency_id, id)); ${by("o")};
        create table t (agency_id int, id int, foreign key (id, agency_id) references o); ${by("t", "o")}`,
      "another place",
    ],
    [
      "a foreign key that would empty the column",
      `${share}; create table t (agency_id int references agency on delete set null); ${by("t")}`,
      "would set",
    ],
    ["company of another type", `${other}; create table t (agency_id bigint); ${by("t", "other")}`, "cannot be colocated"],
    [
      "a shared table that refers to an organ's",
      `${other}; create table t (agency_id int references other); select create_reference_table('t')`,
      "from a reference table to a distributed table",
    ],
    [
      "to empty its copies while a trigger guards one of them",
      `set local citus.enable_unsafe_triggers to on; ${share}; ${by("event")}; alter table unit drop constraint unit_agency_id_fkey;
        select truncate_local_data_after_distributing_table('event')`,
      "a trigger of event",
    ],
  ])("%s", async (_what, statements, said) => {
    const client = await database.pool.connect();
    try {
      await expect(client.query(`begin; ${statements}`)).rejects.toThrow(said);
    } finally {
      await client.query("rollback");
      client.release();
    }
  });
});

import { describe, expect, test } from "vitest";
import { aDatabase } from "../platform/database/testing.ts";
import { distributeTables, listDistribution, listMisfits } from "./distribute.ts";
import { readTableShapes } from "./table-shapes.ts";

const database = await aDatabase();
const shapes = await readTableShapes(database.pool);

describe("the schema", () => {
  test("has agency_id at the front of every primary, unique and foreign key, but for those of reference tables", () => {
    expect(listMisfits(shapes)).toEqual([]);
  });

  test("shares organs, people and calendars; all other tables belong to organs", () => {
    expect(shapes.filter(({ kind }) => kind === "local").map(({ name }) => name)).toEqual(["schema_migration"]);
    expect(shapes.filter(({ kind }) => kind === "reference").map(({ name }) => name)).toEqual(
      expect.arrayContaining(["agency", "person", "calendar_year"]),
    );
    expect(shapes.find(({ name }) => name === "event")).toMatchObject({ kind: "tenant", triggers: ["event_is_append_only"] });
  });

  test("is distributed by statements for every table, each once, reference tables first and every table after those it refers to", () => {
    const statements = listDistribution(shapes);
    const order = statements.map(({ table }) => table);
    expect(order.toSorted()).toEqual(
      shapes
        .map(({ name }) => name)
        .filter((name) => name !== "schema_migration")
        .toSorted(),
    );
    for (const { name, kind, keys } of shapes) {
      if (kind === "local") continue;
      for (const { refersTo } of keys)
        if (refersTo !== null && refersTo !== name) expect(order.indexOf(refersTo)).toBeLessThan(order.indexOf(name));
      const statement = statements.find(({ table }) => table === name)?.statement ?? "";
      expect(statement).toMatch(
        kind === "reference" ? /^select create_reference_table\('public\./ : /^select create_distributed_table\('public\.\w+', 'agency_id'/,
      );
    }
    const lastReference = order.findLastIndex((table) => shapes.find(({ name }) => name === table)?.kind === "reference");
    expect(order.slice(0, lastReference + 1).every((table) => shapes.find(({ name }) => name === table)?.kind === "reference")).toBe(true);
  });
});

describe("a table that does not fit", () => {
  test.each([
    ["has no agency_id", "create table misfit (id int primary key)", "表 misfit 没有 agency_id 列"],
    ["has no primary key", "create table misfit (agency_id int)", "表 misfit 没有主键"],
    [
      "begins its key otherwise",
      "create table misfit (id int, agency_id int, primary key (id, agency_id))",
      "表 misfit 的键 misfit_pkey 不以 agency_id 开头",
    ],
    [
      "is unique across organs",
      "create table misfit (agency_id int primary key, code text unique)",
      "表 misfit 的键 misfit_code_key 不以 agency_id 开头",
    ],
    [
      "is unique across organs by an index",
      "create table misfit (agency_id int primary key, code text); create unique index misfit_code on misfit (lower(code))",
      "表 misfit 的键 misfit_code 不以 agency_id 开头",
    ],
    [
      "refers to an organ's table by something else",
      "create table misfit (agency_id int primary key, other int references chain_head (agency_id))",
      "表 misfit 的键 misfit_other_fkey 不以 agency_id 开头",
    ],
    [
      "is shared and refers to an organ's table",
      "create table misfit (id int primary key references chain_head (agency_id)); comment on table misfit is 'Reference table.'",
      "共用表 misfit 的外键 misfit_id_fkey 指向机关的表 chain_head",
    ],
  ])("is named when it %s", async (_how, statement, said) => {
    const client = await database.pool.connect();
    try {
      await client.query(`begin; ${statement}`);
      expect(listMisfits(await readTableShapes(client))).toEqual([said]);
    } finally {
      await client.query("rollback");
      client.release();
    }
  });
});

describe("distribution", () => {
  test("of a database without Citus is refused with a sentence", async () => {
    const { rows } = await database.pool.query("select 1 from pg_available_extensions where name = 'citus'");
    const result = await distributeTables(database.pool);
    expect(result).toMatchObject({
      ok: false,
      message: expect.stringContaining(rows.length > 0 ? "CREATE EXTENSION citus" : "没有 Citus 扩展"),
    });
  });
});

import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { aDatabase } from "../platform/database/testing.ts";
import { rebuildProjections } from "./rebuild.ts";
import { runCommand } from "./run-command.ts";
import { aLedger, anAgency, CLERK, register, UNITS } from "./testing.ts";
import { verifyProjections } from "./verify-projections.ts";

const database = await aDatabase();
const { db } = database;
const ledger = aLedger(database);

const listUnits = () => db.selectFrom("unit").selectAll().orderBy("agency_id").orderBy("unit_id").execute();
const mismatches = async () => (await verifyProjections(db, [UNITS])).faults;

type Act = "renamed" | "closed" | "dissolved";

function act(agencyId: number, id: string, type: Act, name: string) {
  return runCommand(ledger, { command: type, agencyId, actor: CLERK }, async (turn) => {
    await turn.append({ kind: "unit", id }, [{ type, payload: type === "renamed" ? { name } : {} }]);
    return { ok: true, value: null };
  });
}

describe("a rebuild", () => {
  test("gives the rows the commands left, whatever they did", async () => {
    const acts = fc.array(fc.tuple(fc.nat(3), fc.constantFrom<Act>("renamed", "closed", "dissolved"), fc.string({ unit: "grapheme" })), {
      maxLength: 15,
    });
    await fc.assert(
      fc.asyncProperty(acts, async (steps) => {
        const agencyId = await anAgency(database);
        const ids = Array.from({ length: 4 }, () => randomUUID());
        for (const id of ids) await act(agencyId, id, "renamed", "初名");
        for (const [unit, type, name] of steps) await act(agencyId, ids[unit] ?? "", type, name.replaceAll("\0", ""));
        const live = await listUnits();
        expect(await mismatches()).toEqual([]);
        await rebuildProjections(db, [UNITS]);
        expect(await listUnits()).toEqual(live);
      }),
      { numRuns: 10 },
    );
  });

  test("mends rows that were altered, lost or made up; verification names each of them first, and changes nothing", async () => {
    const agencyId = await anAgency(database);
    for (const name of ["一科", "二科", "三科"]) await register(ledger, { agencyId, name });
    const sound = await listUnits();
    const [altered, lost] = sound.filter((unit) => unit.agency_id === agencyId).map(({ unit_id }) => unit_id);
    const invented = randomUUID();
    await sql`update unit set name = '改名' where agency_id = ${agencyId} and unit_id = ${altered}`.execute(db);
    await sql`delete from unit where agency_id = ${agencyId} and unit_id = ${lost}`.execute(db);
    await sql`insert into unit (agency_id, unit_id, name) values (${agencyId}, ${invented}, '没有的科')`.execute(db);
    const spoilt = await listUnits();

    const found = await mismatches();
    expect(found).toHaveLength(3);
    expect(found).toContainEqual(
      expect.objectContaining({
        agencyId,
        message: expect.stringMatching(new RegExp(`unit_id=${altered} 的一行与事件不符：name 应为 ".科"，实为 "改名"。$`)),
      }),
    );
    expect(found).toContainEqual(expect.objectContaining({ agencyId, message: expect.stringContaining(`unit_id=${lost} 的一行缺失`) }));
    expect(found).toContainEqual(
      expect.objectContaining({ agencyId, message: expect.stringContaining(`unit_id=${invented} 的一行没有事件依据`) }),
    );
    expect(await listUnits()).toEqual(spoilt);

    await rebuildProjections(db, [UNITS]);
    expect(await listUnits()).toEqual(sound);
    expect(await mismatches()).toEqual([]);
  });

  test("comes through more streams than are held at one time", async () => {
    const agencyId = await anAgency(database);
    await runCommand(ledger, { command: "found", agencyId, actor: CLERK }, async (turn) => {
      for (let index = 0; index < 1100; index += 1)
        await turn.append({ kind: "unit", id: randomUUID() }, [{ type: "registered", payload: { name: `第${index}科` } }]);
      return { ok: true, value: null };
    });
    const live = await listUnits();
    await rebuildProjections(db, [UNITS]);
    expect(await listUnits()).toEqual(live);
  });

  test("and commands at the same time leave what the events say", async () => {
    const agencyId = await anAgency(database);
    await Promise.all([
      ...Array.from({ length: 10 }, () => register(ledger, { agencyId })),
      rebuildProjections(db, [UNITS]),
      ...Array.from({ length: 10 }, () => register(ledger, { agencyId })),
    ]);
    expect(await mismatches()).toEqual([]);
    expect((await listUnits()).filter((unit) => unit.agency_id === agencyId)).toHaveLength(20);
  });
});

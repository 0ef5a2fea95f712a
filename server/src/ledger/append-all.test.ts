import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { aDatabase } from "../platform/database/testing.ts";
import type { NewEvent, StreamName } from "./event.ts";
import { runCommand } from "./run-command.ts";
import { aLedger, anAgency, CLERK, UNITS } from "./testing.ts";
import { verifyLedger } from "./verify.ts";
import { verifyProjections } from "./verify-projections.ts";

const database = await aDatabase();
const told: (readonly StreamName[])[] = [];
const ledger = {
  ...aLedger(database),
  afterAppend: async (_tx: unknown, _agencyId: number, streams: readonly StreamName[]) => void told.push(streams),
};

function write(
  agencyId: number,
  parts: readonly { readonly id: string; readonly events: readonly NewEvent[]; readonly isNew?: boolean }[],
) {
  return runCommand(ledger, { command: "write", agencyId, actor: CLERK }, async (turn) => {
    const histories = await turn.appendAll("unit", parts);
    return { ok: true, value: histories.map((history) => history.map(({ type, version }) => `${type} ${version}`)) };
  });
}

describe("events of many streams written at once", () => {
  test("stand in one chain, with their projections, and are told of once", async () => {
    const agencyId = await anAgency(database);
    const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()] as const;
    const named = (name: string): NewEvent => ({ type: "opened", payload: { name } });
    const begun = [
      { id: first, isNew: true, events: [named("一科"), { type: "renamed", payload: { name: "办公室" } }] },
      { id: second, isNew: true, events: [named("二科")] },
    ];
    expect(await write(agencyId, begun)).toMatchObject({ value: [["opened 1", "renamed 2"], ["opened 1"]] });
    expect(told.at(-1)?.map(({ id }) => id)).toEqual([first, second]);
    const more = [
      { id: second, events: [{ type: "dissolved" }] },
      { id: third, events: [named("三科")] },
      { id: first, events: [{ type: "closed" }] },
    ];
    expect(await write(agencyId, more)).toMatchObject({
      value: [["opened 1", "dissolved 2"], ["opened 1"], ["opened 1", "renamed 2", "closed 3"]],
    });
    const units = await database.db.selectFrom("unit").select("name").where("agency_id", "=", agencyId).orderBy("name").execute();
    expect(new Set(units.map(({ name }) => name))).toEqual(new Set(["三科", "办公室"]));
    expect((await verifyLedger(database.db, { agencyId })).faults).toEqual([]);
    expect((await verifyProjections(database.db, [UNITS])).faults).toEqual([]);
  });
});

import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { aDatabase } from "../platform/database/testing.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import { readHistory } from "./read-history.ts";
import { runCommand } from "./run-command.ts";
import { aLedger, anAgency, CLERK, OTHER_CLERK, register } from "./testing.ts";
import { verifyLedger } from "./verify.ts";

const database = await aDatabase();
const ledger = aLedger(database);

function listEvents(agencyId: number) {
  return database.db.selectFrom("event").selectAll().where("agency_id", "=", agencyId).orderBy("sequence").execute();
}

async function countRows(db: Queryable, agencyId: number) {
  const { rows } = await sql<Record<string, number>>`select
    (select count(*) from event where agency_id = ${agencyId}) as event,
    (select count(*) from unit where agency_id = ${agencyId}) as unit,
    (select count(*) from issued_number where agency_id = ${agencyId}) as issued_number,
    (select count(*) from number_series where agency_id = ${agencyId}) as number_series,
    (select count(*) from sealed_data where agency_id = ${agencyId}) as sealed_data,
    (select count(*) from command_receipt where agency_id = ${agencyId}) as command_receipt`.execute(db);
  return rows[0];
}

describe("a command", () => {
  test("writes its events, number, projection and receipt together", async () => {
    const agencyId = await anAgency(database);
    expect(await register(ledger, { agencyId, commandKey: "key-0001", name: "法规科" })).toEqual({ ok: true, value: "云登〔2026〕1号" });
    const events = await listEvents(agencyId);
    expect(
      events.map(({ sequence, type, stream_version, on_date, actor_id, actor_role, command_key }) => [
        sequence,
        type,
        stream_version,
        on_date,
        actor_id,
        actor_role,
        command_key,
      ]),
    ).toEqual([
      [1, "registered", 1, "2026-03-02", "0b9c7c10-0000-4000-8000-000000000001", "handler", "key-0001"],
      [2, "assigned", 2, "2026-03-02", "0b9c7c10-0000-4000-8000-000000000001", "handler", "key-0001"],
    ]);
    expect(await countRows(database.db, agencyId)).toMatchObject({ event: 2, unit: 1, issued_number: 1, command_receipt: 1 });
    expect((await verifyLedger(database.db, { agencyId })).faults).toEqual([]);
  });

  test("reads back, by the ids in whatever case they came, what it wrote", async () => {
    const agencyId = await anAgency(database);
    const id = randomUUID();
    const actor = { ...CLERK, personId: "0B9C7C10-0000-4000-8000-00000000000A" };
    await runCommand(ledger, { command: "open", agencyId, actor }, async (turn) => {
      await turn.append({ kind: "unit", id: id.toUpperCase() }, [
        { type: "registered", payload: { name: "一科", left: undefined, deep: { list: [1, null, "二"] } } },
      ]);
      const history = await turn.append({ kind: "unit", id }, [{ type: "renamed", payload: { name: "二科" } }]);
      expect(history.map(({ version }) => version)).toEqual([1, 2]);
      return { ok: true, value: null };
    });
    const history = await readHistory(database.db, agencyId, { kind: "unit", id });
    expect(history.map(({ payload }) => payload)).toEqual([{ name: "一科", deep: { list: [1, null, "二"] } }, { name: "二科" }]);
    expect((await verifyLedger(database.db, { agencyId })).faults).toEqual([]);
  });

  test("refused by a rule leaves nothing behind, numbers included", async () => {
    const agencyId = await anAgency(database);
    await register(ledger, { agencyId });
    const before = await countRows(database.db, agencyId);
    const refused = await register(ledger, {
      agencyId,
      commandKey: "key-0002",
      spoil: async (turn) => {
        await turn.seal({ purpose: "applicant", content: { phone: "没有人的电话" } });
        return { ok: false, refusal: "spoilt" };
      },
    });
    expect(refused).toEqual({ ok: false, refusal: "spoilt" });
    expect(await countRows(database.db, agencyId)).toEqual(before);
    expect(await register(ledger, { agencyId })).toEqual({ ok: true, value: "云登〔2026〕2号" });
  });

  test("refused by policy leaves exactly one event: that it was refused, and to whom", async () => {
    const agencyId = await anAgency(database);
    const refused = await register(ledger, { agencyId, spoil: async () => ({ ok: false, refusal: "not-allowed" }) });
    expect(refused).toEqual({ ok: false, refusal: "not-allowed" });
    expect(await listEvents(agencyId)).toEqual([
      expect.objectContaining({
        sequence: 1,
        stream_kind: "access",
        type: "refused",
        actor_id: "0b9c7c10-0000-4000-8000-000000000001",
        payload: { command: "register" },
      }),
    ]);
    expect(await countRows(database.db, agencyId)).toMatchObject({ unit: 0, issued_number: 0 });
  });

  test("that fails leaves nothing behind and tells what failed", async () => {
    const agencyId = await anAgency(database);
    const failing = register(ledger, { agencyId, spoil: () => Promise.reject(new Error("the printer burns")) });
    await expect(failing).rejects.toThrow("the printer burns");
    expect(await countRows(database.db, agencyId)).toMatchObject({ event: 0, unit: 0, issued_number: 0 });
  });

  test("is tried again when the database asks for it", async () => {
    const agencyId = await anAgency(database);
    let tries = 0;
    const result = await register(ledger, {
      agencyId,
      spoil: async (turn) => {
        tries += 1;
        if (tries < 3) await sql`do $$ begin raise exception 'again' using errcode = '40001'; end $$`.execute(turn.tx);
        return { ok: false, refusal: "spoilt" };
      },
    });
    expect([result, tries]).toEqual([{ ok: false, refusal: "spoilt" }, 3]);
  });

  test("that takes a number and writes it nowhere is a fault", async () => {
    const agencyId = await anAgency(database);
    const careless = runCommand(ledger, { command: "careless", agencyId, actor: CLERK }, async (turn) => {
      const stream = { kind: "unit", id: randomUUID() };
      await turn.issueNumber({ series: "unit", year: 2026, stream, print: (number) => `第${number}号` });
      await turn.append(stream, [{ type: "registered", payload: { name: "无号科" } }]);
      return { ok: true, value: null };
    });
    await expect(careless).rejects.toThrow("第1号");
    expect(await countRows(database.db, agencyId)).toMatchObject({ event: 0, issued_number: 0, number_series: 0 });
  });
});

describe("the same command sent twice", () => {
  test("is done once and answered alike", async () => {
    const agencyId = await anAgency(database);
    const first = await register(ledger, { agencyId, commandKey: "twice-0001" });
    expect(await register(ledger, { agencyId, commandKey: "twice-0001" })).toEqual(first);
    expect(await listEvents(agencyId)).toHaveLength(2);
  });

  test("is done once even when both arrive at the same moment, from two processes", async () => {
    const agencyId = await anAgency(database);
    const elsewhere = aLedger({ db: database.db.withSchema("public") }); // waits in another line, as another process does
    const answers = await Promise.all(
      [ledger, elsewhere, ledger, elsewhere].map((one) => register(one, { agencyId, commandKey: "twice-0002" })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"ok":true,"value":"云登〔2026〕1号"}']));
    expect(await listEvents(agencyId)).toHaveLength(2);
  });

  test("is refused when another person uses the key", async () => {
    const agencyId = await anAgency(database);
    await register(ledger, { agencyId, commandKey: "twice-0003" });
    expect(await register(ledger, { agencyId, commandKey: "twice-0003", actor: OTHER_CLERK })).toEqual({
      ok: false,
      refusal: "key-reused",
    });
  });

  test("is refused when the request is another", async () => {
    const agencyId = await anAgency(database);
    await register(ledger, { agencyId, commandKey: "twice-0004" });
    expect(await register(ledger, { agencyId, commandKey: "twice-0004", name: "别的名称" })).toEqual({ ok: false, refusal: "key-reused" });
    expect(await listEvents(agencyId)).toHaveLength(2);
  });

  test("is done anew when the first time was refused", async () => {
    const agencyId = await anAgency(database);
    await register(ledger, { agencyId, commandKey: "twice-0005", spoil: async () => ({ ok: false, refusal: "spoilt" }) });
    expect(await register(ledger, { agencyId, commandKey: "twice-0005" })).toEqual({ ok: true, value: "云登〔2026〕1号" });
  });

  test("belongs to one organ: another may use the same key", async () => {
    const [one, two] = [await anAgency(database), await anAgency(database)];
    await register(ledger, { agencyId: one, commandKey: "twice-0006" });
    await register(ledger, { agencyId: two, commandKey: "twice-0006" });
    expect([await listEvents(one), await listEvents(two)].map(({ length }) => length)).toEqual([2, 2]);
  });
});

describe("commands at the same time", () => {
  test("of one organ give consecutive sequences", async () => {
    const agencyId = await anAgency(database);
    const elsewhere = aLedger({ db: database.db.withSchema("public") });
    await Promise.all(Array.from({ length: 30 }, (_, index) => register(index % 2 === 0 ? ledger : elsewhere, { agencyId })));
    expect((await listEvents(agencyId)).map(({ sequence }) => sequence)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    expect((await verifyLedger(database.db, { agencyId })).faults).toEqual([]);
  });

  test("of other organs do not wait for one that takes its time, however many wait behind it", async () => {
    const [slow, quick] = [await anAgency(database), await anAgency(database)];
    let finish = () => {};
    const held = new Promise<void>((resolve) => (finish = resolve));
    const crowd = Array.from({ length: 30 }, () =>
      register(ledger, { agencyId: slow, spoil: () => held.then(() => ({ ok: false, refusal: "spoilt" }) as const) }),
    );
    expect(await register(ledger, { agencyId: quick })).toEqual({ ok: true, value: "云登〔2026〕1号" });
    finish();
    await Promise.all(crowd);
  });

  test("with failures among them give numbers without gaps or repeats", async () => {
    const step = fc.constantFrom("done", "refused", "failed", "forbidden");
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 24 }), async (steps) => {
        const agencyId = await anAgency(database);
        const results = await Promise.all(
          steps.map((end) =>
            register(ledger, {
              agencyId,
              ...(end === "refused" ? { spoil: async () => ({ ok: false, refusal: "spoilt" }) as const } : {}),
              ...(end === "forbidden" ? { spoil: async () => ({ ok: false, refusal: "not-allowed" }) as const } : {}),
              ...(end === "failed" ? { spoil: () => Promise.reject(new Error("failed")) } : {}),
            }).catch(() => undefined),
          ),
        );
        const given = results.flatMap((result) => (result?.ok === true ? [result.value] : []));
        const done = steps.filter((end) => end === "done").length;
        expect(given.toSorted(byNumber)).toEqual(Array.from({ length: done }, (_, index) => `云登〔2026〕${index + 1}号`));
        expect((await verifyLedger(database.db, { agencyId })).faults).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});

function byNumber(one: string, other: string): number {
  return Number(/\d+(?=号)/.exec(one)) - Number(/\d+(?=号)/.exec(other));
}

import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { aDatabase } from "../platform/database/testing.ts";
import { CHAIN_START, hashEvent } from "./chain.ts";
import { readChain } from "./read-history.ts";
import { aLedger, anAgency, register } from "./testing.ts";
import { verifyLedger } from "./verify.ts";

const database = await aDatabase();
const { db } = database;
const ledger = aLedger(database);

describe("events", () => {
  test.each([
    ["changed", sql`update event set type = 'other'`],
    ["changed by a statement that finds none", sql`update event set type = 'other' where false`],
    ["deleted", sql`delete from event`],
    ["truncated", sql`truncate event`],
  ])("cannot be %s", async (_how, statement) => {
    await expect(statement.execute(db)).rejects.toMatchObject({ code: "GK001" });
  });
});

describe("verification", () => {
  let agencyId = 0;
  beforeEach(async () => {
    agencyId = await anAgency(database);
    for (let index = 0; index < 4; index += 1) await register(ledger, { agencyId });
  });

  /** What someone with all rights in the database could do. */
  async function tamper(statement: ReturnType<typeof sql>): Promise<void> {
    await db.transaction().execute(async (tx) => {
      await sql`alter table event disable trigger event_is_append_only`.execute(tx);
      await statement.execute(tx);
      await sql`alter table event enable trigger event_is_append_only`.execute(tx);
    });
  }
  const faults = async () => (await verifyLedger(db, { agencyId })).faults.map(({ sequence, fault }) => [sequence, fault]);

  test("finds nothing wrong with what commands wrote, and tells where the chain ends", async () => {
    const { agencies, events, heads, faults: found } = await verifyLedger(db, { agencyId });
    expect({ agencies, events, found }).toEqual({ agencies: 1, events: 8, found: [] });
    expect(heads).toEqual([{ agencyId, sequence: 8, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  });

  test.each([
    ["payload", sql`payload = payload || '{"name":"改名"}'`],
    ["type", sql`type = 'extended'`],
    ["legal date", sql`on_date = on_date + 1`],
    ["instant", sql`recorded_at = recorded_at + interval '1 millisecond'`],
    ["actor", sql`actor_id = gen_random_uuid()`],
    ["post", sql`actor_role = 'leader'`],
    ["documents", sql`documents = array[repeat('a', 64)]`],
    ["idempotency key", sql`command_key = 'another-key'`],
  ])("names the event whose %s was altered", async (_what, change) => {
    await tamper(sql`update event set ${change} where agency_id = ${agencyId} and sequence = 4`);
    expect(await faults()).toEqual([[4, "altered"]]);
    expect((await verifyLedger(db, { agencyId })).faults[0]?.message).toContain("第4号事件");
  });

  test("names an event that was altered and given a hash that fits: the next one gives it away", async () => {
    const events = [];
    for await (const page of readChain(db, agencyId)) events.push(...page);
    const [, , , fourth] = events;
    if (fourth === undefined) throw new Error("eight events were written");
    const hash = hashEvent({ ...fourth, type: "returned" });
    await tamper(sql`update event set type = 'returned', hash = ${hash} where agency_id = ${agencyId} and sequence = 4`);
    expect(await faults()).toEqual([[5, "broken-link"]]);
  });

  test("names an event that was removed", async () => {
    await tamper(sql`delete from event where agency_id = ${agencyId} and sequence = 4`);
    expect(await faults()).toEqual([[4, "missing"]]);
  });

  test("names the places of events that were removed together", async () => {
    await tamper(sql`delete from event where agency_id = ${agencyId} and sequence between 3 and 6`);
    expect((await verifyLedger(db, { agencyId })).faults.map(({ message }) => message)).toContain("第3至6号事件缺失。");
  });

  test("names an event that was taken out and the gap closed behind it", async () => {
    await tamper(sql`delete from event where agency_id = ${agencyId} and sequence = 4`);
    for (let sequence = 5; sequence <= 8; sequence += 1) {
      await tamper(sql`update event set sequence = sequence - 1 where agency_id = ${agencyId} and sequence = ${sequence}`);
    }
    expect(await faults()).toEqual(
      expect.arrayContaining([
        [4, "broken-link"],
        [4, "altered"],
        [8, "head-mismatch"],
      ]),
    );
  });

  test("names two events that changed places", async () => {
    await tamper(
      sql`update event set sequence = case sequence when 3 then 1003 else 1005 end where agency_id = ${agencyId} and sequence in (3, 5)`,
    );
    await tamper(
      sql`update event set sequence = case sequence when 1003 then 5 else 3 end where agency_id = ${agencyId} and sequence in (1003, 1005)`,
    );
    expect(await faults()).toEqual(
      expect.arrayContaining([
        [3, "broken-link"],
        [3, "altered"],
        [5, "altered"],
      ]),
    );
  });

  test("sees that the last events were cut off", async () => {
    await tamper(sql`delete from event where agency_id = ${agencyId} and sequence > 6`);
    expect(await faults()).toEqual(expect.arrayContaining([[7, "head-mismatch"]]));
  });

  test("sees that everything was taken away, the organ's row included", async () => {
    const alone = await aDatabase();
    const gone = await anAgency(alone);
    await register(aLedger(alone), { agencyId: gone });
    await alone.db.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      await sql`alter table event disable trigger all`.execute(tx);
      for (const table of ["event", "unit", "agency"]) await sql`delete from ${sql.table(table)} where agency_id = ${gone}`.execute(tx);
    });
    expect((await verifyLedger(alone.db)).faults).toContainEqual(expect.objectContaining({ agencyId: gone, fault: "head-mismatch" }));
  });

  test("names a step that was written into a stream with another number", async () => {
    await tamper(sql`update event set stream_version = 7 where agency_id = ${agencyId} and sequence = 6`);
    expect(await faults()).toEqual([
      [6, "altered"],
      [6, "stream-gap"],
    ]);
  });

  test("names a number that was taken out of its series", async () => {
    await sql`delete from issued_number where agency_id = ${agencyId} and number = 3`.execute(db);
    const { faults: found } = await verifyLedger(db, { agencyId });
    expect(found).toEqual([
      expect.objectContaining({ fault: "number-gap", message: "编号系列 unit（2026年）应已发出4个号，实有3个，缺第3号。" }),
    ]);
  });

  test.each([
    ["set back", () => sql`update number_series set last_number = 3 where agency_id = ${agencyId}`],
    ["set forward", () => sql`update number_series set last_number = 9 where agency_id = ${agencyId}`],
    ["taken away", () => sql`delete from number_series where agency_id = ${agencyId}`],
  ])("sees that a series was %s", async (_how, statement) => {
    await statement().execute(db);
    expect(await faults()).toEqual([[0, "number-gap"]]);
  });

  test("names a number that was given to something else", async () => {
    await sql`update issued_number set stream_id = gen_random_uuid() where agency_id = ${agencyId} and number = 2`.execute(db);
    const { faults: found } = await verifyLedger(db, { agencyId });
    expect(found).toEqual([
      expect.objectContaining({
        fault: "number-mismatch",
        message: expect.stringContaining("第2号登记为“云登〔2026〕2号”，但没有对应的事件"),
      }),
    ]);
  });

  test("names the event of a number that was given another print", async () => {
    await sql`update issued_number set printed = '云登〔2026〕99号' where agency_id = ${agencyId} and number = 3`.execute(db);
    expect(await faults()).toEqual([[5, "number-mismatch"]]);
  });

  test("is not misled by what is written while it looks", async () => {
    const writing = (async () => {
      for (let index = 0; index < 30; index += 1) await register(ledger, { agencyId });
    })();
    let isWriting = true;
    void writing.then(() => (isWriting = false));
    while (isWriting) expect(await faults()).toEqual([]);
    await writing;
  });
});

describe("the hash of an event", () => {
  test("is SHA-256 over the hash before it and its canonical JSON: anyone can compute it", () => {
    const hash = hashEvent({
      agencyId: 7,
      sequence: 1,
      stream: { kind: "unit", id: "0b9c7c10-0000-4000-8000-00000000000a" },
      version: 1,
      type: "registered",
      on: "2026-03-02" as never, // a plain date, as plainDate makes it
      recordedAt: "2026-03-02T01:30:00.000Z",
      actor: { kind: "system", id: null, role: null },
      payload: { name: "法规科" },
      documents: [],
      commandKey: null,
      previousHash: CHAIN_START,
    });
    // (head -c 32 /dev/zero; printf '%s' '{"actor":{"id":null,"kind":"system","role":null},"agencyId":7,"commandKey":null,"documents":[],"on":"2026-03-02","payload":{"name":"法规科"},"recordedAt":"2026-03-02T01:30:00.000Z","sequence":1,"stream":{"id":"0b9c7c10-0000-4000-8000-00000000000a","kind":"unit"},"type":"registered","version":1}') | sha256sum
    expect(hash.toString("hex")).toBe("d26ce62aac641bcb639ef8eb1204786164893364079914be10d680684d4be77a");
  });
});

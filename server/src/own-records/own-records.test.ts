import { officialCalendar, plainDate } from "@gongkai/statute";
import { describe, expect, test } from "vitest";
import { aCaseLedger, addAnAgency, anOfficer } from "../applications/testing.ts";
import { countTables } from "../figures/index.ts";
import { eraseSealed, readHistory, rebuildProjections, verifyLedger } from "../ledger/index.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { openOwnRecord } from "./open-content.ts";
import { ownRecordProjection } from "./own-record-projection.ts";
import { checkOwnRecord, decideOwnRecord, tellOwnRecord } from "./own-record-steps.ts";
import { listOwnRecords, presentOwnRecord } from "./queries.ts";
import { receiveOwnRecord } from "./receive-own-record.ts";
import { ownRecordWork } from "./work-sources.ts";
import { CheckOwnRecord, DecideOwnRecord, OwnRecordQuery, ReceiveOwnRecord, TellOwnRecord } from "./schema.ts";

const { db } = await aDatabase();
await addAnAgency(db);
const calendar = officialCalendar();
const registrar = anOfficer("registrar");
const handler = anOfficer("handler");
const head = anOfficer("officeHead");
const leader = anOfficer("leader");

function on(date: string) {
  const ledger = aCaseLedger(db, date);
  return { ...ledger, projections: [...ledger.projections, ownRecordProjection(officialCalendar)] };
}

const aRequest = (rest: object = {}): ReceiveOwnRecord =>
  ReceiveOwnRecord.parse({
    channel: "inPerson",
    applicant: { kind: "natural", name: "申请人甲", idNumber: "110101199001010015", telephone: "010-00000000" },
    record: "2025年度低保对象公示中的家庭人口",
    wrong: "家庭人口记为五人",
    right: "家庭人口为四人",
    proof: "户口簿复印件",
    summary: "公示中家庭人口有误",
    receivedOn: "2026-03-02",
    ...rest,
  });

async function received(rest: object = {}) {
  const done = await receiveOwnRecord(on("2026-03-02"), { agencyId: 1, officer: registrar, given: aRequest(rest) });
  if (!done.ok) throw new Error(done.refusal);
  return done.value;
}
const check = (recordId: string, given: object, officer = handler, date = "2026-03-03") =>
  checkOwnRecord(on(date), calendar, {
    agencyId: 1,
    recordId,
    officer,
    given: CheckOwnRecord.parse({ version: 1, finding: "inaccurate", ...given }),
  });
const decide = (recordId: string, given: object, officer = head, date = "2026-03-04") =>
  decideOwnRecord(on(date), calendar, {
    agencyId: 1,
    recordId,
    officer,
    given: DecideOwnRecord.parse({ version: 2, decision: "corrected", reason: "改为四人", ...given }),
  });
const tell = (recordId: string, given: object, officer = registrar, date = "2026-03-05") =>
  tellOwnRecord(on(date), calendar, {
    agencyId: 1,
    recordId,
    officer,
    given: TellOwnRecord.parse({ version: 3, proof: "本人签收", ...given }),
  });
const row = (id: string) =>
  db.selectFrom("own_record_request").selectAll().where("agency_id", "=", 1).where("request_id", "=", id).executeTakeFirstOrThrow();

describe("a request to correct one's own record", () => {
  test("goes from receipt to check, decision and delivery, and is in no table of applications", async () => {
    const { id, number } = await received();
    expect(number).toMatch(/^更正2026-\d{4}$/);
    expect(await row(id)).toMatchObject({ state: "received", due_on: "2026-03-30", waiting_role: "handler", applicant_name: "申**" });
    expect(await check(id, { note: "户口簿上为四人" })).toMatchObject({ value: { state: "checked", version: 2 } });
    expect(await decide(id, {})).toMatchObject({ value: { state: "corrected" } });
    expect(await row(id)).toMatchObject({ decided_on: "2026-03-04", decided_late: false, waiting_role: "registrar" });
    expect(await tell(id, { letterNumber: "云教公更〔2026〕1号" })).toMatchObject({ ok: true });
    expect(await row(id)).toMatchObject({ told_on: "2026-03-05", waiting_role: null });
    expect((await countTables(db, 1, 2026))["t3.new.total"]).toBe(0);
    const before = await db.selectFrom("own_record_request").selectAll().execute();
    await rebuildProjections(db, on("2026-03-05").projections);
    expect(await db.selectFrom("own_record_request").selectAll().execute()).toEqual(before);
    expect((await verifyLedger(db)).faults).toEqual([]);
  });

  test("leaves nothing personal in the ledger; those who work on it open it, on record", async () => {
    const { id } = await received();
    await check(id, { note: "户口簿上为四人" });
    const history = await readHistory(db, 1, { kind: "ownRecord", id });
    expect(JSON.stringify(history)).not.toMatch(/110101199001010015|家庭人口记为|户口簿/);
    const opened = await openOwnRecord(on("2026-03-03"), { agencyId: 1, recordId: id, officer: handler });
    expect(opened).toMatchObject({
      value: { wrong: "家庭人口记为五人", applicant: { name: "申请人甲" }, notes: [{ type: "checked", text: "户口簿上为四人" }] },
    });
    const looks = await db.selectFrom("event").select("payload").where("type", "=", "applicantOpened").execute();
    expect(looks).toEqual([{ payload: { ownRecord: id } }]);
  });

  test("that is another organ's is passed on without a check", async () => {
    const { id } = await received();
    expect(await decide(id, { version: 1, decision: "transferred", to: "云溪县民政局" })).toMatchObject({
      value: { state: "transferred" },
    });
    expect(await row(id)).toMatchObject({ transferred_to: "云溪县民政局" });
  });

  test("keeps to the shorter limit the organ has chosen, and is late after it", async () => {
    await db
      .updateTable("agency")
      .set({ settings: JSON.stringify({ ownRecordDays: 5 }) })
      .where("agency_id", "=", 1)
      .execute();
    const { id } = await received();
    await db.updateTable("agency").set({ settings: "{}" }).where("agency_id", "=", 1).execute();
    expect(presentOwnRecord(await row(id), "2026-03-10")).toMatchObject({ dueOn: "2026-03-09", isOverdue: true });
    await check(id, {});
    await decide(id, {}, head, "2026-03-10");
    expect(await row(id)).toMatchObject({ decided_late: true });
  });

  test("stands in a list of its own", async () => {
    const open = await listOwnRecords(db, 1, OwnRecordQuery.parse({ open: "true", year: "2026" }));
    expect(open.total).toBe(open.rows.length);
    expect(open.rows.every(({ decided_on }) => decided_on === null)).toBe(true);
    expect((await listOwnRecords(db, 1, OwnRecordQuery.parse({ year: "2025" }))).total).toBe(0);
  });
});

describe("refused", () => {
  test("at receipt", async () => {
    const take = (rest: object, officer = registrar) => receiveOwnRecord(on("2026-03-02"), { agencyId: 1, officer, given: aRequest(rest) });
    expect(await take({}, handler)).toEqual({ ok: false, refusal: "not-allowed" });
    expect(await take({ receivedOn: "2026-03-03" })).toEqual({ ok: false, refusal: "in-the-future" });
    expect(await take({ applicant: { kind: "natural", name: "申请人甲" } })).toEqual({ ok: false, refusal: "identity-missing" });
  });

  test("at the check", async () => {
    const { id } = await received();
    expect(await check("00000000-0000-4000-8000-000000000000", {})).toEqual({ ok: false, refusal: "not-found" });
    expect(await check(id, {}, leader)).toEqual({ ok: false, refusal: "not-allowed" });
    expect(await check(id, { version: 2 })).toEqual({ ok: false, refusal: "changed-meanwhile" });
    expect(await check(id, { on: "2026-03-04" })).toEqual({ ok: false, refusal: "in-the-future" });
    expect(await check(id, { on: "2026-03-01" })).toEqual({ ok: false, refusal: "before-receipt" });
    await check(id, {});
    expect(await check(id, { version: 2 })).toEqual({ ok: false, refusal: "checked-already" });
  });

  test("at the decision", async () => {
    const { id } = await received();
    expect(await decide(id, { version: 1 })).toEqual({ ok: false, refusal: "not-checked" });
    expect(await decide(id, { version: 1, decision: "transferred" })).toEqual({ ok: false, refusal: "organ-missing" });
    await check(id, { finding: "unproven" });
    expect(await decide(id, {})).toEqual({ ok: false, refusal: "finding-differs" });
    expect(await decide(id, { decision: "refused" }, handler)).toEqual({ ok: false, refusal: "not-allowed" });
    expect(await decide(id, { decision: "refused" })).toMatchObject({ ok: true });
    expect(await decide(id, { version: 3, decision: "refused" })).toEqual({ ok: false, refusal: "decided-already" });
    expect(await check(id, { version: 3 })).toEqual({ ok: false, refusal: "decided-already" });
  });

  test("at the delivery", async () => {
    const { id } = await received();
    expect(await tell(id, { version: 1 })).toEqual({ ok: false, refusal: "not-decided" });
    await check(id, {});
    await decide(id, {});
    expect(await tell(id, { on: plainDate("2026-03-03") })).toEqual({ ok: false, refusal: "before-receipt" });
    await tell(id, {});
    expect(await tell(id, { version: 4 })).toEqual({ ok: false, refusal: "told-already" });
  });

  test("to open what was erased, or without a duty", async () => {
    const { id } = await received();
    expect(await openOwnRecord(on("2026-03-03"), { agencyId: 1, recordId: id, officer: leader })).toEqual({
      ok: false,
      refusal: "not-allowed",
    });
    const [first] = await readHistory(db, 1, { kind: "ownRecord", id });
    await eraseSealed(db, 1, first?.payload["content"] as string, "2026-03-03T00:00:00.000Z");
    expect(await openOwnRecord(on("2026-03-03"), { agencyId: 1, recordId: id, officer: handler })).toEqual({
      ok: false,
      refusal: "erased",
    });
  });
});

test("what waits for a person are the requests whose next step is theirs, until the applicant has been told", async () => {
  const waitingFor = async (role: "handler" | "officeHead" | "registrar", id: string) => {
    const asking = { agencyId: 1, personId: "", posts: [], roles: new Set([role]), today: plainDate("2026-03-05"), calendar };
    return (await ownRecordWork.list(db, asking)).filter((one) => one.id === id).map(({ act }) => act);
  };
  const { id } = await received();
  expect([await waitingFor("handler", id), await waitingFor("officeHead", id)]).toEqual([["核实"], []]);
  await check(id, {});
  expect([await waitingFor("handler", id), await waitingFor("officeHead", id)]).toEqual([[], ["作出决定"]]);
  await decide(id, {});
  expect(await waitingFor("registrar", id)).toEqual(["告知申请人"]);
  await tell(id, {});
  expect(await waitingFor("registrar", id)).toEqual([]);
});

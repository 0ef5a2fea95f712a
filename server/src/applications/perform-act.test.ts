import type { ActName, Role } from "@gongkai/statute";
import { describe, expect, test } from "vitest";
import { readHistory, rebuildProjections, verifyLedger } from "../ledger/index.ts";
import { aDatabase } from "../platform/database/testing.ts";
import type { Officer } from "./officer.ts";
import { performAct } from "./perform-act.ts";
import { registerApplication } from "./register-application.ts";
import { reviewDraft } from "./review-draft.ts";
import type { PerformAct } from "./schema.ts";
import { aCaseLedger, addAnAgency, anOfficer, aRegistration, SERVICES } from "./testing.ts";

const { db } = await aDatabase();
await addAnAgency(db);

const registrar = anOfficer("registrar");
const head = anOfficer("officeHead");
const handler = anOfficer("handler");
const unitHead = anOfficer("unitHead");
const leader = anOfficer("leader");
const grant: Partial<PerformAct> = { outcome: "granted", article: "第三十六条第二项" };

/** Registers an application on 2 March 2026 and gives ways to go on with it. */
async function aCase() {
  const registered = await registerApplication(aCaseLedger(db, "2026-03-02"), SERVICES, {
    agencyId: 1,
    officer: registrar,
    given: aRegistration(),
  });
  if (!registered.ok) throw new Error(registered.refusal);
  let { version } = registered.value;
  const { id, number } = registered.value;
  const act = async (date: string, officer: Officer, name: ActName, given: Partial<PerformAct> = {}) => {
    const done = await performAct(aCaseLedger(db, date), SERVICES, {
      agencyId: 1,
      applicationId: id,
      act: name,
      officer,
      given: { version, ...given },
    });
    if (done.ok) version = done.value.version;
    return done;
  };
  const review = async (date: string, officer: Officer) => {
    const done = await reviewDraft(aCaseLedger(db, date), { agencyId: 1, applicationId: id, officer, given: { version, opinion: "同意" } });
    if (done.ok) version = done.value.version;
    return done;
  };
  const row = () =>
    db.selectFrom("application").selectAll().where("agency_id", "=", 1).where("application_id", "=", id).executeTakeFirstOrThrow();
  return { id, number, act, review, row };
}

async function anAssignedCase() {
  const file = await aCase();
  await db
    .insertInto("person")
    .values({ person_id: idOf(handler), sign_in_name: `p${idOf(handler)}`, name: "承办人甲" })
    .onConflict((c) => c.doNothing())
    .execute();
  await db
    .insertInto("post")
    .values({ agency_id: 1, post_id: idOf(handler), role: "handler", holder_id: idOf(handler) })
    .onConflict((c) => c.doNothing())
    .execute();
  expect(await file.act("2026-03-03", head, "assign", { handlerId: idOf(handler) })).toMatchObject({ ok: true });
  return file;
}

const idOf = ({ actor }: Officer): string => (actor.kind === "person" ? actor.personId : "");

describe("an application on paper", () => {
  test("is registered in one step, with a number and its last day", async () => {
    const file = await aCase();
    expect(file.number).toMatch(/^2026-\d{4}$/);
    expect(await file.row()).toMatchObject({
      state: "registered",
      received_on: "2026-03-02",
      due_on: "2026-03-30",
      waiting_role: "officeHead",
      applicant_name: "申**",
    });
  });

  test("without identity or contact is refused, and nothing is kept", async () => {
    const before = await countEvents();
    const given = aRegistration({ applicant: { kind: "natural", name: "申请人乙" } });
    expect(await registerApplication(aCaseLedger(db, "2026-03-02"), SERVICES, { agencyId: 1, officer: registrar, given })).toEqual({
      ok: false,
      refusal: "identity-missing",
    });
    expect(await countEvents()).toBe(before);
  });

  test("names its applicant nowhere in the events", async () => {
    const file = await aCase();
    const history = await readHistory(db, 1, { kind: "application", id: file.id });
    expect(JSON.stringify(history)).not.toContain("110101199001010015");
    expect(JSON.stringify(history)).not.toContain("申请人甲");
  });
});

describe("the way to an answer", () => {
  test("goes through the chain: three people, then served and closed", async () => {
    const file = await anAssignedCase();
    expect(await file.act("2026-03-10", handler, "draftReply", grant)).toMatchObject({ ok: true, value: { state: "approval" } });
    expect(await file.review("2026-03-11", unitHead)).toMatchObject({ ok: true, value: { step: 1 } });
    expect(await file.review("2026-03-12", head)).toMatchObject({ ok: true, value: { step: 2 } });
    expect(await file.act("2026-03-13", leader, "sign", { isSealed: true })).toMatchObject({ ok: true, value: { state: "decided" } });
    expect(await file.act("2026-03-16", registrar, "serve", { deliveryWay: "collect", proof: "本人签收" })).toMatchObject({ ok: true });
    expect(await file.act("2026-03-17", registrar, "close")).toMatchObject({ ok: true, value: { state: "closed" } });
    expect(await file.row()).toMatchObject({
      outcome: "granted",
      decided_on: "2026-03-13",
      counted_year: 2026,
      row_2021: "granted",
      answered_late: false,
    });
  });

  const waiting: readonly (readonly [string, Role, ActName, Partial<PerformAct>, string])[] = [
    ["a handler may not extend", "handler", "extend", { days: 20, reason: "需要检索档案" }, "not-allowed"],
    ["a registrar may not sign", "registrar", "sign", { isSealed: true }, "not-allowed"],
    ["nobody signs what was not drafted", "leader", "sign", { isSealed: true }, "wrong-state"],
    ["an extension needs its reason", "officeHead", "extend", { days: 20 }, "reason-missing"],
    ["an extension has at most 20 working days", "officeHead", "extend", { days: 21, reason: "需要检索档案" }, "extension-too-long"],
    ["nothing is served before it is decided", "registrar", "serve", { proof: "签收" }, "not-decided"],
  ];
  test.each(waiting)("%s", async (_claim, role, name, given, refusal) => {
    const file = await aCase();
    const before = await file.row();
    expect(await file.act("2026-03-05", anOfficer(role), name, given)).toMatchObject({ ok: false, refusal });
    expect(await file.row()).toEqual(before);
  });

  test("a second extension is refused", async () => {
    const file = await anAssignedCase();
    expect(await file.act("2026-03-16", head, "extend", { days: 20, reason: "需要检索档案" })).toMatchObject({
      ok: true,
      value: { dueOn: "2026-04-28" },
    });
    expect(await file.act("2026-03-17", head, "extend", { days: 5, reason: "仍需检索" })).toMatchObject({
      ok: false,
      refusal: "extension-twice",
    });
  });

  test("nobody fills two steps of one round", async () => {
    const file = await anAssignedCase();
    const both = anOfficer("unitHead", "officeHead");
    await file.act("2026-03-10", handler, "draftReply", grant);
    await file.review("2026-03-11", both);
    expect(await file.review("2026-03-12", both)).toEqual({ ok: false, refusal: "signed-already" });
  });

  test("the leader cannot sign before the chain is through", async () => {
    const file = await anAssignedCase();
    await file.act("2026-03-10", handler, "draftReply", grant);
    expect(await file.act("2026-03-11", leader, "sign", { isSealed: true })).toEqual({ ok: false, refusal: "review-incomplete" });
  });

  test("a draft that was returned goes through the whole chain again", async () => {
    const file = await anAssignedCase();
    await file.act("2026-03-10", handler, "draftReply", grant);
    await file.review("2026-03-11", unitHead);
    expect(await file.act("2026-03-12", head, "return", { reason: "引用条款不全" })).toMatchObject({
      ok: true,
      value: { state: "handling" },
    });
    await file.act("2026-03-12", handler, "draftReply", grant);
    expect(await file.row()).toMatchObject({ review_step: 1, waiting_role: "unitHead" });
  });

  test("the second of two people with the same page open is told", async () => {
    const file = await anAssignedCase();
    const { version } = await file.row();
    expect(await file.act("2026-03-10", handler, "draftReply", grant)).toMatchObject({ ok: true });
    expect(await file.act("2026-03-10", handler, "draftReply", { ...grant, version })).toEqual({ ok: false, refusal: "changed-meanwhile" });
  });
});

describe("the ledger of cases", () => {
  test("verifies, and its projection is what a rebuild makes of it", async () => {
    const table = () => db.selectFrom("application").selectAll().orderBy("application_id").execute();
    const live = await table();
    expect(live.length).toBeGreaterThan(5);
    await rebuildProjections(db, aCaseLedger(db, "2026-03-20").projections);
    expect(await table()).toEqual(live);
    expect((await verifyLedger(db)).faults).toEqual([]);
  });
});

async function countEvents(): Promise<number> {
  const { count } = await db
    .selectFrom("event")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("agency_id", "=", 1)
    .executeTakeFirstOrThrow();
  return count;
}

import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ActName, officialCalendar } from "@gongkai/statute";
import { describe, expect, test } from "vitest";
import { aLedger, aMovableClock, anOfficeApp, type APerson, aRegion, signInAs } from "../accounts/testing.ts";
import { applicationProjection, applicationRoutes } from "../applications/index.ts";
import { presentTimeline } from "../applications/present-page.ts";
import { wordsOf } from "../audit/words.ts";
import { openSealed, readHistory } from "../ledger/index.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { folderFileStore } from "../platform/files/file-store.ts";
import { anItem } from "../portal/disclosures/testing.ts";
import { questionOf } from "./human-check.ts";
import { citizenRoutes, keepRetention } from "./index.ts";
import type { CitizenPapers, IntakeEntry, IntakeList } from "./schema.ts";
import { aVisitor, begin, fillIn, readReceipt, send, valueOf, type Visitor } from "./testing.ts";

const { db } = await aDatabase();
const clock = aMovableClock();
const ledger = aLedger(db, { clock, projections: [applicationProjection(officialCalendar)] });
const region = await aRegion(ledger);
const files = folderFileStore(join(tmpdir(), "gongkai-test-files"));
const app = await anOfficeApp(ledger, {
  slices: [(on, all) => applicationRoutes(on, { ...all, actHooks: [] }), (on, all) => citizenRoutes(on, all, { actHooks: [] })],
});
const ORGAN = region.bureau.code;
const BASE = `/api/v1/agencies/${ORGAN}`;
let next = 1;
/** Each from an address of its own, so that no test uses up another's tries. */
const visitor = () => aVisitor(app, `198.51.100.${(next += 1)}`);

async function ask(method: "GET" | "POST", path: string, payload?: object, as: APerson = region.staff.registrar, base = BASE) {
  return app.inject({ method, url: `${base}${path}`, headers: await signInAs(ledger, as), ...(payload === undefined ? {} : { payload }) });
}

async function apply(who: Visitor, changed: Parameters<typeof fillIn>[2] = {}) {
  const begun = await begin(who, ORGAN);
  await fillIn(who, begun, changed);
  await send(who, begun, { answer: String(questionOf(begun.draftId).answer) });
  const receipt = await readReceipt(who, begun);
  return { ...receipt, id: (await intakeEntry(receipt.number)).id };
}

async function intakeEntry(number: string): Promise<IntakeEntry> {
  const found = (await ask("GET", "/intake")).json<IntakeList>().applications.find(({ receiptNumber }) => receiptNumber === number);
  if (found === undefined) throw new Error(`${number} is not in the intake`);
  return found;
}

/** What the registrars have before them. */
const listWaiting = async () =>
  (
    await db
      .selectFrom("application")
      .select("application_id")
      .where("agency_id", "=", region.bureau.id)
      .where("waiting_role", "=", "registrar")
      .execute()
  ).map(({ application_id }) => application_id);

async function act(id: string, name: ActName) {
  const { version } = await db.selectFrom("application").select("version").where("application_id", "=", id).executeTakeFirstOrThrow();
  return ask("POST", `/applications/${id}/acts/${name}`, { version });
}

describe("what is no application", () => {
  test("is set aside with a reason, out of everybody's work, told to whoever sent it, and brought back by one word more", async () => {
    const who = visitor();
    const { number, code, id } = await apply(who, { request: { title: "低价代开发票" } });
    const { version } = await intakeEntry(number);
    expect(await listWaiting()).toContain(id);
    expect((await ask("POST", `/applications/${id}/set-aside`, { version, reason: " " })).statusCode).toBe(400);
    expect((await ask("POST", `/applications/${id}/set-aside`, { version: version + 1, reason: "广告" })).json().error).toBe(
      "changed-meanwhile",
    );
    expect((await ask("POST", `/applications/${id}/set-aside`, { version, reason: "广告" }, region.staff.handler)).statusCode).toBe(403);
    expect((await ask("POST", `/applications/${id}/set-aside`, { version, reason: "内容是广告" })).statusCode).toBe(200);
    expect(await listWaiting()).not.toContain(id);
    expect(await intakeEntry(number)).toMatchObject({ isSetAside: true, setAsideReason: "内容是广告" });
    expect((await ask("POST", `/applications/${id}/set-aside`, { version: version + 1, reason: "广告" })).json().error).toBe("not-waiting");

    await who.post("/progress", { number, code });
    const told = (await who.get("/progress/case")).text;
    for (const words of ["暂不办理", "内容是广告", "补充材料"]) expect(told).toContain(words);
    const form = (await who.get("/progress/case/material")).text;
    await who.post("/progress/case/material", {
      token: valueOf(form, "token"),
      key: valueOf(form, "key"),
      version: valueOf(form, "version"),
      text: "要的是发票管理的检查记录。",
    });
    expect(await intakeEntry(number)).toMatchObject({ isSetAside: false, setAsideReason: null });
    expect(await listWaiting()).toContain(id);
    expect((await who.get("/progress/case")).text).toContain("等待工作机构与您确认");
    expect((await act(id, "confirm")).statusCode).toBe(200);
    expect((await ask("GET", "/intake")).json<IntakeList>().applications.map((one) => one.id)).not.toContain(id);
  });

  test("stands last in the list, and comes back by the office's hand", async () => {
    const aside = await apply(visitor());
    const other = await apply(visitor());
    await ask("POST", `/applications/${aside.id}/set-aside`, { version: 1, reason: "试发" });
    const listed = (await ask("GET", "/intake")).json<IntakeList>().applications.map(({ id }) => id);
    expect(listed.indexOf(aside.id)).toBeGreaterThan(listed.indexOf(other.id));
    expect((await ask("POST", `/applications/${aside.id}/bring-back`, { version: 2 })).json()).toEqual({ version: 3 });
    expect((await ask("POST", `/applications/${aside.id}/bring-back`, { version: 3 })).json().error).toBe("not-set-aside");
    expect((await intakeEntry(aside.number)).isSetAside).toBe(false);
  });

  test("counts in no table, and loses its personal data a year after it was set aside, while what was brought back keeps them", async () => {
    const DAY = 24 * 60;
    const who = visitor();
    const { id, number, code } = await apply(who);
    const back = await apply(visitor());
    const late = await apply(visitor());
    await ask("POST", `/applications/${id}/set-aside`, { version: 1, reason: "试发" });
    await ask("POST", `/applications/${back.id}/set-aside`, { version: 1, reason: "试发" });
    await ask("POST", `/applications/${back.id}/bring-back`, { version: 2 });
    const row = await db.selectFrom("application").selectAll().where("application_id", "=", id).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ received_year: null, counted_year: null, received_on: null });
    const typesOf = async (one: string) =>
      (await readHistory(db, region.bureau.id, { kind: "application", id: one })).map(({ type }) => type);
    clock.moveMinutes(364 * DAY);
    await ask("POST", `/applications/${late.id}/set-aside`, { version: 1, reason: "试发" });
    await keepRetention({ ledger, files, settings: { setAsideMonths: 12 } });
    expect(await typesOf(id)).not.toContain("anonymised");
    clock.moveMinutes(DAY);
    await keepRetention({ ledger, files, settings: { setAsideMonths: 12 } });
    expect(await typesOf(id)).toEqual(["submitted", "setAside", "anonymised"]);
    for (const one of [back.id, late.id]) expect(await typesOf(one)).not.toContain("anonymised");
    // `submitted` carries the id of the seal as text
    const [sealed] = await readHistory(db, region.bureau.id, { kind: "application", id });
    expect(
      await openSealed(db, ledger.keys, {
        agencyId: region.bureau.id,
        sealedId: sealed?.payload["applicant"] as string,
        purpose: "applicant",
      }),
    ).toBeUndefined();
    expect((await who.post("/progress", { number, code })).status).toBe(422);
    expect((await ask("GET", "/intake")).json<IntakeList>().applications.map((one) => one.id)).not.toContain(id);
    expect((await ask("POST", `/applications/${id}/bring-back`, { version: 3 })).json().error).toBe("not-set-aside");
    clock.moveMinutes(-365 * DAY);
  });
});

describe("the office", () => {
  test("gives a new query code, which ends the former one, and has a word for everything that is written down", async () => {
    const who = visitor();
    const { number, code, id } = await apply(who);
    const given = (await ask("POST", `/applications/${id}/access`)).json<{ receiptNumber: string; code: string }>();
    expect(given.receiptNumber).toBe(number);
    expect((await who.post("/progress", { number, code })).status).toBe(422);
    expect((await who.post("/progress", { number, code: given.code })).to).toBe("/progress/case");
    const form = (await who.get("/progress/case/material")).text;
    const fields = { token: valueOf(form, "token"), key: valueOf(form, "key"), version: valueOf(form, "version"), text: "线索一条" };
    await who.upload("/progress/case/material", fields, [{ name: "线索.txt", bytes: "线索" }]);
    const papers = (await ask("GET", `/applications/${id}/papers`)).json<CitizenPapers>();
    const [statement, file] = [papers.statements[0]?.id ?? "", papers.files[0]?.id ?? ""];
    expect((await ask("GET", `/applications/${id}/papers/statements/${statement}`)).json()).toEqual({ text: "线索一条" });
    expect((await ask("GET", `/applications/${id}/papers/files/${file}`)).body).toBe("线索");
    const history = await readHistory(db, region.bureau.id, { kind: "application", id });
    const labels = presentTimeline(history, new Map()).map(({ label }) => label);
    expect(labels).toEqual(["提交申请", "发给查询码", "收到申请人的材料"]);
    const types = await db.selectFrom("event").select("type").distinct().where("stream_kind", "=", "access").execute();
    for (const { type } of types) expect(wordsOf("access", type, {})).toMatch(/\p{Script=Han}/u);
  });

  test("shows papers of a case to nobody of another organ, nor under another case", async () => {
    const who = visitor();
    const mine = await apply(who);
    const other = await apply(visitor());
    await who.post("/progress", { number: mine.number, code: mine.code });
    const form = (await who.get("/progress/case/material")).text;
    const fields = { token: valueOf(form, "token"), key: valueOf(form, "key"), version: valueOf(form, "version"), text: "只给本案" };
    await who.upload("/progress/case/material", fields, [{ name: "线索.txt", bytes: "线索" }]);
    const papers = (await ask("GET", `/applications/${mine.id}/papers`)).json<CitizenPapers>();
    const [statement, file] = [papers.statements[0]?.id ?? "", papers.files[0]?.id ?? ""];
    expect((await ask("GET", `/applications/${other.id}/papers/statements/${statement}`)).statusCode).toBe(404);
    expect((await ask("GET", `/applications/${other.id}/papers/files/${file}`)).statusCode).toBe(404);
    for (const path of [
      `/applications/${mine.id}/papers`,
      `/applications/${mine.id}/papers/files/${file}`,
      `/applications/${mine.id}/papers/statements/${statement}`,
      "/intake",
    ]) {
      expect((await ask("GET", path, undefined, region.elsewhereAdministrator)).statusCode).toBe(404);
      expect((await app.inject({ url: `${BASE}${path}` })).statusCode).toBe(401);
    }
  });
});

describe("what is public already", () => {
  test("is shown before an application is made, with the address where it stands, whoever has published it", async () => {
    const own = await anItem(db, {
      agencyId: region.bureau.id,
      status: "published",
      title: "2025年校舍安全检查情况通报",
      body: "全县学校校舍安全检查结果如下。",
    });
    const unlike = await anItem(db, { agencyId: region.bureau.id, status: "published", title: "学校食堂招标公告", body: "食堂" });
    const hidden = await anItem(db, { agencyId: region.bureau.id, status: "withdrawn", title: "校舍安全检查底稿", body: "校舍安全检查" });
    const others = await anItem(db, {
      agencyId: region.county.id,
      status: "published",
      title: "校舍安全检查工作方案",
      body: "学校",
    });
    const who = visitor();
    const begun = await begin(who, ORGAN);
    await fillIn(who, begun);
    const pages = [
      (await who.get(`${begun.base}/preview`)).text,
      (await who.get(`/apply/${ORGAN}?want=${encodeURIComponent("学校校舍安全检查")}`)).text,
      (await who.get(`/apply?want=${encodeURIComponent("学校校舍安全检查")}`)).text,
    ];
    for (const page of pages) {
      expect(page).toContain(`href="/organs/${ORGAN}/items/${own}"`);
      expect(page).toContain(`href="/organs/${region.county.code}/items/${others}"`);
      for (const id of [unlike, hidden]) expect(page).not.toContain(id);
    }
    expect((await who.get(`/apply/${ORGAN}?want=${encodeURIComponent("火星探测")}`)).text).not.toContain("也许就是您要的");
  });
});

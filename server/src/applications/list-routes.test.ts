import { officialCalendar } from "@gongkai/statute";
import { describe, expect, test } from "vitest";
import { aLedger, aMovableClock, anOfficeApp, aRegion, signInAs } from "../accounts/testing.ts";
import { readDocument } from "@gongkai/document/read";
import { aDatabase } from "../platform/database/testing.ts";
import { applicationProjection } from "./application-projection.ts";
import { applicationRoutes } from "./routes.ts";
import { registerApplication } from "./register-application.ts";
import type { Detected } from "./page-schema.ts";
import type { AssignedMany, OftenAsked, RegisterApplication } from "./schema.ts";
import { anOfficer, aRegistration, SERVICES } from "./testing.ts";

const { db } = await aDatabase();
const ledger = aLedger(db, { clock: aMovableClock(), projections: [applicationProjection(officialCalendar)] });
const region = await aRegion(ledger);
const app = await anOfficeApp(ledger, { slices: [(on, needs) => applicationRoutes(on, { ...needs, actHooks: [] })] });
const BASE = "/api/v1/agencies/yunxi-jiaoyu/applications";
const registrar = anOfficer("registrar");

async function aCase(name: string, title: string, rest: Partial<RegisterApplication> = {}) {
  const given = aRegistration({
    applicant: { kind: "natural", name, idNumber: `1101011990010100${name}`, telephone: "010-00000000" },
    request: { title, description: "", carrier: "paper", delivery: "collect" },
    ...rest,
  });
  const done = await registerApplication(ledger, SERVICES, { agencyId: region.bureau.id, officer: registrar, given });
  if (!done.ok) throw new Error(done.refusal);
  return done.value;
}
const as = (who: keyof typeof region.staff) => signInAs(ledger, region.staff[who]);

describe("detectors", () => {
  test("tell a repeated application, one that others made too, and what the month's items cost", async () => {
    const first = await aCase("11", "校舍检查结果");
    await aCase("12", "校舍检查结果");
    for (let n = 0; n < 10; n += 1) await aCase("11", `第${n}件信息`);
    const again = await aCase("11", "校舍 检查结果！");
    const answer = await app.inject({ url: `${BASE}/${again.id}/detected`, headers: await as("registrar") });
    expect(answer.json<Detected>()).toMatchObject({
      repeated: { count: 1, firstNumber: first.number },
      askedByOthers: { count: 1, applicants: 2 },
      mass: { month: "2026-03", inMonth: 12, place: 12, itemFee: 100, monthFee: 200 },
    });
    const page = await app.inject({ url: `${BASE}/${again.id}`, headers: await as("registrar") });
    expect(page.json().detected.repeated.count).toBe(1);
    expect(
      (await app.inject({ url: `${BASE}/00000000-0000-4000-8000-000000000000/detected`, headers: await as("registrar") })).statusCode,
    ).toBe(404);
  });

  test("propose to publish what several applicants asked for within a year", async () => {
    await aCase("13", "校舍检查结果");
    const asked = async (query = "") =>
      (await app.inject({ url: `${BASE}/often-asked${query}`, headers: await as("officeHead") })).json<OftenAsked>();
    expect((await asked()).items).toMatchObject([{ applicants: 3, applications: 4, advice: expect.stringContaining("主动公开") }]);
    expect((await asked("?least=4")).items).toEqual([]);
  });
});

describe("assigning many at once", () => {
  test("assigns each that may be, and tells of each other why not", async () => {
    const [one, two] = [await aCase("21", "甲"), await aCase("22", "乙")];
    const payload = {
      applications: [
        { id: one.id, version: one.version },
        { id: two.id, version: 9 },
      ],
      handlerId: region.staff.handler.id,
    };
    const headers = await as("officeHead");
    const answer = await app.inject({
      method: "POST",
      url: `${BASE}/assignments`,
      headers: { ...headers, "idempotency-key": "assign-once-0001" },
      payload,
    });
    expect(answer.json<AssignedMany>()).toMatchObject({
      done: [{ id: one.id }],
      refused: [{ id: two.id, error: "changed-meanwhile", message: expect.stringContaining("他人办理") }],
    });
    const again = await app.inject({
      method: "POST",
      url: `${BASE}/assignments`,
      headers: { ...headers, "idempotency-key": "assign-once-0001" },
      payload,
    });
    expect(again.json()).toEqual(answer.json());
    expect((await app.inject({ method: "POST", url: `${BASE}/assignments`, headers: await as("handler"), payload })).statusCode).toBe(403);
  });
});

describe("saved views", () => {
  const VIEWS = "/api/v1/agencies/yunxi-jiaoyu/saved-views";

  test("are one's own: saved, changed, listed and deleted", async () => {
    const headers = await as("handler");
    const put = (query: string) =>
      app.inject({ method: "PUT", url: VIEWS, headers, payload: { list: "applications", name: "我的逾期件", query } });
    await put("overdue=true");
    expect((await put("overdue=true&mine=true")).statusCode).toBe(200);
    const list = async (who: keyof typeof region.staff) =>
      (await app.inject({ url: `${VIEWS}?list=applications`, headers: await as(who) })).json().views;
    expect(await list("handler")).toEqual([{ list: "applications", name: "我的逾期件", query: "overdue=true&mine=true" }]);
    expect(await list("officeHead")).toEqual([]);
    const drop = () =>
      app.inject({ method: "DELETE", url: `${VIEWS}?list=applications&name=${encodeURIComponent("我的逾期件")}`, headers });
    expect((await drop()).statusCode).toBe(204);
    expect((await drop()).json()).toMatchObject({ status: 404, error: "no-such-view" });
  });

  test("beyond fifty are refused", async () => {
    const headers = await as("leader");
    const put = (name: string) => app.inject({ method: "PUT", url: VIEWS, headers, payload: { list: "applications", name, query: "" } });
    for (let n = 0; n < 50; n += 1) await put(`条件${n}`);
    expect((await put("第五十一个")).json()).toMatchObject({ error: "too-many-views" });
    expect((await put("条件3")).statusCode).toBe(200);
  });
});

test("the list as filtered is a workbook with masked applicants", async () => {
  const answer = await app.inject({ url: `${BASE}/export?q=${encodeURIComponent("校舍检查")}&sort=number`, headers: await as("handler") });
  expect(answer.headers["content-disposition"]).toMatch(/^attachment; filename\*=UTF-8''.*\.xlsx$/);
  const read = await readDocument(answer.rawPayload, { name: "列表.xlsx" });
  if (!read.ok) throw new Error(read.message);
  expect(read.doc.text).toContain("校舍检查结果");
  expect(read.doc.text).not.toContain("1101011990010100");
});

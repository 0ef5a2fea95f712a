import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { officialCalendar } from "@gongkai/statute";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aLedger, anOfficeApp, aRegion, signInAs } from "../accounts/testing.ts";
import { applicationProjection, applicationRoutes } from "../applications/index.ts";
import { aRegistration } from "../applications/testing.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { folderFileStore } from "../platform/files/file-store.ts";
import { letterHook } from "./letter-hook.ts";
import { letterRoutes } from "./routes.ts";
import { LETTER_PROJECTIONS } from "./templates.ts";

const { db } = await aDatabase();
const base = aLedger(db);
const ledger = { ...base, projections: [...base.projections, applicationProjection(officialCalendar), ...LETTER_PROJECTIONS] };
const region = await aRegion(ledger);
const folder = mkdtempSync(join(tmpdir(), "letter-routes-"));
afterAll(() => rmSync(folder, { recursive: true }));
const files = folderFileStore(folder);
const calendar = officialCalendar;
const app = await anOfficeApp(ledger, {
  slices: [
    (on, dependencies) =>
      applicationRoutes(on, { ...dependencies, ledger, calendar, actHooks: [letterHook({ files, keys: ledger.keys })] }),
    (on) => letterRoutes(on, { ledger, files, calendar }),
  ],
});
const agency = `/api/v1/agencies/${region.bureau.code}`;
const { staff } = region;
let letters = "";

beforeAll(async () => {
  await db
    .updateTable("agency")
    .set({ contact: JSON.stringify({ telephone: "0000-0000000" }) })
    .where("agency_id", "=", region.bureau.id)
    .execute();
  const registered = await app.inject({
    method: "POST",
    url: `${agency}/applications`,
    headers: await signInAs(ledger, staff.registrar),
    payload: aRegistration(),
  });
  letters = `${agency}/applications/${registered.json<{ id: string }>().id}/letters`;
});

test("a case's letters are listed and given out as files, the applicant masked for those who may not know", async () => {
  const { letters: rows } = (await app.inject({ url: letters, headers: await signInAs(ledger, staff.handler) })).json<{
    letters: { id: string; title: string }[];
  }>();
  expect(rows).toMatchObject([{ title: "政府信息公开申请接收回执", state: "issued", isErased: false }]);
  const file = (format: string) => `${letters}/${rows[0]?.id ?? ""}/files/${format}`;
  for (const format of ["docx", "pdf"]) {
    const sent = await app.inject({ url: file(format), headers: await signInAs(ledger, staff.registrar) });
    expect(sent.statusCode).toBe(200);
    expect(sent.headers["cache-control"]).toContain("no-store");
    expect(decodeURIComponent(String(sent.headers["content-disposition"]))).toContain(`接收回执`);
  }
  expect((await app.inject({ url: file("html"), headers: await signInAs(ledger, staff.registrar) })).body).toContain("申请人甲：");
  for (const person of [staff.handler, staff.leader, region.countySupervisor]) {
    const page = await app.inject({ url: file("html"), headers: await signInAs(ledger, person) });
    expect(page.body).toContain("申**：");
    expect(page.body).not.toContain("申请人甲");
  }
  expect((await app.inject({ url: file("pdf"), headers: await signInAs(ledger, region.elsewhereAdministrator) })).statusCode).toBe(404);
});

test("a draft is saved, read again and previewed; what is missing is told in words", async () => {
  const headers = await signInAs(ledger, staff.handler);
  const payload = { kind: "answer.nonexistent", version: 0, fields: { remark: "甲" } };
  const saved = (await app.inject({ method: "POST", url: letters, headers, payload })).json<{ id: string; version: number }>();
  expect((await app.inject({ url: `${letters}/${saved.id}`, headers })).json()).toMatchObject({
    state: "draft",
    fields: { remark: "甲" },
    version: 1,
  });
  expect(
    (await app.inject({ method: "PUT", url: `${letters}/${saved.id}`, headers, payload: { ...payload, version: 7 } })).json(),
  ).toMatchObject({ status: 409, error: "changed-meanwhile" });
  const preview = await app.inject({
    method: "POST",
    url: `${letters}/preview`,
    headers,
    payload: { kind: payload.kind, fields: payload.fields },
  });
  expect(preview.json()).toMatchObject({
    issues: [{ code: "search" }],
    consequences: { article: "《中华人民共和国政府信息公开条例》第三十六条第四项", remedy: "either", row: "unavailable.notHeld" },
  });
  expect(
    (
      await app.inject({
        method: "POST",
        url: `${letters}/preview`,
        headers,
        payload: { kind: "answer.nonexistent", fields: { unknown: "" } },
      })
    ).statusCode,
  ).toBe(400);
});

test("an act that lacks its letter's parts is refused by name", async () => {
  const headers = await signInAs(ledger, staff.officeHead);
  const acts = letters.replace("/letters", "/acts");
  const version = 2;
  const assigned = await app.inject({ method: "POST", url: `${acts}/assign`, headers, payload: { version, handlerId: staff.handler.id } });
  expect(assigned.statusCode).toBe(200);
  const refused = await app.inject({ method: "POST", url: `${acts}/noticeFee`, headers, payload: { version: 3, amount: 380 } });
  expect(refused.json()).toMatchObject({
    status: 422,
    error: "letter-incomplete",
    issues: expect.arrayContaining([expect.objectContaining({ path: "scheme" })]),
  });
});

test("wordings are kept by the disclosure office and administrators; a missing part is named", async () => {
  const url = `${agency}/letter-templates/answer.granted`;
  const keeper = await signInAs(ledger, staff.officeHead);
  const view = (await app.inject({ url, headers: keeper })).json<{
    title: string;
    lines: string[];
    fields: { label: string; meaning: string }[];
  }>();
  expect(view).toMatchObject({ version: 0, isOwn: false, versions: [] });
  expect(view.fields).toContainEqual(expect.objectContaining({ label: "救济途径", isMandatory: true }));
  const lines = [...view.lines, "感谢{称谓}的关注。"];
  expect(
    (
      await app.inject({
        method: "PUT",
        url,
        headers: await signInAs(ledger, staff.handler),
        payload: { version: 0, title: view.title, lines },
      })
    ).statusCode,
  ).toBe(403);
  const holed = await app.inject({
    method: "PUT",
    url,
    headers: keeper,
    payload: { version: 0, title: view.title, lines: lines.filter((line) => !line.includes("救济途径")) },
  });
  expect(holed.json()).toMatchObject({ status: 422, error: "template-incomplete", issues: [{ path: "remedy" }] });
  const preview = await app.inject({ method: "POST", url: `${url}/preview`, headers: keeper, payload: { title: view.title, lines } });
  expect(preview.json<{ html: string }>().html).toContain("感谢您的关注。");
  expect((await app.inject({ method: "PUT", url, headers: keeper, payload: { version: 0, title: view.title, lines } })).json()).toEqual({
    version: 1,
  });
  expect((await app.inject({ url, headers: keeper })).json()).toMatchObject({ version: 1, isOwn: true, lines });
  expect((await app.inject({ method: "POST", url: `${url}/reset`, headers: keeper, payload: { version: 1 } })).json()).toEqual({
    version: 2,
  });
  const after = (await app.inject({ url, headers: keeper })).json();
  expect(after).toMatchObject({
    isOwn: false,
    lines: view.lines,
    versions: [
      { version: 2, isReset: true },
      { version: 1, isReset: false },
    ],
  });
});

test("the kinds tell their fields and what an outcome brings with it", async () => {
  const { kinds } = (await app.inject({ url: `${agency}/letter-kinds`, headers: await signInAs(ledger, staff.handler) })).json<{
    kinds: { kind: string; fields: { name: string }[] }[];
  }>();
  const fee = kinds.find(({ kind }) => kind === "fee");
  expect(fee?.fields.map(({ name }) => name)).toContain("scheme");
});

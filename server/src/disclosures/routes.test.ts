import { createDocBuilder } from "@gongkai/document";
import { readDocument } from "@gongkai/document/read";
import { writeDocx } from "@gongkai/document/write";
import { officialCalendar } from "@gongkai/statute";
import { expect, test } from "vitest";
import { aLedger, anOfficeApp, aRegion, signInAs } from "../accounts/testing.ts";
import { applicationProjection, performAct, registerApplication } from "../applications/index.ts";
import { anOfficer, aRegistration, SERVICES } from "../applications/testing.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { draftFromApplication } from "./draft-from-application.ts";
import { disclosureProjections, disclosureRoutes } from "./index.ts";
import { findPublicItem } from "./find-public-item.ts";
import { findPublicAttachment } from "./public-items.ts";
import type { CatalogueImported, ItemDone, ItemPage } from "./schema.ts";
import { CLEAR, someFiles, STAFF, valueOf } from "./testing.ts";

const { db } = await aDatabase();
const base = aLedger(db);
const ledger = {
  ...base,
  projections: [...base.projections, applicationProjection(officialCalendar), ...disclosureProjections(officialCalendar)],
};
const region = await aRegion(ledger);
const { staff, bureau } = region;
const files = someFiles();
const app = await anOfficeApp(ledger, {
  slices: [
    (on, dependencies) =>
      disclosureRoutes(on, { ...dependencies, ledger, files, readers: { ...dependencies.readers, read: readDocument } }),
  ],
});
const agency = `/api/v1/agencies/${bureau.code}`;

async function send<Answer>(
  who: keyof typeof staff,
  method: "GET" | "POST" | "PUT",
  path: string,
  payload?: object,
): Promise<{ readonly status: number; readonly body: Answer }> {
  const answer = await app.inject({
    method,
    url: `${agency}/${path}`,
    headers: await signInAs(ledger, staff[who]),
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: answer.statusCode, body: answer.json<Answer>() };
}

async function upload<Answer>(
  who: keyof typeof staff,
  path: string,
  name: string,
  bytes: Uint8Array,
): Promise<{ readonly status: number; readonly body: Answer }> {
  const form = new FormData();
  form.set("file", new File([new Uint8Array(bytes)], name));
  const request = new Request("http://127.0.0.1/", { method: "POST", body: form });
  const headers = { ...(await signInAs(ledger, staff[who])), "content-type": request.headers.get("content-type") ?? "" };
  const answer = await app.inject({ method: "POST", url: `${agency}/${path}`, headers, payload: Buffer.from(await request.arrayBuffer()) });
  return { status: answer.statusCode, body: answer.json<Answer>() };
}

test("an attachment with a number in it goes the whole way: handed in, found, cleaned, signed, public, the original inside", async () => {
  const builder = createDocBuilder("docx");
  builder.paragraph("资助名单：受助学生家长手机13800001234。");
  const kept = await upload<{ sha256: string; mediaType: string }>("handler", "item-files", "名单.docx", await writeDocx(builder.build()));
  expect(kept.status).toBe(200);
  expect((await upload("leader", "item-files", "名单.docx", new Uint8Array([1]))).status).toBe(403);
  expect((await upload("handler", "item-files", "程序.exe", new Uint8Array([0x4d, 0x5a, 0, 0]))).status).toBe(415);

  const entry = await send<{ id: string }>("officeHead", "POST", "catalogue", { statutory: "20.11", name: "学生资助" });
  const draft = {
    title: "2026年春季学生资助名单",
    genre: "publicity",
    entry: entry.body.id,
    formedOn: "2026-03-02",
    html: "<p>名单见附件。</p>",
    attachments: [{ sha256: kept.body.sha256, name: "名单.docx" }],
  };
  expect((await send("leader", "POST", "items", draft)).status).toBe(403);
  const drafted = await send<ItemDone>("handler", "POST", "items", draft);
  expect(drafted.status).toBe(200);
  const { id } = drafted.body;
  const act = async (who: keyof typeof staff, path: string, body: object = {}) => {
    const { version } = (await send<ItemPage>("handler", "GET", `items/${id}`)).body.item;
    return send<ItemDone & { error?: string; message?: string }>(who, "POST", `items/${id}/${path}`, { version, ...body });
  };
  await act("handler", "mark", { attribute: "proactive" });
  await act("handler", "screening");
  const page = (await send<ItemPage>("handler", "GET", `items/${id}`)).body;
  expect(page.screening?.findings).toMatchObject([{ rule: "mobile", source: "名单.docx", replacement: "138****1234", verdict: null }]);
  expect(page.acts).toContain("submit");
  expect(await act("handler", "submission")).toMatchObject({ status: 409, body: { error: "finding-open" } });
  expect((await act("handler", "masks", { fingerprints: page.screening?.findings.map(({ fingerprint }) => fingerprint) })).status).toBe(
    200,
  );
  expect((await act("handler", "submission")).status).toBe(200);
  for (const who of ["unitHead", "secrecyReviewer", "leader"] as const) {
    expect((await act(who, "signatures", { opinion: "同意", checks: CLEAR })).status).toBe(200);
  }
  expect(await act("handler", "publication")).toMatchObject({ status: 403 });
  expect(await act("registrar", "publication")).toMatchObject({
    status: 200,
    body: { state: "published", indexNumber: `${bureau.code}/2026-00001` },
  });

  const shown = await findPublicItem(db, bureau.id, id);
  if (shown?.status !== "published") throw new Error("not public");
  const [attachment] = shown.item.attachments;
  expect(attachment?.sha256).not.toBe(kept.body.sha256);
  expect(await findPublicAttachment(db, bureau.id, { itemId: id, sha256: kept.body.sha256 })).toBeUndefined();
  expect(JSON.stringify(shown)).not.toContain(kept.body.sha256);
  const clean = await app.inject({
    url: `${agency}/item-files/${attachment?.sha256 ?? ""}`,
    headers: await signInAs(ledger, staff.handler),
  });
  expect(clean.headers["content-disposition"]).toContain("attachment");
  expect(clean.rawPayload.subarray(0, 2).toString()).toBe("PK");
  const timeline = (await send<ItemPage>("leader", "GET", `items/${id}`)).body.timeline.map(({ words }) => words);
  expect(timeline.slice(-4)).toEqual(["审查同意", "审查同意", "审查同意", "发布"]);
  const difference = await send<{ pieces: { kind: string }[] }>("handler", "GET", `items/${id}/difference?from=1&to=2`);
  expect(difference.body.pieces.every(({ kind }) => kind === "same")).toBe(true);
});

test("a Word file becomes a body, and a catalogue comes in and goes out as a workbook", async () => {
  const builder = createDocBuilder("docx");
  builder.heading(1, "关于招生的通知");
  builder.table([
    [{ text: "学校" }, { text: "人数" }],
    [{ text: "石桥小学" }, { text: "90" }],
  ]);
  const body = await upload<{ html: string }>("handler", "item-bodies", "通知.docx", await writeDocx(builder.build()));
  expect(body.body.html).toContain("<td>石桥小学</td>");
  const out = await app.inject({ url: `${agency}/catalogue.xlsx`, headers: await signInAs(ledger, staff.officeHead) });
  expect(out.statusCode).toBe(200);
  const imported = await upload<CatalogueImported>("officeHead", "catalogue/import", "目录.xlsx", out.rawPayload);
  expect(imported.body).toMatchObject({ added: 0, changed: 0, problems: [] }); // nothing in it is new
  expect((await upload("officeHead", "catalogue/import", "目录.txt", new TextEncoder().encode("没有目录的文件"))).status).toBe(422);
});

test("an answered application becomes a draft; one that waits for its answer does not", async () => {
  const agencyId = bureau.id;
  const registrar = anOfficer("registrar");
  const application = valueOf(await registerApplication(ledger, SERVICES, { agencyId, officer: registrar, given: aRegistration() }));
  const entry = (await send<{ entries: { id: string }[] }>("officeHead", "GET", "catalogue")).body.entries[0]?.id ?? "";
  const given = { application: application.id, entry };
  const draft = () => draftFromApplication(ledger, files, { agencyId, officer: STAFF.drafter, given });
  expect(await draft()).toEqual({ ok: false, refusal: "application-not-answered" });
  const answered = await performAct(ledger, SERVICES, {
    agencyId,
    applicationId: application.id,
    act: "answerOnSpot",
    officer: registrar,
    given: { version: application.version, outcome: "granted", article: "第三十六条第二项", isSealed: true },
  });
  if (!answered.ok) throw new Error(answered.refusal);
  const { id } = valueOf(await draft());
  const page = (await send<ItemPage>("handler", "GET", `items/${id}`)).body;
  expect(page.draft.title).toBe("云溪县2025年学校校舍安全检查结果");
  expect(page.item.state).toBe("drafted");
});

import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ActName, officialCalendar, plainDate, type Role } from "@gongkai/statute";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { aLedger, aMovableClock, anOfficeApp, aRegion, signInAs } from "../accounts/testing.ts";
import { applicationProjection, applicationRoutes, performAct } from "../applications/index.ts";
import type { PerformAct } from "../applications/schema.ts";
import { anOfficer } from "../applications/testing.ts";
import { readHistory } from "../ledger/index.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { folderFileStore } from "../platform/files/file-store.ts";
import { questionOf } from "./human-check.ts";
import { citizenNoticeHook, citizenRoutes, keepRetention } from "./index.ts";
import type { CitizenPapers, IntakeList } from "./schema.ts";
import { A_FORM, aVisitor, begin, fillIn, readReceipt, send, valueOf, type Visitor } from "./testing.ts";

const { db } = await aDatabase();
const clock = aMovableClock();
const ledger = aLedger(db, { clock, projections: [applicationProjection(officialCalendar)] });
const region = await aRegion(ledger);
const hooks = [citizenNoticeHook];
const files = folderFileStore(join(tmpdir(), "gongkai-test-files"));
const app = await anOfficeApp(ledger, {
  slices: [(on, all) => applicationRoutes(on, { ...all, actHooks: hooks }), (on, all) => citizenRoutes(on, all, { actHooks: hooks })],
});
const ORGAN = region.bureau.code;
let next = 1;
/** Each from an address of its own, so that no test uses up another's tries. */
const visitor = () => aVisitor(app, `198.51.100.${(next += 1)}`);

async function apply(who: Visitor, changed: Parameters<typeof fillIn>[2] = {}) {
  const begun = await begin(who, ORGAN);
  await fillIn(who, begun, changed);
  const sent = await send(who, begun, { answer: String(questionOf(begun.draftId).answer) });
  expect(sent).toMatchObject({ status: 303, to: `${begun.base}/receipt` });
  return { begun, ...(await readReceipt(who, begun)) };
}

async function caseOf(number: string): Promise<string> {
  const row = await db
    .selectFrom("application_access")
    .select("application_id")
    .where("agency_id", "=", region.bureau.id)
    .where("receipt_number", "=", number.replaceAll(" ", ""))
    .executeTakeFirstOrThrow();
  return row.application_id;
}

async function act(applicationId: string, name: ActName, role: Role, given: Partial<PerformAct> = {}) {
  const history = await readHistory(db, region.bureau.id, { kind: "application", id: applicationId });
  const officer = { ...anOfficer(role), actor: { kind: "person", personId: region.staff.registrar.id, name: "岗位" } as const };
  const done = await performAct(
    ledger,
    { calendar: officialCalendar(), hooks },
    { agencyId: region.bureau.id, applicationId, act: name, officer, given: { version: history.length, ...given } },
  );
  expect(done).toMatchObject({ ok: true });
}

const countCases = async () =>
  (await db.selectFrom("application").select("application_id").where("agency_id", "=", region.bureau.id).execute()).length;

describe("applying", () => {
  test("makes one case of a double click, a retry and the back button, with one receipt", async () => {
    const who = visitor();
    const before = await countCases();
    const begun = await begin(who, ORGAN);
    await fillIn(who, begun);
    const preview = await who.get(`${begun.base}/preview`);
    const form = { token: begun.token, version: valueOf(preview.text, "version"), answer: String(questionOf(begun.draftId).answer) };
    const sent = await Promise.all([1, 2, 3].map(() => who.post(`${begun.base}/submit`, form)));
    expect(sent.map(({ to }) => to)).toEqual(sent.map(() => `${begun.base}/receipt`));
    const first = await readReceipt(who, begun);
    expect(first.number).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/);
    expect(first.code).toMatch(/^\d{4} \d{4} \d{4}$/);
    expect(await readReceipt(who, begun)).toEqual(first);
    expect((await who.get(`${begun.base}/request`)).to).toBe(`${begun.base}/receipt`);
    expect(await countCases()).toBe(before + 1);
  });

  test("goes on where the line broke, and tells what is wrong with all of it at once", async () => {
    const who = visitor();
    const begun = await begin(who, ORGAN);
    expect((await who.post(`${begun.base}/request`, { token: begun.token, go: "auto", title: "半句话" })).status).toBe(204);
    expect((await who.get(`/apply/${ORGAN}`)).text).toContain("继续填写：半句话");
    expect((await who.get(`${begun.base}/request`)).text).toContain("半句话");
    const preview = await who.get(`${begun.base}/preview`);
    expect(preview.status).toBe(422);
    for (const words of ["请选择申请人类型", "请填写申请人的姓名", "请选择希望得到的载体"]) expect(preview.text).toContain(words);
    const wrong = await who.post(`${begun.base}/applicant`, {
      token: begun.token,
      go: "next",
      ...A_FORM.applicant,
      idNumber: "110101199001010016",
    });
    expect((await who.get(wrong.to.replace("#problems", ""))).text).toContain("居民身份证号码有误");
  });

  test("never asks for the purpose, and asks an organisation for its code instead of a person's papers", async () => {
    const who = visitor();
    const { number } = await apply(who, {
      applicant: { kind: "business", name: "云溪县某建材厂", idType: "", idNumber: "", creditCode: "91110000000000000X" },
    });
    const row = await db
      .selectFrom("application")
      .selectAll()
      .where("application_id", "=", await caseOf(number))
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ applicant_kind: "business", applicant_name: "云溪县某建材厂", channel: "internet", state: "submitted" });
    const pages = await Promise.all(
      ["request", "applicant", "supply"].map(async (step) => (await who.get(`${(await begin(who, ORGAN)).base}/${step}`)).text),
    );
    expect(pages.join("")).not.toMatch(/用途/);
  });

  test("keeps nothing personal in the clear: not in drafts, events, messages or answers of commands", async () => {
    const who = visitor();
    const begun = await begin(who, ORGAN);
    await fillIn(who, begun, { request: { title: "关于13900000001的记录" } });
    const draft = await db
      .selectFrom("application_draft")
      .select("content")
      .where("draft_id", "=", begun.draftId)
      .executeTakeFirstOrThrow();
    expect(draft.content?.toString("latin1")).not.toContain("110101199001010015");
    await send(who, begun, { answer: String(questionOf(begun.draftId).answer) });
    const { code } = await readReceipt(who, begun);
    const kept = JSON.stringify([
      await db.selectFrom("event").select("payload").execute(),
      await db.selectFrom("message").selectAll().execute(),
      await db.selectFrom("command_receipt").select("answer").execute(),
      await db.selectFrom("application").select(["summary", "applicant_name"]).execute(),
    ]);
    for (const secret of ["110101199001010015", "applicant@example.cn", "申请人甲", "13900000001", code, code.replaceAll(" ", "")])
      expect(kept).not.toContain(secret);
  });

  test("asks a question of those without script; whoever cannot answer it is taken all the same, with a mark for the clerk", async () => {
    const who = visitor();
    const begun = await begin(who, ORGAN);
    await fillIn(who, begun);
    const asked = await send(who, begun, { answer: "一百" });
    expect((await who.get(asked.to.replace("#problems", ""))).text).toContain("没有答对");
    expect((await send(who, begun, { answer: "" })).to).toBe(`${begun.base}/receipt`);
    const { number } = await readReceipt(who, begun);
    const headers = await signInAs(ledger, region.staff.registrar);
    const { applications } = (await app.inject({ url: `/api/v1/agencies/${ORGAN}/intake`, headers })).json<IntakeList>();
    expect(applications.find(({ receiptNumber }) => receiptNumber === number)).toMatchObject({
      isSuspected: true,
      suspicions: [{ code: "question" }, { code: "fast" }],
    });
  });
});

describe("files", () => {
  const OFFICE_FILE = (extra: Readonly<Record<string, string>> = {}) =>
    zipSync({
      "[Content_Types].xml": strToU8(
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ),
      "word/document.xml": strToU8("<w:document/>"),
      ...Object.fromEntries(Object.entries(extra).map(([name, text]) => [name, strToU8(text)])),
    });
  const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64");
  test.each([
    {
      what: "a program called a picture",
      name: "照片.jpg",
      bytes: Buffer.concat([Buffer.from("MZ"), Buffer.alloc(400, 1)]),
      says: "不能接收这种文件",
    },
    { what: "a page called text", name: "说明.txt", bytes: "<!doctype html><script>alert(1)</script>", says: "不能接收这种文件" },
    {
      what: "a drawing that runs script",
      name: "图.svg",
      bytes: '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      says: "不能接收这种文件",
    },
    { what: "a picture called a document", name: "证明.pdf", bytes: PNG, says: "内容与后缀名不符" },
    { what: "a document with macros", name: "表.docx", bytes: OFFICE_FILE({ "word/vbaProject.bin": "x" }), says: "含有宏" },
    { what: "an empty file", name: "空.txt", bytes: "", says: "是空的" },
    { what: "an archive", name: "包.zip", bytes: zipSync({ "a.txt": strToU8("a") }), says: "不能接收这种文件" },
    { what: "a file that is too large", name: "大.txt", bytes: Buffer.alloc(20 * 1024 * 1024 + 2, 65), says: "超过20MB" },
  ])("refuses $what, with a reason", async ({ name, bytes, says }) => {
    const who = visitor();
    const begun = await begin(who, ORGAN);
    const refused = await who.upload(`${begun.base}/files`, { token: begun.token }, [{ name, bytes }]);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(says);
    expect((await who.get(`${begun.base}/files`)).text).toContain("还没有附件");
  });

  test("are kept under seal, opened by the office with a record, and never shown in place", async () => {
    const who = visitor();
    const begun = await begin(who, ORGAN);
    await fillIn(who, begun);
    expect((await who.upload(`${begun.base}/files`, { token: begun.token }, [{ name: "../../<b>说明.txt", bytes: "说明的文字" }])).to).toBe(
      `${begun.base}/files`,
    );
    for (const _again of ["sent", "sent again, because the line broke"]) {
      expect((await who.upload(`${begun.base}/files`, { token: begun.token }, [{ name: "图.png", bytes: PNG }])).to).toBe(
        `${begun.base}/files`,
      );
    }
    expect((await who.get(`${begun.base}/files`)).text).toContain(">b说明.txt<");
    await send(who, begun, { answer: String(questionOf(begun.draftId).answer) });
    const applicationId = await caseOf((await readReceipt(who, begun)).number);
    const headers = await signInAs(ledger, region.staff.registrar);
    const base = `/api/v1/agencies/${ORGAN}/applications/${applicationId}/papers`;
    const papers = (await app.inject({ url: base, headers })).json<CitizenPapers>();
    expect(papers.files.map(({ mediaType }) => mediaType).toSorted()).toEqual(["image/png", "text/plain"]);
    const note = papers.files.find(({ mediaType }) => mediaType === "text/plain")?.id ?? "";
    const opened = await app.inject({ url: `${base}/files/${note}`, headers });
    expect(opened.body).toBe("说明的文字");
    expect(opened.headers["content-disposition"]).toMatch(/^attachment/);
    const looked = await readHistory(db, region.bureau.id, { kind: "access", id: region.staff.registrar.id });
    expect(looked.map(({ type }) => type)).toContain("fileOpened");
    const rows = await db.selectFrom("citizen_file").select("sha256").where("application_id", "=", applicationId).execute();
    for (const { sha256 } of rows)
      expect((await files.find(sha256))?.toString("latin1")).not.toContain(Buffer.from("说明的文字").toString("latin1"));
    expect(
      (
        await app.inject({
          url: `${base.replace(ORGAN, region.elsewhere.code)}/files/${note}`,
          headers: await signInAs(ledger, region.elsewhereAdministrator),
        })
      ).statusCode,
    ).not.toBe(200);
  });
});

describe("strangers", () => {
  test("do not find, change, send or delete another browser's draft", async () => {
    const owner = visitor();
    const begun = await begin(owner, ORGAN);
    await fillIn(owner, begun);
    const stranger = visitor();
    const own = await begin(stranger, ORGAN);
    for (const step of ["request", "applicant", "supply", "files", "preview", "receipt"])
      expect((await stranger.get(`${begun.base}/${step}`)).status).toBe(404);
    for (const token of [own.token, begun.token]) {
      expect((await stranger.post(`${begun.base}/request`, { token, title: "改掉", go: "save" })).status).toBe(404);
      expect((await stranger.post(`${begun.base}/submit`, { token, version: "1" })).status).toBe(404);
      expect((await stranger.post(`${begun.base}/discard`, { token })).status).toBe(404);
    }
    expect((await owner.get(`${begun.base}/preview`)).text).toContain(A_FORM.request.title);
  });

  test("on another site cannot use a citizen's browser", async () => {
    const who = visitor();
    const begun = await begin(who, ORGAN);
    const fields = { token: begun.token, title: "别人写的", go: "save" };
    expect((await who.post(`${begun.base}/request`, fields, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await who.post(`${begun.base}/request`, fields, { origin: "https://evil.example" })).status).toBe(403);
    expect((await who.post(`${begun.base}/request`, { ...fields, token: "" })).status).toBe(404);
    expect((await who.get(`${begun.base}/request`)).text).not.toContain("别人写的");
  });

  test("guess at query codes in vain: unknown number and wrong code are told the same, and soon nothing more is tried", async () => {
    const { number, code } = await apply(visitor());
    const guesser = visitor();
    const wrong = await guesser.post("/progress", { number, code: "000000000000" });
    const unknown = await guesser.post("/progress", { number: "0000226030299999", code: "000000000000" });
    const told = (text: string) => text.replaceAll(/value="[^"]*"/g, "");
    expect([wrong.status, unknown.status]).toEqual([422, 422]);
    expect(told(wrong.text)).toBe(told(unknown.text));
    for (let guess = 0; guess < 9; guess += 1) await guesser.post("/progress", { number, code: String(guess).repeat(12) });
    expect((await guesser.post("/progress", { number, code })).status).toBe(429);
    clock.moveMinutes(16);
    expect((await guesser.post("/progress", { number, code })).to).toBe("/progress/case");
  });

  test("write script and signs of other languages into every field, and it stays text", async () => {
    const who = visitor();
    const evil = `"><script>alert(1)</script><img src=x onerror=alert(2)>'; drop table application; -- \u202Egnp.exe {{7*7}}`;
    const begun = await begin(who, ORGAN);
    await fillIn(who, begun, {
      request: { title: evil, description: evil, documentNumber: evil.slice(0, 90), period: evil.slice(0, 90) },
      applicant: { name: evil.slice(0, 90), address: evil, postcode: "<b>" },
      supply: { help: evil },
    });
    const pages = [];
    for (const step of ["request", "applicant", "supply", "files", "preview"]) pages.push((await who.get(`${begun.base}/${step}`)).text);
    await send(who, begun, { answer: String(questionOf(begun.draftId).answer) });
    pages.push((await who.get(`${begun.base}/receipt`)).text);
    const { number, code } = await readReceipt(who, begun);
    await who.post("/progress", { number, code });
    pages.push(
      (await who.get("/progress/case")).text,
      (await who.get(`/apply?want=${encodeURIComponent(evil)}`)).text,
      (await who.get(`/apply/${ORGAN}?want=${encodeURIComponent(evil)}`)).text,
    );
    pages.push(
      (await who.get(`/progress/verify?number=${encodeURIComponent(evil.slice(0, 60))}&code=%3Cscript%3E`)).text,
      (await who.get(`/progress?number=${encodeURIComponent('"><script>')}`)).text,
    );
    for (const page of pages) {
      expect(page).not.toMatch(/<script>alert|<img src=x|\u202E/);
      expect(page.length).toBeGreaterThan(500);
    }
    expect(await countCases()).toBeGreaterThan(0);
  });

  test("bring what is no form, and get an answer that is no fault", async () => {
    const who = visitor();
    const begun = await begin(who, ORGAN);
    const odd = [
      await who.get(`/apply/${ORGAN}/not-a-draft/request`),
      await who.get("/apply/../../etc/passwd"),
      await who.get(`/apply/${"a".repeat(300)}`),
      await who.get("/opinion?k=1.00000000-0000-4000-8000-000000000000.x"),
      await who.get(`/opinion?k=${encodeURIComponent("' or 1=1")}`),
      await who.post(`${begun.base}/submit`, { token: begun.token, version: "x" }),
      await who.post("/progress", {}),
      await who.post("/progress", { number: "9".repeat(5000), code: "９".repeat(5000) }),
      await who.upload(`${begun.base}/files`, { token: begun.token }, []),
    ];
    for (const { status } of odd) expect(status).toBeLessThan(500);
    who.cookies.set("gongkai_progress", "AAAA");
    expect((await who.get("/progress/case")).to).toBe("/progress");
  });
});

describe("a case", () => {
  test("is followed, corrected, paid for and withdrawn by its applicant, who sees why each date is what it is", async () => {
    const who = visitor();
    const { number, code } = await apply(who);
    const id = await caseOf(number);
    expect((await who.post("/progress", { number, code: code.replaceAll(" ", "") })).to).toBe("/progress/case");
    expect((await who.get("/progress/case")).text).toContain("等待工作机构与您确认");
    await act(id, "confirm", "registrar");
    await act(id, "register", "registrar");
    await act(id, "assign", "officeHead", { handlerId: region.staff.handler.id });
    await act(id, "askCorrection", "officeHead", { reason: "请写明是哪些学校。", correctBy: plainDate("2026-03-20") });
    const asked = (await who.get("/progress/case")).text;
    for (const words of ["需要您补正", "最迟2026年3月20日", "请写明是哪些学校。", "补正期间停止计算答复期限"])
      expect(asked).toContain(words);

    const form = (await who.get("/progress/case/correction")).text;
    const fields = { token: valueOf(form, "token"), key: valueOf(form, "key"), version: valueOf(form, "version"), text: "要乡镇小学的。" };
    expect((await who.post("/progress/case/correction", { ...fields, text: "" })).text).toContain("请填写内容");
    const twice = [
      await who.upload("/progress/case/correction", fields, [{ name: "名单.txt", bytes: "名单" }]),
      await who.post("/progress/case/correction", fields),
    ];
    expect(twice[0]?.to).toBe("/progress/case?done=correction");
    const history = await readHistory(db, region.bureau.id, { kind: "application", id });
    expect(history.filter(({ type }) => type === "corrected")).toHaveLength(1);
    expect(JSON.stringify(history.map(({ payload }) => payload))).not.toContain("乡镇小学");
    const corrected = (await who.get("/progress/case")).text;
    for (const words of ["正在办理", "最迟答复", "重新计算20个工作日"]) expect(corrected).toContain(words);

    await act(id, "noticeFee", "officeHead", { amount: 380, receivedOn: plainDate("2026-03-02") });
    const fee = (await who.get("/progress/case/payment")).text;
    expect(
      (
        await who.post("/progress/case/payment", {
          token: valueOf(fee, "token"),
          key: valueOf(fee, "key"),
          version: valueOf(fee, "version"),
          text: "已缴",
        })
      ).to,
    ).toContain("done=payment");
    await act(id, "recordPayment", "cashier");
    const leave = (await who.get("/progress/case/withdrawal")).text;
    const sure = { token: valueOf(leave, "token"), key: valueOf(leave, "key"), version: valueOf(leave, "version"), text: "" };
    expect((await who.post("/progress/case/withdrawal", sure)).text).toContain("请勾选");
    expect((await who.post("/progress/case/withdrawal", { ...sure, sure: "on" })).to).toContain("done=withdrawal");
    expect((await who.get("/progress/case")).text).toContain("您已撤回申请");
    const notices = await db.selectFrom("citizen_notice").select("kind").where("application_id", "=", id).orderBy("created_at").execute();
    expect(notices.map(({ kind }) => kind).toSorted()).toEqual(["askCorrection", "confirm", "noticeFee", "register"]);

    await keepRetention({ ledger, files, settings: { setAsideMonths: 12 } });
    expect((await who.get("/progress/case")).status).toBe(200);
    clock.moveMinutes(11 * 366 * 24 * 60);
    expect(await keepRetention({ ledger, files, settings: { setAsideMonths: 12 } })).toMatchObject({ cases: expect.any(Number) });
    const asked2 = await db
      .selectFrom("application_request")
      .select(["title", "erased_at"])
      .where("application_id", "=", id)
      .executeTakeFirstOrThrow();
    expect(asked2.title).toBe("");
    expect((await readHistory(db, region.bureau.id, { kind: "application", id })).at(-1)?.type).toBe("anonymised");
    const kept = await db.selectFrom("citizen_file").selectAll().where("application_id", "=", id).execute();
    for (const { sha256, erased_at } of kept) expect([erased_at === null, await files.find(sha256)]).toEqual([false, undefined]);
    expect(await db.selectFrom("application_draft").select("draft_id").execute()).toEqual([]);
  });

  test("takes the opinion of a third party once, through its link, which tells nothing of the applicant", async () => {
    const { number } = await apply(visitor());
    const id = await caseOf(number);
    await act(id, "confirm", "registrar");
    await act(id, "register", "registrar");
    await act(id, "assign", "officeHead", { handlerId: region.staff.handler.id });
    const headers = await signInAs(ledger, region.staff.officeHead);
    const link = (consultation: string) =>
      app.inject({
        method: "POST",
        url: `/api/v1/agencies/${ORGAN}/applications/${id}/consultations/${consultation}/link`,
        headers,
        payload: { about: "检查报告第三部分", why: "可能涉及商业秘密" },
      });
    expect((await link("1")).statusCode).toBe(404);
    await act(id, "consultThirdParty", "officeHead", { consulted: "云溪县某建筑公司" });
    const former = (await link("1")).json<{ url: string }>().url;
    const { url } = (await link("1")).json<{ url: string }>();
    const third = visitor();
    const path = (whole: string) => whole.slice(whole.indexOf("/opinion"));
    expect((await third.get(path(former))).status).toBe(410);
    expect((await third.get(path(url))).to).toBe("/opinion/form");
    const page = await third.get("/opinion/form");
    expect(page.text).toContain("检查报告第三部分");
    expect(page.text).not.toContain("申请人甲");
    const token = valueOf(page.text, "token");
    expect((await third.post("/opinion/form", { token, position: "object", text: "" })).text).toContain("请写明理由");
    expect((await third.post("/opinion/form", { token, position: "object", text: "涉及工艺参数" })).text).toContain("意见已经提交");
    expect((await third.get(path(url))).text).toContain("意见已经提交");
    const history = await readHistory(db, region.bureau.id, { kind: "application", id });
    expect(history.at(-1)).toMatchObject({ type: "opinionReceived", payload: { position: "object" } });
    expect(JSON.stringify(history.map(({ payload }) => payload))).not.toMatch(/工艺|建筑公司|第三部分/);
  });
});

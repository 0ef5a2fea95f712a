import { createHash } from "node:crypto";
import { officialCalendar } from "@gongkai/statute";
import { describe, expect, test } from "vitest";
import { aLedger, aMovableClock, anOfficeApp, aRegion, signInAs } from "../accounts/testing.ts";
import { applicationProjection, applicationRoutes } from "../applications/index.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { questionOf } from "./human-check.ts";
import { citizenRoutes } from "./index.ts";
import { aVisitor, begin, fillIn, readReceipt, send, valueOf, type Visitor } from "./testing.ts";

const { db } = await aDatabase();
const clock = aMovableClock();
const ledger = aLedger(db, { clock, projections: [applicationProjection(officialCalendar)] });
const region = await aRegion(ledger);
const app = await anOfficeApp(ledger, {
  slices: [(on, all) => applicationRoutes(on, { ...all, actHooks: [] }), (on, all) => citizenRoutes(on, all, { actHooks: [] })],
});
const ORGAN = region.bureau.code;
let next = 1;
const anAddress = () => `203.0.113.${(next += 1)}`;
const visitor = (address = anAddress()) => aVisitor(app, address);

async function apply(who: Visitor) {
  const begun = await begin(who, ORGAN);
  await fillIn(who, begun);
  await send(who, begun, { answer: String(questionOf(begun.draftId).answer) });
  return { begun, ...(await readReceipt(who, begun)) };
}

describe("guessing codes", () => {
  test("at many numbers from one address is stopped after thirty, while others go on", async () => {
    const { number, code } = await apply(visitor());
    const guesser = visitor();
    for (let guess = 0; guess < 30; guess += 1)
      await guesser.post("/progress", { number: `00002260302${String(guess).padStart(5, "0")}`, code: "123456789012" });
    expect((await guesser.post("/progress", { number, code })).status).toBe(429);
    expect((await visitor().post("/progress", { number, code })).to).toBe("/progress/case");
  });

  test("at one number from many addresses is stopped after ten, and the applicant is let in again after ten minutes", async () => {
    const { number, code } = await apply(visitor());
    for (let guess = 0; guess < 10; guess += 1) await visitor().post("/progress", { number, code: String(guess).repeat(12) });
    const blocked = await visitor().post("/progress", { number, code });
    expect(blocked.status).toBe(429);
    expect(blocked.text).not.toContain(code);
    clock.moveMinutes(11);
    expect((await visitor().post("/progress", { number, code })).to).toBe("/progress/case");
  });

  test("of a letter or a third party's link is slowed down too", async () => {
    const guesser = visitor();
    let last = 200;
    for (let guess = 0; guess < 61; guess += 1)
      last = (await guesser.get(`/progress/verify?number=${encodeURIComponent("云教公开〔2026〕1号")}&code=2222-${2000 + guess}`)).status;
    expect(last).toBe(429);
    for (let guess = 0; guess < 61; guess += 1)
      last = (await guesser.get(`/opinion?k=1.00000000-0000-4000-8000-0000000000${10 + (guess % 90)}.guess`)).status;
    expect(last).toBe(429);
  });
});

describe("other people's cases", () => {
  test("open to no session that was made up, altered, or left alone for half an hour", async () => {
    const who = visitor();
    const { number, code } = await apply(who);
    await who.post("/progress", { number, code });
    const sealed = who.cookies.get("gongkai_progress") ?? "";
    const stranger = visitor();
    for (const cookie of [
      `${sealed.slice(0, -2)}AA`,
      sealed.slice(4),
      Buffer.from('{"agencyId":1}').toString("base64url"),
      "a".repeat(5000),
    ]) {
      stranger.cookies.set("gongkai_progress", cookie);
      expect((await stranger.get("/progress/case")).to).toBe("/progress");
      expect((await stranger.get("/progress/case/material")).to).toBe("/progress");
    }
    stranger.cookies.set("gongkai_opinion", sealed); // sealed by us, for something else
    expect((await stranger.get("/opinion/form")).status).toBe(410);
    clock.moveMinutes(31);
    expect((await who.get("/progress/case")).to).toBe("/progress");
  });

  test("take no statement through the form of another session, and give no letter of another case", async () => {
    const [mine, other] = [visitor(), visitor()];
    const [own, others] = [await apply(mine), await apply(other)];
    await mine.post("/progress", { number: own.number, code: own.code });
    await other.post("/progress", { number: others.number, code: others.code });
    const theirs = (await other.get("/progress/case/withdrawal")).text;
    const fields = { key: valueOf(theirs, "key"), version: valueOf(theirs, "version"), sure: "on", text: "" };
    await mine.post("/progress/case/withdrawal", { token: valueOf(theirs, "token"), ...fields });
    for (const who of [mine, other]) expect((await who.get("/progress/case")).text).toContain("等待工作机构与您确认");
    expect((await mine.get("/progress/case/letters/00000000-0000-4000-8000-000000000000/pdf")).to).toBe("/progress/case");
    expect((await mine.post("/progress/case/withdrawal", { ...fields, token: "" }, { origin: "https://evil.example" })).status).toBe(403);
  });

  test("are not told apart from what is not there: drafts, files and receipts of others", async () => {
    const owner = visitor();
    const begun = await begin(owner, ORGAN);
    await owner.upload(`${begun.base}/files`, { token: begun.token }, [{ name: "证件.txt", bytes: "证件" }]);
    const file = /files\/([0-9a-f-]{36})\/remove/.exec((await owner.get(`${begun.base}/files`)).text)?.[1] ?? "";
    const stranger = visitor();
    const own = await begin(stranger, ORGAN);
    const nowhere = await stranger.get(`/apply/${ORGAN}/00000000-0000-4000-8000-000000000000/files`);
    const theirs = await stranger.get(`${begun.base}/files`);
    expect([theirs.status, theirs.text]).toEqual([nowhere.status, nowhere.text]);
    // One's own form does not remove a file of another draft.
    await stranger.post(`${own.base}/files/${file}/remove`, { token: own.token });
    expect((await owner.get(`${begun.base}/files`)).text).toContain("证件.txt");
  });
});

describe("flooding", () => {
  test("marks what comes too often from one address, and at last takes no more from it, losing no draft", async () => {
    const address = anAddress();
    const seen: string[][] = [];
    for (let count = 0; count < 12; count += 1) {
      const who = visitor(address);
      const { number } = await apply(who);
      const row = await db
        .selectFrom("application_access")
        .select("suspicions")
        .where("receipt_number", "=", number.replaceAll(" ", ""))
        .executeTakeFirstOrThrow();
      seen.push(row.suspicions);
    }
    expect(seen[0]).not.toContain("frequent");
    expect(seen.at(-1)).toEqual(expect.arrayContaining(["frequent", "same"]));
    await db.updateTable("attempt").set({ count: 300 }).where("bucket", "=", `apply:many:${address}`).execute();
    const who = visitor(address);
    const begun = await begin(who, ORGAN);
    await fillIn(who, begun);
    const refused = await send(who, begun, { answer: String(questionOf(begun.draftId).answer) });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("填写的内容都保存着");
    clock.moveMinutes(61);
    expect((await send(who, begun, { answer: String(questionOf(begun.draftId).answer) })).to).toBe(`${begun.base}/receipt`);
  });
});

describe("a page that is a document", () => {
  test("is shown with its own style and lets nothing else in", async () => {
    const { headers, text } = await visitor().get("/apply/form/html");
    const style = /<style>([^<]*)<\/style>/.exec(text)?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    expect(headers["content-security-policy"]).toBe(
      `default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none';style-src 'sha256-${hash}'`,
    );
    expect((await visitor().get("/apply")).headers["content-security-policy"]).toContain("style-src 'self'");
  });
});

describe("files of a statement", () => {
  test("are judged like those of an application: too many, false or too large ones are refused, and what was written stays", async () => {
    const who = visitor();
    const { number, code } = await apply(who);
    await who.post("/progress", { number, code });
    const form = (await who.get("/progress/case/material")).text;
    const fields = { token: valueOf(form, "token"), key: valueOf(form, "key"), version: valueOf(form, "version"), text: "写好的说明" };
    const old = Buffer.concat([
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      Buffer.alloc(600),
      Buffer.from("_VBA_PROJECT", "utf16le"),
      Buffer.alloc(600),
    ]);
    for (const [sent, says] of [
      [Array.from({ length: 11 }, (_, index) => ({ name: `${index}.txt`, bytes: "文字" })), "最多上传10个"],
      [[{ name: "旧.doc", bytes: old }], "含有宏"],
      [[{ name: "网页.html", bytes: "只是文字" }], "内容与后缀名不符"],
      [Array.from({ length: 3 }, (_, index) => ({ name: `${index}.txt`, bytes: Buffer.alloc(19 * 1024 * 1024, 65) })), "合计超过50MB"],
      [[{ name: "大.txt", bytes: Buffer.alloc(20 * 1024 * 1024 + 2, 65) }], "超过20MB"],
    ] as const) {
      const refused = await who.upload("/progress/case/material", fields, sent);
      expect(refused.status).toBe(422);
      expect(refused.text).toContain(says);
      expect(refused.text).toContain("写好的说明");
    }
    const headers = await signInAs(ledger, region.staff.registrar);
    const { applications } = (await app.inject({ url: `/api/v1/agencies/${ORGAN}/intake`, headers })).json();
    expect(applications.find((one: { receiptNumber: string }) => one.receiptNumber === number)).toMatchObject({ files: 0 });
  });
});

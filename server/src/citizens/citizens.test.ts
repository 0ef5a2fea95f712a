import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { signInAs } from "../accounts/testing.ts";
import { readHistory } from "../ledger/index.ts";
import { questionOf } from "./human-check.ts";
import type { CitizenPapers, IntakeList } from "./schema.ts";
import { A_FORM, begin, fillIn, readReceipt, send, valueOf } from "./testing.ts";
import { aCitizenOffice } from "./testing-office.ts";

const { db, ledger, region, files, app, ORGAN, visitor, apply, caseOf, countCases } = await aCitizenOffice();

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

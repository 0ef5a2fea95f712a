import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readDocument } from "@gongkai/document/read";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { registerApplication } from "../applications/index.ts";
import { aCaseLedger, addAnAgency, anOfficer, aRegistration, SERVICES } from "../applications/testing.ts";
import { anonymise } from "../citizens/index.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { folderFileStore } from "../platform/files/file-store.ts";
import { writeSheet } from "../platform/write-sheet.ts";
import { addToCase } from "./add-to-case.ts";
import { listCaseFiles } from "./case-files.ts";
import { safeName } from "./file-kinds.ts";
import { dropUnused } from "./drop-unused.ts";
import { type AttachmentStores, keepAttachment, openAttachment } from "./keep-attachment.ts";

const { db } = await aDatabase();
await addAnAgency(db);
await addAnAgency(db, 2);
const ledger = aCaseLedger(db, "2026-03-02");
const stores: AttachmentStores = { ledger, files: folderFileStore(mkdtempSync(join(tmpdir(), "gongkai-attachments-"))) };
const readers = { read: readDocument };
const officer = anOfficer("registrar");
const handler = anOfficer("handler");
const text = (content: string) => new TextEncoder().encode(content);
const aSheet = writeSheet({ name: "表", headings: [{ text: "编号", width: 9 }], rows: [["1"]] });

const keep = (bytes: Uint8Array, more: { name?: string; belongsTo?: "office" | "applicant"; by?: typeof officer } = {}) =>
  keepAttachment(stores, readers, {
    agencyId: 1,
    officer: more.by ?? officer,
    name: more.name ?? "说明.txt",
    bytes,
    belongsTo: more.belongsTo ?? "office",
  });
const kept = async (...given: Parameters<typeof keep>) => {
  const done = await keep(...given);
  if (!done.ok) throw new Error(done.refusal);
  return done.value;
};
const attach = async (sha256: string) => {
  const done = await registerApplication(ledger, SERVICES, { agencyId: 1, officer, given: aRegistration({ documents: [sha256] }) });
  if (!done.ok) throw new Error(done.refusal);
};
const open = (sha256: string, by = officer, agencyId = 1) => openAttachment(stores, { agencyId, officer: by, sha256 });

describe("a file", () => {
  test("is fetched by those who may read the case that names it, under its name", async () => {
    const { sha256 } = await kept(text("办理说明"));
    expect(await open(sha256)).toEqual({ ok: false, refusal: "not-found" });
    await attach(sha256);
    expect(await open(sha256, handler)).toMatchObject({
      ok: true,
      value: { name: "说明.txt", mediaType: "text/plain", bytes: Buffer.from("办理说明") },
    });
    expect(await open(sha256, handler, 2)).toEqual({ ok: false, refusal: "not-found" });
    expect(await open(sha256, anOfficer())).toEqual({ ok: false, refusal: "not-allowed" });
  });

  test("that was never handed in cannot be named by an application", async () => {
    const given = aRegistration({ documents: ["0".repeat(64)] });
    const done = await registerApplication(ledger, SERVICES, { agencyId: 1, officer, given });
    expect(done).toEqual({ ok: false, refusal: "document-unknown" });
  });

  test("of an applicant lies encrypted with its name sealed, and each look is on record", async () => {
    const { sha256 } = await kept(text("申请人甲的授权委托书"), { name: "申请人甲委托书.txt", belongsTo: "applicant" });
    await attach(sha256);
    expect((await stores.files.find(sha256))?.toString()).not.toContain("委托书");
    const row = await db.selectFrom("attachment").selectAll().where("sha256", "=", sha256).executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain("申请人甲");
    expect(await open(sha256)).toMatchObject({ value: { name: "申请人甲委托书.txt", bytes: Buffer.from("申请人甲的授权委托书") } });
    const looks = await db
      .selectFrom("event")
      .select(["type", "payload"])
      .where("stream_kind", "=", "access")
      .where("type", "=", "attachmentOpened")
      .execute();
    expect(looks).toMatchObject([{ payload: { sha256, application: expect.any(String) } }]);
  });

  test("erased by the retention schedule is said to be erased", async () => {
    const { sha256 } = await kept(text("到期的材料"));
    await attach(sha256);
    await stores.files.erase(sha256);
    expect(await open(sha256)).toEqual({ ok: false, refusal: "erased" });
  });

  test("of the office handed in twice is kept once", async () => {
    const one = await kept(text("同一份"));
    expect((await kept(text("同一份"), { name: "另名.txt" })).sha256).toBe(one.sha256);
  });

  test.each(["applicant", "office"] as const)("of the %s that no act took up goes after some days", async (belongsTo) => {
    await dropUnused(stores, "2026-03-09T00:00:00.000Z"); // those of other tests
    const unused = await kept(text(`没有用上${belongsTo}`), { belongsTo });
    const used = await kept(text(`用上了${belongsTo}`), { belongsTo });
    await attach(used.sha256);
    expect(await dropUnused(stores, "2026-03-01T00:00:00.000Z")).toBe(0);
    expect(await dropUnused(stores, "2026-03-09T00:00:00.000Z")).toBe(1);
    expect(await stores.files.find(unused.sha256)).toBeUndefined();
    expect(await open(used.sha256)).toMatchObject({ ok: true });
  });

  test("that is not used stays while another organ has the same bytes, or the office means to publish them", async () => {
    const { sha256 } = await kept(text("两个机关都有的文件"));
    const other = await keepAttachment(stores, readers, {
      agencyId: 2,
      officer,
      name: "a.txt",
      bytes: text("两个机关都有的文件"),
      belongsTo: "office",
    });
    await registerApplication(ledger, SERVICES, { agencyId: 2, officer, given: aRegistration({ documents: [sha256] }) });
    const toPublish = await kept(text("准备公开的文件"));
    await db
      .insertInto("file_text")
      .values({ agency_id: 1, sha256: toPublish.sha256, text: "", read_at: "2026-03-02T00:00:00Z" })
      .execute();
    await dropUnused(stores, "2026-03-09T00:00:00.000Z");
    expect(other).toMatchObject({ ok: true, value: { sha256 } });
    expect(await open(sha256)).toEqual({ ok: false, refusal: "not-found" });
    expect(await open(sha256, officer, 2)).toMatchObject({ ok: true });
    expect(await stores.files.find(toPublish.sha256)).toBeDefined();
  });
});

test("a workbook with a hidden sheet and an author is taken, and that is told", async () => {
  const parts = unzipSync(aSheet);
  const workbook = new TextDecoder().decode(parts["xl/workbook.xml"]);
  const hidden = {
    ...parts,
    "xl/workbook.xml": strToU8(workbook.replace("<sheet name", '<sheet name="底稿" sheetId="2" state="hidden" r:id="rId1"/><sheet name')),
    "docProps/core.xml": strToU8('<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>某人</dc:creator></cp:coreProperties>'),
  };
  const { findings, mediaType } = await kept(zipSync(hidden), { name: "台账.xlsx" });
  expect(mediaType).toContain("spreadsheetml");
  expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(["hiddenSheet", "metadata"]));
  expect(JSON.stringify(findings)).not.toContain("某人");
});

describe("refused", () => {
  test.each([
    ["an empty file", new Uint8Array(), "file-empty"],
    ["a page that could run", text("<!doctype html><script>1</script>"), "file-type"],
    ["a picture that could run", text('<svg xmlns="http://www.w3.org/2000/svg"/>'), "file-type"],
    ["a program", new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0]), "file-type"],
    ["a workbook with macros", zipSync({ ...unzipSync(aSheet), "xl/vbaProject.bin": new Uint8Array(8) }), "file-type"],
  ])("%s", async (_what, bytes, refusal) => {
    expect(await keep(bytes, { name: "a.txt" })).toEqual({ ok: false, refusal });
  });

  test("from someone without a duty in cases", async () => {
    expect(await keep(text("说明"), { by: anOfficer() })).toEqual({ ok: false, refusal: "not-allowed" });
  });
});

test.each([
  ["../../etc/passwd", "text/plain", "passwd.txt"],
  ["C:\\表\\台账.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "台账.xlsx"],
  ["照片.exe", "image/png", "照片.png"],
  ['\u202Egpj.说明".txt', "text/plain", "gpj.说明.txt"],
  ["...", "application/pdf", "附件.pdf"],
])("%o is served as %o", (name, mediaType, safe) => expect(safeName(name, mediaType)).toBe(safe));

describe("a file put to a case apart from any act", () => {
  const add = (applicationId: string, version: number, documents: readonly string[], by = handler) =>
    addToCase(ledger, { agencyId: 1, applicationId, officer: by, version, documents, note: "检索记录" });
  const aCase = async () => {
    const done = await registerApplication(ledger, SERVICES, { agencyId: 1, officer, given: aRegistration() });
    if (!done.ok) throw new Error(done.refusal);
    return done.value;
  };

  test("is listed with its findings and can be fetched from then on; an applicant's by its kind only", async () => {
    const { id, version } = await aCase();
    const own = await kept(text("检索过程"), { name: "检索记录.txt" });
    const theirs = await kept(text("申请人乙的说明"), { name: "申请人乙.txt", belongsTo: "applicant" });
    expect(await open(own.sha256)).toMatchObject({ refusal: "not-found" });
    expect(await add(id, version, [own.sha256, theirs.sha256])).toEqual({ ok: true, value: { version: version + 1 } });
    expect(await listCaseFiles(db, { agencyId: 1, applicationId: id })).toMatchObject([
      { name: "检索记录.txt", kind: "纯文本", belongsTo: "office", addedOn: "2026-03-02", isErased: false },
      { name: "申请人的材料（纯文本）", belongsTo: "applicant" },
    ]);
    expect(await open(own.sha256)).toMatchObject({ ok: true });
    expect(await listCaseFiles(db, { agencyId: 2, applicationId: id })).toEqual([]);
  });

  test("is refused to a page that is out of date, when it was never uploaded, without a duty, and where there is no case", async () => {
    const { id, version } = await aCase();
    const { sha256 } = await kept(text("另一份检索过程"));
    expect(await add(id, version - 1, [sha256])).toMatchObject({ refusal: "changed-meanwhile" });
    expect(await add(id, version, ["0".repeat(64)])).toMatchObject({ refusal: "not-found" });
    expect(await add(id, version, [sha256], anOfficer())).toMatchObject({ refusal: "not-allowed" });
    expect(await add("00000000-0000-4000-8000-000000000000", 1, [sha256])).toMatchObject({ refusal: "case-missing" });
    expect(await open(sha256)).toMatchObject({ refusal: "not-found" });
  });
});

test("files of an applicant go with the applicant's data when their time has come; those of the office stay", async () => {
  const theirs = await kept(text("申请人丙的身份证明"), { belongsTo: "applicant" });
  const ours = await kept(text("检索过程三"));
  const given = aRegistration({ documents: [theirs.sha256, ours.sha256] });
  const done = await registerApplication(ledger, SERVICES, { agencyId: 1, officer, given });
  if (!done.ok) throw new Error(done.refusal);
  await anonymise(stores, { agencyId: 1, id: done.value.id });
  expect(await stores.files.find(theirs.sha256)).toBeUndefined();
  expect(await open(theirs.sha256)).toEqual({ ok: false, refusal: "erased" });
  expect(await listCaseFiles(db, { agencyId: 1, applicationId: done.value.id })).toMatchObject([{ isErased: true }, { isErased: false }]);
  expect(await open(ours.sha256)).toMatchObject({ ok: true });
});

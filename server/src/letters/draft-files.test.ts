import { readDocument } from "@gongkai/document/read";
import { describe, expect, test } from "vitest";
import { anOfficer } from "../applications/testing.ts";
import { dropUnused, keepAttachment, openAttachment } from "../attachments/index.ts";
import { openDraftFiles } from "./draft-files.ts";
import { eraseLetters } from "./erase-letters.ts";
import { findLetter } from "./queries.ts";
import { removeLetterDraft } from "./remove-draft.ts";
import { type SaveDraft, saveLetterDraft } from "./save-draft.ts";
import { aLetterOffice, handler, leader, registrar, unitHead } from "./testing.ts";

const { db, files, ledgerOn, anAssignedCase } = await aLetterOffice();
const stores = { ledger: ledgerOn("2026-03-09"), files };
const LATER = "2026-04-01T00:00:00.000Z";

async function upload(words: string, belongsTo: "office" | "applicant" = "office"): Promise<string> {
  const bytes = new TextEncoder().encode(words);
  const kept = await keepAttachment(
    stores,
    { read: readDocument },
    { agencyId: 1, officer: handler, name: `${words}.txt`, bytes, belongsTo },
  );
  if (!kept.ok) throw new Error(kept.refusal);
  return kept.value.sha256;
}

const open = (sha256: string, officer = unitHead, agencyId = 1) => openAttachment(stores, { agencyId, officer, sha256 });

/** A case with a draft of its answer and what its page does with it. */
async function aDraft(chosen: SaveDraft["files"], kind = "answer.granted") {
  const file = await anAssignedCase();
  const base = { agencyId: 1, applicationId: file.id, officer: handler, kind, fields: {} };
  const save = (more: Partial<SaveDraft>) => saveLetterDraft(ledgerOn("2026-03-09"), { ...base, version: 0, ...more });
  const saved = await save({ files: chosen });
  if (!saved.ok) throw new Error(saved.refusal);
  const letterId = saved.value.id;
  const shown = async () => {
    const row = await findLetter(db, 1, letterId);
    const kept = row === undefined ? null : await openDraftFiles(db, row);
    return kept && { released: kept.released.map(({ name }) => name), documents: kept.documents.map(({ name }) => name) };
  };
  const remove = (version: number, officer = handler) =>
    removeLetterDraft(ledgerOn("2026-03-09"), { agencyId: 1, applicationId: file.id, officer, letterId, version });
  return { file, letterId, save: (more: Partial<SaveDraft>) => save({ letterId, version: 1, ...more }), shown, remove };
}

describe("files chosen for a draft", () => {
  test("are there when another opens it, in the order chosen, and can be fetched by who may read the case", async () => {
    const [one, other, record] = [await upload("检查结果乙"), await upload("检查结果甲"), await upload("检索过程")];
    expect(await open(one)).toEqual({ ok: false, refusal: "not-found" });
    const draft = await aDraft({ released: [one, other], documents: [record] });
    expect(await draft.shown()).toEqual({ released: ["检查结果乙.txt", "检查结果甲.txt"], documents: ["检索过程.txt"] });
    expect(await open(one)).toMatchObject({ ok: true, value: { name: "检查结果乙.txt" } });
    expect(await open(one, anOfficer())).toEqual({ ok: false, refusal: "not-allowed" });
    expect(await open(one, unitHead, 9)).toEqual({ ok: false, refusal: "not-found" });
    await dropUnused(stores, LATER);
    expect(await open(record)).toMatchObject({ ok: true });
  });

  test("stay when only the words are saved again, and go with what is chosen anew; an empty choice is a choice", async () => {
    const [one, other] = [await upload("先选的"), await upload("后选的")];
    const draft = await aDraft({ released: [one], documents: [] });
    await draft.save({ fields: { remark: "甲" } });
    expect(await draft.shown()).toEqual({ released: ["先选的.txt"], documents: [] });
    await draft.save({ version: 2, files: { released: [], documents: [other] } });
    expect(await draft.shown()).toEqual({ released: [], documents: ["后选的.txt"] });
    expect(await open(one)).toEqual({ ok: false, refusal: "not-found" });
    await dropUnused(stores, LATER);
    expect(await files.find(one)).toBeUndefined();
  });

  test("are the case's once the draft is handed in, and the draft's again when it is returned and saved", async () => {
    const sha256 = await upload("随答复提供的检查结果");
    const { file, letterId, save, shown } = await aDraft({ released: [sha256], documents: [] });
    await file.act("2026-03-10", handler, "draftReply", {
      outcome: "granted",
      article: "第三十六条第二项",
      letterId,
      released: [sha256],
    });
    expect(await shown()).toBeNull();
    expect(await save({ officer: unitHead, files: { released: [], documents: [] } })).toMatchObject({ refusal: "files-in-review" });
    expect(await save({ officer: unitHead })).toMatchObject({ ok: true });
    await file.act("2026-03-11", unitHead, "return", { reason: "请核对" });
    expect(await save({ version: 2, files: { released: [sha256], documents: [] } })).toMatchObject({ ok: true });
    expect(await shown()).toEqual({ released: ["随答复提供的检查结果.txt"], documents: [] });
  });

  test("are refused where nobody handed them in, where they are an applicant's, and where the answer gives nothing", async () => {
    const [ours, theirs] = [await upload("本机关的文件"), await upload("申请人的材料", "applicant")];
    const draft = await aDraft(undefined);
    const of = (released: readonly string[], documents: readonly string[] = []) => ({ files: { released, documents } });
    expect(await draft.save(of(["0".repeat(64)]))).toEqual({ ok: false, refusal: "file-unknown" });
    expect(await draft.save(of([], [theirs]))).toEqual({ ok: false, refusal: "file-unknown" });
    expect(await draft.save({ kind: "answer.nonexistent", ...of([ours]) })).toEqual({ ok: false, refusal: "release-without-grant" });
    expect(await draft.save({ kind: "answer.nonexistent", ...of([], [ours]) })).toMatchObject({ ok: true });
    expect(await draft.save({ version: 2, officer: anOfficer("supervisor"), ...of([]) })).toEqual({ ok: false, refusal: "not-allowed" });
    expect(await draft.shown()).toEqual({ released: [], documents: ["本机关的文件.txt"] });
  });

  test("are let go of when the retention schedule erases the case's letters", async () => {
    const sha256 = await upload("到期的办理材料");
    const { file, shown } = await aDraft({ released: [], documents: [sha256] });
    await db.transaction().execute((tx) => eraseLetters({ tx, agencyId: 1, at: LATER }, file.id));
    expect(await shown()).toBeNull();
    await dropUnused(stores, LATER);
    expect(await files.find(sha256)).toBeUndefined();
  });
});

describe("a draft that is removed", () => {
  test("takes what was typed and its files along, but none that another draft keeps", async () => {
    const [own, shared] = [await upload("只在这份草稿"), await upload("两份草稿都有")];
    const draft = await aDraft({ released: [own], documents: [shared] });
    const other = await aDraft({ released: [shared], documents: [] });
    expect(await draft.remove(1)).toMatchObject({ ok: true });
    expect(await findLetter(db, 1, draft.letterId)).toBeUndefined();
    expect(await open(own)).toEqual({ ok: false, refusal: "not-found" });
    await dropUnused(stores, LATER);
    expect(await files.find(own)).toBeUndefined();
    expect(await open(shared)).toMatchObject({ ok: true });
    expect(await other.shown()).toEqual({ released: ["两份草稿都有.txt"], documents: [] });
  });

  test("is refused to those without a duty, to an old page, in review, and once it is gone", async () => {
    const { file, letterId, remove } = await aDraft(undefined);
    expect(await remove(1, anOfficer("supervisor"))).toEqual({ ok: false, refusal: "not-allowed" });
    expect(await remove(7)).toEqual({ ok: false, refusal: "changed-meanwhile" });
    await file.act("2026-03-10", handler, "draftReply", { outcome: "granted", article: "第三十六条第二项", letterId });
    for (const officer of [handler, unitHead, leader]) expect(await remove(1, officer)).toEqual({ ok: false, refusal: "letter-in-review" });
    await file.act("2026-03-11", unitHead, "return", { reason: "请核对" });
    expect(await remove(1)).toEqual({ ok: true, value: { id: letterId } });
    expect(await remove(1, registrar)).toEqual({ ok: false, refusal: "no-such-letter" });
  });
});

import { tmpdir } from "node:os";
import { join } from "node:path";
import { readDocument } from "@gongkai/document/read";
import { type ActName, officialCalendar, type Role } from "@gongkai/statute";
import { describe, expect, test } from "vitest";
import { aLedger, aMovableClock, anOfficeApp, aRegion, signInAs } from "../accounts/testing.ts";
import { applicationProjection, applicationRoutes, performAct, registerApplication, reviewDraft } from "../applications/index.ts";
import type { ApplicationPage } from "../applications/page-schema.ts";
import type { PerformAct } from "../applications/schema.ts";
import { anOfficer, aRegistration, SERVICES } from "../applications/testing.ts";
import { attachmentRoutes, keepAttachment } from "../attachments/index.ts";
import type { CaseFile } from "../attachments/schema.ts";
import { readHistory } from "../ledger/index.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { folderFileStore } from "../platform/files/file-store.ts";
import { listArchive } from "./archive-list.ts";
import { citizenRoutes } from "./index.ts";
import { aVisitor } from "./testing.ts";

const { db } = await aDatabase();
const ledger = aLedger(db, { clock: aMovableClock(), projections: [applicationProjection(officialCalendar)] });
const region = await aRegion(ledger);
const files = folderFileStore(join(tmpdir(), "gongkai-test-files"));
const app = await anOfficeApp(ledger, {
  slices: [
    (on, all) => applicationRoutes(on, { ...all, actHooks: [] }),
    (on, all) => attachmentRoutes(on, { ...all, files }),
    (on, all) => citizenRoutes(on, { ...all, files }, { actHooks: [] }),
  ],
});
const agencyId = region.bureau.id;
const CASES = `/api/v1/agencies/${region.bureau.code}/applications`;
const LETTER = { outcome: "granted", article: "第三十六条第二项" } as const;
let next = 1;

const keep = async (words: string, belongsTo: "office" | "applicant" = "office") => {
  const bytes = new TextEncoder().encode(words);
  const kept = await keepAttachment(
    { ledger, files },
    { read: readDocument },
    { agencyId, officer: aPost("handler"), name: `${words}.txt`, bytes, belongsTo },
  );
  if (!kept.ok) throw new Error(kept.refusal);
  return kept.value.sha256;
};

/** A duty held by whoever holds it in the region. */
function aPost(role: Role) {
  const { id, name } = region.staff[role as keyof typeof region.staff];
  return { ...anOfficer(role), actor: { kind: "person", personId: id, name, role } as const };
}

/** An application at the counter, assigned, with the applicant's way to its progress. */
async function aCase() {
  const registered = await registerApplication(ledger, SERVICES, { agencyId, officer: aPost("registrar"), given: aRegistration() });
  if (!registered.ok) throw new Error(registered.refusal);
  const { id } = registered.value;
  const versionNow = async () => (await readHistory(db, agencyId, { kind: "application", id })).length;
  const act = async (name: ActName, role: Role, given: Partial<PerformAct> = {}) =>
    performAct(ledger, SERVICES, {
      agencyId,
      applicationId: id,
      act: name,
      officer: aPost(role),
      given: { version: await versionNow(), ...given },
    });
  const pass = async (role: Role) =>
    reviewDraft(ledger, { agencyId, applicationId: id, officer: aPost(role), given: { version: await versionNow(), opinion: "" } });
  const read = async <Answer>(path: string) =>
    (await app.inject({ url: `${CASES}/${id}${path}`, headers: await signInAs(ledger, region.staff.handler) })).json<Answer>();
  expect(await act("assign", "officeHead", { handlerId: region.staff.handler.id })).toMatchObject({ ok: true });
  const headers = await signInAs(ledger, region.staff.registrar);
  const { receiptNumber, code } = (await app.inject({ method: "POST", url: `${CASES}/${id}/access`, headers })).json<{
    receiptNumber: string;
    code: string;
  }>();
  const applicant = aVisitor(app, `198.51.100.${(next += 1)}`);
  await applicant.post("/progress", { number: receiptNumber, code });
  return { id, act, pass, read, applicant };
}

describe("files that go to the applicant with the answer", () => {
  test("are reviewed with the draft, listed with the case, and can be fetched once the answer is served, by the applicant alone", async () => {
    const { id, act, pass, read, applicant } = await aCase();
    const sha256 = await keep("校舍安全检查结果");
    const own = await keep("检索记录");
    expect(await act("draftReply", "handler", { ...LETTER, released: [sha256], documents: [own] })).toMatchObject({ ok: true });
    const stages = async () => (await read<{ files: readonly CaseFile[] }>("/files")).files.map(({ name, released }) => [name, released]);
    expect(await stages()).toEqual([
      ["检索记录.txt", null],
      ["校舍安全检查结果.txt", "drafted"],
    ]);
    await pass("unitHead");
    await pass("officeHead");
    expect(await act("sign", "leader", { isSealed: true })).toMatchObject({ ok: true });
    expect((await read<ApplicationPage>("")).released).toMatchObject([{ name: "校舍安全检查结果.txt", stage: "signed" }]);
    expect((await applicant.get("/progress/case")).text).not.toContain("校舍安全检查结果.txt");
    expect((await applicant.get(`/progress/case/released/${sha256}`)).to).toBe("/progress/case");

    expect(await act("serve", "registrar", { deliveryWay: "account", proof: "网上送达" })).toMatchObject({ ok: true });
    expect((await applicant.get("/progress/case")).text).toContain(`href="/progress/case/released/${sha256}"`);
    const fetched = await applicant.get(`/progress/case/released/${sha256}`);
    expect([fetched.status, fetched.text]).toEqual([200, "校舍安全检查结果"]);
    expect(fetched.headers["content-disposition"]).toContain("attachment");
    const papers = await listArchive(ledger, { agencyId, applicationId: id });
    expect(papers.map(({ name, from, remark }) => [name, from, remark])).toEqual([
      ["政府信息公开申请", "申请人", ""],
      ["检索记录.txt", "本机关", ""],
      ["校舍安全检查结果.txt", "本机关", "随答复提供给申请人"],
    ]);
    expect((await stages()).at(-1)).toEqual(["校舍安全检查结果.txt", "served"]);
    expect((await applicant.get(`/progress/case/released/${own}`)).to).toBe("/progress/case");
    const { applicant: other } = await aCase();
    expect((await other.get(`/progress/case/released/${sha256}`)).to).toBe("/progress/case");
    expect((await aVisitor(app).get(`/progress/case/released/${sha256}`)).to).toBe("/progress");
    const looks = await db.selectFrom("event").select("payload").where("type", "=", "releasedFetched").execute();
    expect(looks).toMatchObject([{ payload: { sha256 } }]);
  });

  test("of a draft that was returned are not given; the next draft names its own", async () => {
    const { act, pass, read } = await aCase();
    const [former, later] = [await keep("未遮盖的一稿"), await keep("遮盖后的一稿")];
    await act("draftReply", "handler", { ...LETTER, released: [former] });
    await act("return", "unitHead", { reason: "第三页的姓名没有遮盖" });
    expect((await read<ApplicationPage>("")).released).toMatchObject([{ stage: "returned" }]);
    await act("draftReply", "handler", { ...LETTER, released: [later] });
    await pass("unitHead");
    await pass("officeHead");
    await act("sign", "leader", { isSealed: true });
    await act("serve", "registrar", { deliveryWay: "account", proof: "网上送达" });
    expect((await read<ApplicationPage>("")).released).toMatchObject([{ name: "遮盖后的一稿.txt", stage: "served" }]);
  });

  test("are refused with an answer that gives nothing, when they are an applicant's, and when nobody uploaded them", async () => {
    const { act } = await aCase();
    const [ours, theirs] = [await keep("清单"), await keep("申请人的证明", "applicant")];
    const denied = { outcome: "nonexistent", article: "第三十六条第四项", reason: "经检索不存在" } as const;
    expect(await act("draftReply", "handler", { ...denied, released: [ours] })).toMatchObject({ refusal: "release-without-grant" });
    expect(await act("draftReply", "handler", { ...LETTER, released: [theirs] })).toMatchObject({ refusal: "release-not-ours" });
    expect(await act("draftReply", "handler", { ...LETTER, released: ["0".repeat(64)] })).toMatchObject({ refusal: "document-unknown" });
  });
});

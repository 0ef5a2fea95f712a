import { officialCalendar } from "@gongkai/statute";
import { readDocument } from "@gongkai/document/read";
import { describe, expect, test } from "vitest";
import { aLedger, anOfficeApp, aRegion, signInAs } from "../accounts/testing.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { draftItem, reviseItem } from "./draft-item.ts";
import { disclosureProjections } from "./index.ts";
import { publishItem } from "./publish-item.ts";
import { REVIEW_FORM } from "./review-form.ts";
import { reviewFormRoutes } from "./review-form-routes.ts";
import { returnItem, signItem, submitItem } from "./review-item.ts";
import { SubmitItem } from "./schema.ts";
import { screenItem } from "./screen-item.ts";
import { aDraft, anEntry, aSubmitted, CLEAR, signAll, someFiles, STAFF, valueOf } from "./testing.ts";

const { db } = await aDatabase();
const base = aLedger(db);
const ledger = { ...base, projections: [...base.projections, ...disclosureProjections(officialCalendar)] };
const { staff, bureau } = await aRegion(ledger);
const files = someFiles();
const app = await anOfficeApp(ledger, { slices: [(on) => reviewFormRoutes(on, { ledger })] });
const agencyId = bureau.id;
const entry = await anEntry(ledger, agencyId);

const get = async (itemId: string, format = "docx") =>
  app.inject({
    url: `/api/v1/agencies/${bureau.code}/items/${itemId}/review-form.${format}`,
    headers: await signInAs(ledger, staff.handler),
  });
const textOf = async (itemId: string) => {
  const read = await readDocument(new Uint8Array((await get(itemId)).rawPayload), { name: "审查表.docx" });
  if (!read.ok) throw new Error(read.refusal);
  return read.doc.text;
};

describe("the review form of an item", () => {
  test("tells what was handed in, every question with its answers, every opinion and what came of it", async () => {
    const item = await signAll(ledger, await aSubmitted(ledger, files, { agencyId, draft: aDraft(entry) }));
    const waiting = await textOf(item.itemId);
    expect(waiting).toContain("各程序全部同意，尚未发布。");
    const done = valueOf(await publishItem(ledger, { ...item, officer: STAFF.officeHead, given: { version: item.version } }));
    const text = await textOf(item.itemId);
    for (const { label } of REVIEW_FORM.checks) expect(text).toContain(label);
    for (const words of [
      "云溪县2026年义务教育招生工作安排",
      "正文第1版，本表第1版",
      "政府网站",
      "公文类",
      "承办部门负责人",
      "保密审查人",
      "分管领导",
    ])
      expect(text).toContain(words);
    expect(text).toContain(`索引号${done.indexNumber ?? "?"}，公开第1版`);
    expect(text).toMatch(/\d{4}年\d{1,2}月\d{1,2}日/);
    const pdf = await get(item.itemId, "pdf");
    expect(pdf.headers["content-type"]).toBe("application/pdf");
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
  });

  test("of a second round also tells who sent the first one back, and why", async () => {
    const draft = aDraft(entry, { title: "学校食堂检查情况" });
    const { itemId, version } = await aSubmitted(ledger, files, { agencyId, draft });
    const call = { agencyId, itemId };
    const signed = valueOf(
      await signItem(ledger, { ...call, officer: STAFF.unitHead, given: { version, opinion: "拟同意公开", checks: {} } }),
    );
    const returned = valueOf(
      await returnItem(ledger, {
        ...call,
        officer: STAFF.secrecyReviewer,
        given: { version: signed.version, reason: "请删去内部会议内容" },
      }),
    );
    const drafter = { ...call, officer: STAFF.drafter };
    const revised = valueOf(
      await reviseItem(ledger, files, { ...drafter, given: { ...draft, html: "<p>已删减。</p>", version: returned.version } }),
    );
    const screened = valueOf(await screenItem(ledger, files, { ...drafter, given: { version: revised.version } }));
    const given = SubmitItem.parse({ version: screened.version, note: "已按意见删减", checks: CLEAR });
    valueOf(await submitItem(ledger, { ...drafter, given }));
    const text = await textOf(itemId);
    for (const words of ["第2次", "正文第2版", "已按意见删减", "尚未审查", "拟同意公开", "退回：请删去内部会议内容"])
      expect(text).toContain(words);
  });

  test("is not there before the item was handed in, nor for an item of nobody", async () => {
    const drafted = valueOf(await draftItem(ledger, files, { agencyId, officer: STAFF.drafter, given: aDraft(entry, { title: "草稿" }) }));
    expect((await get(drafted.id)).json()).toMatchObject({ status: 409, error: "not-submitted" });
    expect((await get("00000000-0000-4000-8000-000000000000", "pdf")).statusCode).toBe(404);
  });
});

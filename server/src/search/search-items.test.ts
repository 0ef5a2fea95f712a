import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { anAgency } from "../ledger/testing.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { anItem } from "../portal/disclosures/testing.ts";
import { regionFindResults } from "./find-results.ts";
import { catchUpIndex } from "./index-item.ts";

const { db } = await aDatabase();

async function find(text: string, agencyId: number, more = {}) {
  return regionFindResults(db, { text, agencyId, page: 1, pageSize: 20, ...more });
}

describe("search", () => {
  test("puts titles first, then what is newest", async () => {
    const agencyId = await anAgency({ db });
    const old = await anItem(db, {
      agencyId,
      status: "published",
      title: "供水管网改造公告",
      body: "改造三条街道",
      publishedAt: "2024-01-01T00:00:00.000Z",
    });
    const newer = await anItem(db, {
      agencyId,
      status: "published",
      title: "年度工作总结",
      body: "完成供水管网改造",
      publishedAt: "2026-01-01T00:00:00.000Z",
    });
    const newest = await anItem(db, {
      agencyId,
      status: "published",
      title: "年度工作计划",
      body: "继续供水管网改造",
      publishedAt: "2026-02-01T00:00:00.000Z",
    });
    expect((await find("供水 管网", agencyId)).results.map(({ item }) => item.item_id)).toEqual([old, newest, newer]);
  });

  test("takes a phrase literally, words anywhere", async () => {
    const agencyId = await anAgency({ db });
    await anItem(db, { agencyId, status: "published", title: "甲", body: "信息公开指南已更新" });
    await anItem(db, { agencyId, status: "published", title: "乙", body: "指南：信息怎样公开" });
    expect((await find("公开 指南", agencyId)).total).toBe(2);
    expect((await find("“公开指南”", agencyId)).total).toBe(1);
  });

  test("finds by synonyms, by words of attachments, by number; narrowed down by facets", async () => {
    const agencyId = await anAgency({ db });
    const sha256 = createHash("sha256").update("x").digest("hex");
    const itemId = await anItem(db, {
      agencyId,
      status: "published",
      title: "三公经费说明",
      body: "见附件",
      attachment: { sha256, name: "表.txt", text: "公务接待费九十万元，自来水厂" },
    });
    expect((await find("公务接待费", agencyId)).total).toBe(1);
    expect((await find("供水厂", agencyId)).total).toBe(0);
    expect((await find("水厂", agencyId)).results[0]).toMatchObject({ item: { item_id: itemId }, attachment: "表.txt" });
    const found = await find("三公经费", agencyId);
    expect(found.facets).toMatchObject({
      genre: [{ value: "notice", total: 1 }],
      topic: [{ value: "财政", total: 1 }],
      year: [{ value: "2026", total: 1 }],
    });
    expect((await find("三公经费", agencyId, { year: 2025 })).total).toBe(0);
    expect((await find("三公经费", agencyId, { year: 2026, genre: "notice", topic: "财政", policy: true })).total).toBe(1);
  });

  test("the index mends itself where something was written past the commands", async () => {
    const agencyId = await anAgency({ db });
    await anItem(db, { agencyId, status: "published", title: "桥梁检测", body: "合格" });
    await db.deleteFrom("search_document").where("agency_id", "=", agencyId).execute();
    expect((await find("桥梁", agencyId)).total).toBe(0);
    await catchUpIndex(db);
    expect((await find("桥梁", agencyId)).total).toBe(1);
  });
});

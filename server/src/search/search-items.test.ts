import { createHash } from "node:crypto";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { anAgency } from "../ledger/testing.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { anItem } from "../portal/disclosures/testing.ts";
import { regionFindResults } from "./find-results.ts";
import { catchUpIndex } from "./index-item.ts";
import { parseQuery } from "./parse-query.ts";
import { regionSearchItems } from "./search-items.ts";
import { windowsOf } from "./time-windows.ts";

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

  test("looking at the newest days first finds the same as looking everywhere at once", async () => {
    const agencyId = await anAgency({ db });
    const days = Array.from({ length: 60 }, (_, index) => new Date(Date.UTC(2026, 3, 1) - index * 2 * 86_400_000).toISOString()); // oxlint-disable-line no-restricted-globals -- days of made-up items
    for (const [index, publishedAt] of days.entries()) {
      const title = index % 7 === 0 ? `堤防检查${index}` : `日常事务${index}`;
      const body = index % 3 === 0 ? "堤防完好" : index === 50 ? "堤防渗漏" : "别的事情";
      await anItem(db, { agencyId, status: "published", title, body, publishedAt });
    }
    const { rows } = await sql<{ day: string; total: number }>`
      select published_day as day, count(*)::int as total from search_document where agency_id = ${agencyId} group by 1 order by 1 desc`.execute(
      db,
    );
    // Published after the days were counted.
    await anItem(db, { agencyId, status: "published", title: "堤防新闻", body: "堤防完好", publishedAt: "2026-04-02T03:00:00.000Z" });
    for (const text of ["堤防", "堤防 渗漏", "“堤防完好”", "日常", "没有这个词", ""]) {
      const ask = (sizes: readonly number[]) =>
        regionSearchItems(
          db,
          parseQuery(text),
          { agencyId },
          { windows: windowsOf({ days: rows, soon: ["2026-04-02", "2026-04-03"] }, sizes), mostHits: 12 },
        );
      const [windows, whole] = [await ask([3, 12, 25]), await ask([])];
      expect(windows.hits, text).toEqual(whole.hits);
      expect(windows.isCapped, text).toBe(whole.isCapped);
    }
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

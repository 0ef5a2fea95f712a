import { describe, expect, test } from "vitest";
import { anAgency } from "../ledger/testing.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { anItem } from "../portal/disclosures/testing.ts";
import { regionFindRelated, tellingTokens } from "./find-related.ts";

const { db } = await aDatabase();

describe("the telling words of a request", () => {
  test.each([
    { text: "我希望了解2025年全县学校校舍安全检查结果", words: ["学校", "校舍", "安全检查"], numbers: ["2025"] },
    { text: "申请公开政府信息", words: [], numbers: [] },
    { text: "'; drop table item; --", words: ["drop", "table", "item"], numbers: [] },
  ])("of “$text” are $words", ({ text, words, numbers }) => {
    expect(tellingTokens(text)).toEqual({ words, numbers });
  });
});

describe("what is public and related", () => {
  test("has half of the words and one in the title; the likeliest first, the asked-for year before others", async () => {
    const agencyId = await anAgency({ db });
    const add = (title: string, body: string, status: "published" | "draft" = "published") => anItem(db, { agencyId, status, title, body });
    const last = await add("2024年校车采购合同", "合同");
    const asked = await add("2025年校车采购合同", "合同");
    await add("机关用车采购公告", "只有一个词在这里");
    await add("会议纪要", "提到校车采购合同");
    await add("校车采购合同补充协议", "还没有公开", "draft");
    const found = await regionFindRelated(db, "2025年校车采购合同", { agencyId, most: 8 });
    expect(found.map(({ item_id }) => item_id)).toEqual([asked, last]);
    const elsewhere = await anAgency({ db });
    expect(await regionFindRelated(db, "2025年校车采购合同", { agencyId: elsewhere, most: 8 })).toEqual([]);
    expect(await regionFindRelated(db, "申请公开政府信息", { agencyId, most: 8 })).toEqual([]);
    expect(await regionFindRelated(db, "\\' | & ! <-> :*", { most: 8 })).toEqual([]);
  });
});

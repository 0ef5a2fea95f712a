import { plainDate } from "@gongkai/statute";
import { describe, expect, test } from "vitest";
import { aDatabase } from "../platform/database/testing.ts";
import { cutWords } from "../platform/segment-words.ts";
import { findApplication, listApplications, listSimilar } from "./queries.ts";
import { registerApplication } from "./register-application.ts";
import { ListQuery } from "./schema.ts";
import { aCaseLedger, addAnAgency, anOfficer, aRegistration, SERVICES } from "./testing.ts";

const { db } = await aDatabase();
const ledger = aCaseLedger(db, "2026-03-02");
const registrar = anOfficer("registrar");
await addAnAgency(db, 1);
await addAnAgency(db, 2);

async function aCase(agencyId: number, title: string, summary?: string): Promise<string> {
  const given = aRegistration({ request: { title, description: "", carrier: "paper", delivery: "collect" }, summary });
  const done = await registerApplication(ledger, SERVICES, { agencyId, officer: registrar, given });
  if (!done.ok) throw new Error(done.refusal);
  return done.value.id;
}

const TITLES = [
  "石桥水库除险加固工程验收报告",
  "石桥水库除险加固工程招标文件",
  "石桥水库水质监测记录",
  "柳林镇道路改造招标文件",
  "柳林镇低保对象评审记录",
  "河口社区老旧小区改造计划（ABC 方案）",
];
for (const title of TITLES) await aCase(1, title);
await aCase(1, "城东幼儿园收费备案材料", "一所幼儿园的收费");
await aCase(2, "石桥水库除险加固工程概算");

describe("search over an organ's cases", () => {
  const find = async (q: string) => {
    const asker = { personId: registrar.actor.kind === "person" ? registrar.actor.personId : "", roles: ["registrar"] };
    const { rows, total } = await listApplications(db, 1, ListQuery.parse({ q }), { today: plainDate("2026-03-02"), asker });
    expect(rows).toHaveLength(total);
    return rows.map(({ summary }) => summary).toSorted();
  };

  test.each([
    { q: "招标文件", found: ["柳林镇道路改造招标文件", "石桥水库除险加固工程招标文件"] },
    { q: "桥水", found: ["石桥水库水质监测记录", "石桥水库除险加固工程招标文件", "石桥水库除险加固工程验收报告"] },
    { q: "abc", found: ["河口社区老旧小区改造计划（ABC 方案）"] },
    { q: "备案材料", found: ["一所幼儿园的收费"] },
    { q: "（ABC", found: ["河口社区老旧小区改造计划（ABC 方案）"] },
    { q: "！", found: [] },
    { q: "%", found: [] },
    { q: "概算", found: [] },
  ])("finds for $q what has its words or has it written so, and nothing of another organ", async ({ q, found }) => {
    expect(await find(q)).toEqual(found);
  });
});

describe("similar cases", () => {
  const similarTo = async (title: string) => {
    const id = await aCase(1, title);
    const row = await findApplication(db, 1, id);
    if (row === undefined) throw new Error(id);
    return (await listSimilar(db, 1, row, cutWords(title))).map(({ summary }) => summary);
  };

  test("are those that share the most words, the same request left out", async () => {
    const found = await similarTo("石桥水库除险加固工程验收报告");
    expect(found[0]).toBe("石桥水库除险加固工程招标文件");
    expect(found).toContain("石桥水库水质监测记录");
    expect(found).not.toContain("石桥水库除险加固工程验收报告");
    expect(found).not.toContain("石桥水库除险加固工程概算");
  });

  test("stay those that share the longest words where ten and more do", async () => {
    for (let n = 1; n <= 11; n += 1) await aCase(1, `望湖公园第${n}期绿化养护合同`);
    const found = await similarTo("望湖公园绿化养护合同的变更记录");
    expect(found).toHaveLength(10);
    expect(found.every((summary) => summary.startsWith("望湖公园"))).toBe(true);
  });

  test("are none for a title without words", async () => {
    expect(await similarTo("！！")).toEqual([]);
  });
});

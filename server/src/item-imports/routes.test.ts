import { readDocument } from "@gongkai/document/read";
import { officialCalendar } from "@gongkai/statute";
import { describe, expect, test } from "vitest";
import { aLedger, anOfficeApp, aRegion, signInAs } from "../accounts/testing.ts";
import { disclosureProjections } from "../disclosures/index.ts";
import { anEntry } from "../disclosures/testing.ts";
import { findTable } from "../imports/index.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { prepareJobs, startJobs } from "../platform/jobs/index.ts";
import { createLog } from "../platform/log.ts";
import type { Dependencies } from "../slices.ts";
import { ITEM_FIELDS } from "./fields.ts";
import { ITEM_IMPORT_JOBS } from "./jobs.ts";
import { itemImportRoutes } from "./routes.ts";
import type { ItemImportPage } from "./schema.ts";
import { aRegister, REVIEW } from "./testing.ts";

const { db, pool } = await aDatabase();
const ledger = aLedger(db, { projections: disclosureProjections(officialCalendar) });
const region = await aRegion(ledger);
const readers = { read: readDocument, close: async () => {} };
let handed: Dependencies | undefined;
const app = await anOfficeApp(ledger, {
  settings: { uploadMaxMb: 1 },
  slices: [
    (on, needs) => {
      handed = { ...needs, readers };
      return itemImportRoutes(on, handed);
    },
  ],
});
const log = createLog({ level: "silent", clock: ledger.clock, inWords: false });
await prepareJobs({ pool }, log);
const BASE = "/api/v1/agencies/yunxi-jiaoyu/item-imports";
const head = await signInAs(ledger, region.staff.officeHead);
const registrar = await signInAs(ledger, region.staff.registrar);
const { agency_id: agencyId } = await db
  .selectFrom("agency")
  .select("agency_id")
  .where("code", "=", "yunxi-jiaoyu")
  .executeTakeFirstOrThrow();
const entry = await anEntry(ledger, agencyId, { name: "教育政策" });

async function upload(bytes: Uint8Array, name = "清单.xlsx") {
  const payload = new FormData();
  payload.append("file", new File([new Uint8Array(bytes)], name), name);
  return app.inject({ method: "POST", url: BASE, headers: registrar, payload });
}
const post = (url: string, payload: object, headers = head) => app.inject({ method: "POST", url, headers, payload });
const pageOf = async (id: string) => (await app.inject({ url: `${BASE}/${id}`, headers: head })).json<ItemImportPage>();

async function runJobs(id: string, state: string): Promise<void> {
  if (handed === undefined) throw new Error("no dependencies");
  const running = await startJobs({ database: { pool }, log, jobs: ITEM_IMPORT_JOBS, needs: handed });
  await expect.poll(async () => (await pageOf(id)).import.state === state, { timeout: 15_000 }).toBe(true);
  await running.stop();
}

async function readSheet(url: string) {
  const answer = await app.inject({ url, headers: head });
  expect(answer.headers["content-disposition"]).toMatch(/^attachment; filename\*=UTF-8''/);
  const read = await readDocument(new Uint8Array(answer.rawPayload), { name: "x.xlsx" });
  return read.ok ? findTable(read.doc, ITEM_FIELDS) : undefined;
}

describe("a register of items", () => {
  test("is uploaded, its words explained, looked at, taken over by the head, and taken back", async () => {
    const rows = [
      ["一号通知", "2020-01-02", "教育动态", "正文一"],
      ["二号通知", "元月", "教育动态", "正文二"],
      ["三号通知", "2020-01-04", "教育动态", "联系电话13812345678"],
    ];
    const { id } = (await upload(aRegister(["标题", "发布日期", "栏目", "内容"], rows))).json<{ id: string }>();
    const first = await pageOf(id);
    expect(first.mapping.columns).toEqual({ title: 0, publishedOn: 1, entry: 2, text: 3 });
    expect(first.entries).toEqual([{ id: entry, label: "教育政策" }]);
    expect(first.preview).toMatchObject({ good: 0, bad: 3 });
    const mapping = { ...first.mapping, entries: { 教育动态: entry } };
    const changed = await app.inject({ method: "PUT", url: `${BASE}/${id}/mapping`, headers: registrar, payload: { version: 1, mapping } });
    expect(changed.json()).toEqual({ version: 2 });
    expect((await pageOf(id)).preview).toMatchObject({
      good: 2,
      bad: 1,
      screened: 2,
      found: 1,
      rows: [{ row: 2, title: "一号通知", entry: "教育政策", genre: "circular", publishedOn: "2020-01-02" }, { row: 4 }],
      problems: [{ row: 3, at: "发布日期", found: "元月" }],
    });
    const bad = await readSheet(`${BASE}/${id}/refused-rows.xlsx`);
    expect(bad?.rows.map(({ cells }) => cells)).toEqual([
      ["二号通知", "元月", "教育动态", "正文二", "3", expect.stringContaining("发布日期：不是日期")],
    ]);

    expect((await post(`${BASE}/${id}/start`, { version: 2, review: REVIEW }, registrar)).statusCode).toBe(403);
    expect((await post(`${BASE}/${id}/start`, { version: 2, review: "无" })).statusCode).toBe(400);
    expect((await post(`${BASE}/${id}/start`, { version: 2, review: REVIEW })).json()).toEqual({ version: 3 });
    await runJobs(id, "finished");
    const done = await pageOf(id);
    expect(done).toMatchObject({
      import: { imported: 2, drafts: 1, refused: 1, doneRows: 3, review: REVIEW },
      preview: null,
      drafts: [{ row: 4, title: "三号通知" }],
    });
    expect((await readSheet(`${BASE}/${id}/refused-rows.xlsx`))?.rows).toHaveLength(1);
    expect((await post(`${BASE}/${id}/undo`, { version: done.import.version }, registrar)).statusCode).toBe(403);
    await post(`${BASE}/${id}/undo`, { version: done.import.version });
    await runJobs(id, "withdrawn");
    expect(await db.selectFrom("item").select("item_id").where("agency_id", "=", agencyId).execute()).toEqual([]);
  });

  test("the template is read back with every column known", async () => {
    const template = await readSheet(`${BASE}/template.xlsx`);
    expect(template?.headings).toEqual(Object.values(ITEM_FIELDS).map(({ label }) => label));
  });

  test("as CSV is read too; what is none is refused in words", async () => {
    const csv = new TextEncoder().encode('标题,发布日期,目录,正文\n"甲,乙",2020-01-02,教育政策,"一\n二"\n');
    const { id } = (await upload(csv, "清单.csv")).json<{ id: string }>();
    expect((await pageOf(id)).preview).toMatchObject({ good: 1, rows: [{ title: "甲,乙" }] });
    const refused = await upload(new TextEncoder().encode("没有表格"), "清单.csv");
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({ error: "not-a-register" });
  });
});

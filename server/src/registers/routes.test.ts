import { readDocument } from "@gongkai/document/read";
import { officialCalendar } from "@gongkai/statute";
import { describe, expect, test } from "vitest";
import { aLedger, anOfficeApp, aRegion, signInAs } from "../accounts/testing.ts";
import { applicationProjection } from "../applications/index.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { createLog } from "../platform/log.ts";
import { prepareJobs, startJobs } from "../platform/jobs/index.ts";
import { remedyProjection } from "../remedies/index.ts";
import type { Dependencies } from "../slices.ts";
import { REGISTER_JOBS } from "./jobs.ts";
import { registerRoutes } from "./routes.ts";
import type { RegisterImportPage } from "./schema.ts";
import { aWorkbook } from "./testing.ts";

const { db, pool } = await aDatabase();
const ledger = aLedger(db, { projections: [applicationProjection(officialCalendar), remedyProjection(officialCalendar)] });
const region = await aRegion(ledger);
const readers = { read: readDocument, close: async () => {} };
let handed: Dependencies | undefined;
const app = await anOfficeApp(ledger, {
  settings: { uploadMaxMb: 1 },
  slices: [
    (on, needs) => {
      handed = { ...needs, readers };
      return registerRoutes(on, handed);
    },
  ],
});
const log = createLog({ level: "silent", clock: ledger.clock, inWords: false });
await prepareJobs({ pool }, log);
const BASE = "/api/v1/agencies/yunxi-jiaoyu/register-imports";
const headers = await signInAs(ledger, region.staff.registrar);

async function upload(bytes: Uint8Array, name = "台账.xlsx", as = headers) {
  const payload = new FormData();
  payload.append("file", new File([new Uint8Array(bytes)], name), name);
  return app.inject({ method: "POST", url: BASE, headers: as, payload });
}
const post = (url: string, payload: object = {}) => app.inject({ method: "POST", url, headers, payload });
const pageOf = async (id: string) => (await app.inject({ url: `${BASE}/${id}`, headers })).json<RegisterImportPage>();

async function runJobs(until: () => Promise<boolean>): Promise<void> {
  if (handed === undefined) throw new Error("no dependencies");
  const running = await startJobs({ database: { pool }, log, jobs: REGISTER_JOBS, needs: handed });
  await expect.poll(until, { timeout: 15_000 }).toBe(true);
  await running.stop();
}

const HEADINGS = ["序号", "编号", "申请人", "收到日期", "申请内容", "答复日期", "答复类型"];
const ROWS = [
  [1, "2021-0001", "申请人甲", "2021年3月2日", "校舍检查结果", "2021-03-20", "予以公开"],
  [2, "2021-0002", "申请人乙", "三月", "招生计划", "", ""],
  [3, "2021-0003", "申请人丙", "2021-05-06", "食堂经费", "2021-05-20", "不公开"],
];

describe("a register as a workbook", () => {
  test("is uploaded, its columns changed, looked at, imported, exported and taken back", async () => {
    const { id } = (await upload(aWorkbook(HEADINGS, ROWS))).json();
    const first = await pageOf(id);
    expect(first.columns).toEqual(HEADINGS);
    expect(first.mapping.columns).toMatchObject({ number: 1, applicantName: 2, receivedOn: 3, title: 4, repliedOn: 5, outcome: 6 });
    expect(first.preview).toMatchObject({ good: 0, bad: 3 });
    const mapping = { ...first.mapping, applicantKind: "natural", channel: "inPerson", outcomes: { 不公开: "denied.process" } };
    expect((await app.inject({ method: "PUT", url: `${BASE}/${id}/mapping`, headers, payload: { version: 1, mapping } })).json()).toEqual({
      version: 2,
    });
    const { preview } = await pageOf(id);
    expect(preview).toMatchObject({
      good: 2,
      bad: 1,
      problems: [{ row: 3, at: "收到日期", found: "三月", message: expect.stringContaining("不是日期") }],
    });
    expect(preview?.rows).toMatchObject([
      { row: 2, number: "2021-0001", applicant: "申**", outcome: "予以公开" },
      { row: 4, outcome: "属于四类过程性信息" },
    ]);
    expect((await post(`${BASE}/${id}/start`, { version: 2 })).json()).toEqual({ version: 3 });
    await runJobs(async () => (await pageOf(id)).import.state === "finished");
    expect((await pageOf(id)).import).toMatchObject({ imported: 2, refused: 1, doneRows: 3 });

    const exported = await app.inject({
      method: "POST",
      url: "/api/v1/agencies/yunxi-jiaoyu/register-exports",
      headers,
      payload: { format: "xlsx" },
    });
    const read = await readDocument(exported.rawPayload, { name: "台账.xlsx" });
    if (!read.ok) throw new Error(read.message);
    expect(read.doc.text).toContain("2021-0003");
    expect(read.doc.text).not.toContain("申请人甲");
    const lines = await post("/api/v1/agencies/yunxi-jiaoyu/register-exports", {
      format: "json",
      withIdentities: true,
      reason: "移交档案",
    });
    const names = lines.body
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line).applicant.name as string);
    expect(new Set(names)).toEqual(new Set(["申请人甲", "申请人丙"]));

    const { version } = (await pageOf(id)).import;
    expect((await post(`${BASE}/${id}/undo`, { version })).statusCode).toBe(200);
    await runJobs(async () => (await pageOf(id)).import.state === "withdrawn");
    expect((await app.inject({ url: BASE, headers })).json().imports).toMatchObject([
      { id, imported: 0, withdrawn: 2, createdBy: "教育局登记人" },
    ]);
  });

  test("that is not begun can be given up", async () => {
    const { id } = (await upload(aWorkbook(HEADINGS, ROWS))).json();
    expect((await post(`${BASE}/${id}/cancel`)).statusCode).toBe(200);
    expect(await pageOf(id)).toMatchObject({ import: { state: "withdrawn" }, preview: null });
  });
});

describe("refused", () => {
  test.each([
    ["a workbook without headings", aWorkbook(["甲", "乙"], [["1", "2"]]), 422, "not-a-register"],
    ["a file nobody can read", new Uint8Array(2000).fill(7), 422, "unreadable"],
    ["JSON in no known encoding", new Uint8Array([0x7b, 0xff, 0xfe, 0xfd]), 422, "unreadable"],
  ])("%s", async (_what, bytes, status, error) => {
    expect((await upload(bytes, "a.xlsx")).json()).toMatchObject({ status, error, message: expect.stringMatching(/。$/) });
  });

  test("a file beyond the limit", async () => {
    expect((await upload(new Uint8Array(1_200_000), "大.xlsx")).statusCode).toBe(413);
  });

  test("to those who do not keep the register, and identities without a reason", async () => {
    expect((await upload(aWorkbook(HEADINGS, ROWS), "a.xlsx", await signInAs(ledger, region.staff.handler))).statusCode).toBe(403);
    expect((await post("/api/v1/agencies/yunxi-jiaoyu/register-exports", { format: "json", withIdentities: true })).statusCode).toBe(400);
    expect((await post(`${BASE}/00000000-0000-4000-8000-000000000000/cancel`)).json()).toMatchObject({ status: 404, error: "not-found" });
  });
});

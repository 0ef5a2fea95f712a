import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openLedger, systemClock } from "@gongkai/server/maintenance";
import { parseCases } from "@gongkai/statute";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { aFolder, gongkai } from "../testing.ts";

const folder = aFolder();
const file = join(folder, "案件.jsonl");
const CASES = [
  {
    kind: "application",
    number: "2021-0007",
    applicant: { kind: "natural", name: "申请人甲", idNumber: "110101199001010015" },
    channel: "postSigned",
    request: { title: "校舍检查结果" },
    events: [
      { type: "submitted", on: "2021-03-02" },
      { type: "replied", on: "2021-03-20", outcome: "nonexistent" },
    ],
  },
  { kind: "application", applicant: { kind: "natural" }, channel: "pigeon", events: [{ type: "submitted", on: "2021-03-02" }] },
];

// The embedded database is started once, as the server would have left it.
beforeAll(async () => {
  vi.stubEnv("DATA_DIR", join(folder, "data"));
  vi.stubEnv("DATABASE_URL", "");
  vi.stubEnv("BASE_URL", ""); // the test runner has one of its own
  const opened = await openLedger({ dataDir: join(folder, "data"), databaseUrl: undefined }, systemClock);
  if (!opened.ok) throw new Error(opened.message);
  const { db } = opened.value.ledger;
  await db
    .insertInto("agency")
    .values({ agency_id: 1, code: "yunxi", name: "云溪县教育局", short_name: "教育局", kind: "department" })
    .execute();
  await opened.value.database.close();
  writeFileSync(file, CASES.map((one) => JSON.stringify(one)).join("\n"));
}, 120_000);
afterAll(() => vi.unstubAllEnvs());

describe("gongkai case import and export", { timeout: 120_000 }, () => {
  test("a trial says what is wrong with which case and imports nothing", async () => {
    const ran = await gongkai("case", "import", file, "--agency", "yunxi", "--dry-run", "--json");
    expect(ran.code).toBe(1);
    const told = JSON.parse(ran.out) as object;
    expect(told).toMatchObject({
      agency: "云溪县教育局",
      rows: 2,
      good: 1,
      imported: 0,
      dryRun: true,
      problems: [{ row: 2, problems: [{ at: "channel" }] }],
    });
  });

  test("what was imported comes out again, masked; the same file is not imported twice", async () => {
    expect((await gongkai("case", "import", file, "--agency", "yunxi")).code).toBe(1);
    const again = await gongkai("case", "import", file, "--agency", "yunxi");
    expect(again.code).toBe(2);
    expect(again.err).toContain("同一文件");
    const out = join(folder, "导出.jsonl");
    expect((await gongkai("case", "export", "--agency", "yunxi", "-o", out)).code).toBe(0);
    const text = readFileSync(out, "utf8");
    expect(text).not.toMatch(/申请人甲|110101/);
    expect(parseCases(text)).toMatchObject({
      ok: true,
      value: [{ number: "2021-0007", events: [{ type: "submitted" }, { type: "replied", outcome: "nonexistent" }] }],
    });
    expect((await gongkai("case", "export", "--agency", "yunxi", "-o", out)).err).toContain("已存在");
    const sheet = join(folder, "台账.xlsx");
    await gongkai("case", "export", "--agency", "yunxi", "-o", sheet, "--identities", "移交档案");
    const trial = await gongkai("case", "import", sheet, "--agency", "yunxi", "--dry-run");
    expect(trial.err).toContain("这一编号的申请已在系统中");
  });

  test.each([
    [["case", "import", file], "--agency"],
    [["case", "import", file, "--agency", "nobody"], "没有代码为“nobody”的机关"],
    [["case", "import", join(folder, "没有.json"), "--agency", "yunxi"], "不能打开文件"],
    [["case", "import", file, "--agency", "yunxi", "--channel", "pigeon"], "--channel"],
    [["case", "import", file, "--agency", "yunxi", "--applicant-kind", "alien"], "--applicant-kind"],
    [["case", "export"], "--agency"],
    [["case", "export", "--agency", "yunxi", "--year", "今年"], "--year"],
    [["case", "export", "--agency", "nobody"], "没有代码"],
  ])("%j is refused with a sentence", async (words, sentence) => {
    const ran = await gongkai(...words);
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining(sentence) });
  });
});

describe("gongkai item import", { timeout: 120_000 }, () => {
  test("says what is wrong with which row, and leaves the rest for the head of the office", async () => {
    const list = join(folder, "清单.csv");
    writeFileSync(list, "标题,发布日期,目录,正文\n旧通知,2020-01-02,教育政策,正文\n");
    const ran = await gongkai("item", "import", list, "--agency", "yunxi", "--json");
    expect(ran.code).toBe(2);
    expect(JSON.parse(ran.out)).toMatchObject({
      rows: 1,
      good: 0,
      import: expect.stringMatching(/^[0-9a-f-]{36}$/),
      problems: [{ row: 2, problems: [{ at: "目录" }] }],
    });
    expect((await gongkai("item", "import", list)).err).toContain("--agency");
  });
});

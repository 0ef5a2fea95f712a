import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { aFolder, gongkai, writeReport } from "./testing.ts";

/** One application, granted: every sum holds. */
const ONE_GRANTED = Object.fromEntries(
  ["new", "granted", "total"].flatMap((row) => [
    [`t3.${row}.natural`, 1],
    [`t3.${row}.total`, 1],
  ]),
);
const WRONG_SUM = { ...ONE_GRANTED, "t3.granted.total": 2 };

const linesOf = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("report read", () => {
  test("prints one report per line, in the order given", async () => {
    const folder = aFolder();
    const files = ["乙.html", "甲.html"].map((name) => writeReport(join(folder, name), { cells: ONE_GRANTED }));
    const { code, out } = await gongkai("report", "read", ...files, "--json");
    expect(code).toBe(0);
    expect(linesOf(out).map((report) => report.file)).toEqual(files);
    expect(linesOf(out)[0]).toMatchObject({
      edition: "2021",
      year: 2024,
      agency: "云溪县政务公开办公室",
      cells: { "t3.new.total": 1 },
      states: { "t3.new.total": "seen" },
    });
  });

  test("walks folders to the bottom in natural order, and says what it passed over", async () => {
    const folder = aFolder();
    mkdirSync(join(folder, "下级"));
    for (const name of ["第10号.html", "第2号.html", "下级/乡镇.html"]) writeReport(join(folder, name));
    for (const name of ["照片.jpg", "讲稿.ppt", "~$第2号.docx", ".hidden.html"]) writeFileSync(join(folder, name), "x");
    const { out, err } = await gongkai("report", "read", folder, "--json");
    expect(linesOf(out).map((report) => report.file)).toEqual(
      ["第2号.html", "第10号.html", "下级/乡镇.html"].map((name) => join(folder, name)),
    );
    expect(err).toMatch(/跳过.*\.jpg 1 个/);
    expect(err).toMatch(/\.ppt 1 个/);
  });

  test("a page saved as a single file, found in a folder, gives the same report as the page", async () => {
    const folder = aFolder();
    const page = writeReport(join(aFolder(), "年报.html"), { cells: ONE_GRANTED });
    const head = "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\n\r\n";
    const part = "--a\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    writeFileSync(join(folder, "年报.mhtml"), `${head}${part}${readFileSync(page).toString("base64")}\r\n--a--\r\n`);
    const [one, other] = [await gongkai("report", "read", folder, "--json"), await gongkai("report", "read", page, "--json")];
    expect(linesOf(one.out)).toEqual(linesOf(other.out).map((report) => ({ ...report, file: join(folder, "年报.mhtml") })));
    expect(linesOf(one.out)[0]).toMatchObject({ cells: { "t3.new.total": 1 } });
  });

  test("an unreadable file has its line in place, and the rest go on", async () => {
    const folder = aFolder();
    const missing = join(folder, "没有.docx");
    const empty = join(folder, "空.docx");
    writeFileSync(empty, "");
    const good = writeReport(join(folder, "好.html"));
    const { code, out } = await gongkai("report", "read", missing, empty, good, "--json");
    expect(code).toBe(2);
    expect(linesOf(out)).toEqual([
      { file: missing, error: { refusal: "not-found", message: expect.stringContaining("找不到文件") } },
      { file: empty, error: { refusal: "empty", message: expect.stringContaining("空") } },
      expect.objectContaining({ file: good, edition: "2021" }),
    ]);
  });

  test("shows the tables with the state of every cell to a person", async () => {
    const file = writeReport(join(aFolder(), "a.html"), { cells: { ...ONE_GRANTED, "t3.new.legal": "" } });
    const { out } = await gongkai("report", "read", file);
    expect(out).toContain("三、收到和处理政府信息公开申请情况");
    expect(out).toMatch(/一、本年新收政府信息公开申请数量 +\| +1 \| +0 \| +0 \| +0 \| +空 \| +0 \| +1 \|/);
  });

  test("an empty folder is told, not passed over in silence", async () => {
    const { code, out } = await gongkai("report", "read", aFolder(), "--json");
    expect(code).toBe(2);
    expect(linesOf(out)[0].error.refusal).toBe("empty-folder");
  });
});

describe("report check", () => {
  test("ends with 0 where no error is found, 1 where there is one, 2 where a file could not be read", async () => {
    const folder = aFolder();
    const sound = writeReport(join(folder, "好.html"), { cells: ONE_GRANTED });
    const wrong = writeReport(join(folder, "错.html"), { cells: WRONG_SUM });
    expect((await gongkai("report", "check", sound)).code).toBe(0);
    expect((await gongkai("report", "check", sound, wrong)).code).toBe(1);
    expect((await gongkai("report", "check", wrong, join(folder, "没有.html"))).code).toBe(2);
  });

  test("tells what is wrong, what to do about it, and sums up", async () => {
    const wrong = writeReport(join(aFolder(), "错.html"), { cells: WRONG_SUM });
    const { out } = await gongkai("report", "check", wrong);
    expect(out).toMatch(/\[T3-3\].*予以公开/);
    expect(out).toContain("建议：");
    expect(out).toMatch(/合计：1 份，错误 \d+，警告 \d+，提示 \d+，未能读取 0/);
  });

  test("takes what `read --json` printed, and finds the same", async () => {
    const folder = aFolder();
    const wrong = writeReport(join(folder, "错.html"), { cells: WRONG_SUM });
    const data = join(folder, "data.jsonl");
    writeFileSync(data, (await gongkai("report", "read", wrong, join(folder, "没有.html"), "--json")).out);
    const again = await gongkai("report", "check", data, "--json");
    const direct = await gongkai("report", "check", wrong, "--json");
    expect(linesOf(again.out)[0].findings).toEqual(linesOf(direct.out)[0].findings);
    expect(linesOf(again.out)[1]).toMatchObject({ error: { refusal: "not-found" } });
    expect(again.code).toBe(2);
  });

  test("finds anew what an earlier check found, so a corrected figure is no longer wrong", async () => {
    const folder = aFolder();
    const wrong = writeReport(join(folder, "错.html"), { cells: WRONG_SUM });
    const [report] = linesOf((await gongkai("report", "check", wrong, "--json")).out);
    const data = join(folder, "改正.json");
    writeFileSync(data, JSON.stringify({ ...report, cells: { ...report.cells, "t3.granted.total": 1 } }, null, 2));
    expect((await gongkai("report", "check", data)).code).toBe(0);
  });

  test("with last year's reports, checks each against its own organ's", async () => {
    const folder = aFolder();
    mkdirSync(join(folder, "2023"));
    const left = {
      ...ONE_GRANTED,
      "t3.granted.natural": 0,
      "t3.granted.total": 0,
      "t3.total.natural": 0,
      "t3.total.total": 0,
      "t3.carriedOut.natural": 1,
      "t3.carriedOut.total": 1,
    };
    writeReport(join(folder, "2023/甲.html"), { agency: "青禾镇人民政府", year: 2023, cells: left });
    writeReport(join(folder, "2023/乙.html"), { agency: "白沙镇人民政府", year: 2023, cells: ONE_GRANTED });
    const files = ["青禾镇", "白沙镇"].map((name) =>
      writeReport(join(folder, `${name}.html`), { agency: `${name}人民政府`, cells: ONE_GRANTED }),
    );
    const { out } = await gongkai("report", "check", ...files, "--previous", join(folder, "2023"), "--json");
    const rules = linesOf(out).map((report) => report.findings.map((finding: { rule: string }) => finding.rule));
    expect(rules[0]).toContain("Y-1");
    expect(rules[1]).not.toContain("Y-1");
    const one = await gongkai("report", "check", ...files, "--previous", join(folder, "2023/甲.html"), "--json");
    expect(linesOf(one.out)[1].findings).toEqual(linesOf(out)[1].findings);
    expect(one.err).toMatch(/白沙镇\.html：没有找到与之对应的上年报告/);
  });

  test("refuses JSON that is no report", async () => {
    const file = join(aFolder(), "other.json");
    writeFileSync(file, '{"name":"x","cells":{"t3.new.total":"七"}}');
    const { code, out } = await gongkai("report", "check", file, "--json");
    expect(code).toBe(2);
    expect(linesOf(out)[0].error.refusal).toBe("not-a-report");
  });
});

describe("report merge", () => {
  test("adds the figures up and lists what was added", async () => {
    const folder = aFolder();
    const files = ["青禾镇", "白沙镇"].map((name) =>
      writeReport(join(folder, `${name}.html`), { agency: `${name}人民政府`, cells: ONE_GRANTED }),
    );
    const { code, out } = await gongkai("report", "merge", ...files, "--json");
    const [merged] = linesOf(out);
    expect(code).toBe(0);
    expect(merged.cells["t3.new.total"]).toBe(2);
    expect(merged.added.map((report: { agency: string }) => report.agency)).toEqual(["青禾镇人民政府", "白沙镇人民政府"]);
    expect((await gongkai("report", "merge", ...files)).out).toMatch(/汇总清单（2份）\n1\. 青禾镇人民政府/);
  });

  test("does not mix editions", async () => {
    const folder = aFolder();
    const files = (["2019", "2021"] as const).map((edition) =>
      writeReport(join(folder, `${edition}.html`), { edition, year: Number(edition) }),
    );
    const { code, out } = await gongkai("report", "merge", ...files, "--json");
    expect(code).toBe(1);
    expect(linesOf(out)[0].error.refusal).toBe("mixed-editions");
  });

  test("says which files are missing from the sum", async () => {
    const folder = aFolder();
    const missing = join(folder, "没有.html");
    const { code, out } = await gongkai("report", "merge", writeReport(join(folder, "好.html"), { cells: ONE_GRANTED }), missing, "--json");
    expect(code).toBe(2);
    expect(linesOf(out)[0]).toMatchObject({ cells: { "t3.new.total": 1 }, unreadable: [{ file: missing }] });
  });
});

describe("report compare", () => {
  test("lists the cells that changed, and how alike the text is", async () => {
    const folder = aFolder();
    const a = writeReport(join(folder, "2023.html"), { year: 2023, cells: ONE_GRANTED });
    const b = writeReport(join(folder, "2024.html"), { cells: WRONG_SUM });
    const { code, out } = await gongkai("report", "compare", a, b);
    expect(code).toBe(0);
    expect(out).toMatch(/表三“（一）予以公开”·总计 \|  1 \|  2 \| \+1/);
    expect(out).toContain("一、总体情况：100%");
    const [comparison] = linesOf((await gongkai("report", "compare", a, b, "--json")).out);
    expect(comparison).toMatchObject({ a: { year: 2023 }, b: { year: 2024 }, changed: 1 });
  });

  test("needs two reports that can be read", async () => {
    const folder = aFolder();
    const a = writeReport(join(folder, "a.html"));
    expect((await gongkai("report", "compare", a)).code).toBe(2);
    expect((await gongkai("report", "compare", a, join(folder, "没有.html"))).code).toBe(2);
  });
});

describe("the line itself", () => {
  test.each([
    { words: ["report", "reed"], says: "没有“reed”这个命令" },
    { words: ["report", "read"], says: "缺少参数：文件" },
    { words: ["report", "read", "--jsno", "x"], says: "没有“--jsno”这个选项" },
    { words: ["report", "check", "x", "--previous"], says: "后面缺少内容" },
    { words: [], says: "用法：" },
  ])("bad use ($words) is told in Chinese and ends with 2", async ({ words, says }) => {
    const { code, out, err } = await gongkai(...words);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain(says);
  });

  test.each([["read"], ["check"], ["write"], ["convert"], ["merge"], ["compare"]])(
    "help on report %s is Chinese, with examples and exit codes",
    async (name) => {
      const { code, out } = await gongkai("report", name, "--help");
      expect(code).toBe(0);
      expect(out).toMatch(/示例：\n {2}gongkai report/);
      expect(out).toContain("退出码：");
      expect(out).not.toMatch(/Usage|Options|Arguments|display help/);
    },
  );
});

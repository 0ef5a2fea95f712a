import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { aFolder, gongkai, writeReport } from "../testing.ts";

const lineOf = (text: string) => JSON.parse(text.trimEnd().split("\n").at(-1) ?? "");

describe("report write", () => {
  test("puts the file beside its source, and what was written reads the same", async () => {
    const folder = aFolder();
    const file = writeReport(join(folder, "报告.html"), { cells: { "t3.new.legal": "", "t2.license.decisions": 12 } });
    const { code, out } = await gongkai("report", "write", file, "--to", "docx");
    expect({ code, out }).toEqual({ code: 0, out: `${join(folder, "报告.docx")}\n` });
    const [before, after] = [
      lineOf((await gongkai("report", "read", file, "--json")).out),
      lineOf((await gongkai("report", "read", join(folder, "报告.docx"), "--json")).out),
    ];
    for (const part of ["edition", "year", "agency", "title", "sections", "cells", "states"]) expect(after[part]).toEqual(before[part]);
  });

  test("takes report JSON, corrected by hand", async () => {
    const folder = aFolder();
    const report = lineOf((await gongkai("report", "read", writeReport(join(folder, "a.html")), "--json")).out);
    const data = join(folder, "改正.json");
    writeFileSync(data, JSON.stringify({ ...report, cells: { ...report.cells, "t3.new.natural": 5 } }));
    expect((await gongkai("report", "write", data, "--to", "md", "-o", "-")).out).toContain("| 5 |");
  });

  test("does not write over a file unless told to", async () => {
    const folder = aFolder();
    const file = writeReport(join(folder, "a.html"));
    const output = join(folder, "out.txt");
    writeFileSync(output, "旧");
    const refused = await gongkai("report", "write", file, "--to", "txt", "-o", output);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("没有覆盖");
    expect(readFileSync(output, "utf8")).toBe("旧");
    expect((await gongkai("report", "write", file, "--to", "txt", "-o", output, "--force")).code).toBe(0);
    expect(readFileSync(output, "utf8")).toContain("三、收到和处理政府信息公开申请情况");
  });

  test("prints the organ's head and date when they are given", async () => {
    const file = writeReport(join(aFolder(), "a.html"));
    const { out } = await gongkai(
      "report",
      "write",
      file,
      "--to",
      "html",
      "-o",
      "-",
      "--telephone",
      "0000-0000000",
      "--date",
      "2025年1月20日",
    );
    const text = Buffer.from(out, "latin1").toString("utf8");
    expect(text).toContain("联系电话：0000-0000000");
    expect(text).toContain('<p class="center">2025年1月20日</p>');
  });

  test.each([
    { words: [], says: "请用 --to 写明" },
    { words: ["--to", "doc"], says: "不能转成“doc”" },
  ])("bad use ($words) is told in Chinese and ends with 2", async ({ words, says }) => {
    const { code, err } = await gongkai("report", "write", writeReport(join(aFolder(), "a.html")), ...words);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });

  test("names the cells that its source leaves open", async () => {
    const folder = aFolder();
    const report = lineOf((await gongkai("report", "read", writeReport(join(folder, "a.html")), "--json")).out);
    const data = join(folder, "b.json");
    const states = { ...report.states, "t3.new.natural": "ambiguous", "t4.reconsideration.other": "absent" };
    writeFileSync(
      data,
      JSON.stringify({ ...report, states, cells: { ...report.cells, "t3.new.natural": null, "t4.reconsideration.other": null } }),
    );
    const { code, out, err } = await gongkai("report", "write", data, "--to", "xlsx", "--json");
    expect(code).toBe(1);
    expect(lineOf(out)).toMatchObject({
      output: join(folder, "b.xlsx"),
      ambiguous: ["t3.new.natural"],
      absent: ["t4.reconsideration.other"],
    });
    expect(err).toMatch(/1格原文未能确定.*本年新收.*自然人/u);
  });
});

describe("report convert", () => {
  test("writes a folder of reports into another, and one bad file does not stop the rest", async () => {
    const folder = aFolder();
    mkdirSync(join(folder, "各部门"));
    for (const name of ["甲", "乙"]) writeReport(join(folder, `各部门/${name}.html`));
    writeFileSync(join(folder, "各部门/坏.docx"), "");
    const { code, out, err } = await gongkai(
      "report",
      "convert",
      join(folder, "各部门"),
      "--to",
      "docx",
      "--out-dir",
      join(folder, "公开版"),
    );
    expect(code).toBe(2);
    expect(out.trimEnd().split("\n").toSorted()).toEqual(["乙", "甲"].map((name) => join(folder, `公开版/${name}.docx`)).toSorted());
    expect(err).toContain("坏.docx：未能读取");
    expect(existsSync(join(folder, "公开版/甲.docx"))).toBe(true);
  });

  test("into the form of 2021 carries what means the same, and says in result and remarks what it left", async () => {
    const folder = aFolder();
    const cells = {
      "t3.new.natural": 2,
      "t3.new.total": 2,
      "t3.otherHandling.natural": 2,
      "t3.otherHandling.total": 2,
      "t3.total.natural": 2,
      "t3.total.total": 2,
      "t2.procurement.items": 3,
    };
    const file = writeReport(join(folder, "2020.html"), { edition: "2019", year: 2020, cells });
    const { code, out, err } = await gongkai("report", "convert", file, "--to", "json", "--edition", "2021", "--json");
    expect(code).toBe(1);
    const line = lineOf(out);
    expect(line.crosswalk.left.map((cell: { key: string }) => cell.key)).toEqual(
      expect.arrayContaining(["t2.procurement.items", "t3.otherHandling.natural"]),
    );
    expect(err).toMatch(/没有带入：.*采购项目数量（3）/u);
    expect(err).toContain("不能代为拆分");
    const made = JSON.parse(readFileSync(line.output, "utf8"));
    expect(made).toMatchObject({
      edition: "2021",
      year: 2020,
      cells: { "t3.new.natural": 2, "t3.otherHandling.misc.natural": null, "t3.otherHandling.misc.other": 0 },
    });
  });

  test("two sources of one name do not become one file", async () => {
    const folder = aFolder();
    mkdirSync(join(folder, "x"));
    const files = [writeReport(join(folder, "a.html")), writeReport(join(folder, "x/a.html"))];
    const { code, err } = await gongkai("report", "convert", ...files, "--to", "txt", "--out-dir", join(folder, "out"), "--force");
    expect(code).toBe(1);
    expect(err).toContain("同名文件请分开转换");
  });

  test("wants to be told where to put reports that come from a data file", async () => {
    const folder = aFolder();
    const data = join(folder, "报告.jsonl");
    writeFileSync(data, (await gongkai("report", "read", writeReport(join(folder, "甲.html")), "--json")).out);
    expect((await gongkai("report", "convert", data, "--to", "txt")).code).toBe(2);
    const { out } = await gongkai("report", "convert", data, "--to", "txt", "--out-dir", join(folder, "out"));
    expect(out).toBe(`${join(folder, "out/甲.txt")}\n`);
  });

  test("refuses a form that it does not know", async () => {
    const { code, err } = await gongkai("report", "convert", writeReport(join(aFolder(), "a.html")), "--to", "txt", "--edition", "2019");
    expect(code).toBe(2);
    expect(err).toContain("只能转成2021年版");
  });
});

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { EDITIONS } from "@gongkai/annual-report";
import { describe, expect, test } from "vitest";
import { aFolder, gongkai } from "../testing.ts";

const application = {
  kind: "application",
  agency: "云溪县政务公开办公室",
  number: "2020-0007",
  applicant: { kind: "natural" },
  channel: "internet",
  events: [
    { type: "submitted", on: "2020-03-02" },
    { type: "confirmed", on: "2020-03-03" },
    { type: "assigned", on: "2020-03-04" },
    { type: "replied", on: "2020-03-20", outcome: "unavailable.notHeld" },
  ],
};
const remedy = {
  kind: "remedy",
  remedy: "reconsideration",
  events: [
    { type: "filed", on: "2020-04-01" },
    { type: "decided", on: "2020-05-20", result: "upheld" },
  ],
};

function aFile(content: string | object): string {
  const path = join(aFolder(), "案件.json");
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

describe("gongkai case status", () => {
  test("prints the agreed shape with --json", async () => {
    const { code, out } = await gongkai("case", "status", aFile(application), "--on", "2020-03-10", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      state: "handling",
      receivedOn: "2020-03-03",
      dueOn: "2020-03-31",
      provisional: false,
      usedDays: 5,
      leftDays: 15,
      overdue: false,
      outcome: null,
      row: null,
      next: expect.arrayContaining(["replied", "extended", "consultationSent"]),
      because: [
        { rule: "receipt-internet-fax", cites: "《政府信息公开条例》第三十一条第三项", text: expect.any(String) },
        { rule: "reply", cites: "《政府信息公开条例》第三十三条第二款", text: expect.any(String) },
      ],
    });
  });

  test("tells a person the state, the limit, the next step and the reasons, day by day when asked", async () => {
    const { out } = await gongkai("case", "status", aFile(application), "--on", "2020-03-10", "--days");
    expect(out).toMatch(/状态：办理中\n收到申请之日：2020-03-03\n答复期限：2020-03-31\n已用 5 个工作日，剩余 15 个/);
    expect(out).toContain("第三十三条第二款");
    expect(out).toMatch(/2020-03-07 {2}不计 {2}周六，休息日/);
  });

  test("lists who may do what, and what it does to the clock, when asked", async () => {
    const assigned = { ...application, events: [{ type: "registered", on: "2020-03-03" }, ...application.events].slice(0, 4) };
    const { out } = await gongkai("case", "status", aFile(assigned), "--on", "2020-03-10", "--acts");
    expect(out).toMatch(
      /延长答复期限：政府信息公开工作机构负责人；在现有期限上增加所延长的工作日，最迟至2020年4月28日〔.*第三十三条第二款〕/,
    );
    const { out: json } = await gongkai("case", "status", aFile(assigned), "--on", "2020-03-10", "--acts", "--json");
    expect(JSON.parse(json)).toMatchObject({ acts: expect.arrayContaining([expect.objectContaining({ act: "serve", permitted: false })]) });
  });

  test("takes the row of the edition of the year, today where no day is given", async () => {
    const { out } = await gongkai("case", "status", aFile(application), "--json");
    expect(JSON.parse(out)).toMatchObject({ state: "decided", outcome: "unavailable.notHeld", row: "unavailable.notHeld", dueOn: null });
  });

  test("reads several cases in order, a line each", async () => {
    const lines = `${JSON.stringify(application)}\n${JSON.stringify(remedy)}\n`;
    const { code, out } = await gongkai("case", "status", aFile(lines), "--on", "2020-06-01", "--json");
    expect(code).toBe(0);
    const states = out
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { state: string }).state);
    expect(states).toEqual(["decided", "decided"]);
  });

  test("ends with 1 and says so when an event is not allowed by law", async () => {
    const twice = [
      { type: "extended", on: "2020-03-10", days: 5 },
      { type: "extended", on: "2020-03-11", days: 20 },
    ];
    const { code, out, err } = await gongkai(
      "case",
      "status",
      aFile({ ...application, events: [...application.events.slice(0, 2), ...twice] }),
      "--on",
      "2020-03-11",
      "--json",
    );
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ dueOn: "2020-04-08" });
    expect(err).toContain("“延长答复期限”：已经延长过一次，该事项不发生效力");
  });

  test.each([
    ["没有.json", "没有这个文件"],
    [aFile("{"), "不是有效的 JSON"],
    [aFile({ ...application, channel: "pigeon" }), "channel"],
  ])("refuses %s with 2", async (path, says) => {
    const { code, err } = await gongkai("case", "status", path);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });

  test("refuses a day that is none", async () => {
    expect(await gongkai("case", "status", aFile(application), "--on", "3月2日")).toMatchObject({ code: 2, out: "" });
  });
});

describe("gongkai case tally", () => {
  test.each(["2019", "2021"] as const)("prints every cell of tables 3 and 4 of the form of %s", async (edition) => {
    const { code, out } = await gongkai("case", "tally", aFile([application, remedy]), "--year", "2020", "--edition", edition, "--json");
    expect(code).toBe(0);
    const { cells, ...rest } = JSON.parse(out) as { cells: Record<string, number> };
    expect(rest).toEqual({ year: 2020, edition });
    const { table3, table4 } = EDITIONS[edition];
    const ofForm = [
      ...table3.rows.flatMap((row) => table3.columns.map((column) => `t3.${row.id}.${column.id}`)),
      ...table4.flatMap((group) => group.columns.map((column) => `${group.id}.${column.id}`)),
    ];
    expect(Object.keys(cells).toSorted()).toEqual(ofForm.toSorted());
    expect(cells).toMatchObject({ "t3.new.natural": 1, "t3.unavailable.notHeld.total": 1, "t4.reconsideration.upheld": 1 });
  });

  test("takes the edition of the year, several files, and prints the labels of the form", async () => {
    const { out } = await gongkai("case", "tally", aFile(application), aFile(remedy), "--year", "2020");
    expect(out).toContain("2020年度（2019年版式）");
    expect(out).toContain("（四）无法提供 1.本机关不掌握相关政府信息：1  0  0  0  0  0  1");
    expect(out).toContain("行政复议：结果维持 1");
  });

  test("counts the readable files and ends with 2 when one is not", async () => {
    const { code, out, err } = await gongkai("case", "tally", aFile(application), "没有.json", "--year", "2020", "--json");
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ cells: { "t3.new.total": 1 } });
    expect(err).toContain("没有.json：未能读取");
  });

  test("remarks on a number that stands twice", async () => {
    expect((await gongkai("case", "tally", aFile([application, application]), "--year", "2020")).err).toContain("2020-0007");
  });

  test.each([[["--year", "20"]], [[]], [["--year", "2020", "--edition", "2020"]]])("refuses %j", async (words) => {
    expect(await gongkai("case", "tally", aFile(application), ...words)).toMatchObject({ code: 2, out: "" });
  });
});

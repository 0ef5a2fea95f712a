import { describe, expect, test } from "vitest";
import { formTables, htmlOf, type Lines, readHtml, readText, rowOf, textOf } from "./fixtures/read-text.ts";

const FIGURES = {
  "t4.reconsideration.upheld": 7,
  "t4.reconsideration.corrected": 2,
  "t4.reconsideration.other": 1,
  "t4.reconsideration.pending": 3,
  "t4.reconsideration.total": 13,
  "t4.litigationDirect.upheld": 5,
  "t4.litigationDirect.total": 5,
  "t4.litigationAfter.other": 4,
  "t4.litigationAfter.pending": 2,
  "t4.litigationAfter.total": 6,
};
const GROUPS = { "t4.reconsideration": [7, 2, 1, 3, 13], "t4.litigationDirect": [5, 0, 0, 0, 5], "t4.litigationAfter": [0, 0, 4, 2, 6] };
const RESULTS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];

function readRow4(cells: readonly string[]): ReturnType<typeof readText> {
  return readWith((lines) => [...lines.slice(0, -1), [...cells]]);
}

function readWith(change: (lines: Lines) => Lines): ReturnType<typeof readText> {
  const tables = formTables("2021", FIGURES);
  return readText(textOf({ ...tables, 4: change(tables[4]) }));
}

function groupsOf(report: ReturnType<typeof readText>): Record<string, (number | string)[]> {
  return Object.fromEntries(Object.keys(GROUPS).map((group) => [group, rowOf(report, group)]));
}

const PRINTED = Object.values(GROUPS).flat().map(String);

describe("table 4", () => {
  test("is read from a page and from text", () => {
    expect(groupsOf(readHtml(htmlOf("2019", FIGURES)))).toEqual(GROUPS);
    expect(groupsOf(readText(textOf(formTables("2019", FIGURES))))).toEqual(GROUPS);
  });

  test("with figures that do not add up is read as printed", () => {
    expect(groupsOf(readRow4([...PRINTED.slice(0, 4), "99", ...PRINTED.slice(5)]))["t4.reconsideration"]).toEqual([7, 2, 1, 3, 99]);
  });

  test("with a cell lost where no sum tells which one offers what each may be", () => {
    const { states, sources } = readRow4("0 75 0 0 0 0 0 0 0 0 0 61 2 63".split(" "));
    for (const key of Object.keys(states).filter((cell) => cell.startsWith("t4.") && states[cell] === "ambiguous")) {
      expect(sources[key]?.raw).toMatch(/\d/);
      expect(sources[key]?.candidates?.length).toBeGreaterThan(0);
    }
    expect(states["t4.reconsideration.upheld"]).toBe("ambiguous");
    expect(sources["t4.reconsideration.upheld"]?.candidates).toContain(0);
  });

  test("with a group left empty has that group blank, and the others where they stand", () => {
    const report = readRow4([...PRINTED.slice(0, 5), "", "", "", "", "", ...PRINTED.slice(10)]);
    expect(groupsOf(report)).toEqual({ ...GROUPS, "t4.litigationDirect": Array(5).fill("空") });
  });

  test("with the first group left empty, on a page, does not move the others", () => {
    const html = htmlOf("2021", {
      ...FIGURES,
      ...Object.fromEntries(["upheld", "corrected", "other", "pending", "total"].map((id) => [`t4.reconsideration.${id}`, ""])),
    });
    expect(groupsOf(readHtml(html))).toEqual({ ...GROUPS, "t4.reconsideration": Array(5).fill("空") });
  });

  test("left empty altogether is blank", () => {
    for (const cells of Object.values(groupsOf(readRow4(PRINTED.map(() => ""))))) expect(cells).toEqual(Array(5).fill("空"));
  });

  test("with marks for none is blank", () => {
    for (const cells of Object.values(groupsOf(readRow4(PRINTED.map(() => "/"))))) expect(cells).toEqual(Array(5).fill("空"));
  });

  test("with its header lost is known by its fifteen figures", () => {
    expect(groupsOf(readWith((lines) => lines.slice(-1)))).toEqual(GROUPS);
  });

  test("written as three tables, one a group, is read by their headings", () => {
    const report = readWith(() => [
      ["行政复议"],
      RESULTS,
      PRINTED.slice(0, 5),
      ["未经复议直接起诉"],
      RESULTS,
      PRINTED.slice(5, 10),
      ["复议后起诉"],
      RESULTS,
      PRINTED.slice(10),
    ]);
    expect(groupsOf(report)).toEqual(GROUPS);
  });

  const column = (index: number): string[] => Object.values(GROUPS).map((figures) => String(figures[index]));
  const onItsSide = [["", "行政复议", "未经复议直接起诉", "复议后起诉"], ...RESULTS.map((result, index) => [result, ...column(index)])];

  test("on its side, a result a line, is read by its labels", () => {
    expect(groupsOf(readWith(() => onItsSide))).toEqual(GROUPS);
    const broken = onItsSide.map((line) => (line[0] === "总计" ? ["总计", "1", "1", "1"] : line));
    expect(groupsOf(readWith(() => broken))["t4.reconsideration"]).toEqual([7, 2, 1, 3, 1]);
  });

  test("on its side with a line lost is doubted, not read across", () => {
    for (const cells of Object.values(groupsOf(readWith(() => onItsSide.slice(0, -1))))) expect(cells).toEqual(Array(5).fill("?"));
  });

  test("told a figure a line is read by its labels though it does not foot", () => {
    const told = Object.values(GROUPS).flatMap((figures, group) => [
      [["行政复议", "未经复议直接起诉", "复议后起诉"][group] ?? ""],
      ...RESULTS.map((result, index) => [result, String(index === 4 ? 99 : figures[index])]),
    ]);
    expect(groupsOf(readWith(() => told))["t4.litigationAfter"]).toEqual([0, 0, 4, 2, 99]);
  });

  test("with its results in another order is read by its header", () => {
    const swapped = htmlOf("2021", FIGURES).replaceAll("结果维持", "甲").replaceAll("结果纠正", "结果维持").replaceAll("甲", "结果纠正");
    expect(groupsOf(readHtml(swapped))["t4.reconsideration"]).toEqual([2, 7, 1, 3, 13]);
  });

  test("with zeros run together is parted", () => {
    for (const cells of Object.values(groupsOf(readRow4(["000000000000000"])))) expect(cells).toEqual([0, 0, 0, 0, 0]);
  });

  test("with digits set apart is put together as its three sums allow", () => {
    expect(groupsOf(readRow4(PRINTED.flatMap((figure) => [...figure])))).toEqual(GROUPS);
  });

  test("with a figure missing, one cell a line, no figure stands in the wrong place", () => {
    const report = readWith((lines) => [...lines.slice(0, -1).flat(), ...PRINTED.slice(0, 3), ...PRINTED.slice(4)].map((cell) => [cell]));
    for (const [group, cells] of Object.entries(groupsOf(report))) {
      cells.forEach((cell, index) => expect([GROUPS[group as keyof typeof GROUPS][index], "?", "缺"]).toContain(cell)); // the keys are those of GROUPS
    }
  });

  test("that is not in the document is absent", () => {
    const { 2: second, 3: third } = formTables("2021");
    for (const cells of Object.values(groupsOf(readText(textOf({ 2: second, 3: third }))))) expect(cells).toEqual(Array(5).fill("缺"));
  });

  test("does not take figures of the text behind it", () => {
    const text = textOf(formTables("2021", FIGURES)).replace("无。\n", "本年度发出收费通知3件，收取4元。\n联系电话：0000000。\n5\n");
    expect(groupsOf(readText(text))).toEqual(GROUPS);
  });
});

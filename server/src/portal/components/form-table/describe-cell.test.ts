import type { Finding, Report } from "@gongkai/annual-report";
import { expect, test } from "vitest";
import { describeCell } from "./describe-cell.ts";

const key = "t3.new.total";

function aReport(state: Report["states"][string], value: number | null = null, candidates?: (number | null)[]): Report {
  const source = { raw: "", start: 0, end: 0, ...(candidates === undefined ? {} : { candidates }) };
  return {
    edition: "2021",
    year: 2024,
    agency: null,
    title: null,
    sections: { overview: null, problems: null, other: null },
    cells: { [key]: value },
    states: { [key]: state },
    sources: { [key]: source },
    findings: [],
  };
}

function aFinding(severity: Finding["severity"], cells: string[]): Finding {
  return { rule: "T", severity, cells, message: "", advice: "" };
}

test.each([
  { report: aReport("seen", 0), shown: "0", says: "0" },
  { report: aReport("blank"), shown: "空", says: "空白单元格" },
  { report: aReport("absent"), shown: "缺", says: "文件中没有这一格" },
  { report: aReport("ambiguous", null, [1, null]), shown: "?1/空", says: "可能是 1 或 空白" },
])("shows $shown and says $says", ({ report, shown, says }) => {
  const cell = describeCell(report, key, []);
  expect(cell.shown).toBe(shown);
  expect(cell.spoken).toMatch(/^表三“一、本年新收政府信息公开申请数量”·总计：/);
  expect(cell.spoken).toContain(says);
});

test("is marked by the gravest finding that points at it, and says how many there are", () => {
  const cell = describeCell(aReport("seen", 7), key, [aFinding("warning", [key]), aFinding("error", [key]), aFinding("error", [key])]);
  expect(cell.severity).toBe("error");
  expect(cell.spoken).toMatch(/有2条错误、1条警告$/);
});

test("is not marked wrong for being a part of a sum that is wrong elsewhere", () => {
  const cell = describeCell(aReport("seen", 7), key, [aFinding("error", ["t3.new.natural", key])]);
  expect(cell).toMatchObject({ severity: undefined, isInvolved: true });
  expect(cell.spoken).toMatch(/与1条发现有关$/);
});

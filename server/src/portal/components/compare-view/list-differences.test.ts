import { compareReports } from "@gongkai/annual-report";
import { aReport } from "@gongkai/annual-report/testing";
import { expect, test } from "vitest";
import { listChartRows, listCompared, sayDifference } from "./list-differences.ts";

const a = aReport({
  year: 2023,
  cells: { "t3.new.total": 4, "t3.granted.total": 4, "t3.partial.total": 3, "t4.reconsideration.total": null },
});
const b = aReport({ year: 2024, cells: { "t3.new.total": 5, "t3.granted.total": 0, "t3.partial.total": 3, "t3.denied.secret.total": 2 } });
const comparison = compareReports(a, b);
const say = (key: string) => comparison.cells.filter((cell) => cell.key === key).map(sayDifference)[0];

test.each([
  ["t3.new.total", "▲ 增加 1（+25%）"],
  ["t3.granted.total", "▼ 减少 4（−100%）"],
  ["t3.partial.total", "相同"],
  ["t3.denied.secret.total", "▲ 增加 2"],
  ["t4.reconsideration.total", "≠ 空 → 0"],
])("%s is told as %s", (key, words) => {
  expect(say(key)).toBe(words);
});

test("only what differs is listed, unless all is asked for", () => {
  expect(listCompared(comparison, "t3", true).map(({ key }) => key)).toEqual([
    "t3.new.total",
    "t3.granted.total",
    "t3.denied.secret.total",
  ]);
  expect(listCompared(comparison, "t3", false)).toHaveLength(175);
});

test("the chart adds groups up, and leaves a gap where a figure is missing", () => {
  const rows = listChartRows(a, b);
  expect(rows.find(({ label }) => label === "不予公开")).toEqual({ label: "不予公开", a: 0, b: 2 });
  expect(rows.find(({ label }) => label === "行政复议")).toEqual({ label: "行政复议", a: null, b: 0 });
});

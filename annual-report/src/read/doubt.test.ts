import { describe, expect, test } from "vitest";
import { formTables, type Lines, readText, textOf } from "./fixtures/read-text.ts";

const FIGURES = {
  "t3.new.natural": 12,
  "t3.new.total": 12,
  "t3.granted.natural": 5,
  "t3.granted.total": 5,
  "t3.partial.natural": 7,
  "t3.partial.total": 7,
  "t3.total.natural": 12,
  "t3.total.total": 12,
};

function read3(change: (lines: Lines) => Lines): ReturnType<typeof readText> {
  const tables = formTables("2021", FIGURES);
  return readText(textOf({ ...tables, 3: change(tables[3]) }));
}

function printRow(label: string, cells: readonly string[]): (lines: Lines) => Lines {
  return (lines) => lines.map((line) => (line.includes(label) ? [...line.slice(0, line.indexOf(label) + 1), ...cells] : line));
}

describe("a figure that may not be what it seems is offered, not told", () => {
  test("the last of the parts, where the total is empty and other rows have theirs", () => {
    const { cells, states, sources } = read3(
      printRow("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", ["", "", "", "", "", "7", ""]),
    );
    expect(states["t3.partial.other"]).toBe("ambiguous");
    expect(states["t3.partial.total"]).toBe("ambiguous");
    expect(sources["t3.partial.total"]?.candidates).toContain(7);
    expect(cells["t3.granted.total"]).toBe(5);
  });

  test("a figure under 自然人 stays, be the total empty or not", () => {
    const { cells } = read3(printRow("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", ["7", "", "", "", "", "", ""]));
    expect(cells["t3.partial.natural"]).toBe(7);
  });
});

describe("table 2", () => {
  function read2(label: string, cells: readonly string[]): ReturnType<typeof readText> {
    const tables = formTables("2019", {});
    const lines = tables[2].map((line) => (line[0] === label ? [label, ...cells] : line));
    return readText(textOf({ ...tables, 2: lines }));
  }

  test("an amount whose digits are set apart keeps its point", () => {
    expect(read2("政府集中采购", ["32", "1 5 4 2 . 9 7", ""]).cells["t2.procurement.amount"]).toBe(1542.97);
  });

  test("one figure twice behind an empty cell may be a merged cell written out", () => {
    const { states } = read2("行政事业性收费", ["", "15", "15"]);
    expect(states["t2.fee.prior"]).toBe("ambiguous");
  });
});

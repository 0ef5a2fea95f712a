import { describe, expect, test } from "vitest";
import { formTables, type Lines, readText, rowOf, textOf } from "./fixtures/read-text.ts";

const TABLES = formTables("2021", {
  "t3.new.natural": 12,
  "t3.new.total": 12,
  "t3.denied.secret.natural": 5,
  "t3.denied.secret.total": 5,
  "t3.denied.law.natural": 7,
  "t3.denied.law.total": 7,
  "t3.total.natural": 12,
  "t3.total.total": 12,
});
const isRow = (row: readonly string[]): boolean => row.length > 7 && /^\d+$/.test(row.at(-1) ?? "");
const labelsOf = (row: readonly string[]): string[] => row.filter((text) => text !== "" && !/^\d+$/.test(text));
const figuresOf = (row: readonly string[]): string => row.filter((text) => /^\d+$/.test(text)).join(" ");

function read3(lines: Lines): ReturnType<typeof readText> {
  return readText(textOf({ ...TABLES, 3: lines }));
}

/** The labels of two rows on lines of their own, then the figures of both. */
const torn = TABLES[3].flatMap((row, index): Lines => {
  if (!isRow(row)) return [[labelsOf(row).join(" ")]];
  const [next, before] = [TABLES[3][index + 1] ?? [], TABLES[3][index - 1] ?? []];
  if (row.includes("1.属于国家秘密")) return [...labelsOf(row), ...labelsOf(next), figuresOf(row), figuresOf(next)].map((text) => [text]);
  return before.includes("1.属于国家秘密") ? [] : [[`${labelsOf(row).join(" ")} ${figuresOf(row)}`]];
});

describe("labels torn from their figures", () => {
  test("are given back where every sum of the form holds in the order of the rows", () => {
    const report = read3(torn);
    expect(rowOf(report, "t3.denied.secret")).toEqual([5, 0, 0, 0, 0, 0, 5]);
    expect(rowOf(report, "t3.denied.law")).toEqual([7, 0, 0, 0, 0, 0, 7]);
  });

  test("are doubted where a sum does not", () => {
    const report = read3(torn.map((line) => line.map((text) => text.replace(/^5 0 0 0 0 0 5$/, "6 0 0 0 0 0 5"))));
    expect(rowOf(report, "t3.denied.secret")).not.toContain(7);
    expect(rowOf(report, "t3.denied.law")).not.toContain(7);
    expect(report.states["t3.denied.law.natural"]).toBe("ambiguous");
  });

  const swapped = (lines: Lines): Lines => {
    const [one, other] = ["2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”"].map((label) =>
      lines.findIndex((row) => row.includes(label)),
    );
    return lines.map((row, index) => lines[index === one ? (other ?? 0) : index === other ? (one ?? 0) : index] ?? row);
  };

  test("rows that changed places with their labels keep their figures, though every sum holds in the other order too", () => {
    const report = read3(swapped(TABLES[3]));
    expect(rowOf(report, "t3.denied.law")).toEqual([7, 0, 0, 0, 0, 0, 7]);
    expect(rowOf(report, "t3.denied.safety")).toEqual(Array(7).fill(0));
    const apart = swapped(TABLES[3].filter(isRow));
    const piled = read3([...apart.map((row) => [labelsOf(row).join(" ")]), ...apart.map((row) => [figuresOf(row)])]);
    expect(rowOf(piled, "t3.denied.law")).not.toContain(0);
    expect(rowOf(piled, "t3.denied.safety")).not.toContain(7);
  });

  test("piled up before figures whose rows foot, but whose columns do not, are doubted", () => {
    const report = read3(torn.map((line) => line.map((text) => text.replace(/^5 0 0 0 0 0 5$/, "6 0 0 0 0 0 6"))));
    expect(rowOf(report, "t3.denied.secret")).not.toContain(6);
    expect(rowOf(report, "t3.denied.law")).not.toContain(7);
  });

  test("above which the figures stand, line by line, are not taken for those of the row before", () => {
    const above = (figures: (row: string[]) => string): Lines =>
      TABLES[3].flatMap((row): Lines => (isRow(row) ? [[figures(row)], [labelsOf(row).join(" ")]] : [[labelsOf(row).join(" ")]]));
    expect(rowOf(read3(above(figuresOf)), "t3.denied.law")).toEqual([7, 0, 0, 0, 0, 0, 7]);
    const broken = read3(above((row) => figuresOf(row).replace("7 0 0 0 0 0 7", "8 0 0 0 0 0 7")));
    expect(broken.states["t3.denied.law.natural"]).toBe("ambiguous");
    expect(broken.states["t3.denied.safety.natural"]).toBe("ambiguous");
  });

  test("the words of a number come behind its figures, before those of a row whose label is lost", () => {
    const cells = TABLES[3].flat().filter((text) => text !== "");
    const numbered = cells.map((text) => (text === "2.重复申请" ? "2." : text === "3.要求提供公开出版物" ? "重复申请" : text));
    numbered.splice(numbered.indexOf("2.") + 1, 7, "0", "0", "25", "0", "0", "0", "25");
    const report = read3(numbered.map((text) => [text]));
    expect(rowOf(report, "t3.unhandled.duplicate")).toEqual([0, 0, 25, 0, 0, 0, 25]);
  });

  test("figures below a label whose next one is missing may be those of the next", () => {
    const lines = TABLES[3].flatMap((row): Lines => {
      if (row.includes("2.其他法律行政法规禁止公开")) return [];
      return row.includes("1.属于国家秘密")
        ? [
            ["", "", "1.属于国家秘密"],
            ["", "", "", ...row.slice(-7)],
          ]
        : [row];
    });
    expect(read3(lines).states["t3.denied.secret.natural"]).not.toBe("seen");
  });

  test("the name of another group between a label and figures parts them", () => {
    const lines = TABLES[3].flatMap((row): Lines => {
      if (row.includes("二、上年结转政府信息公开申请数量")) return [["二、上年结转政府信息公开申请数量"]];
      return [isRow(row) && row.includes("（一）予以公开") ? ["三、本年度办理结果", "3", "0", "0", "0", "0", "0", "3"] : row];
    });
    expect(rowOf(read3(lines.map((row) => [row.filter((text) => text !== "").join(" ")])), "t3.carriedIn")).not.toContain(3);
  });
});

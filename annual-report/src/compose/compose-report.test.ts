import type { Doc, Table } from "@gongkai/document";
import { describe, expect, test } from "vitest";
import { EDITIONS } from "../editions/index.ts";
import { readReport } from "../read/read-report.ts";
import { aReport, consistentCells, seededRandom } from "../testing/index.ts";
import { composeReport } from "./compose-report.ts";

function tablesOf(doc: Doc): Table[] {
  return doc.blocks.filter((block) => block.kind === "table");
}

/** The spans of a row's cells as `columns×rows`, for those larger than one. */
function spansOf(table: Table | undefined, row: number): string[] {
  return (table?.rows[row]?.cells ?? [])
    .filter((cell) => cell.columnSpan > 1 || cell.rowSpan > 1)
    .map((cell) => `${cell.text.slice(0, 9)} ${cell.columnSpan}×${cell.rowSpan}`);
}

describe.each(["2019", "2021"] as const)("the official form of %s", (edition) => {
  test("has title, six sections in order and three tables", () => {
    const doc = composeReport(aReport({ edition }));
    expect(
      doc.blocks
        .filter((block) => block.kind === "heading" && block.level === 2)
        .map((block) => (block.kind === "heading" ? block.text : "")),
    ).toEqual(EDITIONS[edition].sections.map((section) => section.heading));
    // Too long for a line of title type, it is broken where its sense allows.
    expect(doc.blocks[0]).toMatchObject({ kind: "heading", level: 1, text: doc.title?.replace("政府", "\n政府") });
    expect(tablesOf(doc).map((table) => table.columns)).toEqual([4, 10, 15]);
  });

  test("merges the heads of tables 3 and 4 as printed", () => {
    const [, third, fourth] = tablesOf(composeReport(aReport({ edition })));
    expect(spansOf(third, 0)).toEqual(["（本列数据的勾稽关 3×3", "申请人情况 7×1"]);
    expect(spansOf(third, 1)).toEqual(["自然人 1×2", "法人或其他组织 5×1", "总计 1×2"]);
    expect(spansOf(third, 5)).toEqual([`三、本年度办理结果 1×${edition === "2019" ? 20 : 22}`, "（一）予以公开 2×1"]);
    expect(spansOf(third, 7)).toEqual(["（三）不予公开 1×8"]);
    expect(spansOf(fourth, 0)).toEqual(["行政复议 5×1", "行政诉讼 10×1"]);
    expect(spansOf(fourth, 1).slice(-2)).toEqual(["未经复议直接起诉 5×1", "复议后起诉 5×1"]);
    expect(fourth?.rows[3]?.cells).toHaveLength(15);
  });

  test("prints every figure where a reader finds it again", () => {
    for (let seed = 0; seed < 20; seed++) {
      const report = aReport({ edition, cells: consistentCells(edition, seededRandom(seed)) });
      const back = readReport(composeReport(report));
      expect(back.cells).toEqual(report.cells);
      expect(back.edition).toBe(edition);
    }
  });

  test("leaves a blank cell blank", () => {
    const report = aReport({ edition, cells: { "t3.new.other": null } });
    const [, third] = tablesOf(composeReport(report));
    expect(third?.rows[3]?.cells.map((cell) => cell.text).slice(1)).toEqual(["0", "0", "0", "0", "0", "", "0"]);
  });
});

test("a report of unknown edition takes the form of its year", () => {
  const widthOfFirstBlock = (year: number | null) => tablesOf(composeReport(aReport({ edition: null, year })))[0]?.rows.length;
  expect(widthOfFirstBlock(2020)).toBe(widthOfFirstBlock(2019));
  expect(widthOfFirstBlock(null)).toBe(widthOfFirstBlock(2024));
  expect(widthOfFirstBlock(2020)).not.toBe(widthOfFirstBlock(2024));
});

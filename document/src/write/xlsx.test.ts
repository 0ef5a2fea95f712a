import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { createDocBuilder } from "../doc-builder.ts";
import { readXlsx } from "../read/xlsx.ts";
import { writeXlsx } from "./xlsx.ts";

async function sheetsOf(rows: readonly (readonly string[])[]): Promise<{ xml: string; back: string[][] }> {
  const builder = createDocBuilder("xlsx");
  builder.heading(1, "题目");
  builder.table(rows.map((texts, row) => texts.map((text, column) => ({ text, header: row === 0 || column === 0 }))));
  const sums = rows.slice(1).map((_, index) => ({
    table: 0,
    total: { row: index + 1, column: 3 },
    parts: [
      { row: index + 1, column: 1 },
      { row: index + 1, column: 2 },
    ],
  }));
  const bytes = await writeXlsx(builder.build("题目"), { sums });
  const read = readXlsx(bytes);
  if (!read.ok) throw new Error(read.message);
  const back = read.doc.blocks.flatMap((block) =>
    block.kind === "table" ? block.rows.map((row) => row.cells.map((cell) => cell.text)) : [],
  );
  return { xml: strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array()), back };
}

describe("a workbook", () => {
  const rows = [
    ["项目", "甲", "乙", "总计"],
    ["相符", "3", "4", "7"],
    ["不符", "3", "4", "8"],
    ["空行", "", "", ""],
    ["缺总计", "3", "4", ""],
    ["写法", "007", "+3", "-2.50"],
  ];

  test("holds formulas where the printed total is the sum, and in empty rows; elsewhere what is printed", async () => {
    const { xml, back } = await sheetsOf(rows);
    expect([...xml.matchAll(/<f>(.*?)<\/f>/gu)].map(([, formula]) => formula)).toEqual([
      "SUM(B3:C3)",
      "IF(COUNT(B5:C5)=0,&quot;&quot;,SUM(B5:C5))",
    ]);
    expect(back).toEqual(rows);
  });

  test("names a sheet after the section whose table it holds", async () => {
    const builder = createDocBuilder("xlsx");
    builder.heading(1, "题目");
    for (const heading of ["一、总体情况", "二、表/格"]) {
      builder.heading(2, heading);
      builder.table([
        [{ text: heading.slice(2) }, { text: "1" }],
        [{ text: "丙" }, { text: "2" }],
      ]);
    }
    const bytes = await writeXlsx(builder.build("题目"));
    const book = strFromU8(unzipSync(bytes)["xl/workbook.xml"] ?? new Uint8Array());
    expect([...book.matchAll(/<sheet [^>]*name="([^"]*)"/gu)].map(([, name]) => name)).toEqual(["一、总体情况", "二、表／格"]);
    const read = readXlsx(bytes);
    // The names repeat what the sheets say themselves.
    expect(
      read.ok && read.doc.blocks.map((block) => (block.kind === "paragraph" || block.kind === "heading" ? block.text : block.kind)),
    ).toEqual(["题目", "一、总体情况", "table", "二、表/格", "table"]);
  });
});

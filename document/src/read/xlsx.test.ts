import Excel from "@protobi/exceljs";
import { describe, expect, test } from "vitest";
import { docOf, sketch } from "./fixtures/docx-sketch.ts";
import { xlsxPackage } from "./fixtures/xlsx-package.ts";
import { readXlsx } from "./xlsx.ts";

type Workbook = InstanceType<typeof Excel.Workbook>;
type Worksheet = ReturnType<Workbook["addWorksheet"]>;

async function bookOf(fill: (book: Workbook) => void): Promise<ReturnType<typeof docOf>> {
  const book = new Excel.Workbook();
  fill(book);
  return docOf(readXlsx(new Uint8Array(await book.xlsx.writeBuffer())));
}

const sheetOf = (fill: (sheet: Worksheet) => void): Promise<ReturnType<typeof docOf>> => bookOf((book) => fill(book.addWorksheet("年报")));

function rule(sheet: Worksheet, from: string, to: string): void {
  const [first, last] = [sheet.getCell(from), sheet.getCell(to)];
  for (let row = Number(first.row); row <= Number(last.row); row++) {
    for (let column = Number(first.col); column <= Number(last.col); column++) {
      sheet.getCell(row, column).border = {
        top: { style: "thin" },
        left: { style: "thin" },
        bottom: { style: "thin" },
        right: { style: "thin" },
      };
    }
  }
}

describe("cells", () => {
  test("read as shown: numbers, dates, text, rich text, results of formulas", async () => {
    const doc = await sheetOf((sheet) => {
      sheet.addRow(["甲", 14.495000000000001, 12345, { richText: [{ text: "商业" }, { text: "企业" }] }]);
      sheet.addRow([true, new Date(Date.UTC(2024, 0, 31)), { formula: "SUM(B1:C1)", result: 9 }, " 乙\r\n丙 "]);
      sheet.getCell("C1").numFmt = "#,##0";
      sheet.getCell("B2").numFmt = 'yyyy"年"m"月"d"日"';
    });
    expect(sketch(doc)).toEqual([
      [
        ["甲", "14.495", "12,345", "商业企业"],
        ["TRUE", "2024年1月31日", "9", "乙\n丙"],
      ],
    ]);
  });

  test("know where they stand", async () => {
    const doc = await bookOf((book) => {
      book.addWorksheet("表 2").addRows([[], ["", "规章", 1], ["", "许可", 2]]);
    });
    const [table] = doc.blocks;
    expect(table?.kind === "table" && [table.at.reference, table.rows[1]?.cells[1]?.at.reference]).toEqual(["'表 2'!B2", "'表 2'!C3"]);
  });

  test("empty cells of the grid are blanks in their column", async () => {
    expect(
      sketch(
        await sheetOf((sheet) =>
          sheet.addRows([
            ["甲", "乙", "丙"],
            [1, null, 3],
            [null, null, 4],
          ]),
        ),
      ),
    ).toEqual([
      [
        ["甲", "乙", "丙"],
        ["1", "", "3"],
        ["", "", "4"],
      ],
    ]);
  });

  test("inline strings, control escapes and reading aids are understood", () => {
    const sheet = `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><r><t>行</t></r><r><t>内</t></r></is></c><c t="s"><v>0</v></c></row><row><c><v>1</v></c><c t="e"><v>#DIV/0!</v></c></row></sheetData>`;
    const doc = docOf(readXlsx(xlsxPackage(sheet, { strings: `<si><t>甲_x000D_</t><rPh><t>jia</t></rPh></si>` })));
    expect(sketch(doc)).toEqual([
      [
        ["行内", "甲"],
        ["1", "#DIV/0!"],
      ],
    ]);
  });

  test("a formula without a saved result is shown as such and noted, not taken for a blank", () => {
    const sheet = `<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>SUM(A1:A1)</f></c></row></sheetData>`;
    const doc = docOf(readXlsx(xlsxPackage(sheet)));
    expect(sketch(doc)).toEqual([[["1", "=SUM(A1:A1)"]]]);
    expect(doc.notes.map(({ code }) => code)).toEqual(["lost-content"]);
  });
});

describe("merges and hidden parts", () => {
  test("merged cells are spans", async () => {
    const doc = await sheetOf((sheet) => {
      sheet.addRows([
        ["申请人情况", null, null],
        ["自然人", "法人", null],
        [null, "企业", "其他"],
        [1, 2, 3],
      ]);
      sheet.mergeCells("A1:C1");
      sheet.mergeCells("A2:A3");
      sheet.mergeCells("B2:C2");
    });
    expect(sketch(doc)).toEqual([[["申请人情况↔3"], ["自然人↕2", "法人↔2"], ["企业", "其他"], ["1", "2", "3"]]]);
  });

  test("hidden rows, columns and sheets are left out, spans shrink, and a note says so", async () => {
    const doc = await bookOf((book) => {
      const sheet = book.addWorksheet("年报");
      sheet.addRows([
        ["头", null, null],
        ["甲", "密", "乙"],
        ["隐", "隐", "隐"],
        [1, 2, 3],
      ]);
      sheet.mergeCells("A1:C1");
      sheet.getColumn(2).hidden = true;
      sheet.getRow(3).hidden = true;
      book.addWorksheet("底稿", { state: "veryHidden" }).addRow(["底稿"]);
    });
    expect(sketch(doc)).toEqual([[["头↔2"], ["甲", "乙"], ["1", "3"]]]);
    expect(doc.notes.map(({ code }) => code)).toEqual(["hidden-content"]);
  });

  test("several sheets are told apart by headings, empty ones not mentioned", async () => {
    const doc = await bookOf((book) => {
      book.addWorksheet("正文").addRow(["一、总体情况"]);
      book.addWorksheet("空白");
      book.addWorksheet("表三").addRow([1, 2]);
    });
    expect(sketch(doc)).toEqual(["2# 正文", "一、总体情况", "2# 表三", [["1", "2"]]]);
  });
});

describe("a report kept in a sheet", () => {
  const grid = [
    ["信息内容", "本年制发件数", "现行有效件数"],
    ["规章", 0, null],
    ["行政规范性文件", 2, 5],
  ];

  test("title, headings and prose are paragraphs, ruled grids tables with their blanks", async () => {
    const doc = await sheetOf((sheet) => {
      sheet.addRows([
        ["云溪县政务公开办公室年度报告"],
        ["一、总体情况"],
        ["全年工作平稳。"],
        ["二、主动公开政府信息情况"],
        ["第二十条第（一）项"],
        ...grid,
        ["三、申请情况"],
        ["合计", "", ""],
      ]);
      sheet.mergeCells("A5:C5");
      sheet.mergeCells("A9:C9");
      rule(sheet, "A5", "C10");
    });
    const table2 = [["第二十条第（一）项↔3"], ...grid.map((row) => row.map((value) => String(value ?? "")))];
    expect(sketch(doc)).toEqual([
      "云溪县政务公开办公室年度报告",
      "一、总体情况",
      "全年工作平稳。",
      "二、主动公开政府信息情况",
      table2,
      "三、申请情况",
      [["合计", "", ""]],
    ]);
  });

  test("without lines too, and empty rows part the tables", async () => {
    const doc = await sheetOf((sheet) =>
      sheet.addRows([["某县年度报告"], ["二、公开情况"], ...grid, ["注：按年末统计。"], [], ["甲", "乙"], [1, 2]]),
    );
    const table = grid.map((row) => row.map((value) => String(value ?? "")));
    expect(sketch(doc)).toEqual([
      "某县年度报告",
      "二、公开情况",
      table,
      "注：按年末统计。",
      [
        ["甲", "乙"],
        ["1", "2"],
      ],
    ]);
  });

  test("a ruled row nobody filled in stays, a long ruled tail does not", async () => {
    const filled = (to: string) =>
      sheetOf((sheet) => {
        sheet.addRows([["维持", "纠正"]]);
        rule(sheet, "A1", to);
      });
    expect(sketch(await filled("B2"))).toEqual([
      [
        ["维持", "纠正"],
        ["", ""],
      ],
    ]);
    expect(sketch(await filled("B90"))).toEqual([[["维持", "纠正"]]]);
  });

  test("a label without figures in a table stays a row of it", async () => {
    const doc = await sheetOf((sheet) =>
      sheet.addRows([["项目", "自然人", "总计"], ["一、本年新收政府信息公开申请数量"], ["二、上年结转", 1, 1]]),
    );
    expect(sketch(doc)).toEqual([
      [
        ["项目", "自然人", "总计"],
        ["一、本年新收政府信息公开申请数量", "", ""],
        ["二、上年结转", "1", "1"],
      ],
    ]);
  });
});

describe("hostile sheets", () => {
  test("cells in the farthest corners cost nothing between them", () => {
    const sheet = `<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" hidden="0"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>
      <row r="1048576"><c r="A1048576"><v>3</v></c><c r="B1048576"><v>4</v></c></row></sheetData><mergeCells><mergeCell ref="C1:XFC1048576"/></mergeCells>`;
    const doc = docOf(readXlsx(xlsxPackage(sheet)));
    expect(doc.blocks.length).toBe(2);
    expect(doc.text.length).toBeLessThan(20_000);
  });

  test("a diagonal of far-flung cells lists only the cells there are", () => {
    const rows = Array.from(
      { length: 2000 },
      (_, index) => `<row r="${index + 1}"><c r="${"ABCDEFGH"[index % 8]}${"ABCDEFGH"[(index >> 3) % 8]}${index + 1}"><v>1</v></c></row>`,
    );
    const doc = docOf(readXlsx(xlsxPackage(`<sheetData>${rows.join("")}</sheetData>`)));
    const [table] = doc.blocks;
    expect(table?.kind === "table" && table.rows.every(({ cells }) => cells.length === 1)).toBe(true);
  });

  test("a hundred thousand empty rows are no table, a hundred thousand cells are", () => {
    const empty = docOf(readXlsx(xlsxPackage(`<sheetData>${'<row r="1"/>'.repeat(100_000)}</sheetData>`)));
    expect(empty.blocks).toEqual([]);
    const row = "<row>" + "<c><v>1</v></c>".repeat(10) + "</row>";
    const full = docOf(readXlsx(xlsxPackage(`<sheetData>${row.repeat(10_000)}</sheetData>`)));
    expect(full.blocks.map((block) => block.kind === "table" && block.rows.length)).toEqual([10_000]);
  });

  test("overlapping, reversed and nonsense merges are passed over", () => {
    const sheet = `<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c></row></sheetData>
      <mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="A1:B2"/><mergeCell ref="B2:A1"/><mergeCell ref="ZZZZ1"/><mergeCell/></mergeCells>`;
    expect(sketch(docOf(readXlsx(xlsxPackage(sheet))))).toEqual([[["1↕2", "2"], ["4"]]]);
  });

  test.each([
    { what: "whose texts are missing", strings: "<si><t>甲</t></si>" },
    { what: "whose texts are broken", strings: "<si><t>甲</t></si><si><t>乙</t" },
  ])("a sheet $what is refused, not read with blank cells", ({ strings }) => {
    const result = readXlsx(xlsxPackage(`<sheetData><row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row></sheetData>`, { strings }));
    expect(!result.ok && result.refusal).toBe("damaged");
  });

  test("a broken sheet is refused", () => {
    const result = readXlsx(xlsxPackage("<sheetData><row>"));
    expect(!result.ok && result.refusal).toBe("damaged");
  });
});

import { describe, expect, test } from "vitest";
import { createDocBuilder } from "../doc-builder.ts";
import type { Doc, Table } from "../doc.ts";
import { readDocx } from "../read/docx.ts";
import { parseHtml } from "../read/html.ts";
import { parseMarkdown } from "../read/markdown.ts";
import { readPdf } from "../read/pdf/read-pdf.ts";
import { parsePlainText } from "../read/plain-text.ts";
import type { ReadResult } from "../read/result.ts";
import { readXlsx } from "../read/xlsx.ts";
import { writeDocx, writeHtml, writeMarkdown, writePdf, writePlainText, writeXlsx } from "./index.ts";

/** A small form with a head of two rows, a group over three rows and a blank cell. */
function aForm(): Doc {
  const builder = createDocBuilder("docx");
  const label = (text: string, columnSpan = 1, rowSpan = 1) => ({ text, columnSpan, rowSpan, header: true });
  const values = (...texts: string[]) => texts.map((text) => ({ text }));
  builder.heading(1, "云溪县政务公开办公室2024年报告");
  builder.heading(2, "一、办理情况");
  builder.paragraph('全年收到申请12件，其中自然人8件；标记 <b> & "引号" \\ # * _ | 都是文字。');
  builder.table([
    [label("项目", 2, 2), label("申请人情况", 3)],
    [label("自然人"), label("其他"), label("总计")],
    [label("一、本年新收", 2), ...values("8", "4", "12")],
    [label("二、结果", 1, 3), label("（一）予以公开"), ...values("6", "4", "10")],
    [label("（二）不予公开"), ...values("1", "", "1")],
    [label("（三）其他处理"), ...values("1", "0", "1")],
    [label("三、结转", 2), ...values("0", "0", "0")],
  ]);
  builder.heading(2, "二、其他事项");
  builder.paragraph("无。");
  return builder.build("云溪县政务公开办公室2024年报告", "zh-CN");
}

function tableOf(doc: Doc): Table {
  const table = doc.blocks.find((block) => block.kind === "table");
  if (table === undefined) throw new Error("no table");
  return table;
}

/** Place, spans and text of every cell, and the texts of the other blocks. */
function blocksOf(doc: Doc): unknown[] {
  return doc.blocks.flatMap((block): unknown[] => {
    if (block.kind === "pageBreak") return [];
    if (block.kind === "heading") return [[`h${block.level}`, block.text]];
    if (block.kind === "paragraph") return [["p", block.text]];
    return [
      [
        "table",
        block.columns,
        block.rows.map((row) => row.cells.map(({ text, column, columnSpan, rowSpan }) => [text, column, columnSpan, rowSpan])),
      ],
    ];
  });
}

function docOf(result: ReadResult): Doc {
  if (!result.ok) throw new Error(result.message);
  return result.doc;
}

describe("what a writer writes, its reader reads back", () => {
  test("HTML keeps every block, span and head cell", () => {
    const back = parseHtml(writeHtml(aForm()));
    expect(blocksOf(back)).toEqual(blocksOf(aForm()));
    expect(tableOf(back).rows.map((row) => row.cells.map((cell) => cell.header))).toEqual(
      tableOf(aForm()).rows.map((row) => row.cells.map((cell) => cell.header)),
    );
    expect(back.title).toBe(aForm().title);
  });

  test("Word keeps every block and span", async () => {
    expect(blocksOf(docOf(readDocx(await writeDocx(aForm()))))).toEqual(blocksOf(aForm()));
  });

  test("Word keeps a tab in a line of text", async () => {
    const builder = createDocBuilder("docx");
    builder.paragraph("规章\t0\t12");
    expect(docOf(readDocx(await writeDocx(builder.build()))).text).toContain("规章\t0\t12");
  });

  test("a workbook keeps every span and figure of a table", async () => {
    const back = docOf(readXlsx(await writeXlsx(aForm())));
    expect(back.text).toContain("全年收到申请12件");
    const tables = blocksOf(back).filter((block) => Array.isArray(block) && block[0] === "table");
    expect(tables).toContainEqual(blocksOf(aForm())[3]);
  });

  test("PDF keeps text, spans and figures", async () => {
    const back = docOf(await readPdf(await writePdf(aForm())));
    expect(back.text.replace(/\s/gu, "")).toContain("全年收到申请12件，其中自然人8件");
    expect(blocksOf(back)).toContainEqual(blocksOf(aForm())[3]);
  });

  test("Markdown keeps texts and grid columns, and no mark in the text is taken for markup", () => {
    const back = parseMarkdown(writeMarkdown(aForm()));
    expect(blocksOf(back).filter((block) => Array.isArray(block) && block[0] !== "table")).toEqual(
      blocksOf(aForm()).filter((block) => Array.isArray(block) && block[0] !== "table"),
    );
    expect(tableOf(back).rows[4]?.cells.map((cell) => cell.text)).toEqual(["", "（二）不予公开", "1", "", "1"]);
  });

  test("plain text keeps a row a line, with tabs between grid columns", () => {
    const text = writePlainText(aForm());
    expect(text).toContain("\n\t（二）不予公开\t1\t\t1\n");
    const rows = parsePlainText(text).blocks.flatMap((block) => (block.kind === "table" ? block.rows : []));
    expect(rows.map((row) => row.cells.map((cell) => cell.text).filter((cell) => cell !== ""))).toContainEqual([
      "一、本年新收",
      "8",
      "4",
      "12",
    ]);
  });
});

describe("a table that is not whole", () => {
  const ragged = () => {
    const builder = createDocBuilder("html");
    builder.table([
      [{ text: "甲", rowSpan: 3 }, { text: "乙" }],
      [],
      [{ text: "丙", column: 3 }],
      [{ text: "丁\n戊", columnSpan: 2 }, { text: "己" }, { text: "庚" }, { text: "辛" }],
    ]);
    return builder.build();
  };

  test("is written by every writer, nothing lost", async () => {
    const text = (doc: Doc) => doc.text.replace(/[\s|]/gu, "");
    expect(writePlainText(ragged())).toContain("丁 戊");
    expect(writeMarkdown(ragged())).toContain("丁<br>戊");
    expect(text(parseHtml(writeHtml(ragged())))).toContain("甲乙丙丁戊己庚辛");
    expect(text(docOf(readDocx(await writeDocx(ragged()))))).toContain("甲乙丙丁戊己庚辛");
    expect(text(docOf(readXlsx(await writeXlsx(ragged()))))).toContain("甲乙丙丁戊己庚辛");
    expect((await writePdf(ragged())).length).toBeGreaterThan(1000);
  });
});

test("a document without a title or block is still a file", async () => {
  const empty = createDocBuilder("text").build();
  expect(writeHtml(empty)).toContain("<title></title>");
  expect((await writeDocx(empty)).length).toBeGreaterThan(0);
  expect((await writeXlsx(empty)).length).toBeGreaterThan(0);
  expect((await writePdf(empty)).length).toBeGreaterThan(0);
});

test("characters no format can hold are left out, the rest stays", async () => {
  const builder = createDocBuilder("text");
  builder.paragraph("甲\u0000乙\u000b丙\ud800丁\uffff戊");
  builder.table([[{ text: "己\u0001庚" }, { text: "1" }]]);
  const odd = builder.build("题\u0008目");
  for (const back of [
    parseHtml(writeHtml(odd)),
    docOf(readDocx(await writeDocx(odd))),
    docOf(readXlsx(await writeXlsx(odd))),
    docOf(await readPdf(await writePdf(odd))),
  ]) {
    expect(back.text.replace(/\s/gu, "")).toMatch(/甲乙丙.?丁戊己庚1/u);
  }
});

import { createDocBuilder } from "@gongkai/document";
import { readDocument } from "@gongkai/document/read";
import { writeDocx, writeXlsx } from "@gongkai/document/write";
import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { openParts, packParts, textOf, withText } from "./office-parts.ts";
import { cleanPdf, inspectPdf } from "./pdf-properties.ts";
import { cleanFile, DOCX, screenFile, XLSX } from "./screen-file.ts";

const rulesOf = (findings: readonly { readonly rule: string }[]) => [...new Set(findings.map(({ rule }) => rule))].sort();
const everything = (bytes: Uint8Array) => {
  const parts = openParts(bytes) ?? {};
  return Object.keys(parts)
    .map((name) => textOf(parts, name))
    .join("\n");
};

async function aWordFile(): Promise<Uint8Array> {
  const builder = createDocBuilder("docx");
  builder.paragraph("补助名单");
  builder.paragraph("甲，电话13800001234。");
  const parts = openParts(await writeDocx(builder.build("补助名单")));
  if (parts === undefined) throw new Error("not written");
  const document = textOf(parts, "word/document.xml").replace(
    "</w:body>",
    '<w:p><w:r><w:t>保留</w:t></w:r><w:ins w:id="1" w:author="某人"><w:r><w:t>新增</w:t></w:r></w:ins><w:del w:id="2" w:author="某人"><w:r><w:delText>删去的13911112222</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏的话</w:t></w:r><w:commentRangeStart w:id="0"/></w:p></w:body>',
  );
  const types = textOf(parts, "[Content_Types].xml").replace(
    "</Types>",
    '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>',
  );
  const core =
    '<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>作者甲</dc:creator></cp:coreProperties>';
  return packParts({
    ...withText(withText(parts, "word/document.xml", document), "[Content_Types].xml", types),
    "word/comments.xml": strToU8(
      '<w:comments xmlns:w="x"><w:comment w:id="0" w:author="某人"><w:p><w:r><w:t>这里再议</w:t></w:r></w:p></w:comment></w:comments>',
    ),
    "docProps/core.xml": strToU8(core),
  });
}

describe("a Word file", () => {
  test("is found out: comments, changes, hidden text, author, and what its text says", async () => {
    const findings = screenFile({ name: "名单.docx", mediaType: DOCX, bytes: await aWordFile(), text: "" });
    expect(rulesOf(findings)).toEqual(["comment", "hiddenText", "metadata", "mobile", "trackedChange"]);
    expect(findings.every(({ source }) => source === "名单.docx")).toBe(true);
  });

  test("is written anew without them, with the chosen numbers masked, and can be read", async () => {
    const file = { name: "名单.docx", mediaType: DOCX, bytes: await aWordFile(), text: "" };
    const masked = new Set(
      screenFile(file)
        .filter(({ rule }) => rule === "mobile")
        .map(({ fingerprint }) => fingerprint),
    );
    const clean = cleanFile(file, masked);
    if (clean === undefined) throw new Error("not cleaned");
    expect(everything(clean)).not.toMatch(/这里再议|删去的|13911112222|13800001234|隐藏的话|作者甲|某人|comments\.xml/);
    expect(screenFile({ ...file, bytes: clean })).toEqual([]);
    const read = await readDocument(clean, { name: "名单.docx" });
    expect(read.ok && read.doc.text).toContain("138****1234");
    expect(read.ok && read.doc.text).toContain("保留新增");
  });
});

describe("a workbook", () => {
  async function aWorkbook(): Promise<Uint8Array> {
    const builder = createDocBuilder("xlsx");
    builder.heading(2, "公开");
    builder.table([
      [{ text: "姓名" }, { text: "电话" }],
      [{ text: "甲" }, { text: "13800001234" }],
      [{ text: "隐藏行" }, { text: "13911112222" }],
    ]);
    builder.heading(2, "底稿");
    builder.table([[{ text: "底稿内容" }, { text: "13722223333" }]]);
    const parts = openParts(await writeXlsx(builder.build("名单")));
    if (parts === undefined) throw new Error("not written");
    const workbook = textOf(parts, "xl/workbook.xml").replace(/(<sheet [^>]*name="底稿"[^>]*state=)"visible"/, '$1"hidden"');
    const sheet = textOf(parts, "xl/worksheets/sheet1.xml").replace(
      /<row\b([^>]*)>(?=(?:(?!<row\b)[\s\S])*<\/row>\s*<\/sheetData>)/,
      '<row$1 hidden="1">',
    );
    return packParts(withText(withText(parts, "xl/workbook.xml", workbook), "xl/worksheets/sheet1.xml", sheet));
  }

  test("is found out and written anew without hidden sheet and row, their words gone too", async () => {
    const file = { name: "名单.xlsx", mediaType: XLSX, bytes: await aWorkbook(), text: "" };
    const findings = screenFile(file);
    expect(rulesOf(findings)).toEqual(expect.arrayContaining(["hiddenCells", "hiddenSheet", "mobile"]));
    const masked = new Set(findings.filter(({ rule }) => rule === "mobile").map(({ fingerprint }) => fingerprint));
    const clean = cleanFile(file, masked);
    if (clean === undefined) throw new Error("not cleaned");
    expect(everything(clean)).not.toMatch(/底稿|13722223333|13911112222|13800001234|隐藏行/);
    expect(screenFile({ ...file, bytes: clean }).filter(({ severity }) => severity === "block")).toEqual([]);
    const read = await readDocument(clean, { name: "名单.xlsx" });
    expect(read.ok && read.doc.text).toContain("138****1234");
  });
});

test("a PDF's author and notes are found, and the author is blanked in place", () => {
  const pdf = new TextEncoder().encode(
    "%PDF-1.4\n1 0 obj<</Author(Office clerk)/Title(x)>>endobj\n2 0 obj<</Type/Annot/Subtype/Text/Contents(note)>>endobj\n%%EOF",
  );
  expect(inspectPdf("a.pdf", pdf).map(({ rule, found }) => [rule, found])).toEqual([
    ["metadata", "作者：Office clerk"],
    ["comment", "批注"],
  ]);
  const clean = cleanPdf(pdf);
  expect(clean.length).toBe(pdf.length);
  expect(inspectPdf("a.pdf", clean).map(({ rule }) => rule)).toEqual(["comment"]);
});

test("a file that cannot be opened is said not to have been looked through", () => {
  const findings = screenFile({ name: "坏.docx", mediaType: DOCX, bytes: strToU8("not a zip"), text: "" });
  expect(findings).toMatchObject([{ rule: "unreadable", severity: "warn" }]);
});

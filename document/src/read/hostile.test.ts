import { deflateRawSync } from "node:zlib";
import { afterAll, describe, expect, test, vi } from "vitest";
import { docxPackage, p, tbl, tc, tr, zipParts } from "./fixtures/docx-package.ts";
import { xlsxPackage } from "./fixtures/xlsx-package.ts";
import { sketchPdf, text } from "./pdf/fixtures/pdf-sketch.ts";
import { createReaderPool } from "./pool.ts";

const bytes = (source: string): Uint8Array => new TextEncoder().encode(source);
const MEGABYTE = 1024 * 1024;

/** One worker for all files, so that each must leave it fit for the next. A busy machine is no reason to fail. */
const pool = createReaderPool({ timeoutMs: 60_000 });
afterAll(() => pool.close());
vi.setConfig({ testTimeout: 60_000 });

const docx = docxPackage(p("云溪县政务公开办公室") + tbl(tr(tc("规章"), tc("2"))));
const xlsx = xlsxPackage(`<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>规章</t></is></c><c r="B1"><v>2</v></c></row></sheetData>`);
const pdf = sketchPdf([{ content: text(72, 700, "正文在此。") }]);

/** A document type with entities that swell tenfold at each of nine steps. */
const laughs = `<!DOCTYPE d [<!ENTITY a0 "哈">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join("")}]>`;

/** Changes the central directory's word on the size of one part. */
function withFalseSize(zip: Uint8Array, name: string, size: number): Uint8Array {
  const copy = Buffer.from(zip);
  const entry = copy.lastIndexOf(name) - 46;
  copy.writeUInt32LE(size, entry + 24);
  return copy;
}

/** A zip of one packed stream under many names, as the densest bombs are made: every entry points to the same bytes. */
function overlapping(names: readonly string[], content: Uint8Array): Uint8Array {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  const entries = names.map((name) => {
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(content.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.write(name, 46);
    return entry;
  });
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(30 + packed.length, 16);
  return Buffer.concat([local, packed, directory, end]);
}

const numbered = (count: number, name: (index: number) => string): string[] => Array.from({ length: count }, (_, index) => name(index));

describe("what is made to hurt is refused, and says so in one Chinese sentence", () => {
  test.each([
    {
      what: "a part that swells a thousandfold",
      file: () => docxPackage("", { parts: { "word/document.xml": new Uint8Array(30 * MEGABYTE) } }),
      refusal: "too-large",
    },
    { what: "a part larger than it says", file: () => withFalseSize(docx, "word/document.xml", 100), refusal: "damaged" },
    { what: "a part said to be of four gigabytes", file: () => withFalseSize(docx, "word/document.xml", 0xfffffff0), refusal: "too-large" },
    {
      what: "many names of one packed stream",
      file: () => overlapping(["word/document.xml", ...numbered(60, (i) => `word/${i}.xml`)], new Uint8Array(20 * MEGABYTE)),
      refusal: "too-large",
    },
    {
      what: "21,000 parts",
      file: () => overlapping(["word/document.xml", ...numbered(21_000, (i) => `word/${i}.xml`)], bytes("<a/>")),
      refusal: "too-large",
    },
    {
      what: "a zip in a zip in a zip",
      file: () => zipParts({ "a.zip": zipParts({ "b.zip": zipParts({ "word.txt": "空" }) }) }),
      refusal: "unsupported",
    },
    {
      what: "an entity bomb in a docx",
      file: () => docxPackage("", { parts: { "word/document.xml": `${laughs}<d>&a9;</d>` } }),
      refusal: "damaged",
    },
    {
      what: "an entity bomb in an xlsx",
      file: () => xlsxPackage(`${laughs}<sheetData><row><c><v>&a9;</v></c></row></sheetData>`),
      refusal: "damaged",
    },
    { what: "an entity bomb alone", file: () => bytes(`<?xml version="1.0"?>${laughs}<d>&a9;</d>`), refusal: "unsupported" },
    {
      what: "a docx with a password",
      file: () => Buffer.concat([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), Buffer.alloc(600), Buffer.from("EncryptedPackage", "utf16le")]),
      refusal: "encrypted",
    },
    { what: "a PDF with a password", file: () => sketchPdf([{ content: "" }], { encrypted: true }), refusal: "encrypted" },
    { what: "a docx cut in half", file: () => docx.slice(0, docx.length / 2), refusal: "damaged" },
    { what: "an xlsx cut in half", file: () => xlsx.slice(0, xlsx.length / 2), refusal: "damaged" },
    { what: "a PDF cut in half", file: () => pdf.slice(0, pdf.length / 2), refusal: "damaged" },
    { what: "elements nested 50,000 deep in a docx", file: () => docxPackage("<w:sdt><w:sdtContent>".repeat(50_000)), refusal: "damaged" },
    {
      what: "tables nested 500 deep in a docx",
      file: () => docxPackage("<w:tbl><w:tr><w:tc>".repeat(500) + p("底") + "</w:tc></w:tr></w:tbl>".repeat(500)),
      refusal: "too-large",
    },
    {
      what: "a picture named .docx",
      name: "年报.docx",
      file: () => Buffer.concat([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), Buffer.alloc(5000, 7)]),
      refusal: "picture-only",
    },
    { what: "more text than is taken", file: () => Buffer.alloc(61_000_000, 97), refusal: "too-large" },
    { what: "more cells than are taken, in text", file: () => bytes("0\t1\n".repeat(300_000)), refusal: "too-large" },
  ])("$what: $refusal", async ({ name, file, refusal }) => {
    const result = await pool.read(file(), name === undefined ? {} : { name });
    expect(result).toMatchObject({ ok: false, refusal });
    expect(!result.ok && result.message).toMatch(/^[^。\n]*[\u4e00-\u9fff][^。\n]*。$/);
  });
});

describe("what is large, deep or wrongly named, yet sound, is read", () => {
  const cells = (row: string): string => row.repeat(20_000);

  test.each([
    {
      what: "100,000 cells in a docx",
      file: () => docxPackage(tbl(cells(tr(tc("1"), tc("2"), tc("3"), tc("4"), tc("5"))))),
      count: 100_000,
    },
    {
      what: "100,000 cells in an xlsx",
      file: () => xlsxPackage(`<sheetData>${cells(`<row>${"<c><v>1</v></c>".repeat(5)}</row>`)}</sheetData>`),
      count: 100_000,
    },
    { what: "100,000 cells in a web page", file: () => bytes(`<table>${cells("<tr><td>1<td>2<td>3<td>4<td>5")}</table>`), count: 100_000 },
    { what: "100,000 cells in text", file: () => bytes(cells("1\t2\t3\t4\t5\n")), count: 100_000 },
    {
      what: "a table of two cells that claim to span a million columns",
      file: () => bytes("<table><tr><td colspan=1000000 rowspan=1000000>甲<td colspan=1000000>乙</table>"),
      count: 2,
    },
  ])("$what", async ({ file, count }) => {
    const result = await pool.read(file());
    const tables = result.ok ? result.doc.blocks.filter((block) => block.kind === "table") : [];
    expect(tables.reduce((sum, table) => sum + table.rows.reduce((width, row) => width + row.cells.length, 0), 0)).toBe(count);
  });

  test.each([
    { what: "100,000 open elements in a web page", file: () => bytes(`${"<div><b>".repeat(50_000)}底`), says: "底" },
    { what: "20,000 open tables in a web page", file: () => bytes(`${"<table><tr><td>".repeat(20_000)}底`), says: "底" },
    { what: "100,000 signs of lesser", file: () => bytes(`<p>甲</p>${"<".repeat(100_000)}底`), says: "底" },
    { what: "100,000 comments that never end", file: () => bytes(`<p>甲</p>${"<!--".repeat(100_000)}底`), says: "甲" },
    {
      what: "100,000 quotes and brackets in Markdown",
      file: () => bytes(`# 甲\n\n${"> ".repeat(50_000)}${"[".repeat(50_000)}${"**_`".repeat(20_000)}底`),
      says: "底",
    },
    { what: "five megabytes in one line", file: () => bytes(`${"长".repeat(1_700_000)}底`), says: "底" },
    { what: "five megabytes of short lines", file: () => bytes(`${"短行共一二三四五。\n".repeat(180_000)}底`), says: "底" },
    { what: "a web page named .doc", name: "年报.doc", file: () => bytes("<html><body><p>底</p></body></html>"), says: "底" },
    { what: "a docx named .pdf", name: "年报.pdf", file: () => docx, says: "云溪县" },
    { what: "a PDF named .txt", name: "年报.txt", file: () => pdf, says: "正文在此" },
  ])("$what", async ({ name, file, says }) => {
    const result = await pool.read(file(), name === undefined ? {} : { name });
    expect(result.ok && result.doc.text.includes(says)).toBe(true);
  });
});

describe("the limits of the pool", () => {
  test("a file that takes too long is refused, and the next is read", async () => {
    const hasty = createReaderPool({ timeoutMs: 60 });
    const results = await Promise.all([hasty.read(Buffer.alloc(50_000_000, "短行  12  三\n")), pool.read(bytes("甲"))]);
    await hasty.close();
    expect(results).toMatchObject([{ ok: false, refusal: "too-slow" }, { ok: true }]);
  });

  test("a file that takes too much memory is refused, and the next is read", async () => {
    const narrow = createReaderPool({ memoryMb: 24, timeoutMs: 60_000 });
    const [large, small] = await Promise.all([narrow.read(bytes("1\t2\t3\t4\t5\n".repeat(90_000))), narrow.read(bytes("甲"))]);
    await narrow.close();
    expect([large, small]).toMatchObject([{ ok: false, refusal: "too-much-memory" }, { ok: true }]);
  });
});

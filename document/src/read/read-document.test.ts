import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDocument } from "./read-document.ts";
import { REFUSAL_MESSAGES } from "./result.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const samples = fileURLToPath(new URL("../../../../shared/samples/", import.meta.url));
const hasSamples = existsSync(samples);
if (!hasSamples) process.stderr.write("../shared/samples is not here: the real samples are not read\n");

describe("reading any file", () => {
  test.each([
    { what: "HTML named .doc", name: "年报.doc", content: "<html><body><p>甲</p></body></html>", format: "html" },
    { what: "HTML without a name", name: "", content: "<p>甲</p>", format: "html" },
    { what: "HTML behind a comment", name: "a.txt", content: "\n<!-- x -->\n<div>甲</div>", format: "html" },
    { what: "an HTML fragment behind text", name: "", content: "前文<p>甲</p><p>乙</p><p>丙</p>", format: "html" },
    { what: "XHTML", name: "", content: `<?xml version="1.0"?><html><p>甲</p></html>`, format: "html" },
    { what: "Markdown by name", name: "年报.md", content: "甲", format: "markdown" },
    { what: "Markdown by its tables", name: "", content: "文\n\n| 甲 | 1 |\n|---|---|\n| 乙 | 2 |", format: "markdown" },
    {
      what: "columns set with blanks in Markdown",
      name: "年报.md",
      content: "# 年报\n\n  ---- ----\n  甲   乙\n  ---- ----\n  1    2",
      format: "text",
    },
    { what: "Markdown by its headings", name: "", content: "# 年报\n\n文", format: "markdown" },
    { what: "Markdown with HTML in it", name: "年报.md", content: "<div>\n\n# 年报\n\n</div>", format: "markdown" },
    { what: "text with headings and tabs", name: "年报.txt", content: "# 年报\n甲\t1\t2", format: "text" },
    { what: "text named .docx", name: "年报.docx", content: "云溪县年度报告", format: "text" },
    { what: "prose in brackets", name: "", content: "[甲] 乙 [丙]", format: "text" },
  ])("$what is $format", async ({ name, content, format }) => {
    const result = await readDocument(bytes(content), { name });
    expect(result).toMatchObject({ ok: true, doc: { format } });
  });

  test.each([
    { what: "nothing", content: new Uint8Array(), refusal: "empty" },
    { what: "blanks", content: bytes(" \n　"), refusal: "empty" },
    { what: "tags without text", content: bytes("<html><body></body></html>"), refusal: "empty" },
    { what: "a page of one picture", content: bytes("<html><img src=a.png></html>"), refusal: "picture-only" },
    { what: "PNG", content: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), refusal: "picture-only" },
    { what: "JPEG", content: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), refusal: "picture-only" },
    { what: "RTF", content: bytes("{\\rtf1\\ansi }"), refusal: "unsupported" },
    { what: "an old Word file", content: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), refusal: "unsupported" },
    {
      what: "an encrypted Office file",
      content: Buffer.concat([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), Buffer.from("EncryptedPackage", "utf16le")]),
      refusal: "encrypted",
    },
    { what: "a zip of something else", content: Buffer.from("PK\x03\x04aaaa年报.txt"), refusal: "unsupported" },
    { what: "OFD", content: Buffer.from("PK\x03\x04aaaaOFD.xml"), refusal: "unsupported" },
    { what: "JSON", content: bytes(`{"甲": 1}`), refusal: "unsupported" },
    { what: "other XML", content: bytes(`<?xml version="1.0"?><甲/>`), refusal: "unsupported" },
    { what: "Word's own XML", content: bytes(`<?xml version="1.0"?><w:wordDocument xmlns:w="x"/>`), refusal: "unsupported" },
    { what: "a web archive", content: bytes("MIME-Version: 1.0\nContent-Type: multipart/related\n\n<p>甲</p>"), refusal: "unsupported" },
    { what: "noise", content: Uint8Array.from({ length: 500 }, (_, i) => (i * 7919) % 251), refusal: "unsupported" },
  ])("$what is refused as $refusal, in a Chinese sentence", async ({ content, refusal }) => {
    const result = await readDocument(content);
    expect(result).toMatchObject({ ok: false, refusal });
    expect(!result.ok && /[\u4e00-\u9fff].*。$/.test(result.message)).toBe(true);
  });

  test("noise under an office name is called mislabelled", async () => {
    const noise = Uint8Array.from({ length: 500 }, (_, i) => (i * 7919) % 251);
    expect(await readDocument(noise, { name: "年报.docx" })).toMatchObject({ ok: false, refusal: "mislabelled" });
  });

  test("a guessed encoding is noted", async () => {
    const result = await readDocument(Buffer.from("县 3 件\n", "utf16le"));
    expect(result.ok && result.doc.notes.map((note) => note.code)).toEqual(["encoding-guessed"]);
  });

  test("too many cells are refused with the limit named", async () => {
    const result = await readDocument(bytes("0\t".repeat(600_000)));
    expect(result).toMatchObject({ ok: false, refusal: "too-large" });
    expect(!result.ok && result.message).toContain("500000");
  });

  test("a table of 100,000 cells is read", async () => {
    const result = await readDocument(bytes(`<table>${"<tr><td>1<td>2<td>3<td>4<td>5</tr>".repeat(20_000)}</table>`));
    const [table] = result.ok ? result.doc.blocks : [];
    expect(table?.kind === "table" && table.rows.length).toBe(20_000);
  });

  test("any bytes give a document or a refusal", async () => {
    const start = fc.constantFrom(
      "",
      "%PDF-1.7\n",
      "PK\x03\x04",
      "<html>",
      "{\\rtf",
      "\xff\xfe",
      "\xd0\xcf\x11\xe0",
      "[Content_Types].xml",
    );
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 400 }), async (head, tail) => {
        const result = await readDocument(Buffer.concat([Buffer.from(head, "latin1"), tail]));
        expect(result.ok || result.refusal in REFUSAL_MESSAGES).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe.runIf(hasSamples)("real samples", () => {
  const files = hasSamples ? readdirSync(samples).filter((name) => /\.(?:txt|html|docx)$/.test(name)) : [];
  test.each(files)("%s has its tables", async (name) => {
    const result = await readDocument(readFileSync(join(samples, name)), { name });
    expect(result.ok && result.doc.blocks.some((block) => block.kind === "table")).toBe(true);
  });
});

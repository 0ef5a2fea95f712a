import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDocument } from "../read-document.ts";
import { readOldWord } from "./old-word.ts";

/**
 * Saved as a document of Word 97 by a word processor: a heading; a sentence with a change tracked, a raised 3, a hidden and a
 * struck-out word; a field; a table with a cell over two rows and one over two columns.
 */
const FILE = gunzipSync(readFileSync(new URL("../fixtures/old-word.doc.gz", import.meta.url)));

/** Where the sector begins that the main stream begins in. */
const MAIN = Array.from({ length: FILE.length / 512 }, (_, index) => index * 512).find((at) => FILE.readUInt16LE(at) === 0xa5ec) ?? -1;

const changed = (change: (file: Buffer) => void): Buffer => {
  const file = Buffer.from(FILE);
  change(file);
  return file;
};

describe("readOldWord", () => {
  test("tells headings, paragraphs and tables with their spans, without what is deleted, hidden or struck out", async () => {
    const result = await readDocument(FILE, { name: "年报.doc" });
    if (!result.ok) throw new Error(result.message);
    const { blocks, notes } = result.doc;
    expect(blocks.map((block) => (block.kind === "table" || block.kind === "pageBreak" ? block.kind : [block.kind, block.text]))).toEqual([
      ["heading", "一、总体情况"],
      ["paragraph", "收到15件①³新"],
      ["paragraph", "3末"],
      "table",
      ["paragraph", "完"],
    ]);
    const [table] = blocks.filter((block) => block.kind === "table");
    expect(
      table?.rows.map(({ cells }) => cells.map(({ text, column, columnSpan, rowSpan }) => [text, column, columnSpan, rowSpan])),
    ).toEqual([
      [
        ["甲\n乙", 0, 1, 2],
        ["宽", 1, 2, 1],
      ],
      [
        ["1", 1, 1, 1],
        ["2", 2, 1, 1],
      ],
    ]);
    expect(notes.map(({ code }) => code)).toEqual(["lost-content", "tracked-changes", "hidden-content"]);
  });

  test.each([
    {
      what: "one with a password",
      file: changed((file) => file.writeUInt16LE(file.readUInt16LE(MAIN + 10) | 0x0100, MAIN + 10)),
      refusal: "encrypted",
    },
    { what: "one of Word 95", file: changed((file) => file.writeUInt16LE(0x68, MAIN + 2)), refusal: "unsupported" },
    { what: "one whose sectors lead in a circle", file: changed((file) => circle(file)), refusal: "damaged" },
    { what: "one cut short", file: FILE.subarray(0, 3000), refusal: "damaged" },
    {
      what: "one that claims a text longer than itself",
      file: changed((file) => file.writeUInt32LE(0x7fffffff, MAIN + 0x1a6)),
      refusal: undefined,
    },
    { what: "a header alone", file: FILE.subarray(0, 512), refusal: "damaged" },
  ])("refuses $what, or reads what is there", ({ file, refusal }) => {
    const result = readOldWord(file);
    expect(result.ok ? undefined : result.refusal).toBe(refusal);
  });

  test("a damaged file ends in a document or a refusal, never in an error", () => {
    const damage = fc.array(fc.tuple(fc.oneof(fc.nat(2047), fc.nat(FILE.length - 1)), fc.nat(255)), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(damage, fc.option(fc.nat(FILE.length)), (bytes, length) => {
        const file = changed((copy) => bytes.forEach(([at, value]) => copy.writeUInt8(value, at)));
        expect(readOldWord(file.subarray(0, length ?? file.length))).toHaveProperty("ok");
      }),
      { numRuns: 300 },
    );
  });
});

/** Makes every sector follow itself, as far as the table of them says. */
function circle(file: Buffer): void {
  const table = (file.readUInt32LE(76) + 1) * 512;
  for (let sector = 0; sector < 128; sector++) file.writeUInt32LE(sector, table + sector * 4);
}

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readReport } from "@gongkai/annual-report";
import { createRandom, findInvented, generateDocument, TEXT_LAYOUTS } from "@gongkai/annual-report/testing";
import { parseHtml, parseMarkdown, parsePlainText, readDocument } from "@gongkai/document/read";
import { fuzzOne } from "./fuzz-one.ts";
import { mutate } from "./mutate.ts";
import { encodeText, writeGenerated } from "./write-generated.ts";

describe("reading damaged files", () => {
  test("never crashes and never reads a figure that does not stand there", async () => {
    for (let seed = 1; seed <= 120; seed++) {
      const { outcome, notes } = await fuzzOne(seed, []);
      expect({ seed, outcome, notes }).toEqual({ seed, outcome: outcome === "crash" ? "no crash" : outcome, notes: [] });
    }
  });

  test("text of any kind gives a report whose figures stand in it", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "一、本年新收政府信息公开申请数量",
        "（一）予以公开",
        "总计",
        "自然人",
        "第二十条第（一）项",
        "规章",
        "\t",
        " ",
        "|",
        "\n",
        "\n\n",
        "<td>",
        "</tr>",
        "# ",
        "- 3 -",
      ),
      fc.nat(99999).map(String),
      fc.string({ unit: "grapheme", maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), fc.constantFrom(parsePlainText, parseMarkdown, parseHtml), (pieces, parse) => {
        const doc = parse(pieces.join(""));
        expect(findInvented(doc, readReport(doc))).toEqual([]);
      }),
      { numRuns: 200, seed: 20260101 },
    );
  });
});

test.each(["utf-8", "utf-8-bom", "utf-16le", "utf-16be", "gb18030"] as const)(
  "a generated document stored as %s is read as the same text",
  async (encoding) => {
    const { body, name } = generateDocument(5, { layouts: ["tab-text"], kinds: [] });
    if (body.kind !== "text") throw new Error("tab-text is text");
    const result = await readDocument(encodeText(body.text, encoding), { name });
    expect(result.ok && result.doc.text.replaceAll("\r\n", "\n")).toBe(body.text.replaceAll("\r\n", "\n"));
  },
);

test("a mutation is repeatable from its seed", async () => {
  const bytes = await writeGenerated(generateDocument(9, { layouts: TEXT_LAYOUTS.map(({ name }) => name) }));
  expect(mutate(bytes, createRandom(4))).toEqual(mutate(bytes, createRandom(4)));
});

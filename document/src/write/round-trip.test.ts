import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createDocBuilder, type CellDraft } from "../doc-builder.ts";
import type { Block, Doc } from "../doc.ts";
import { readDocument } from "../read/read-document.ts";
import { writeDocx, writeHtml, writeMarkdown, writePdf, writePlainText, writeXlsx } from "./index.ts";

/** Words without sense but with every sign that could be taken for markup; outer blanks are no part of a text. */
const word = fc.constantFrom(
  "公开",
  "申请",
  "12件",
  "3.5%",
  "第二十条",
  "（一）",
  "“甲”",
  "<b>",
  "&amp;",
  "a_b_c",
  "*",
  "#1",
  "\\n",
  "~~",
  "`x`",
  "[1]",
  "A B",
  "，",
  "。",
  "—",
  "2024年",
);
const words = (least: number, most: number) => fc.array(word, { minLength: least, maxLength: most }).map((parts) => parts.join(""));
const title = words(1, 5).map((text) => `题${text}`);
const sentence = words(20, 40).map((text) => `文${text}。`);
const cellText = fc.oneof(
  words(1, 3).map((text) => `格${text}`),
  fc.nat({ max: 99_999 }).map(String),
  fc.constant(""),
);

/** A table whose first row and first column are heads; one label spans rows, one head spans columns, one cell is wide. */
const table = fc.tuple(fc.integer({ min: 3, max: 7 }), fc.integer({ min: 4, max: 9 })).chain(([columns, rows]) =>
  fc.array(cellText, { minLength: columns * rows, maxLength: columns * rows }).map((texts): CellDraft[][] => {
    const at = (row: number, column: number): string => texts[row * columns + column] ?? "";
    const label = (text: string): CellDraft => ({ text: `项${text}`, header: true });
    return Array.from({ length: rows }, (_, row): CellDraft[] => {
      if (row === 0) return [label(at(0, 0)), { ...label(at(0, 1)), columnSpan: columns - 1 }];
      const values = Array.from({ length: columns - 1 }, (_none, index): CellDraft => ({ text: at(row, index + 1) }));
      if (row === 1) return [{ ...label(at(1, 0)), rowSpan: 2 }, ...values];
      if (row === 2) return values;
      return row === 3 ? [label(at(3, 0)), { text: at(3, 1), columnSpan: columns - 1 }] : [label(at(row, 0)), ...values];
    });
  }),
);

const section = fc.record({
  heading: title,
  level: fc.constantFrom(2, 3),
  texts: fc.array(sentence, { minLength: 1, maxLength: 3 }),
  table: fc.option(table),
});

const anyDoc = fc.record({ title, sections: fc.array(section, { minLength: 1, maxLength: 3 }) }).map(({ title: name, sections }): Doc => {
  const builder = createDocBuilder("docx");
  builder.heading(1, name);
  for (const { heading, level, texts, table: rows } of sections) {
    builder.heading(level, heading);
    for (const text of texts) builder.paragraph(text);
    if (rows !== null) builder.table(rows);
  }
  return builder.build(name, "zh-CN");
});

type Shown = readonly unknown[];

const FORMATS = {
  docx: { write: writeDocx, carries: { levels: true, spans: true } },
  html: { write: writeHtml, carries: { levels: true, spans: true } },
  md: { write: writeMarkdown, carries: { levels: true, spans: false } },
  txt: { write: (doc: Doc) => writePlainText(doc), carries: { levels: false, spans: false } },
  xlsx: { write: writeXlsx, carries: { levels: false, spans: true } },
} as const;

/**
 * What a format carries of a block. Text has no heading levels, and its reader takes ** for marks left over; a workbook has no levels either; a table of bars or tabs has no
 * spans, so its merged squares come back as empty cells.
 */
function show(block: Block, { levels, spans }: { levels: boolean; spans: boolean }): Shown[] {
  if (block.kind === "pageBreak") return [];
  if (block.kind === "heading") return [[levels ? `h${block.level}` : "text", block.text]];
  if (block.kind === "paragraph") return [[levels ? "p" : "text", block.text]];
  const rows = block.rows.map((row) => {
    if (spans) return row.cells.map(({ text, column, columnSpan, rowSpan }) => [text, column, columnSpan, rowSpan]);
    const texts = Array.from({ length: block.columns }, () => "");
    for (const cell of row.cells) texts[cell.column] = cell.text;
    return texts;
  });
  return [["table", block.columns, rows]];
}

function withoutMarks(doc: Doc): Doc {
  return JSON.parse(JSON.stringify(doc).replaceAll("**", "")) as Doc; // only texts hold asterisks
}

async function readBack(content: Uint8Array | string, name: string): Promise<Doc> {
  const read = await readDocument(typeof content === "string" ? new TextEncoder().encode(content) : content, { name });
  if (!read.ok) throw new Error(read.message);
  return read.doc;
}

describe("what is written is read back, block by block", () => {
  test.each(Object.entries(FORMATS))("%s", { timeout: 60_000 }, async (format, { write, carries }) => {
    await fc.assert(
      fc.asyncProperty(anyDoc, async (doc) => {
        const back = await readBack(await write(doc), `文件.${format}`);
        if (format === "txt") doc = withoutMarks(doc);
        expect(back.blocks.flatMap((block) => show(block, carries))).toEqual(doc.blocks.flatMap((block) => show(block, carries)));
        if (format !== "xlsx" && format !== "txt") expect(back.title).toBe(doc.title);
      }),
      { numRuns: 20, seed: 33 },
    );
  });

  /** A PDF knows neither levels for certain nor where a blank stood at the end of a line. */
  test("pdf: every text in order, every cell with its spans", { timeout: 60_000 }, async () => {
    const plain = (text: string): string => text.replace(/\s/gu, "");
    await fc.assert(
      fc.asyncProperty(anyDoc, async (doc) => {
        const back = await readBack(await writePdf(doc), "文件.pdf");
        const tables = (of: Doc): unknown[] =>
          of.blocks.flatMap((block) =>
            block.kind === "table"
              ? [
                  show(
                    {
                      ...block,
                      rows: block.rows.map((row) => ({ cells: row.cells.map((cell) => ({ ...cell, text: plain(cell.text) })) })),
                    },
                    { levels: true, spans: true },
                  ),
                ]
              : [],
          );
        expect(tables(back)).toEqual(tables(doc));
        const prose = (of: Doc): string =>
          of.blocks.map((block) => (block.kind === "heading" || block.kind === "paragraph" ? plain(block.text) : "")).join("");
        expect(prose(back)).toBe(prose(doc));
      }),
      { numRuns: 5, seed: 33, endOnFailure: true },
    );
  });
});

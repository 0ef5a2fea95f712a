import type { Doc } from "@gongkai/document";
import { parseHtml, parseMarkdown, parsePlainText } from "@gongkai/document/read";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { generateDocument, type GeneratedDocument, TEXT_LAYOUTS } from "../testing/index.ts";
import { formTables, textOf } from "./fixtures/read-text.ts";
import { readReport, readReportClosely } from "./read-report.ts";
import { findHeadings } from "./section-heading.ts";
import { readSoundTables } from "./sound-tables.ts";

const LAYOUTS = TEXT_LAYOUTS.map(({ name }) => name);
/** No tables at all take the closer look. */
const NEVER_SOUND = new Set(["tables-as-prose", "narrative-only"]);

function parse({ body, name }: GeneratedDocument): Doc {
  if (body.kind !== "text") throw new Error(`${name} is no text`);
  if (name.endsWith(".html")) return parseHtml(body.text);
  return name.endsWith(".md") ? parseMarkdown(body.text) : parsePlainText(body.text);
}

function readsSoundly(doc: Doc): boolean {
  return readSoundTables(doc, findHeadings(doc)) !== undefined;
}

describe("the quick way through sound tables", () => {
  test("reads exactly what the closer look reads, in sound documents and damaged ones", () => {
    const document = fc.record({ seed: fc.nat({ max: 1_000_000 }), layout: fc.constantFrom(...LAYOUTS), isSound: fc.boolean() });
    fc.assert(
      fc.property(document, ({ seed, layout, isSound }) => {
        const doc = parse(generateDocument(seed, { layouts: [layout], ...(isSound ? { kinds: [] } : {}) }));
        expect(JSON.stringify(readReport(doc))).toBe(JSON.stringify(readReportClosely(doc)));
      }),
      { numRuns: 200, seed: 20261122 },
    );
  });

  test.each(LAYOUTS.filter((layout) => !NEVER_SOUND.has(layout)))("is open to sound documents in %s", (layout) => {
    const documents = Array.from({ length: 10 }, (_, seed) => parse(generateDocument(seed, { layouts: [layout], kinds: [] })));
    expect(documents.filter(readsSoundly).length).toBeGreaterThan(5);
  });

  test.each([
    ["a figure too many", (row: string[]) => [...row, "0"]],
    ["a figure too few", (row: string[]) => row.slice(0, -1)],
    ["an empty cell among the figures", (row: string[]) => row.with(-2, "")],
    ["a word among the figures", (row: string[]) => row.with(-2, "无")],
    ["a damaged label", (row: string[]) => row.map((text) => text.replace("国家秘密", "国家密"))],
  ])("is closed to a row with %s", (_, change) => {
    const tables = formTables("2021");
    const lines = tables[3].map((row) => (row.some((text) => text.includes("属于国家秘密")) ? change(row) : row));
    expect(readsSoundly(parsePlainText(textOf(tables)))).toBe(true);
    expect(readsSoundly(parsePlainText(textOf({ ...tables, 3: lines })))).toBe(false);
  });

  test("is closed to a table whose header names 总计 first", () => {
    const tables = formTables("2021");
    const lines = tables[3].map((row) => (row.includes("自然人") ? ["总计", ...row.filter((text) => text !== "总计")] : row));
    expect(readsSoundly(parsePlainText(textOf({ ...tables, 3: lines })))).toBe(false);
  });
});

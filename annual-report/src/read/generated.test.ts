import type { Doc } from "@gongkai/document";
import { parseHtml, parseMarkdown, parsePlainText } from "@gongkai/document/read";
import { describe, expect, test } from "vitest";
import { findCell } from "../editions/index.ts";
import { DAMAGES, findInvented, generateDocument, type GeneratedDocument, scoreReport, TEXT_LAYOUTS } from "../testing/index.ts";
import { readReport } from "./read-report.ts";

const layouts = TEXT_LAYOUTS.filter(({ hasTables }) => hasTables).map(({ name }) => name);

function parse({ body, name }: GeneratedDocument): Doc {
  if (body.kind !== "text") throw new Error(`${name} is no text`);
  if (name.endsWith(".html")) return parseHtml(body.text);
  return name.endsWith(".md") ? parseMarkdown(body.text) : parsePlainText(body.text);
}

describe.each(layouts)("sound documents in %s", (layout) => {
  test("are read to the last cell, with their edition, year, organ and title", () => {
    const seen = new Set<string | null>();
    for (let seed = 0; seed < 10; seed++) {
      const document = generateDocument(seed, { layouts: [layout], kinds: [] });
      const report = readReport(parse(document));
      const { notes, edition } = scoreReport(report, document.truth);
      expect({ seed, notes, edition }).toEqual({ seed, notes: [], edition: true });
      expect(report).toMatchObject({ year: document.truth.year, agency: document.truth.agency, title: document.truth.title });
      seen.add(report.edition);
    }
    expect(seen).toEqual(new Set(["2019", "2021"]));
  });
});

describe("documents without tables", () => {
  test("that tell figures in the narrative give none as seen", () => {
    for (let seed = 0; seed < 20; seed++) {
      const document = generateDocument(seed, { layouts: ["narrative-only"], kinds: [] });
      const { cells } = readReport(parse(document));
      expect(Object.values(cells).filter((value) => value !== null)).toEqual([]);
    }
  });

  test("that write their tables out in their own sections are read to the last cell", () => {
    for (let seed = 0; seed < 10; seed++) {
      const document = generateDocument(seed, { layouts: ["tables-as-prose"], kinds: [] });
      const { notes, edition } = scoreReport(readReport(parse(document)), document.truth);
      expect({ seed, notes, edition }).toEqual({ seed, notes: [], edition: true });
    }
  });
});

describe.each(DAMAGES.map(({ kind }) => kind))("documents damaged by %s", (kind) => {
  const documents = Array.from({ length: 5 }, (_, index) =>
    generateDocument(index * 31 + kind.length, { kinds: [kind], layouts: [layouts[(index * 3 + kind.length) % layouts.length] ?? "html"] }),
  );

  test("give no figure that does not stand in the document at the place named", () => {
    for (const document of documents) {
      const doc = parse(document);
      const report = readReport(doc);
      expect({ name: document.name, invented: findInvented(doc, report) }).toEqual({ name: document.name, invented: [] });
      expect(Object.keys(report.cells).filter((key) => findCell(key) === undefined)).toEqual([]);
      for (const [key, value] of Object.entries(report.cells)) expect([key, report.states[key] === "seen"]).toEqual([key, value !== null]);
    }
  });

  test("give no wrong figure", () => {
    for (const document of documents) {
      const { notes } = scoreReport(readReport(parse(document)), document.truth);
      expect({ name: document.name, wrong: notes.filter((note) => note.includes(" wrong:")) }).toEqual({ name: document.name, wrong: [] });
    }
  });
});

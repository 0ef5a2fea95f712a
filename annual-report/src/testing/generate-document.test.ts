import { describe, expect, test } from "vitest";
import { EDITIONS } from "../editions/index.ts";
import { DAMAGES, generateDocument, LAYOUTS, scoreReport, TEXT_LAYOUTS } from "./index.ts";

function textOf(document: ReturnType<typeof generateDocument>): string {
  return document.body.kind === "text" ? document.body.text : document.body.doc.text;
}

test("a seed always gives the same document", () => {
  for (let seed = 0; seed < 20; seed++) expect(generateDocument(seed)).toEqual(generateDocument(seed));
});

test.each(LAYOUTS.filter(({ hasTables }) => hasTables).map(({ name }) => name))(
  "a sound document in %s prints every figure of its truth",
  (name) => {
    for (let seed = 0; seed < 6; seed++) {
      const document = generateDocument(seed, { layouts: [name], kinds: [] });
      const { edition, cells } = document.truth;
      if (edition === null) throw new Error("a document with tables has an edition");
      expect(Object.keys(cells).toSorted()).toEqual(EDITIONS[edition].cells.map(({ key }) => key).toSorted());
      const text = textOf(document);
      for (const value of Object.values(cells)) expect(text).toContain(String(value));
    }
  },
);

test.each(DAMAGES.map(({ kind }) => kind))("%s is done to some document, and only a figure in words is not printed in digits", (kind) => {
  const documents = Array.from({ length: 12 }, (_, seed) =>
    generateDocument(seed, { layouts: ["tab-text", "html"], kinds: [kind] }),
  ).filter(({ kinds }) => kinds.includes(kind));
  expect(documents.length).toBeGreaterThan(0);
  for (const document of documents) {
    expect(textOf(document)).not.toContain("undefined");
    const figures = textOf(document)
      .normalize("NFKC")
      .replace(/&nbsp;|<[^>]*>|[\s,，]/gu, "");
    const integers = Object.values(document.truth.cells).filter((value) => value !== null && value !== 0 && Number.isInteger(value));
    for (const value of integers) expect(figures).toContain(String(Math.abs(Number(value))));
  }
});

test("a document without tables has nothing to read in its tables", () => {
  const { truth } = generateDocument(1, { layouts: ["narrative-only"] });
  expect(truth.edition).toBeNull();
  expect(new Set(Object.values(truth.cells))).toEqual(new Set([null]));
});

test("text layouts give text, the others a tree for a writer", () => {
  for (const { name } of LAYOUTS) {
    const { body } = generateDocument(3, { layouts: [name] });
    expect(body.kind).toBe(TEXT_LAYOUTS.some((layout) => layout.name === name) ? "text" : "office");
  }
});

describe("a score", () => {
  const truth = { edition: "2021" as const, cells: { a: 1, b: 2, c: null, d: 4, e: 5 }, alternatives: { e: [null] } };

  test("counts right, flagged, missed and wrong", () => {
    const score = scoreReport(
      { edition: "2021", cells: { a: 1, b: null, c: 0, d: null, e: null }, states: { b: "ambiguous", d: "absent" } },
      truth,
    );
    expect(score).toMatchObject({ right: 2, flagged: 1, missed: 1, wrong: 1, edition: true });
    expect(score.notes).toHaveLength(3);
  });
});

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Table } from "../../doc.ts";
import { readPdf } from "./read-pdf.ts";

async function readTables(file: URL): Promise<Table[]> {
  const result = await readPdf(readFileSync(file));
  if (!result.ok) throw new Error(result.message);
  return result.doc.blocks.filter((block) => block.kind === "table");
}

const fixture = (name: string): URL => new URL(`fixtures/${name}`, import.meta.url);
const isFigure = (text: string): boolean => /^\d+(\.\d+)?$/.test(text);
const figureRows = (tables: readonly Table[]): number[][] =>
  tables
    .flatMap(({ rows }) =>
      rows.map(({ cells }) =>
        cells
          .map(({ text }) => text)
          .filter(isFigure)
          .map(Number),
      ),
    )
    .filter((row) => row.length > 0);

describe("printed from a browser", () => {
  const expected = Array.from({ length: 18 }, (_, index) => {
    const first = (index * 37) % 91,
      second = (index * 11) % 17;
    return [first, second, first + second];
  }).concat([[810, 140, 950]]);

  test("a table over two pages is one, with the label of the group over all its rows", async () => {
    const tables = await readTables(fixture("browser-ruled.pdf"));
    expect(tables).toHaveLength(1);
    expect(figureRows(tables)).toEqual(expected);
    expect(tables[0]?.rows[2]?.cells[0]).toMatchObject({ text: "办理\n结果", rowSpan: 18, column: 0 });
    expect(tables[0]?.rows.at(-1)?.cells[0]).toMatchObject({ text: "合计", columnSpan: 2 });
  });

  test("without borders the figures still stand in their rows and columns", async () => {
    const tables = await readTables(fixture("browser-borderless.pdf"));
    expect(figureRows(tables)).toEqual(expected);
    expect(tables[0]?.rows[3]?.cells.map(({ text }) => text)).toContain("3.不予公开");
  });
});

describe("typeset", () => {
  test("the header printed again on the second page is left out, and the group goes on", async () => {
    const tables = await readTables(fixture("typeset.pdf"));
    expect(tables).toHaveLength(1);
    expect(figureRows(tables)).toEqual(
      Array.from({ length: 24 }, (_, index) => [(index * 7) % 50, (index * 13) % 70]).concat([[518, 794]]),
    );
    expect(tables[0]?.rows[1]?.cells[0]).toMatchObject({ text: "办\n理\n结\n果", rowSpan: 24 });
    expect(tables[0]?.rows).toHaveLength(26);
  });
});

const samples = new URL("../../../../../shared/samples/", import.meta.url);
const sample = new URL("huaian-2024.pdf", samples);
// oxlint-disable-next-line no-console -- a test left out must say so
if (!existsSync(sample)) console.info("The sample reports (../shared/samples beside the repository) are not here; their test is left out.");

describe.runIf(existsSync(sample))("a published report, made with WPS", () => {
  test("gives every figure of its three tables in its row, and one table over pages 4 and 5", async () => {
    const truth = JSON.parse(readFileSync(new URL("huaian-2024.truth.json", samples), "utf8")) as { cells: Record<string, number> }; // the format of the sample folder
    const valuesOf = (prefix: string): number[] =>
      Object.entries(truth.cells)
        .filter(([key]) => key.startsWith(prefix))
        .map(([, value]) => value);
    const tables = await readTables(sample);
    expect(tables.map(({ columns, rows }) => `${columns}x${rows.length}`)).toEqual(["4x14", "10x28", "15x4"]);
    const [published, requests, remedies] = tables.map((table) => figureRows([table]));
    expect(published?.flat()).toEqual(valuesOf("t2."));
    expect(requests).toHaveLength(25);
    expect(requests?.every((row) => row.length === 7)).toBe(true);
    expect(requests?.flat()).toEqual(valuesOf("t3."));
    expect(remedies).toEqual([valuesOf("t4.")]);
  });
});

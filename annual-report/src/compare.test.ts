import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareReports } from "./compare.ts";
import type { EditionId } from "./report.ts";
import { aReport, consistentCells, seededRandom } from "./testing/index.ts";

const edition = fc.constantFrom<EditionId>("2019", "2021");

describe("comparing two reports", () => {
  test("a report compared with itself shows no change and the same text", () => {
    fc.assert(
      fc.property(edition, fc.nat(), (id, seed) => {
        const report = aReport({ edition: id, cells: consistentCells(id, seededRandom(seed)) });
        const comparison = compareReports(report, report);
        expect(comparison.changed).toBe(0);
        expect(comparison.sections.every((section) => section.similarity === 1)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test("a changed figure gives change and ratio", () => {
    const a = aReport({ cells: { "t3.new.total": 4, "t2.fee.amount": 0.1 } });
    const b = aReport({ cells: { "t3.new.total": 10, "t2.fee.amount": 0.3 } });
    const { cells, changed } = compareReports(a, b);
    expect(changed).toBe(2);
    expect(cells.find((cell) => cell.key === "t3.new.total")).toMatchObject({ a: 4, b: 10, change: 6, ratio: 2.5, kind: "changed" });
    expect(cells.find((cell) => cell.key === "t2.fee.amount")).toMatchObject({ change: 0.2 });
  });

  test("an empty cell differs from a printed 0", () => {
    const cell = compareReports(aReport(), aReport({ cells: { "t3.new.total": null } })).cells.find((one) => one.key === "t3.new.total");
    expect(cell).toMatchObject({ kind: "stateDiffers", stateA: "seen", stateB: "blank" });
    expect(cell).not.toHaveProperty("change");
  });

  test("across the two forms, cells of the same meaning stand side by side and the rest is told apart", () => {
    const a = aReport({ edition: "2019", year: 2020, cells: { "t3.otherHandling.total": 5, "t2.normative.made": 2, "t3.new.total": 9 } });
    const b = aReport({
      edition: "2021",
      year: 2021,
      cells: { "t3.otherHandling.uncorrected.total": 1, "t3.otherHandling.misc.total": 6, "t2.normative.issued": 3, "t3.new.total": 9 },
    });
    const { cells, isAcrossEditions } = compareReports(a, b);
    const find = (key: string) => cells.find((cell) => cell.key === key);
    expect(isAcrossEditions).toBe(true);
    expect(find("t3.otherHandling.total")).toMatchObject({ a: 5, b: 7, change: 2 });
    expect(find("t2.normative.issued")).toMatchObject({ a: 2, b: 3, change: 1 });
    expect(find("t3.new.total")).toMatchObject({ kind: "same" });
    expect(find("t2.procurement.items")).toMatchObject({ kind: "onlyInA" });
    expect(find("t2.fee.amount")).toMatchObject({ kind: "onlyInB" });
  });

  test("passages taken over word for word are listed with their place", () => {
    const taken = "本单位把公开目录的每个栏目交给专人看管，做到栏目有人管、内容有人核、差错有人改，逐季通报。";
    const a = aReport({ sections: { overview: `今年新设两个栏目供群众查询使用。${taken}` } });
    const b = aReport({ sections: { overview: `${taken}另有一些安排见后文所述各条。` } });
    const [overview] = compareReports(a, b).sections;
    expect(overview?.passages.map((passage) => passage.text)).toEqual([taken.slice(0, -1)]);
    expect(overview?.similarity).toBeGreaterThan(0.5);
    expect(overview?.similarity).toBeLessThan(1);
  });
});

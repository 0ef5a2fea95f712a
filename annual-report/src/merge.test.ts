import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeReports } from "./merge.ts";
import type { Report } from "./report.ts";
import { aReport, consistentCells, seededRandom } from "./testing/index.ts";

/** Consistent reports with a few cells blank, absent or unsettled. */
const someReport = fc
  .record({
    seed: fc.nat(),
    gaps: fc.array(fc.tuple(fc.nat(199), fc.constantFrom("blank", "absent", "ambiguous" as const)), { maxLength: 6 }),
  })
  .map(({ seed, gaps }) => {
    const cells = consistentCells("2021", seededRandom(seed));
    const keys = Object.keys(cells);
    return aReport({ cells, states: Object.fromEntries(gaps.map(([at, state]) => [keys[at] ?? "t3.new.total", state])) });
  });

const sumOf = (reports: readonly Report[]): Report => {
  const result = mergeReports(reports);
  if (!result.ok) throw new Error(result.message);
  return result.merged;
};

describe("adding reports up", () => {
  test("the order of the reports makes no difference", () => {
    fc.assert(
      fc.property(someReport, someReport, (a, b) => {
        expect(sumOf([a, b]).cells).toEqual(sumOf([b, a]).cells);
        expect(sumOf([a, b]).states).toEqual(sumOf([b, a]).states);
      }),
      { numRuns: 30 },
    );
  });

  test("a sum of sums is the sum of all", () => {
    fc.assert(
      fc.property(someReport, someReport, someReport, (a, b, c) => {
        expect(sumOf([sumOf([a, b]), c]).cells).toEqual(sumOf([a, sumOf([b, c])]).cells);
        expect(sumOf([sumOf([a, b]), c]).cells).toEqual(sumOf([a, b, c]).cells);
      }),
      { numRuns: 30 },
    );
  });

  test("amounts are added without the noise of binary fractions", () => {
    const one = aReport({ cells: { "t2.fee.amount": 0.1 } });
    const two = aReport({ cells: { "t2.fee.amount": 0.2 } });
    expect(sumOf([one, two]).cells["t2.fee.amount"]).toBe(0.3);
  });

  test("a cell empty everywhere stays empty, and one empty in some reports is told", () => {
    const a = aReport({ file: "甲.docx", agency: "云溪县水务局", cells: { "t3.new.natural": null, "t3.new.business": null } });
    const b = aReport({ file: "乙.docx", agency: "云溪县文旅局", cells: { "t3.new.natural": 3, "t3.new.business": null } });
    const result = mergeReports([a, b]);
    if (!result.ok) throw new Error(result.message);
    expect(result.merged.cells["t3.new.natural"]).toBe(3);
    expect(result.merged.cells["t3.new.business"]).toBeNull();
    expect(result.merged.states["t3.new.business"]).toBe("blank");
    expect(result.added[0]?.leftOut.blank).toEqual(["t3.new.natural", "t3.new.business"]);
    const told = result.merged.findings.find((finding) => finding.rule === "MG-3");
    expect(told?.cells).toEqual(["t3.new.natural"]);
    expect(told?.message).toContain("甲.docx");
  });

  test("refuses two forms at once and says which file has which", () => {
    const result = mergeReports([aReport({ edition: "2019", file: "甲.docx" }), aReport({ edition: "2021", file: "乙.docx" })]);
    expect(result).toMatchObject({ ok: false, refusal: "mixed-editions" });
    expect(!result.ok && result.message).toBe(
      "报告使用的格式不同，不能相加：2019年格式1份（甲.docx），2021年格式1份（乙.docx）。请分开汇总。",
    );
  });

  test("refuses nothing at all, and documents without tables", () => {
    expect(mergeReports([])).toMatchObject({ ok: false, refusal: "nothing-to-merge" });
    expect(mergeReports([aReport(), aReport({ edition: null, file: "扫描件.pdf" })])).toMatchObject({ ok: false, refusal: "no-tables" });
  });

  test("the same organ twice in one year is told, and so is a mixture of years", () => {
    const rules = sumOf([aReport({ year: 2023 }), aReport({ year: 2023 }), aReport({ year: 2024 })]).findings.map(
      (finding) => finding.rule,
    );
    expect(rules).toEqual(["MG-1", "MG-2"]);
  });
});

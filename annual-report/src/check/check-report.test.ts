import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EDITIONS } from "../editions/index.ts";
import type { EditionId, Report } from "../report.ts";
import { aReport, consistentCells, seededRandom } from "../testing/index.ts";
import { checkReport } from "./check-report.ts";

const anEdition = fc.constantFrom<EditionId>("2019", "2021");

function errorsOf(report: Report) {
  return checkReport(report).filter((finding) => finding.severity === "error");
}

describe("the form's arithmetic", () => {
  test("a form that adds up has no errors", () => {
    fc.assert(
      fc.property(anEdition, fc.nat(), (edition, seed) => {
        expect(errorsOf(aReport({ edition, cells: consistentCells(edition, seededRandom(seed)) }))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test("any one figure of table 3 or 4 changed is found, in an error that names the cell", () => {
    fc.assert(
      fc.property(anEdition, fc.nat(), fc.nat(), fc.integer({ min: -50, max: 50 }), (edition, seed, at, by) => {
        fc.pre(by !== 0);
        const cells = consistentCells(edition, seededRandom(seed));
        const summed = EDITIONS[edition].cells.filter((cell) => cell.table !== 2);
        const { key } = summed[at % summed.length] ?? { key: "t3.new.total" };
        const errors = errorsOf(aReport({ edition, cells: { ...cells, [key]: (cells[key] ?? 0) + by } }));
        expect(errors.some((error) => error.cells.includes(key))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("empty cells in place of zeros make no error", () => {
    fc.assert(
      fc.property(anEdition, fc.nat(), (edition, seed) => {
        const cells = consistentCells(edition, seededRandom(seed));
        const emptied = Object.fromEntries(Object.entries(cells).map(([key, value]) => [key, value === 0 ? null : value]));
        expect(errorsOf(aReport({ edition, cells: emptied }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("empty totals make no error either, and the figure they should bear is offered", () => {
    fc.assert(
      fc.property(anEdition, fc.nat(), (edition, seed) => {
        const cells = consistentCells(edition, seededRandom(seed));
        const emptied = Object.fromEntries(Object.entries(cells).map(([key, value]) => [key, /^t3\..*\.total$/u.test(key) ? null : value]));
        const findings = checkReport(aReport({ edition, cells: emptied }));
        expect(findings.filter((finding) => finding.severity === "error")).toEqual([]);
        const fresh = cells["t3.new.total"] ?? 0;
        const offer = findings.find((finding) => finding.rule === "B-1" && finding.cells.includes("t3.new.total"))?.message ?? "";
        // A single empty total is told as a sum, several as a list; an empty 0 is an empty cell like others.
        expect(fresh === 0 || offer.includes(`应为${fresh}`) || offer.includes(`=${fresh}。`)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test("both sides are written out with names and figures", () => {
    const report = aReport({
      cells: {
        "t3.new.natural": 5,
        "t3.new.business": 1,
        "t3.new.total": 7,
        "t3.granted.natural": 5,
        "t3.granted.business": 1,
        "t3.granted.total": 6,
        "t3.total.natural": 5,
        "t3.total.business": 1,
        "t3.total.total": 6,
      },
    });
    const [row, column] = checkReport(report);
    expect(row).toMatchObject({ rule: "T3-3", severity: "error", expected: 6, actual: 7, difference: 1 });
    expect(row?.message).toBe("表三“一、本年新收政府信息公开申请数量”：自然人5+商业企业1=6（其余各项为0），总计填7，相差1。");
    expect(column?.message).toBe("表三“总计”列：本年新收7+上年结转0=7，办理结果总计6+结转下年度0=6，相差1。");
  });

  test("the cell that alone explains every broken sum comes first, with its right figure", () => {
    const cells = consistentCells("2021", seededRandom(11));
    const key = "t3.denied.process.natural";
    const findings = errorsOf(aReport({ cells: { ...cells, [key]: (cells[key] ?? 0) + 3 } }));
    expect(findings.map((finding) => finding.rule)).toEqual(["T3-3", "T3-2b"]);
    expect(findings.map((finding) => finding.cells[0])).toEqual([key, key]);
    expect(findings[0]?.advice).toContain(`改为${cells[key] ?? 0}后`);
  });

  test("a wrong row total is told from wrong parts by the columns that still hold", () => {
    const cells = consistentCells("2021", seededRandom(11));
    const [first] = errorsOf(aReport({ cells: { ...cells, "t3.new.total": (cells["t3.new.total"] ?? 0) + 3 } }));
    expect(first).toMatchObject({ rule: "T3-3" });
    expect(first?.cells[0]).toBe("t3.new.total");
  });
});

describe("cells without a figure", () => {
  test("a form left blank has one finding for each table, not one for each cell", () => {
    const cells = Object.fromEntries(EDITIONS["2021"].cells.map(({ key }) => [key, null]));
    const findings = checkReport(aReport({ cells }));
    expect(findings.map((finding) => finding.message)).toEqual(["表二整张没有填数。", "表三整张没有填数。", "表四整张没有填数。"]);
    expect(findings[1]?.cells).toHaveLength(175);
  });

  test("a single empty total is offered its figure", () => {
    const [finding] = checkReport(aReport({ cells: { "t4.reconsideration.upheld": 2, "t4.reconsideration.total": null } }));
    expect(finding).toMatchObject({
      rule: "B-1",
      severity: "warning",
      expected: 2,
      cells: ["t4.reconsideration.total"],
      advice: "请补填2。",
    });
  });

  test("what could not be settled is told with its candidates, and sums over it are left alone", () => {
    const key = "t3.new.natural";
    const report = aReport({
      cells: { "t3.new.total": 9 },
      states: { [key]: "ambiguous" },
      sources: { [key]: { raw: "1 8", start: 0, end: 3, candidates: [18, 1, null] } },
    });
    const findings = checkReport(report);
    expect(findings.map((finding) => finding.rule)).toContain("A-1");
    expect(findings.find((finding) => finding.rule === "A-1")?.message).toContain("自然人（可能是18或1或空格）");
    expect(findings.filter((finding) => finding.rule === "T3-3")).toEqual([]);
  });

  test("cells a report does not mention count as absent", () => {
    const report: Report = { ...aReport(), cells: {}, states: {} };
    expect(checkReport(report).map((finding) => finding.message)).toEqual([
      "文中没有找到表二。",
      "文中没有找到表三。",
      "文中没有找到表四。",
    ]);
  });
});

describe("order", () => {
  test("errors stand before warnings, warnings before notices, rows before results before received before table 4", () => {
    const rules = checkReport(
      aReport({
        cells: {
          "t3.new.total": 1,
          "t3.granted.natural": 4,
          "t3.total.natural": 2,
          "t4.reconsideration.total": 1,
          "t3.carriedIn.research": null,
        },
        sections: { overview: "聚焦重点重点领域，逐条落实。" },
      }),
    ).map((finding) => finding.rule);
    expect([...new Set(rules)]).toEqual(["T3-3", "T3-2b", "T3-1", "T4-1", "B-1", "D-1"]);
  });

  test("the faultless report has nothing to be told", () => {
    expect(checkReport(aReport({ edition: "2019" }))).toEqual([]);
    expect(checkReport(aReport({ edition: "2021" }))).toEqual([]);
  });

  test("the report is not touched", () => {
    const report = aReport({ cells: { "t3.new.total": null, "t3.new.natural": 2 } });
    const before = JSON.parse(JSON.stringify(report)) as Report; // a copy has the same shape
    checkReport(report, { previous: report, others: [report] });
    expect(report).toEqual(before);
  });
});

import { describe, expect, test } from "vitest";
import { crosswalkTo2021, type Crosswalk } from "./crosswalk.ts";
import { EDITIONS } from "./editions/index.ts";
import type { Report } from "./report.ts";
import { aReport } from "./testing/index.ts";

function walk(report: Report): Crosswalk {
  const result = crosswalkTo2021(report);
  if (!result.ok) throw new Error(result.message);
  return result;
}

describe("a report of 2020 in the form of 2021", () => {
  test("keeps every figure and blank that means the same, with text and title", () => {
    const report = aReport({
      edition: "2019",
      cells: { "t3.new.natural": 7, "t4.reconsideration.upheld": 2, "t2.penalty.decisions": 30, "t3.granted.legal": null },
    });
    const { report: made, carried } = walk(report);
    expect(made).toMatchObject({ edition: "2021", year: 2020, title: report.title, sections: report.sections });
    expect(made.cells).toMatchObject({
      "t3.new.natural": 7,
      "t4.reconsideration.upheld": 2,
      "t2.penalty.decisions": 30,
      "t3.granted.legal": null,
    });
    expect(made.states["t3.granted.legal"]).toBe("blank");
    expect(Object.keys(made.cells)).toEqual(EDITIONS["2021"].cells.map((cell) => cell.key));
    expect(carried).toContain("t3.new.natural");
  });

  test("does not divide （六）其他处理, and says so; only 0 is 0 in all its parts", () => {
    const { report, left, remarks } = walk(
      aReport({ edition: "2019", cells: { "t3.otherHandling.natural": 3, "t3.otherHandling.total": 3 } }),
    );
    expect(report.cells["t3.otherHandling.misc.natural"]).toBeNull();
    expect(report.states["t3.otherHandling.misc.natural"]).toBe("absent");
    expect(report.cells["t3.otherHandling.unpaid.business"]).toBe(0);
    expect(left.filter(({ key }) => key.startsWith("t3.")).map(({ key, value }) => [key, value])).toEqual([
      ["t3.otherHandling.natural", 3],
      ["t3.otherHandling.total", 3],
    ]);
    expect(remarks.join()).toMatch(/（六）其他处理.*不能代为拆分.*自然人（3）/u);
  });

  test("names every printed figure that has no place in the new form, and what is to be filled in", () => {
    const { left, missing, remarks } = walk(aReport({ edition: "2019", cells: { "t2.procurement.amount": 12.5, "t2.fee.prior": null } }));
    expect(left.map(({ key }) => key)).toContain("t2.procurement.amount");
    expect(left.map(({ key }) => key)).not.toContain("t2.fee.prior");
    expect(missing).toEqual([
      "t2.rules.repealed",
      "t2.rules.effective",
      "t2.normative.repealed",
      "t2.normative.effective",
      "t2.fee.amount",
    ]);
    expect(remarks.join()).toMatch(/没有带入：.*采购总金额（12.5）/u);
    expect(remarks.join()).toMatch(/请补填：.*现行有效件数/u);
  });

  test("loses no printed figure in silence", () => {
    const report = aReport({
      edition: "2019",
      cells: Object.fromEntries(EDITIONS["2019"].cells.map(({ key }, index) => [key, index + 1])),
    });
    const { report: made, renamed, left } = walk(report);
    const told = new Set([...left.map(({ key }) => key), ...renamed.map(({ from }) => from)]);
    for (const { key } of EDITIONS["2019"].cells) expect(told.has(key) || made.cells[key] === report.cells[key], key).toBe(true);
  });
});

test("a report of the new form, or without tables, is refused with a sentence", () => {
  expect(crosswalkTo2021(aReport())).toMatchObject({ ok: false, refusal: "not-2019" });
  expect(crosswalkTo2021(aReport({ edition: null }))).toMatchObject({ ok: false, refusal: "no-tables" });
});

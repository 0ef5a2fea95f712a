import { checkReport } from "@gongkai/annual-report";
import { aReport, consistentCells, seededRandom } from "@gongkai/annual-report/testing";
import { describe, expect, test } from "vitest";
import { listFacts } from "./list-facts.ts";

describe.each(["2019", "2021"] as const)("sentences made of the tables of %s", (edition) => {
  test("agree with the tables, whatever these say, one by one and in a row", () => {
    for (let seed = 1; seed <= 40; seed++) {
      const report = aReport({ edition, cells: consistentCells(edition, seededRandom(seed)) });
      const facts = listFacts(report, "overview");
      expect(facts.length).toBeGreaterThan(10);
      for (const overview of [...facts.map((fact) => `全年${fact}。`), `全年${facts.join("，")}。`]) {
        const found = checkReport({ ...report, sections: { ...report.sections, overview } }).filter(({ rule }) =>
          ["X-1", "X-2"].includes(rule),
        );
        expect(found.map(({ message }) => message)).toEqual([]);
      }
    }
  });
});

test("a figure that is not there makes no sentence", () => {
  expect(listFacts(aReport({ cells: { "t3.new.total": null } }), "overview").join()).not.toContain("新收");
});

test("section six is about the fee, and of a lapsed application only where there is one", () => {
  expect(listFacts(aReport(), "other").join()).not.toContain("逾期");
  expect(listFacts(aReport({ cells: { "t3.otherHandling.unpaid.total": 2 } }), "other").join()).toContain("不再处理的2件");
});

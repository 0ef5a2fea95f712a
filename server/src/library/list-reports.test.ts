import { describe, expect, test } from "vitest";
import { openLibrary } from "./library.ts";
import { listReports, type ReportFilter } from "./list-reports.ts";
import { nearestOrgans } from "./nearest-organs.ts";
import { keyOf } from "./published-report.ts";
import { sumRegion } from "./sum-region.ts";
import { aStore, aStoredReport } from "./testing.ts";

const POLICE = { slug: "wanghu-gongan", name: "望湖县公安局", level: "county", regions: ["示例省", "望湖县（虚构）"] } as const;
const TOWN = { slug: "yunxi-shiqiao", name: "云溪县石桥镇人民政府", level: "township", regions: ["示例省", "云溪县（虚构）"] } as const;

const library = await openLibrary(
  aStore([
    aStoredReport({ year: 2020, edition: "2019", cells: { "t3.new.total": 5 } }),
    aStoredReport({ year: 2024, cells: { "t3.new.total": 9, "t3.new.natural": null } }),
    aStoredReport({ organ: { ...POLICE, regions: [...POLICE.regions] }, year: 2024, cells: { "t3.new.total": 30, "t3.new.natural": 30 } }),
    aStoredReport({ organ: { ...TOWN, regions: [...TOWN.regions] }, year: 2024, cells: { "t3.new.total": null, "t3.new.natural": 2 } }),
  ]),
);
const shelf = library.shelf();
const usual = { sort: "organ", order: "asc", page: 1, pageSize: 20 } as const;

describe("finding reports", () => {
  test.each([
    { filter: {}, found: 4 },
    { filter: { organ: "云溪" }, found: 3 },
    { filter: { organ: "云溪 石桥" }, found: 1 },
    { filter: { organ: "ＧＯＮＧＡＮ" }, found: 1 },
    { filter: { region: "云溪县（虚构）", year: 2024 }, found: 2 },
    { filter: { level: "township" }, found: 1 },
    { filter: { edition: "2019" }, found: 1 },
    { filter: { organ: "没有" }, found: 0 },
  ] satisfies { filter: ReportFilter; found: number }[])("$filter finds $found", ({ filter, found }) => {
    expect(listReports(shelf, filter, usual).total).toBe(found);
  });

  test("sorts by applications, those unknown below none", () => {
    const keys = listReports(shelf, { year: 2024 }, { ...usual, sort: "received", order: "desc" }).reports.map(keyOf);
    expect(keys).toEqual(["wanghu-gongan/2024", "yunxi-jiaoyu/2024", "yunxi-shiqiao/2024"]);
  });

  test("pages hold everything once, and one past the end is the last", () => {
    const pages = [1, 2, 3].map((page) => listReports(shelf, {}, { ...usual, sort: "year", order: "desc", page, pageSize: 2 }));
    expect(new Set(pages.slice(0, 2).flatMap((page) => page.reports.map(keyOf))).size).toBe(4);
    expect(pages[2]?.page).toBe(2);
  });
});

describe("adding a region up", () => {
  test("adds one edition, tells what was left out, and never takes a blank for 0", () => {
    const sum = sumRegion(shelf, { year: 2024, region: "云溪县（虚构）" });
    expect(sum.added).toHaveLength(2);
    expect(sum.merged?.cells["t3.new.total"]).toBe(9);
    expect(sum.added.map(({ leftOut }) => leftOut.blank)).toContainEqual(["t3.new.total"]);
  });

  test("has nothing to show for a year without reports", () => {
    expect(sumRegion(shelf, { year: 2015 })).toMatchObject({ merged: undefined, added: [] });
  });

  test("takes levels apart, so that nothing is counted twice", () => {
    expect(sumRegion(shelf, { year: 2024, level: "county" }).merged?.cells["t3.new.total"]).toBe(39);
  });
});

describe("suggesting an organ", () => {
  test.each([
    { asked: "云溪教育局", near: "yunxi-jiaoyu" },
    { asked: "yunxi-jiao-yu", near: "yunxi-jiaoyu" },
    { asked: "望湖公安", near: "wanghu-gongan" },
  ])("$asked → $near", ({ asked, near }) => {
    expect(nearestOrgans(shelf, asked)[0]?.organ.slug).toBe(near);
  });

  test("suggests nothing that has nothing in common", () => {
    expect(nearestOrgans(shelf, "xq")).toEqual([]);
    expect(nearestOrgans(shelf, "")).toEqual([]);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { officialCalendar } from "../calendar/official-calendar.ts";
import type { ApplicationCase, CaseEvent, RemedyCase } from "../case/case-file.ts";
import type { Edition } from "../outcomes/outcome.ts";
import { plainDate } from "../plain-date.ts";
import { aHistory, aRemedy } from "../testing.ts";
import { COLUMNS, listResultRows, REMEDY_COLUMNS } from "./table-rows.ts";
import { tallyCases } from "./tally-cases.ts";

const calendar = officialCalendar();
const on = plainDate;
const tally = (files: readonly (ApplicationCase | RemedyCase)[], year: number, edition: Edition = "2021") =>
  tallyCases(files, year, edition, { calendar }).cells;

/** The figures that are not 0. */
function figures(cells: Readonly<Record<string, number>>) {
  return Object.fromEntries(Object.entries(cells).filter(([key, figure]) => figure !== 0 && !key.includes(".total")));
}

function anApplication(...events: CaseEvent[]): ApplicationCase {
  return { kind: "application", applicant: { kind: "business" }, channel: "inPerson", events };
}

describe("an application", () => {
  const acrossYears = anApplication(
    { type: "submitted", on: on("2023-12-20") },
    { type: "replied", on: on("2024-01-10"), outcome: "nonexistent" },
  );

  test("is new in the year it is received, carried over, and counted in the year it is answered", () => {
    expect(figures(tally([acrossYears], 2023))).toEqual({ "t3.new.business": 1, "t3.carriedOut.business": 1 });
    expect(figures(tally([acrossYears], 2024))).toEqual({ "t3.carriedIn.business": 1, "t3.unavailable.notHeld.business": 1 });
    expect(figures(tally([acrossYears], 2022))).toEqual({});
    expect(figures(tally([acrossYears], 2025))).toEqual({});
  });

  test("counts as other handling in the one row of 2019 and in its own row of 2021", () => {
    const withdrawn = anApplication({ type: "submitted", on: on("2020-03-02") }, { type: "withdrawn", on: on("2020-03-03") });
    expect(figures(tally([withdrawn], 2020, "2019"))).toEqual({ "t3.new.business": 1, "t3.otherHandling.business": 1 });
    expect(figures(tally([withdrawn], 2020, "2021"))).toEqual({ "t3.new.business": 1, "t3.otherHandling.misc.business": 1 });
  });

  test("waiting for a correction at the end of the year is carried over", () => {
    const waiting = anApplication(
      { type: "submitted", on: on("2024-12-20") },
      { type: "correctionAsked", on: on("2024-12-25"), by: on("2025-01-10") },
    );
    expect(figures(tally([waiting], 2024))).toEqual({ "t3.new.business": 1, "t3.carriedOut.business": 1 });
  });

  test("that nobody confirmed is not counted", () => {
    const unconfirmed: ApplicationCase = { ...anApplication({ type: "submitted", on: on("2024-03-01") }), channel: "internet" };
    expect(figures(tally([unconfirmed], 2024))).toEqual({});
  });

  test("has one result: the last of the year when reopened within it, none when reopened in a later one", () => {
    const answered: CaseEvent[] = [
      { type: "submitted", on: on("2024-03-01") },
      { type: "replied", on: on("2024-03-10"), outcome: "denied.process" },
    ];
    const within = anApplication(
      ...answered,
      { type: "reopened", on: on("2024-06-01") },
      { type: "replied", on: on("2024-06-10"), outcome: "granted" },
    );
    expect(figures(tally([within], 2024))).toEqual({ "t3.new.business": 1, "t3.granted.business": 1 });
    const later = anApplication(
      ...answered,
      { type: "reopened", on: on("2025-06-01") },
      { type: "replied", on: on("2025-06-10"), outcome: "granted" },
    );
    expect(figures(tally([later], 2024))).toEqual({ "t3.new.business": 1, "t3.denied.process.business": 1 });
    expect(figures(tally([later], 2025))).toEqual({});
  });
});

test("a lawsuit is pending at the end of each year until it is concluded, then counts by its result", () => {
  const suit: RemedyCase = {
    kind: "remedy",
    remedy: "litigationDirect",
    events: [
      { type: "filed", on: on("2022-11-01") },
      { type: "decided", on: on("2024-02-01"), result: "corrected" },
    ],
  };
  expect([2021, 2022, 2023, 2024, 2025].map((year) => figures(tally([suit], year)))).toEqual([
    {},
    { "t4.litigationDirect.pending": 1 },
    { "t4.litigationDirect.pending": 1 },
    { "t4.litigationDirect.corrected": 1 },
    {},
  ]);
});

test("the tables have every cell of their edition", () => {
  expect(Object.keys(tally([], 2020, "2019"))).toHaveLength(161 + 15);
  expect(Object.keys(tally([], 2021, "2021"))).toHaveLength(175 + 15);
});

test("T3-1, T3-2, T3-3, T4-1 and Y-1 hold for any histories", () => {
  fc.assert(
    fc.property(
      fc.array(aHistory, { maxLength: 12 }),
      fc.array(aRemedy, { maxLength: 6 }),
      fc.constantFrom<Edition>("2019", "2021"),
      (applications, remedies, edition) => {
        let previous: Readonly<Record<string, number>> | undefined;
        for (let year = 2019; year <= 2029; year++) {
          const cells = tally([...applications, ...remedies], year, edition);
          const at = (row: string, column: string) => cells[`t3.${row}.${column}`] ?? Number.NaN;
          for (const column of COLUMNS) {
            expect(at("new", column) + at("carriedIn", column)).toBe(at("total", column) + at("carriedOut", column));
            expect(sum(listResultRows(edition).map((row) => at(row, column)))).toBe(at("total", column));
            if (previous !== undefined) expect(at("carriedIn", column)).toBe(previous[`t3.carriedOut.${column}`]);
          }
          for (const row of ["new", "carriedIn", ...listResultRows(edition), "total", "carriedOut"])
            expect(sum(COLUMNS.slice(0, -1).map((column) => at(row, column)))).toBe(at(row, "total"));
          for (const remedy of ["reconsideration", "litigationDirect", "litigationAfter"])
            expect(sum(REMEDY_COLUMNS.slice(0, -1).map((column) => cells[`t4.${remedy}.${column}`] ?? Number.NaN))).toBe(
              cells[`t4.${remedy}.total`],
            );
          previous = cells;
        }
      },
    ),
    { numRuns: 120 },
  );
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => one + other, 0);
}

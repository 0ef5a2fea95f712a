import { expect, test } from "vitest";
import { createCalendar } from "../calendar/calendar.ts";
import { OFFICIAL_YEARS, officialCalendar } from "../calendar/official-calendar.ts";
import type { CaseEvent } from "../case/case-file.ts";
import { plainDate } from "../plain-date.ts";
import { compareDueDates } from "./compare-due-dates.ts";
import { listRunningLimits } from "./running-limits.ts";

const on = plainDate;
const before = officialCalendar();
/** A notice for 2027 that bridges to Monday 4 January and makes up for it on Saturday the 30th. */
const after = createCalendar([
  ...OFFICIAL_YEARS,
  {
    year: 2027,
    notices: [{ title: "2027年放假通知", number: "〔2026〕1号", publishedOn: "2026-11-20" }],
    holidays: { [on("2027-01-01")]: "元旦", [on("2027-01-04")]: "元旦" },
    workDays: { [on("2027-01-30")]: "元旦" },
  },
]);
const caseOf = (number: string, ...events: CaseEvent[]) => ({ number, channel: "inPerson", events }) as const;
const submitted = (date: string): CaseEvent => ({ type: "submitted", on: on(date) });
const letter: CaseEvent = { type: "consultationSent", on: on("2026-12-20"), with: "thirdParty", id: "a", receivedOn: on("2026-12-21") };

test("a notice moves the limits that run through its year, and tells both dates and the days that make the difference", () => {
  const cases = [
    caseOf("1", submitted("2026-12-25")),
    caseOf("2", submitted("2026-11-02")), // due before the year begins
    caseOf("3", submitted("2026-12-14"), letter), // waits for the third party
    caseOf("4", submitted("2026-12-25"), { type: "replied", on: on("2026-12-28"), outcome: "granted" }),
  ];
  const moved = compareDueDates(cases, { before, after, today: on("2026-12-30") });
  expect(moved.map(({ case: { number }, rule, id, before: was, after: is }) => [number, rule, id, was?.on, is?.on])).toEqual([
    ["1", "reply", undefined, "2027-01-25", "2027-01-26"],
    ["1", "correction-notice", undefined, "2027-01-06", "2027-01-07"],
    ["3", "third-party-opinion", "a", "2027-01-12", "2027-01-13"],
  ]);
  expect(moved[0]).toMatchObject({
    before: { provisional: true, text: "答复期限：自2026年12月25日的次日起计算，至2027年1月25日届满。" },
    after: { provisional: false, text: "答复期限：自2026年12月25日的次日起计算，至2027年1月26日届满。" },
    days: [{ date: "2027-01-04", before: { works: true }, after: { works: false, name: "元旦" } }],
  });
});

test("the same calendar moves nothing", () => {
  expect(compareDueDates([caseOf("1", submitted("2026-12-25"))], { before, after: before, today: on("2026-12-30") })).toEqual([]);
});

test("the limits that run: the answer, the notice to correct, each consultation, the payment", () => {
  const rules = (today: string, ...events: CaseEvent[]) =>
    listRunningLimits(caseOf("1", ...events), { today: on(today), calendar: before }).map(({ rule, on: date }) => [rule, date]);
  expect(rules("2026-03-10", submitted("2026-03-02"))).toEqual([
    ["reply", "2026-03-30"],
    ["correction-notice", "2026-03-11"],
  ]);
  expect(rules("2026-03-12", submitted("2026-03-02"))).toEqual([["reply", "2026-03-30"]]);
  const noticed: CaseEvent = { type: "feeNotified", on: on("2026-03-13"), amount: 380, receivedOn: on("2026-03-16") };
  expect(rules("2026-03-20", submitted("2026-03-02"), noticed)).toEqual([["fee-payment", "2026-04-14"]]);
});

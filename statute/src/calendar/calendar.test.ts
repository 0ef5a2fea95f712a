import { describe, expect, test } from "vitest";
import { addDays, plainDate } from "../plain-date.ts";
import { createCalendar } from "./calendar.ts";
import { parseCalendarYear } from "./calendar-year.ts";
import { OFFICIAL_YEARS, officialCalendar } from "./official-calendar.ts";
import { addWorkingDays, countWorkingDays, explainDeadline, mergePauses } from "./working-days.ts";

const calendar = officialCalendar();

describe("the calendar of 2026 (国办发明电〔2025〕7号)", () => {
  const spans = [
    ["01-01", "01-03"],
    ["02-15", "02-23"],
    ["04-04", "04-06"],
    ["05-01", "05-05"],
    ["06-19", "06-21"],
    ["09-25", "09-27"],
    ["10-01", "10-07"],
  ];
  const off = new Set(
    spans.flatMap(([from, to]) => {
      const days = [];
      for (let day = plainDate(`2026-${from}`); day <= `2026-${to}`; day = addDays(day, 1)) days.push(day);
      return days;
    }),
  );
  const worked = new Set(["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"].map((day) => plainDate(`2026-${day}`)));

  test("works on every day of the notice and no other", () => {
    for (let day = plainDate("2026-01-01"); day <= "2026-12-31"; day = addDays(day, 1)) {
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      const works = worked.has(day) || (!off.has(day) && weekday !== 0 && weekday !== 6);
      expect([day, calendar.describeDay(day).works]).toEqual([day, works]);
    }
  });
});

test("the extension of the Spring Festival of 2020 is in the calendar: Saturday 1 February is off, not worked", () => {
  expect(calendar.describeDay(plainDate("2020-01-31"))).toMatchObject({ works: false, kind: "holiday" });
  expect(calendar.describeDay(plainDate("2020-02-01"))).toMatchObject({ works: false });
  expect(calendar.describeDay(plainDate("2020-01-19"))).toMatchObject({ works: true, kind: "makeUp" });
});

test("every year that comes with the program names its notice, and its worked days are weekends", () => {
  expect(calendar.years).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
  for (const { year, notices, workDays } of OFFICIAL_YEARS) {
    expect(notices[0]?.title).toContain(`${year}年`);
    for (const day of Object.keys(workDays)) expect([0, 6]).toContain(new Date(`${day}T00:00:00Z`).getUTCDay());
  }
});

describe("a year without a notice", () => {
  test("has its statutory holidays off, and is marked as assumed", () => {
    expect(calendar.describeDay(plainDate("2027-01-01"))).toMatchObject({ works: false, assumed: true });
    expect(calendar.describeDay(plainDate("2027-02-05"))).toMatchObject({ works: false, name: "春节" });
    expect(calendar.describeDay(plainDate("2027-06-09"))).toMatchObject({ works: false, name: "端午节" });
  });

  test("makes a limit provisional that runs into it; its notice, added as data, settles the date", () => {
    const before = explainDeadline(calendar, plainDate("2026-12-25"), 20);
    expect(before).toMatchObject({ ok: true, value: { on: "2027-01-25", provisional: true } });
    const notice = parseCalendarYear({
      year: 2027,
      notices: [{ title: "放假通知", number: "〔2026〕1号", publishedOn: "2026-11-20" }],
      holidays: { "2027-01-01": "元旦", "2027-01-04": "元旦" },
      workDays: { "2027-01-09": "元旦" },
    });
    expect(notice.ok).toBe(true);
    if (!notice.ok) return;
    const after = explainDeadline(createCalendar([...OFFICIAL_YEARS, notice.value]), plainDate("2026-12-25"), 20);
    expect(after).toMatchObject({ ok: true, value: { on: "2027-01-25", provisional: false } });
  });
});

describe("a calendar from outside", () => {
  const good = {
    year: 2027,
    notices: [{ title: "t", number: "n", publishedOn: "2026-11-20" }],
    holidays: { "2027-01-01": "元旦" },
    workDays: {},
  };
  test.each([
    [null, "not-a-calendar"],
    [{ ...good, holidays: { "2027-02-30": "元旦" } }, "not-a-calendar"],
    [{ ...good, holidays: { "2028-01-01": "元旦" } }, "day-outside-year"],
    [{ ...good, holidays: {} }, "no-holidays"],
    [{ ...good, notices: [] }, "no-notice"],
  ])("is refused when wrong: %j", (value, refusal) => {
    expect(parseCalendarYear(value)).toEqual({ ok: false, refusal });
  });
});

describe("counting", () => {
  test("leaves out the day it starts from and the days of overlapping pauses, once", () => {
    const pauses = [
      { after: plainDate("2026-03-09"), upTo: plainDate("2026-03-20") },
      { after: plainDate("2026-03-13"), upTo: plainDate("2026-03-18") },
    ];
    expect(mergePauses(pauses)).toEqual(pauses.slice(0, 1));
    expect(addWorkingDays(calendar, plainDate("2026-03-02"), 20, pauses)).toBe("2026-04-13");
    expect(countWorkingDays(calendar, plainDate("2026-03-02"), plainDate("2026-03-25"), pauses)).toBe(8);
  });

  test("tells every day, counted or skipped, with its reason", () => {
    const deadline = explainDeadline(calendar, plainDate("2026-02-12"), 2);
    expect(deadline.ok && deadline.value.days.map(({ date, counts, kind }) => [date, counts, kind])).toEqual([
      ["2026-02-13", true, "weekday"],
      ["2026-02-14", true, "makeUp"],
    ]);
  });

  test.each([0, -1, 1.5, 5001, Number.NaN])("refuses a limit of %d days", (days) => {
    expect(explainDeadline(calendar, plainDate("2026-03-02"), days)).toEqual({ ok: false, refusal: "not-a-length" });
  });

  test("refuses a limit that leaves the calendar", () => {
    expect(explainDeadline(calendar, plainDate("2199-12-20"), 20)).toEqual({ ok: false, refusal: "beyond-calendar" });
  });
});

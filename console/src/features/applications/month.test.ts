import { officialCalendar } from "@gongkai/statute";
import { expect, test } from "vitest";
import { layOutMonth, moveMonth } from "./month.ts";

test("a month is whole weeks from Monday on, with days off and what is due", () => {
  const weeks = layOutMonth(
    "2026-02",
    [
      { dueOn: "2026-02-14", name: "甲" },
      { dueOn: null, name: "乙" },
    ],
    officialCalendar(),
  );
  expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7]);
  expect(weeks[0]?.[0]).toMatchObject({ date: "2026-01-26", isInMonth: false });
  const days = weeks.flat();
  // 14 February is a Saturday that is worked, 16 February a Monday of Spring Festival.
  expect(days.find(({ date }) => date === "2026-02-14")).toMatchObject({ isWorkingDay: true, items: [{ name: "甲" }] });
  expect(days.find(({ date }) => date === "2026-02-16")).toMatchObject({ isWorkingDay: false, items: [] });
});

test("months follow each other across the year", () => {
  expect(moveMonth("2026-12", 1)).toBe("2027-01");
  expect(moveMonth("2026-01", -1)).toBe("2025-12");
});

import { describe, expect, test } from "vitest";
import { addDays, addMonths, dateOfDay, dayNumber, daysBetween, isPlainDate, parsePlainDate, plainDate, weekdayOf } from "./plain-date.ts";

describe("a date", () => {
  test.each([
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "1900-02-29",
    "2026-3-2",
    "2026-03-02T00:00",
    " 2026-03-02",
    "1899-12-31",
    "2200-01-01",
    "",
  ])("is not %j", (text) => {
    expect(parsePlainDate(text)).toEqual({ ok: false, refusal: "not-a-date" });
  });

  test.each(["2024-02-29", "2000-02-29", "1900-01-01", "2199-12-31"])("is %s", (text) => {
    expect(isPlainDate(text)).toBe(true);
  });

  test("has the day number and weekday of the machine's own calendar, for every day of three centuries", () => {
    const wrong: string[] = [];
    for (let day = dayNumber(plainDate("1900-01-01")); day <= dayNumber(plainDate("2199-12-31")); day++) {
      const instant = new Date(day * 86_400_000);
      const date = dateOfDay(day);
      const isRight = date === instant.toISOString().slice(0, 10) && dayNumber(date) === day && weekdayOf(date) % 7 === instant.getUTCDay();
      if (!isRight) wrong.push(date);
    }
    expect(wrong).toEqual([]);
  });

  test("moves by days and by months, staying within the month", () => {
    expect(addDays(plainDate("2026-02-28"), 1)).toBe("2026-03-01");
    expect(addMonths(plainDate("2025-08-31"), 6)).toBe("2026-02-28");
    expect(addMonths(plainDate("2026-12-15"), 1)).toBe("2027-01-15");
    expect(daysBetween(plainDate("2026-03-02"), plainDate("2026-05-01"))).toBe(60);
  });
});

import { CalendarContent } from "@gongkai/server/contract";
import { OFFICIAL_YEARS } from "@gongkai/statute";
import { describe, expect, test } from "vitest";
import { contentOf, draftOf, parseYearJson } from "./year-draft.ts";

describe("a year of the calendar in the form", () => {
  test.each([...OFFICIAL_YEARS].map((year) => ({ year: year.year, content: year })))(
    "$year is sent as it was read",
    ({ year, content }) => {
      const known = { ...content, notices: content.notices.map(({ title, number, publishedOn }) => ({ title, number, publishedOn })) };
      expect(contentOf(year, draftOf(year, known), known)).toEqual({
        year,
        notices: known.notices,
        holidays: known.holidays,
        workDays: known.workDays,
      });
    },
  );

  test("a new one offers the holidays every year has, and leaves out those without a date", () => {
    const draft = draftOf(2027, undefined);
    expect(draft.holidays.map(({ name }) => name)).toContain("国庆节");
    const filled = {
      ...draft,
      publishedOn: "2026-11-05",
      holidays: [{ name: "元旦", from: "2027-01-01", until: "2027-01-03" }, ...draft.holidays],
    };
    const content = contentOf(2027, filled, undefined);
    expect(content.holidays).toEqual({ "2027-01-01": "元旦", "2027-01-02": "元旦", "2027-01-03": "元旦" });
    expect(CalendarContent.safeParse(content).success).toBe(true);
  });

  test("JSON that is none, or something else, is refused in a sentence", () => {
    expect(parseYearJson("{")).toMatchObject({ ok: false, message: expect.stringContaining("JSON") });
    expect(parseYearJson("[]")).toMatchObject({ ok: false, message: expect.stringContaining("holidays") });
    expect(parseYearJson('{"year":2027,"holidays":{}}')).toMatchObject({ ok: true });
  });
});

import { officialCalendar, plainDate } from "@gongkai/statute";
import { describe, expect, test } from "vitest";
import { isNarrowed, ItemFilter, toItemQuery } from "./item-filter.ts";

const calendar = officialCalendar();
const friday = plainDate("2026-03-06");

describe("the list's filters", () => {
  test("leave out of the address what cannot be read", () => {
    expect(ItemFilter.parse({ state: "approved", attribute: "secret", page: "2", entry: "x" })).toEqual({ state: "approved", page: 2 });
  });

  test.each([
    ["overdue", { dueBy: "2026-03-05" }],
    ["soon", { dueBy: "2026-03-11" }],
    ["open", { dueBy: "2099-12-31" }],
    ["review", { reviewAgainBy: "2026-03-06" }],
  ] as const)("ask for %s by the day it is", (due, asked) => {
    expect(toItemQuery({ due }, friday, calendar)).toEqual(asked);
  });

  test("on the first of March overdue means until the last of February", () => {
    expect(toItemQuery({ due: "overdue" }, plainDate("2028-03-01"), calendar)).toEqual({ dueBy: "2028-02-29" });
  });

  test("a page alone narrows nothing", () => {
    expect([isNarrowed({ page: 3 }), isNarrowed({ text: "低保" })]).toEqual([false, true]);
  });
});

import { describe, expect, test } from "vitest";
import { plainDate } from "../plain-date.ts";
import { FEE_BY_ITEMS, FEE_BY_PAGES, listItemFees, priceOfUnit } from "./fees.ts";

test.each([
  [10, 0],
  [11, 100],
  [30, 100],
  [31, 200],
  [40, 200],
  [41, 300],
  [51, 400],
])("item %i of a month costs %i yuan", (n, yuan) => {
  expect(priceOfUnit(FEE_BY_ITEMS, n)).toBe(yuan);
});

test.each([
  [30, 0],
  [31, 10],
  [100, 10],
  [101, 20],
  [200, 20],
  [201, 40],
])("page %i costs %i yuan", (n, yuan) => {
  expect(priceOfUnit(FEE_BY_PAGES, n)).toBe(yuan);
});

describe("the fee by items", () => {
  test("counts each applicant and each calendar month apart, in order of receipt", () => {
    const of = (applicant: string, day: string, count: number) =>
      Array.from({ length: count }, () => ({ applicant, receivedOn: plainDate(day) }));
    const fees = listItemFees([
      ...of("甲", "2026-03-31", 2),
      ...of("甲", "2026-03-01", 10),
      ...of("乙", "2026-03-15", 10),
      ...of("甲", "2026-04-01", 10),
    ]);
    expect(fees.slice(0, 2)).toEqual([100, 100]);
    expect(fees.slice(2).every((yuan) => yuan === 0)).toBe(true);
  });
});

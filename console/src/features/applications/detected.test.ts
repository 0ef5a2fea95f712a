import { expect, test } from "vitest";
import { isMass } from "./detected.ts";

const few = { month: "2026-03", inMonth: 2, place: 1, inYear: 6, itemFee: 0, monthFee: 0, scheme: "", cites: "" };

test("a handful of applications is nobody's business; many in a month, in a year, or with a fee are pointed out", () => {
  expect(isMass(few)).toBe(false);
  expect(isMass({ ...few, inMonth: 5 })).toBe(true);
  expect(isMass({ ...few, inYear: 20 })).toBe(true);
  expect(isMass({ ...few, monthFee: 100 })).toBe(true);
});

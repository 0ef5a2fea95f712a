import { expect, test } from "vitest";
import { nextStep } from "./steps.ts";

test.each([
  { state: "received", toldOn: null, next: "check" },
  { state: "checked", toldOn: null, next: "decision" },
  { state: "refused", toldOn: null, next: "delivery" },
  { state: "transferred", toldOn: "2026-03-02", next: undefined },
] as const)("after $state (told: $toldOn) comes $next", ({ next, ...record }) => {
  expect(nextStep(record)).toBe(next);
});

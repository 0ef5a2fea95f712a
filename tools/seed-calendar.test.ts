import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { composeYear } from "./seed-calendar.ts";

test.each([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])("the calendar of %i is what the data package says", (year) => {
  const committed: unknown = JSON.parse(readFileSync(join(import.meta.dirname, `../statute/src/calendar/years/${year}.json`), "utf8"));
  expect(committed).toEqual(composeYear(year));
});

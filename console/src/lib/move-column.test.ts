import { expect, test } from "vitest";
import { moveColumn } from "./move-column.ts";

test("a column serves one field only: the field that had it loses it", () => {
  const chosen = { number: 1, title: 4, outcome: 6 };
  expect(moveColumn<"number" | "title" | "outcome" | "description">(chosen, "description", 4)).toEqual({
    number: 1,
    outcome: 6,
    description: 4,
  });
  expect(moveColumn(chosen, "title", undefined)).toEqual({ number: 1, outcome: 6 });
});

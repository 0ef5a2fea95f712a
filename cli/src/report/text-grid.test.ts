import { expect, test } from "vitest";
import { drawTextGrid, measureWidth } from "./text-grid.ts";

test("columns stand straight when Chinese and figures are mixed", () => {
  const lines = drawTextGrid({
    head: ["项目", "总计"],
    rows: [
      ["自然人", "7"],
      ["a", "12345678"],
    ],
  }).split("\n");
  expect(new Set(lines.map(measureWidth)).size).toBe(1);
});

test("a long label goes on in the next line, under its own indent", () => {
  const grid = drawTextGrid({ head: ["项目", "数"], rows: [[`  ${"长".repeat(30)}`, "1"]] });
  expect(grid).toMatch(/\|   长{19} \|  1 \|\n\|   长{11} +\| +\|/);
});

import { expect, test } from "vitest";
import { countOutcomes, shareOnTime } from "./chart-options.ts";

test("outcomes are counted by row of table 3, the most first, empty ones left out", () => {
  const cells = { "t3.granted.total": 3, "t3.unavailable.notHeld.total": 5, "t3.denied.secret.total": 0, "t3.granted.natural": 3 };
  expect(countOutcomes({ cells, edition: "2021" }).map(({ label, count }) => [label, count])).toEqual([
    ["本机关不掌握相关政府信息", 5],
    ["予以公开", 3],
  ]);
});

test("the share in time is a percentage, or nothing where nothing was answered", () => {
  expect(shareOnTime({ answered: 8, late: 1 })).toBe(87.5);
  expect(shareOnTime({ answered: 0, late: 0 })).toBeUndefined();
});

import { expect, test } from "vitest";
import { findPassage } from "./find-passage.ts";

const text = "前言\n第一行 | 1 | 2\n第二行 | 3 | 4\n第三行 | 5 | 6\n后记";
const at = (raw: string) => ({ start: text.indexOf(raw), end: text.indexOf(raw) + raw.length });

test("shows a figure with the text before and after it", () => {
  const passage = findPassage([{ start: 0, text }], at("3"));
  expect(passage?.raw).toBe("3");
  expect(passage?.before.endsWith("第二行 | ")).toBe(true);
  expect(passage?.after.startsWith(" | 4\n第三行")).toBe(true);
});

test("begins and ends with whole lines", () => {
  const passage = findPassage([{ start: 0, text }], at("3"));
  expect(passage?.before.startsWith("第一行")).toBe(true);
  expect(passage?.after.endsWith("6")).toBe(true);
});

test("marks the place of an empty cell", () => {
  const start = text.indexOf(" | 4");
  expect(findPassage([{ start: 0, text }], { start, end: start })).toMatchObject({ raw: "", after: expect.stringMatching(/^ \| 4/) });
});

test("says nothing of what no piece holds", () => {
  expect(findPassage([{ start: 10, text: "别处" }], at("3"))).toBeUndefined();
});

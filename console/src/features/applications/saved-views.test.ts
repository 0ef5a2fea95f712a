import { expect, test } from "vitest";
import { addView, readViews } from "./saved-views.ts";

test("views come back as they were kept, and rubbish is no view", () => {
  const views = addView([], { name: "我的补正件", filter: { mine: true, state: "awaitingCorrection" } });
  expect(readViews(JSON.stringify(views))).toEqual(views);
  expect(readViews("{")).toEqual([]);
  expect(readViews(null)).toEqual([]);
});

test("a view of the same name is replaced", () => {
  const once = addView([], { name: "甲", filter: { mine: true } });
  expect(addView(once, { name: "甲", filter: { overdue: true } })).toEqual([{ name: "甲", filter: { overdue: true } }]);
});

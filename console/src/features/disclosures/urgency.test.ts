import { officialCalendar, plainDate } from "@gongkai/statute";
import { expect, test } from "vitest";
import { lastDayFor, sayLimit } from "./entry-limit.ts";
import { publicationClock } from "./urgency.ts";

const calendar = officialCalendar();
const today = plainDate("2026-03-06"); // a Friday

test.each([
  ["2026-03-03", { urgency: "overdue", words: "逾期 3 个工作日" }],
  ["2026-03-06", { urgency: "today", words: "今天到期" }],
  ["2026-03-11", { urgency: "soon", words: "还剩 3 个工作日" }],
  ["2026-03-12", { urgency: "later", words: "还剩 4 个工作日" }],
])("a limit on %s is told in working days", (dueOn, clock) => {
  expect(publicationClock({ dueOn, state: "drafted", attribute: null, publishedAt: null }, today, calendar)).toEqual(clock);
});

test("without a limit it says why there is none", () => {
  const about = { dueOn: null, publishedAt: null };
  expect(publicationClock({ ...about, state: "approved", attribute: "withheld" }, today, calendar).words).toBe("不主动公开");
  expect(publicationClock({ ...about, state: "withdrawn", attribute: "proactive" }, today, calendar).words).toBe("已撤回");
});

test.each([
  ["3 working days", { limitKind: "workingDays", limitDays: 3 }, "2026-03-11", "3个工作日"],
  ["the month", { limitKind: "month", limitDays: null }, "2026-03-31", "当月内"],
  ["every two weeks", { limitKind: "fortnight", limitDays: null }, "2026-03-20", "每两周"],
  ["the quarter, but the law's 20 working days are sooner", { limitKind: "quarter", limitDays: null }, "2026-03-31", "当季度内"],
] as const)("an entry of %s makes a last day", (_words, limit, on, words) => {
  expect(lastDayFor(limit, "2026-03-06", "general", calendar)?.on).toBe(on);
  expect(sayLimit(limit)).toBe(words);
});

test("without a date there is no last day yet", () => {
  expect(lastDayFor({ limitKind: "workingDays", limitDays: 7 }, "", "general", calendar)).toBeUndefined();
});

import { expect, test } from "vitest";
import { sayDaysLeft } from "./say-days-left.ts";

test.each([
  { urgency: "overdue", daysLeft: -2, says: "逾期 2 个工作日" },
  { urgency: "overdue", daysLeft: null, says: "已逾期" },
  { urgency: "today", daysLeft: 0, says: "今天到期" },
  { urgency: "soon", daysLeft: 2, says: "还剩 2 个工作日" },
  { urgency: "later", daysLeft: null, says: "无期限" },
] as const)("$urgency with $daysLeft days left is said as $says", ({ says, ...item }) => {
  expect(sayDaysLeft(item)).toBe(says);
});

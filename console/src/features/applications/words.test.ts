import { expect, test } from "vitest";
import { sayLeft, sayRole } from "./words.ts";

test.each([
  { urgency: "overdue", leftDays: -2, state: "handling", says: "逾期 2 个工作日" },
  { urgency: "today", leftDays: 0, state: "approval", says: "今天到期" },
  { urgency: "soon", leftDays: 3, state: "handling", says: "还剩 3 个工作日" },
  { urgency: "paused", leftDays: 9, state: "consulting", says: "征求意见，暂停计算" },
  { urgency: "paused", leftDays: null, state: "awaitingFee", says: "等待缴费，停止计算" },
  { urgency: "done", leftDays: null, state: "delivered", says: "已办结" },
] as const)("$urgency in $state with $leftDays days left is said as $says", ({ says, ...due }) => {
  expect(sayLeft({ ...due, dueOn: "2026-03-30" })).toBe(says);
});

test("a role is called as the office calls it", () => {
  expect(sayRole("officeHead")).toBe("政府信息公开工作机构负责人");
});

import type { TodayItem } from "@gongkai/server/contract";

/** How much time is left, in working days, as one would say it. */
export function sayDaysLeft({ urgency, daysLeft }: Pick<TodayItem, "urgency" | "daysLeft">): string {
  if (urgency === "overdue") return daysLeft === null || daysLeft === 0 ? "已逾期" : `逾期 ${Math.abs(daysLeft)} 个工作日`;
  if (urgency === "today") return "今天到期";
  return daysLeft === null ? "无期限" : `还剩 ${daysLeft} 个工作日`;
}

import { type Calendar, countWorkingDays, type PlainDate } from "@gongkai/statute";

/** Working days until a limit; 0 on its day, below 0 when it has passed. */
export function daysLeftUntil(dueOn: PlainDate, today: PlainDate, calendar: Calendar): number {
  return dueOn >= today ? countWorkingDays(calendar, today, dueOn) : -Math.max(1, countWorkingDays(calendar, dueOn, today));
}

import type { CountedDay } from "../calendar/working-days.ts";
import { type PlainDate, weekdayOf } from "../plain-date.ts";

const WEEKDAYS = ["", "周一", "周二", "周三", "周四", "周五", "周六", "周日"];

/** 周一 to 周日. */
export function describeWeekday(date: PlainDate): string {
  return WEEKDAYS[weekdayOf(date)] ?? "";
}

/** Why a day counts or not, in a few words: `周六，春节调休上班`. */
export function describeDay({ date, kind, name = "", assumed, paused, works }: CountedDay): string {
  const weekday = describeWeekday(date);
  const unsure = assumed ? "（暂定：放假安排未公布）" : "";
  if (paused && works) return `${weekday}，征求意见期间不计`;
  switch (kind) {
    case "weekday":
      return `${weekday}，工作日${unsure}`;
    case "weekend":
      return `${weekday}，休息日${unsure}`;
    case "holiday":
      return `${weekday}，${name}放假${unsure}`;
    case "makeUp":
      return `${weekday}，${name}调休上班`;
  }
}

/** A day of a limit as programs get it. */
export interface ToldDay {
  readonly date: string;
  readonly counts: boolean;
  readonly reason: string;
}

/** The days of a limit, each with its reason, as `gongkai deadline --json` prints them. */
export function tellDays(days: readonly CountedDay[]): readonly ToldDay[] {
  return days.map((day) => ({ date: day.date, counts: day.counts, reason: describeDay(day) }));
}

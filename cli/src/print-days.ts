import { type CountedDay, weekdayOf } from "@gongkai/statute";

const WEEKDAYS = ["", "周一", "周二", "周三", "周四", "周五", "周六", "周日"];

/** Why a day counts or not, in a few words. */
export function reasonOf({ date, kind, name = "", assumed, paused, works }: CountedDay): string {
  const weekday = WEEKDAYS[weekdayOf(date)] ?? "";
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

/** A line for each day: those that count carry their number. */
export function printDays(days: readonly CountedDay[]): string {
  let number = 0;
  return days.map((day) => `  ${day.date}  ${day.counts ? `第${++number}日` : "不计"}  ${reasonOf(day)}\n`).join("");
}

/** The days as `--json` prints them. */
export function daysAsJson(
  days: readonly CountedDay[],
): readonly { readonly date: string; readonly counts: boolean; readonly reason: string }[] {
  return days.map((day) => ({ date: day.date, counts: day.counts, reason: reasonOf(day) }));
}

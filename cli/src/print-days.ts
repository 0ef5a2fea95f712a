import { type CountedDay, describeDay } from "@gongkai/statute";

/** A line for each day: those that count carry their number. */
export function printDays(days: readonly CountedDay[]): string {
  let number = 0;
  return days.map((day) => `  ${day.date}  ${day.counts ? `第${++number}日` : "不计"}  ${describeDay(day)}\n`).join("");
}

import { readFile } from "node:fs/promises";
import { type Calendar, type CalendarRefusal, createCalendar, OFFICIAL_YEARS, officialCalendar, parseCalendarYear } from "@gongkai/statute";
import type { Given, Option } from "./command.ts";

/** The option that adds a year to the calendar, for notices newer than the program. */
export const CALENDAR_OPTION: Option = {
  form: "--calendar <文件>",
  does: "补充或替换一个年份的放假安排（JSON，格式同 statute/src/calendar/years/2026.json）",
};

const REFUSALS = {
  "not-a-calendar": "内容不是放假安排",
  "day-outside-year": "有日期不在该年度之内",
  "no-holidays": "没有列出放假日",
  "no-notice": "没有注明放假通知",
} as const satisfies Record<CalendarRefusal, string>;

/** The calendar a command is to use, or what is wrong with the file it was given. */
export async function readCalendar(given: Given): Promise<Calendar | { readonly problem: string }> {
  const path = given.options["calendar"];
  if (typeof path !== "string") return officialCalendar();
  try {
    const year = parseCalendarYear(JSON.parse(await readFile(path, "utf8")));
    return year.ok ? createCalendar([...OFFICIAL_YEARS, year.value]) : { problem: `${path}：${REFUSALS[year.refusal]}。` };
  } catch (error) {
    return { problem: `${path}：${error instanceof SyntaxError ? "不是有效的 JSON" : "无法打开文件"}。` };
  }
}

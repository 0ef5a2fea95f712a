import type { CalendarContent, CalendarYearEntry } from "@gongkai/server/contract";
import { isPlainDate } from "@gongkai/statute";
import type { z } from "zod";
import { groupDays, listDates } from "./group-days.ts";

/** A row of the table: a holiday from one day to another. */
export interface HolidayRow {
  readonly name: string;
  readonly from: string;
  readonly until: string;
}

export interface WorkDayRow {
  readonly date: string;
  readonly name: string;
}

/** A year as it stands in the form. */
export interface YearDraft {
  readonly title: string;
  readonly number: string;
  readonly publishedOn: string;
  readonly holidays: readonly HolidayRow[];
  readonly workDays: readonly WorkDayRow[];
}

const NAMES = ["元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"];

/** A year as known, or an empty one with the holidays every year has. */
export function draftOf(year: number, known: CalendarYearEntry["content"] | undefined): YearDraft {
  if (known === undefined) {
    const holidays = NAMES.map((name) => ({ name, from: "", until: "" }));
    return {
      title: `国务院办公厅关于${year}年部分节假日安排的通知`,
      number: "",
      publishedOn: "",
      holidays,
      workDays: [{ date: "", name: "" }],
    };
  }
  const [notice] = known.notices;
  return {
    title: notice?.title ?? "",
    number: notice?.number ?? "",
    publishedOn: notice?.publishedOn ?? "",
    holidays: groupDays(known.holidays).map(({ name, from, until }) => ({ name, from, until })),
    workDays: Object.entries(known.workDays)
      .map(([date, name]) => ({ date, name }))
      .toSorted((one, other) => (one.date < other.date ? -1 : 1)),
  };
}

/** What is sent of it; rows without a date are left out. A second notice of the year is kept as it was. */
export function contentOf(
  year: number,
  draft: YearDraft,
  known: CalendarYearEntry["content"] | undefined,
): z.input<typeof CalendarContent> {
  const days = draft.holidays.flatMap(({ name, from, until }) => {
    const last = until === "" ? from : until;
    return isPlainDate(from) && isPlainDate(last) ? listDates(from, last).map((date): [string, string] => [date, name.trim()]) : [];
  });
  const worked = draft.workDays.filter(({ date }) => isPlainDate(date)).map(({ date, name }): [string, string] => [date, name.trim()]);
  const { title, number, publishedOn } = draft;
  const more = (known?.notices ?? [])
    .slice(1)
    .map((notice) => ({ title: notice.title, number: notice.number, publishedOn: notice.publishedOn }));
  return {
    year,
    notices: [{ title, number, publishedOn }, ...more],
    holidays: Object.fromEntries(days),
    workDays: Object.fromEntries(worked),
  };
}

/** Reads the year from JSON in the shape of the years that come with the program; what is not that is said in Chinese. */
export function parseYearJson(
  text: string,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string } {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && "holidays" in value) return { ok: true, value };
    return { ok: false, message: "这不是放假安排：缺少 holidays。" };
  } catch {
    return { ok: false, message: "不是完整的 JSON，请检查括号、引号和逗号是否齐全。" };
  }
}

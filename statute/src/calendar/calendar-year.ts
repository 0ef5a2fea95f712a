import { isPlainDate, type PlainDate, yearOf } from "../plain-date.ts";
import type { Result } from "../result.ts";
import type { Confidence } from "../rule.ts";

/** The days off and the working weekends of one year, as the State Council's notices fix them. A new year is one more of these. */
export interface CalendarYear {
  readonly year: number;
  readonly notices: readonly CalendarNotice[];
  /** Days off by date, with the name of the holiday. */
  readonly holidays: Readonly<Record<PlainDate, string>>;
  /** Saturdays and Sundays that are worked, with the holiday they make up for. */
  readonly workDays: Readonly<Record<PlainDate, string>>;
}

export interface CalendarNotice {
  readonly title: string;
  readonly number: string;
  readonly publishedOn: string;
  /** `known`: number and date of the notice are not yet compared with its text. */
  readonly confidence?: Confidence;
}

/** Why a text or value is no calendar of a year. */
export type CalendarRefusal = "not-a-calendar" | "day-outside-year" | "no-holidays" | "no-notice";

/** Checks a calendar of one year that comes from outside (a file, a form), in the shape of `calendar/years/2026.json`. */
export function parseCalendarYear(value: unknown): Result<CalendarYear, CalendarRefusal> {
  if (!isRecord(value)) return { ok: false, refusal: "not-a-calendar" };
  const { year, notices, holidays, workDays } = value;
  if (typeof year !== "number" || !isRecord(holidays) || !isRecord(workDays)) return { ok: false, refusal: "not-a-calendar" };
  if (!Array.isArray(notices) || !notices.every(isNotice)) return { ok: false, refusal: "not-a-calendar" };
  if (notices.length === 0) return { ok: false, refusal: "no-notice" };
  if (Object.keys(holidays).length === 0) return { ok: false, refusal: "no-holidays" };
  if (!isDayTable(holidays) || !isDayTable(workDays)) return { ok: false, refusal: "not-a-calendar" };
  const days = [...Object.keys(holidays), ...Object.keys(workDays)];
  if (!days.every((day) => isPlainDate(day) && yearOf(day) === year)) return { ok: false, refusal: "day-outside-year" };
  return { ok: true, value: { year, notices, holidays, workDays } };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isNotice(value: unknown): value is CalendarNotice {
  return isRecord(value) && ["title", "number", "publishedOn"].every((key) => typeof value[key] === "string");
}

function isDayTable(days: Readonly<Record<string, unknown>>): days is Readonly<Record<PlainDate, string>> {
  return Object.entries(days).every(([day, name]) => isPlainDate(day) && typeof name === "string");
}

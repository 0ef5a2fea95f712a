import { addMonths, dateOfDay, dayNumber, type PlainDate, plainDate, weekdayOf, yearOf } from "../plain-date.ts";
import { listAssumedHolidays } from "./assumed-holidays.ts";
import type { CalendarYear } from "./calendar-year.ts";

/** What a day is to an office. `assumed`: its year's notice is not known, so this may still change. */
export interface CalendarDay {
  readonly date: PlainDate;
  readonly works: boolean;
  readonly kind: "weekday" | "weekend" | "holiday" | "makeUp";
  /** The holiday it belongs to, or makes up for. */
  readonly name?: string;
  readonly assumed: boolean;
}

/** Which days offices work: days counted since 1900, so that a question about any span is a subtraction. */
export interface Calendar {
  /** The years whose notice is known, ascending. */
  readonly years: readonly number[];
  describeDay(date: PlainDate): CalendarDay;
  /** Working days from the beginning of the calendar up to and including the date. */
  countUpTo(date: PlainDate): number;
  /** The date of the n-th working day since the beginning of the calendar. */
  findNth(n: number): PlainDate;
  isAnnounced(year: number): boolean;
}

const [FIRST_YEAR, LAST_YEAR] = [1900, 2199];
const FIRST_DAY = dayNumber(plainDate("1900-01-01"));
const DAYS = dayNumber(plainDate("2199-12-31")) - FIRST_DAY + 1;

/** A calendar of the years given; of all other years only the statutory holidays are assumed. A later entry for a year replaces an earlier one. */
export function createCalendar(years: readonly CalendarYear[]): Calendar {
  const announced = new Map(years.map((year) => [year.year, year]));
  const assumed = new Map<number, ReadonlyMap<PlainDate, string>>();
  const assume = (year: number) => {
    const known = assumed.get(year) ?? listAssumedHolidays(year);
    assumed.set(year, known);
    return known;
  };
  const describeDay = (date: PlainDate): CalendarDay => {
    const year = yearOf(date);
    const notice = announced.get(year);
    const isAssumed = notice === undefined;
    const holiday = notice === undefined ? assume(year).get(date) : notice.holidays[date];
    if (holiday !== undefined) return { date, works: false, kind: "holiday", name: holiday, assumed: isAssumed };
    const makeUp = notice?.workDays[date];
    if (makeUp !== undefined) return { date, works: true, kind: "makeUp", name: makeUp, assumed: isAssumed };
    const isWeekend = weekdayOf(date) > 5;
    return { date, works: !isWeekend, kind: isWeekend ? "weekend" : "weekday", assumed: isAssumed };
  };
  // The first day of the calendar is a Monday.
  const works = new Uint8Array(DAYS).map((_, index) => (index % 7 < 5 ? 1 : 0));
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    const notice = announced.get(year);
    const holidays = notice === undefined ? assume(year).keys() : daysOf(notice.holidays);
    for (const date of holidays) works[dayNumber(date) - FIRST_DAY] = 0;
    if (notice !== undefined) for (const date of daysOf(notice.workDays)) works[dayNumber(date) - FIRST_DAY] = 1;
  }
  const counts = new Int32Array(DAYS);
  const nth = new Int32Array(DAYS);
  // Written out when first asked for: the ends of limits fall on the same few hundred days again and again.
  const dates: PlainDate[] = [];
  for (let index = 0, count = 0; index < DAYS; index++) {
    if (works[index] === 1) nth[count++] = index;
    counts[index] = count;
  }
  return {
    years: [...announced.keys()].toSorted((one, other) => one - other),
    describeDay,
    countUpTo: (date) => counts[placeOf(date)] ?? 0,
    findNth: (n) => {
      const index = nth[n - 1];
      // The first day is a holiday, so 0 is what was never filled in.
      if (index === undefined || index === 0) throw new RangeError(`The calendar ends before working day ${n}`);
      return (dates[index] ??= dateOfDay(FIRST_DAY + index));
    },
    isAnnounced: (year) => announced.has(year),
  };
}

/** Place of the first day of each month since January 1900: to look it up is quicker than to work out leap years. */
const MONTHS = Int32Array.from(
  { length: (LAST_YEAR - FIRST_YEAR + 1) * 12 },
  (_, index) => dayNumber(addMonths(plainDate("1900-01-01"), index)) - FIRST_DAY,
);

function placeOf(date: PlainDate): number {
  const month = (date.charCodeAt(5) - 48) * 10 + date.charCodeAt(6) - 48;
  const day = (date.charCodeAt(8) - 48) * 10 + date.charCodeAt(9) - 48;
  return (MONTHS[(yearOf(date) - FIRST_YEAR) * 12 + month - 1] ?? Number.NaN) + day - 1;
}

function daysOf(table: Readonly<Record<PlainDate, string>>): readonly PlainDate[] {
  return Object.keys(table) as PlainDate[]; // the keys of such a table are dates
}

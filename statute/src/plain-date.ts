import type { Result } from "./result.ts";

/** A date of the civil calendar as `YYYY-MM-DD`, from 1900 to 2199; without time or zone, so two dates compare as strings. */
export type PlainDate = string & { readonly [brand]: true };
declare const brand: unique symbol;

const FORM = /^(\d{4})-(\d\d)-(\d\d)$/;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** Parses a date written as `YYYY-MM-DD`; `not-a-date` for another form, a day that does not exist, or a year outside 1900–2199. */
export function parsePlainDate(text: string): Result<PlainDate, "not-a-date"> {
  return isPlainDate(text) ? { ok: true, value: text } : { ok: false, refusal: "not-a-date" };
}

/** Whether the text is a date that exists, as `YYYY-MM-DD`. */
export function isPlainDate(text: unknown): text is PlainDate {
  if (typeof text !== "string") return false;
  const [, year, month, day] = FORM.exec(text) ?? [];
  if (year === undefined) return false;
  return Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR && exists(Number(year), Number(month), Number(day));
}

/**
 * A date written in the source.
 *
 * @example plainDate("2026-03-02")
 * @throws RangeError for a text that is no date: a bug of ours.
 */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`Not a date: ${text}`);
  return text;
}

/** Days since 1970-01-01. */
export function dayNumber(date: PlainDate): number {
  const year = yearOf(date);
  const month = digit(date, 5) * 10 + digit(date, 6);
  const day = digit(date, 8) * 10 + digit(date, 9);
  // Years that begin on 1 March have their leap day last (Howard Hinnant, days_from_civil).
  const shifted = month > 2 ? year : year - 1;
  const century = Math.floor(shifted / 400);
  const yearOfCentury = shifted - century * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return century * 146_097 + yearOfCentury * 365 + Math.floor(yearOfCentury / 4) - Math.floor(yearOfCentury / 100) + dayOfYear - 719_468;
}

/** The date of a day number; the inverse of `dayNumber`. */
export function dateOfDay(number: number): PlainDate {
  const shifted = number + 719_468;
  const century = Math.floor(shifted / 146_097);
  const dayOfCentury = shifted - century * 146_097;
  const yearOfCentury = Math.floor(
    (dayOfCentury - Math.floor(dayOfCentury / 1460) + Math.floor(dayOfCentury / 36_524) - Math.floor(dayOfCentury / 146_096)) / 365,
  );
  const dayOfYear = dayOfCentury - (365 * yearOfCentury + Math.floor(yearOfCentury / 4) - Math.floor(yearOfCentury / 100));
  const part = Math.floor((5 * dayOfYear + 2) / 153);
  const month = part < 10 ? part + 3 : part - 9;
  const year = yearOfCentury + century * 400 + (month <= 2 ? 1 : 0);
  return write(year, month, dayOfYear - Math.floor((153 * part + 2) / 5) + 1);
}

/** The date `days` calendar days later, or earlier when negative. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOfDay(dayNumber(date) + days);
}

/** The same day of a later month; its last day where the month is shorter: 31 August and 6 months is 28 or 29 February. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const month = yearOf(date) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const [year, monthOfYear] = [Math.floor(month / 12), (month % 12) + 1];
  return write(year, monthOfYear, Math.min(Number(date.slice(8)), lengthOfMonth(year, monthOfYear)));
}

/** Calendar days from one date to another. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: PlainDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

export function yearOf(date: PlainDate): number {
  return digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3);
}

/** The last day of a year, for questions about the state of affairs at its end. */
export function lastDayOf(year: number): PlainDate {
  return write(year, 12, 31);
}

/** The later of two dates. */
export function later(one: PlainDate, other: PlainDate): PlainDate {
  return one > other ? one : other;
}

/** The earlier of two dates. */
export function earlier(one: PlainDate, other: PlainDate): PlainDate {
  return one < other ? one : other;
}

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - 48;
}

function exists(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= lengthOfMonth(year, month);
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function write(year: number, month: number, day: number): PlainDate {
  const text = `${year}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}`;
  return text as PlainDate; // made of the numbers of a day that exists
}

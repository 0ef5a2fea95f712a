import type { Calendar } from "../calendar/calendar.ts";
import { addWorkingDays } from "../calendar/working-days.ts";
import { addDays, addMonths, type PlainDate } from "../plain-date.ts";
import type { Rule } from "../rule.ts";

/** A length of time as the law gives it. Working days follow the office calendar, the others the civil one. */
export interface Length {
  readonly number: number;
  readonly unit: "workingDays" | "days" | "months" | "years";
}

/** A rule that gives somebody a length of time. The day it runs from is never counted. */
export interface Limit extends Rule {
  readonly kind: "limit";
  readonly length: Length;
  /** What it runs from, for the officer. */
  readonly runsFrom: string;
  readonly cases: readonly LimitCase[];
}

export interface LimitCase {
  readonly from: PlainDate;
  readonly on: PlainDate;
}

export function workingDays(number: number): Length {
  return { number, unit: "workingDays" };
}

export function days(number: number): Length {
  return { number, unit: "days" };
}

export function months(number: number): Length {
  return { number, unit: "months" };
}

export function years(number: number): Length {
  return { number, unit: "years" };
}

/** The last day of a limit that runs from a day. */
export function endOfLimit({ length }: Pick<Limit, "length">, from: PlainDate, calendar: Calendar): PlainDate {
  switch (length.unit) {
    case "workingDays":
      return addWorkingDays(calendar, from, length.number) ?? from; // without pauses it always ends
    case "days":
      return addDays(from, length.number);
    case "months":
      return addMonths(from, length.number);
    case "years":
      return addMonths(from, length.number * 12);
  }
}

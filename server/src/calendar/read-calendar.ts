import { type Calendar, type CalendarYear, createCalendar, OFFICIAL_YEARS, parseCalendarYear } from "@gongkai/statute";
import type { Queryable } from "../platform/database/open-database.ts";

/** A year entered by an administrator. */
export interface EnteredYear {
  readonly content: CalendarYear;
  readonly version: number;
}

/** The years entered here, ascending. */
export async function listEnteredYears(db: Queryable): Promise<readonly EnteredYear[]> {
  const rows = await db.selectFrom("calendar_year").selectAll().orderBy("year").execute();
  return rows.map(({ year, content, version }) => {
    const parsed = parseCalendarYear(content);
    if (!parsed.ok) throw new Error(`The calendar of ${year} in the database is none: ${parsed.refusal}`);
    return { content: parsed.value, version };
  });
}

/** The calendar in force: the years that come with the program, and over them those entered here. */
export async function readCalendar(db: Queryable): Promise<Calendar> {
  return calendarOf((await listEnteredYears(db)).map(({ content }) => content));
}

export function calendarOf(entered: readonly CalendarYear[]): Calendar {
  return createCalendar([...OFFICIAL_YEARS, ...entered]);
}

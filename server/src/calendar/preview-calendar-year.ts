import { addDays, type Calendar, type CalendarYear, describeDay, type PlainDate, plainDate } from "@gongkai/statute";
import type { Ledger } from "../ledger/index.ts";
import { listWarnings } from "./check-content.ts";
import { calendarOf, listEnteredYears } from "./read-calendar.ts";
import { limitInWords, listChanges, type RunningLimits } from "./running-limits.ts";
import type { CalendarPreview } from "./schema.ts";

const MOST_LISTED = 200;

/** What a year's holidays would change, if they were kept: days, and limits that run in any organ. Changes nothing. */
export async function previewCalendarYear(
  { db, clock }: Pick<Ledger, "db" | "clock">,
  runningLimits: readonly RunningLimits[],
  content: CalendarYear,
): Promise<CalendarPreview> {
  const entered = (await listEnteredYears(db)).map((year) => year.content);
  const before = calendarOf(entered);
  const after = calendarOf([...entered, content]);
  const today = plainDate(clock.today());
  const agencies = await db
    .selectFrom("agency")
    .select(["agency_id", "code", "name"])
    .where("agency_id", ">", 0)
    .orderBy("agency_id")
    .execute();
  const limits: CalendarPreview["limits"][number][] = [];
  let moved = 0;
  for (const { agency_id: agencyId, code, name } of agencies) {
    const changes = await listChanges(db, runningLimits, { agencyId, before, after, today });
    for (const one of changes.flatMap((change) => change.moved)) {
      moved += 1;
      if (limits.length === MOST_LISTED) continue;
      limits.push({
        agency: { code, name },
        name: one.case.name,
        rule: limitInWords(one),
        cites: one.cites,
        from: one.before?.on ?? null,
        to: one.after?.on ?? null,
      });
    }
  }
  return { days: listChangedDays(before, after, content.year), warnings: listWarnings(content), moved, limits };
}

function listChangedDays(before: Calendar, after: Calendar, year: number): CalendarPreview["days"] {
  const days: CalendarPreview["days"][number][] = [];
  const tell = (calendar: Calendar, date: PlainDate): string => {
    const day = calendar.describeDay(date);
    return describeDay({ ...day, counts: day.works, paused: false });
  };
  for (let date = plainDate(`${year}-01-01`); date.startsWith(String(year)); date = addDays(date, 1)) {
    if (before.describeDay(date).works === after.describeDay(date).works) continue;
    days.push({ date, before: tell(before, date), after: tell(after, date) });
  }
  return days;
}

import { addDays, type Calendar, type PlainDate, plainDate } from "@gongkai/statute";
import type { NotificationPreferences } from "./schema.ts";

const DAY = 24 * 60;
/** Minutes China is ahead of UTC, all year round. */
const AHEAD = 8 * 60;

/** A minute of a day in Asia/Shanghai. */
interface LocalMinute {
  readonly date: PlainDate;
  readonly minute: number;
}

/**
 * The instant from which mail may go to somebody: `instant` itself, or the first minute outside the quiet hours and days off.
 *
 * @example mailOpensAt("2026-03-06T13:00:00.000Z", preferences, calendar) // Friday 21:00 → Monday 08:00, 2026-03-09T00:00:00.000Z
 */
export function mailOpensAt(
  instant: string,
  { quietFrom, quietUntil, onDaysOff }: Pick<NotificationPreferences, "quietFrom" | "quietUntil" | "onDaysOff">,
  calendar: Pick<Calendar, "describeDay">,
): string {
  const [from, until] = [minuteOf(quietFrom), minuteOf(quietUntil)];
  const begin = toLocal(instant);
  let now = begin;
  for (;;) {
    const next = !onDaysOff && !calendar.describeDay(now.date).works ? nextDay(now) : endOfQuiet(now, from, until);
    if (next === undefined) return now === begin ? instant : toInstant(now);
    now = next;
  }
}

/** Where the quiet hours that hold at this minute end; undefined when none hold. The night's hours reach over midnight. */
function endOfQuiet(now: LocalMinute, from: number, until: number): LocalMinute | undefined {
  const { date, minute } = now;
  if (from < until) return minute >= from && minute < until ? { date, minute: until } : undefined;
  if (from === until) return undefined;
  if (minute < until) return { date, minute: until };
  return minute >= from ? nextDay(now) : undefined;
}

function nextDay({ date }: LocalMinute): LocalMinute {
  return { date: addDays(date, 1), minute: 0 };
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

function toLocal(instant: string): LocalMinute {
  const date = plainDate(instant.slice(0, 10));
  const minute = minuteOf(instant.slice(11, 16)) + AHEAD;
  return minute < DAY ? { date, minute } : { date: addDays(date, 1), minute: minute - DAY };
}

function toInstant({ date, minute }: LocalMinute): string {
  const utc = minute - AHEAD;
  const [day, left] = utc < 0 ? [addDays(date, -1), utc + DAY] : [date, utc];
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${day}T${two(Math.floor(left / 60))}:${two(left % 60)}:00.000Z`;
}

import { addDays, later, type PlainDate, plainDate, yearOf } from "../plain-date.ts";
import type { Result } from "../result.ts";
import type { Calendar, CalendarDay } from "./calendar.ts";

/** The longest limit that is computed, about twenty years. */
export const LONGEST_LIMIT = 5000;

/** A stretch of time that does not count: the days after `after`, up to and including `upTo`; open while that is null. */
export interface Pause {
  readonly after: PlainDate;
  readonly upTo: PlainDate | null;
}

/**
 * The day on which a limit of working days ends. The day it runs from is not counted, the next working day is the first;
 * paused days are not counted either. Null when a pause is still open before the limit is used up.
 *
 * @example addWorkingDays(calendar, plainDate("2026-03-02"), 20) // 2026-03-30
 */
export function addWorkingDays(calendar: Calendar, from: PlainDate, workingDays: number, pauses: readonly Pause[] = []): PlainDate | null {
  let [day, left] = [from, workingDays];
  for (const { after, upTo } of mergePauses(pauses)) {
    if (upTo !== null && upTo <= day) continue;
    const used = after <= day ? 0 : countWorkingDays(calendar, day, after);
    if (used >= left) break;
    left -= used;
    if (upTo === null) return null;
    day = upTo;
  }
  return left <= 0 ? day : calendar.findNth(calendar.countUpTo(day) + left);
}

/** Working days after `from`, up to and including `to`, without paused ones; 0 when `to` is not later. */
export function countWorkingDays(calendar: Calendar, from: PlainDate, to: PlainDate, pauses: readonly Pause[] = []): number {
  if (to <= from) return 0;
  let count = calendar.countUpTo(to) - calendar.countUpTo(from);
  for (const { after, upTo } of mergePauses(pauses)) {
    const [first, last] = [later(after, from), upTo === null || upTo > to ? to : upTo];
    if (last > first) count -= calendar.countUpTo(last) - calendar.countUpTo(first);
  }
  return count;
}

/** Overlapping and touching pauses become one (they must not be counted twice), in order of time. */
export function mergePauses(pauses: readonly Pause[]): readonly Pause[] {
  if (pauses.length < 2) return pauses;
  const merged: Pause[] = [];
  for (const pause of isSorted(pauses) ? pauses : pauses.toSorted((one, other) => (one.after < other.after ? -1 : 1))) {
    const last = merged.at(-1);
    if (last === undefined || (last.upTo !== null && last.upTo < pause.after)) merged.push(pause);
    else if (last.upTo !== null && (pause.upTo === null || pause.upTo > last.upTo))
      merged[merged.length - 1] = { after: last.after, upTo: pause.upTo };
  }
  return merged;
}

/** Letters are sent one after another, so the pauses of a case are in order as a rule; sorting them anew would cost most of the count. */
function isSorted(pauses: readonly Pause[]): boolean {
  for (let index = 1; index < pauses.length; index++) if ((pauses[index - 1]?.after ?? "") > (pauses[index]?.after ?? "")) return false;
  return true;
}

/** A day of a limit: whether it counts, and why. */
export interface CountedDay extends CalendarDay {
  readonly counts: boolean;
  readonly paused: boolean;
}

/** Every day after `from`, up to and including `to`, in order. */
export function listDays(calendar: Calendar, from: PlainDate, to: PlainDate, pauses: readonly Pause[] = []): readonly CountedDay[] {
  const days: CountedDay[] = [];
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    const day = calendar.describeDay(date);
    const paused = pauses.some(({ after, upTo }) => date > after && (upTo === null || date <= upTo));
    days.push({ ...day, paused, counts: day.works && !paused });
  }
  return days;
}

/** Whether the span touches a year whose notice is not known, so that its days are assumed. */
export function isProvisional(calendar: Calendar, from: PlainDate, to: PlainDate): boolean {
  for (let year = yearOf(addDays(from, 1)); year <= yearOf(to); year++) if (!calendar.isAnnounced(year)) return true;
  return false;
}

/** A limit with everything that explains it. */
export interface Deadline {
  readonly from: PlainDate;
  readonly workingDays: number;
  readonly on: PlainDate;
  readonly provisional: boolean;
  readonly days: readonly CountedDay[];
}

/** The end of a limit and each day on the way there; refuses a number of days that is none, or a date beyond the calendar's 2199. */
export function explainDeadline(
  calendar: Calendar,
  from: PlainDate,
  workingDays: number,
): Result<Deadline, "not-a-length" | "beyond-calendar"> {
  if (!Number.isInteger(workingDays) || workingDays < 1 || workingDays > LONGEST_LIMIT) return { ok: false, refusal: "not-a-length" };
  const available = calendar.countUpTo(plainDate("2199-12-31")) - calendar.countUpTo(from);
  if (available < workingDays) return { ok: false, refusal: "beyond-calendar" };
  const on = calendar.findNth(calendar.countUpTo(from) + workingDays);
  return {
    ok: true,
    value: { from, workingDays, on, provisional: isProvisional(calendar, from, on), days: listDays(calendar, from, on) },
  };
}

import type { Calendar, CalendarDay } from "../calendar/calendar.ts";
import type { ApplicationCase } from "../case/case-file.ts";
import { addDays, earlier, later, type PlainDate } from "../plain-date.ts";
import { listRunningLimits, type RunningLimit } from "./running-limits.ts";

/** A running limit that ends on another day under another calendar. */
export interface MovedLimit<Case> {
  readonly case: Case;
  readonly rule: string;
  readonly cites: string;
  readonly id?: string;
  /** Null: under that calendar the limit does not run on this day. */
  readonly before: RunningLimit | null;
  readonly after: RunningLimit | null;
  /** The days of the limit that are worked under one calendar and not under the other. */
  readonly days: readonly { readonly date: PlainDate; readonly before: CalendarDay; readonly after: CalendarDay }[];
}

/**
 * What a new calendar notice does to cases in hand: every running limit whose last day changes, with both explanations and
 * the days that make the difference.
 *
 * @example compareDueDates(cases, { before: officialCalendar(), after: createCalendar([...OFFICIAL_YEARS, year2027]), today })
 */
export function compareDueDates<Case extends Pick<ApplicationCase, "channel" | "events">>(
  cases: readonly Case[],
  { before, after, today }: { readonly before: Calendar; readonly after: Calendar; readonly today: PlainDate },
): readonly MovedLimit<Case>[] {
  return cases.flatMap((one) => {
    const was = listRunningLimits(one, { today, calendar: before });
    const is = listRunningLimits(one, { today, calendar: after });
    const keys = new Set([...was, ...is].map(keyOf));
    return [...keys].flatMap((key): readonly MovedLimit<Case>[] => {
      const old = was.find((limit) => keyOf(limit) === key) ?? null;
      const now = is.find((limit) => keyOf(limit) === key) ?? null;
      const either = old ?? now;
      if (either === null || old?.on === now?.on) return [];
      const { rule, cites, id } = either;
      const days = differences({ before, after }, span(either, now ?? either));
      return [{ case: one, rule, cites, ...(id === undefined ? {} : { id }), before: old, after: now, days }];
    });
  });
}

function keyOf({ rule, id = "" }: RunningLimit): string {
  return `${rule} ${id}`;
}

function span(one: RunningLimit, other: RunningLimit): { readonly from: PlainDate; readonly to: PlainDate } {
  return { from: earlier(one.from, other.from), to: later(one.on, other.on) };
}

function differences(
  { before, after }: { readonly before: Calendar; readonly after: Calendar },
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): MovedLimit<never>["days"] {
  const days = [];
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    const [was, is] = [before.describeDay(date), after.describeDay(date)];
    if (was.works !== is.works) days.push({ date, before: was, after: is });
  }
  return days;
}

import type { Calendar } from "../calendar/calendar.ts";
import { type CountedDay, listDays } from "../calendar/working-days.ts";
import type { PlainDate } from "../plain-date.ts";
import { describeDay, describeWeekday } from "../words/describe-day.ts";
import { applyEvent } from "./apply-event.ts";
import type { ApplicationCase } from "./case-file.ts";
import { inOrder } from "./fold-case.ts";
import { dueOnAsOf, newStanding, pausesOn, type Standing } from "./standing.ts";

/** Why the clock stands still on a day, though no consultation pauses it. */
export type StoppedFor = "receipt" | "correction" | "payment" | "decision";

/** A day in the history of a case. */
export interface HistoryDay extends CountedDay {
  /** The how-manieth working day of its limit it is; null where it does not count. */
  readonly number: number | null;
  readonly stoppedFor: StoppedFor | null;
  /** The rule of the limit that was running or standing still; null before there was any. */
  readonly limit: string | null;
}

/** A limit from its start to the day it was stopped, if it was. */
interface Stretch {
  readonly limit: NonNullable<Standing["limit"]>;
  stoppedOn: PlainDate | null;
  stoppedFor: StoppedFor | null;
}

/**
 * Every day of a case from the day after it was submitted, over every restart of the clock, to the last day of the limit
 * that runs (or to the answer; to today while nothing runs).
 */
export function listHistoryDays(
  { channel, events }: Pick<ApplicationCase, "channel" | "events">,
  { today, calendar }: { readonly today: PlainDate; readonly calendar: Calendar },
): readonly HistoryDay[] {
  const standing = newStanding();
  const stretches: Stretch[] = [];
  for (const event of inOrder(events)) {
    if (event.on > today) break;
    applyEvent(standing, event, { channel, calendar });
    const current = stretches.at(-1);
    if (standing.limit !== null && current?.limit !== standing.limit)
      stretches.push({ limit: standing.limit, stoppedOn: null, stoppedFor: null });
    const last = stretches.at(-1);
    if (last !== undefined && standing.stoppedOn !== null && last.stoppedOn === null) {
      last.stoppedOn = standing.stoppedOn;
      last.stoppedFor = STOPS[standing.state] ?? "decision";
    }
  }
  const first = standing.submittedOn ?? standing.receivedOn;
  if (first === null) return [];
  const last = stretches.at(-1);
  const to =
    last === undefined || STOPS[standing.state] !== undefined ? today : (last.stoppedOn ?? dueOnAsOf(standing, today, calendar) ?? today);
  const numbers = new Map<Stretch, number>();
  return listDays(calendar, first, to, pausesOn(standing, today)).map((day) => {
    const stretch = stretches.findLast(({ limit }) => limit.from < day.date);
    const isStopped = stretch === undefined || (stretch.stoppedOn !== null && stretch.stoppedOn < day.date);
    const counts = day.counts && !isStopped;
    const number = (stretch === undefined ? 0 : (numbers.get(stretch) ?? 0)) + 1;
    if (counts && stretch !== undefined) numbers.set(stretch, number);
    return {
      ...day,
      counts,
      paused: day.paused && !isStopped,
      number: counts ? number : null,
      stoppedFor: isStopped ? (stretch?.stoppedFor ?? "receipt") : null,
      limit: stretch?.limit.rule ?? null,
    };
  });
}

const STOPS: Partial<Record<Standing["state"], StoppedFor>> = { awaitingCorrection: "correction", awaitingFee: "payment" };

const STOP_WORDS = {
  receipt: "收到申请之日前（含当日）不计",
  correction: "等待补正期间不计",
  payment: "等待缴费期间不计",
  decision: "答复之后不计",
} as const satisfies Record<StoppedFor, string>;

/** Why a day of the history counts or not, in a few words. */
export function describeHistoryDay(day: HistoryDay): string {
  if (day.stoppedFor === null) return describeDay(day);
  return `${describeWeekday(day.date)}，${STOP_WORDS[day.stoppedFor]}`;
}

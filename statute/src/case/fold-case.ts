import type { Calendar } from "../calendar/calendar.ts";
import { countWorkingDays, type CountedDay, isProvisional, listDays } from "../calendar/working-days.ts";
import { type Edition, editionOfYear, type OutcomeCode } from "../outcomes/outcome.ts";
import { rowOf } from "../outcomes/outcomes.ts";
import { type PlainDate, yearOf } from "../plain-date.ts";
import { getCites } from "../rules.ts";
import { applyEvent } from "./apply-event.ts";
import type { ApplicationCase, EventType } from "./case-file.ts";
import { listNext } from "./permitted.ts";
import {
  type CaseState,
  type Consultation,
  areSettled,
  dueOnAsOf,
  dueOnWith,
  type Ground,
  type Irregularity,
  newStanding,
  openConsultationsOn,
  pausesOn,
  type Standing,
} from "./standing.ts";
import { inWords } from "../words/in-words.ts";

/** What follows from the events of an application, on a day. */
export interface CaseStatus {
  readonly state: CaseState;
  readonly receivedOn: PlainDate | null;
  /** The last day for the answer; null when no limit runs: not received, stopped, paused or decided. */
  readonly dueOn: PlainDate | null;
  /** The due date lies in or beyond a year whose holidays are not announced. */
  readonly provisional: boolean;
  /** Working days of the limit used up to today, or until the clock was stopped. */
  readonly usedDays: number;
  /** Working days that are left; below 0 when overdue; null when no limit runs or will go on. */
  readonly leftDays: number | null;
  /** The answer is late, or went out late. */
  readonly overdue: boolean;
  readonly outcome: OutcomeCode | null;
  /** The row of table 3, in the edition of the year of the decision. */
  readonly row: string | null;
  readonly next: readonly EventType[];
  readonly openConsultations: readonly Readonly<Consultation>[];
  readonly because: readonly Because[];
  readonly irregularities: readonly Irregularity[];
}

export interface Because {
  readonly rule: string;
  readonly cites: string;
  readonly text: string;
}

export interface FoldOptions {
  readonly today: PlainDate;
  readonly calendar: Calendar;
}

/** States in which a limit for the answer runs or is paused, to be resumed. */
const RUNS: ReadonlySet<CaseState> = new Set([
  "received",
  "registered",
  "awaitingReasons",
  "consulting",
  "handling",
  "approval",
  "reopened",
]);

/**
 * The state, clock and outcome of an application as of a day, with the rules it rests on. Events after that day are left out,
 * so the answer for a day never changes when more happens later. Events count in order of their dates.
 *
 * @example foldCase({ channel: "internet", events }, { today: plainDate("2026-03-20"), calendar: officialCalendar() }).dueOn
 */
export function foldCase(application: Pick<ApplicationCase, "channel" | "events">, { today, calendar }: FoldOptions): CaseStatus {
  const standing = foldStanding(application, { today, calendar });
  const pauses = pausesOn(standing, today);
  const due = dueOnWith(standing, pauses, calendar);
  const runs = RUNS.has(standing.state);
  const dueOn = runs ? due : null;
  const asOf = standing.stoppedOn ?? today;
  const used = standing.limit === null ? 0 : countWorkingDays(calendar, standing.limit.from, asOf, pauses);
  const provisional = dueOn !== null && standing.limit !== null && isProvisional(calendar, standing.limit.from, dueOn);
  return {
    state: standing.state,
    receivedOn: standing.receivedOn,
    dueOn,
    provisional,
    usedDays: used,
    leftDays: runs && standing.limit !== null ? standing.limit.length - used : null,
    overdue: isOverdue(asOf === today || areSettled(standing) ? due : dueOnAsOf(standing, asOf, calendar), asOf),
    outcome: standing.outcome,
    row: standing.outcome === null || standing.decidedOn === null ? null : rowOf(standing.outcome, editionOn(standing.decidedOn)),
    next: listNext(standing, { today, calendar, due }),
    openConsultations: openConsultationsOn(standing, today),
    because: explain(standing, dueOn, provisional),
    irregularities: standing.irregularities,
  };
}

/** The days of the limit that runs, each counted or skipped, up to the due date (or to the day it stands still). */
export function listCaseDays(
  application: Pick<ApplicationCase, "channel" | "events">,
  { today, calendar }: FoldOptions,
): readonly CountedDay[] {
  const standing = foldStanding(application, { today, calendar });
  if (standing.limit === null) return [];
  const to = standing.stoppedOn ?? dueOnAsOf(standing, today, calendar) ?? today;
  return listDays(calendar, standing.limit.from, to, pausesOn(standing, today));
}

/** The bare fold, without what is derived from it. */
export function foldStanding({ channel, events }: Pick<ApplicationCase, "channel" | "events">, { today, calendar }: FoldOptions): Standing {
  const standing = newStanding();
  const context = { channel, calendar };
  for (const event of inOrder(events)) if (event.on <= today) applyEvent(standing, event, context);
  return standing;
}

/** Events by date; those of one day stay in the order of the file. */
export function inOrder(events: ApplicationCase["events"]): ApplicationCase["events"] {
  return isOrdered(events) ? events : events.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

function isOrdered(events: ApplicationCase["events"]): boolean {
  let last = "";
  for (const { on } of events) {
    if (on < last) return false;
    last = on;
  }
  return true;
}

function isOverdue(due: PlainDate | null, asOf: PlainDate): boolean {
  return due !== null && asOf > due;
}

function editionOn(date: PlainDate): Edition {
  return editionOfYear(yearOf(date));
}

function explain(standing: Standing, dueOn: PlainDate | null, provisional: boolean): readonly Because[] {
  const { grounds, limit, consultations } = standing;
  const because = grounds.map(cite);
  if (dueOn === null || limit === null) return because;
  // Silence ends a consultation by itself; the note that it did may come later.
  for (const { endedOn, limitOn } of consultations) {
    if (endedOn !== null || limitOn === null || limitOn >= dueOn) continue;
    because.push(cite({ rule: "pause-boundaries", text: `对方至${inWords(limitOn)}未提出意见，答复期限自次日起继续计算。` }));
  }
  const due = `自${inWords(limit.from)}的次日起计算${limit.length}个工作日，应于${inWords(dueOn)}前（含当日）答复。`;
  because.push(cite({ rule: limit.rule, text: due }));
  const unsure = "期限跨入放假安排尚未公布的年份，暂按法定节假日推算，通知公布后重新计算。";
  if (provisional) because.push(cite({ rule: "assumed-holidays", text: unsure }));
  return because;
}

function cite({ rule, text }: Ground): Because {
  return { rule, cites: getCites(rule), text };
}

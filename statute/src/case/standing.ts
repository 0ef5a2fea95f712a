import type { Calendar } from "../calendar/calendar.ts";
import { addWorkingDays, type Pause } from "../calendar/working-days.ts";
import type { OutcomeCode } from "../outcomes/outcome.ts";
import type { PlainDate } from "../plain-date.ts";
import type { Consulted, EventType } from "./case-file.ts";

export const CASE_STATES = [
  "draft",
  "submitted",
  "received",
  "registered",
  "awaitingCorrection",
  "awaitingReasons",
  "awaitingFee",
  "consulting",
  "handling",
  "approval",
  "decided",
  "delivered",
  "closed",
  "abandoned",
  "withdrawn",
  "reopened",
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** An event the law does not allow as it stands. `none`: it moves nothing; `recorded`: it took place and stands, with the remark. */
export interface Irregularity {
  readonly type: EventType;
  readonly on: PlainDate;
  readonly problem: IrregularityCode;
  readonly effect: "none" | "recorded";
}
export type IrregularityCode =
  | "not-permitted"
  | "not-confirmed"
  | "correction-late"
  | "correction-twice"
  | "corrected-late"
  | "before-limit-ends"
  | "extension-twice"
  | "extension-late"
  | "extension-too-long"
  | "extension-not-approved"
  | "fee-late"
  | "fee-twice"
  | "paid-late"
  | "unknown-consultation"
  | "consultation-open";

export interface Consultation {
  readonly id: string;
  readonly with: Consulted;
  readonly sentOn: PlainDate;
  /** When the letter reached the one consulted, if that is known; never before it was sent. */
  readonly receivedOn: PlainDate | null;
  /** The last day for the opinion; null while nobody knows when the letter arrived. */
  readonly limitOn: PlainDate | null;
  endedOn: PlainDate | null;
}

/** Why the clock stands as it does: a rule and a sentence. */
export interface Ground {
  readonly rule: string;
  readonly text: string;
}

/** Where a case stands while its events are folded. Filled in by `applyEvent` alone. */
export interface Standing {
  state: CaseState;
  submittedOn: PlainDate | null;
  receivedOn: PlainDate | null;
  /** The limit for the answer that runs or ran last; a correction or payment puts a new one in its place. */
  limit: { from: PlainDate; length: number; rule: string } | null;
  correction: { readonly by: PlainDate | null } | null;
  fee: { readonly receivedOn: PlainDate | null; readonly payBy: PlainDate | null } | null;
  wasExtended: boolean;
  readonly consultations: Consultation[];
  /** The day on which the clock was stopped: by a notice, or by the answer. */
  stoppedOn: PlainDate | null;
  decidedOn: PlainDate | null;
  outcome: OutcomeCode | null;
  article: string | null;
  readonly grounds: Ground[];
  readonly irregularities: Irregularity[];
}

export function newStanding(): Standing {
  return {
    state: "draft",
    submittedOn: null,
    receivedOn: null,
    limit: null,
    correction: null,
    fee: null,
    wasExtended: false,
    consultations: [],
    stoppedOn: null,
    decidedOn: null,
    outcome: null,
    article: null,
    grounds: [],
    irregularities: [],
  };
}

/** The stretches taken up by consultations, as known on a day: silence ends one on the last day of its limit. */
export function pausesOn({ consultations }: Standing, day: PlainDate): readonly Pause[] {
  return consultations.length === 0
    ? NONE
    : consultations.map((consultation) => ({ after: consultation.sentOn, upTo: endOf(consultation, day) }));
}
const NONE: readonly never[] = [];

/** Whether every consultation has been answered or noted as over: then the clock reads the same as of any later day. */
export function areSettled({ consultations }: Standing): boolean {
  for (const { endedOn } of consultations) if (endedOn === null) return false;
  return true;
}

/** The consultations that still hold up the clock on a day. */
export function openConsultationsOn({ consultations }: Standing, day: PlainDate): readonly Consultation[] {
  return consultations.length === 0 ? NONE : consultations.filter((consultation) => endOf(consultation, day) === null);
}

function endOf({ endedOn, limitOn }: Consultation, day: PlainDate): PlainDate | null {
  if (endedOn !== null) return limitOn !== null && limitOn < endedOn ? limitOn : endedOn;
  return limitOn !== null && limitOn < day ? limitOn : null;
}

/** The day the answer is due as known on a day; null while a consultation holds it up or nothing was received. */
export function dueOnAsOf(standing: Standing, day: PlainDate, calendar: Calendar): PlainDate | null {
  return standing.limit === null ? null : dueOnWith(standing, pausesOn(standing, day), calendar);
}

/** The same with the pauses known already. */
export function dueOnWith({ limit }: Standing, pauses: readonly Pause[], calendar: Calendar): PlainDate | null {
  return limit === null ? null : addWorkingDays(calendar, limit.from, limit.length, pauses);
}

import type { Calendar } from "../calendar/calendar.ts";
import { endOfLimit } from "../limits/limit.ts";
import { CORRECTION_NOTICE } from "../limits/application-limits.ts";
import type { PlainDate } from "../plain-date.ts";
import { EVENT_TYPES, type EventType } from "./case-file.ts";
import { CASE_STATES, type CaseState, openConsultationsOn, type Standing } from "./standing.ts";

const AT_WORK: readonly CaseState[] = ["received", "registered", "handling"];
const RUNNING: readonly CaseState[] = [...AT_WORK, "awaitingReasons", "consulting", "approval", "reopened"];

/** In which states an event may happen. */
export const PERMITTED: Readonly<Record<EventType, readonly CaseState[]>> = {
  submitted: ["draft"],
  confirmed: ["submitted"],
  correctionAsked: AT_WORK,
  corrected: ["awaitingCorrection"],
  correctionExpired: ["awaitingCorrection"],
  reasonsAsked: AT_WORK,
  reasonsGiven: ["awaitingReasons"],
  consultationSent: [...AT_WORK, "consulting", "reopened"],
  opinionReceived: [...RUNNING, "awaitingCorrection", "awaitingFee"],
  opinionExpired: [...RUNNING, "awaitingCorrection", "awaitingFee"],
  extended: [...AT_WORK, "awaitingReasons", "consulting", "approval"],
  feeNotified: [...AT_WORK, "awaitingReasons", "approval"],
  feePaid: ["awaitingFee"],
  feeExpired: ["awaitingFee"],
  replied: RUNNING,
  delivered: ["decided"],
  withdrawn: ["submitted", ...RUNNING, "awaitingCorrection", "awaitingFee"],
  reopened: ["decided", "delivered", "closed"],
  closed: ["decided", "delivered", "abandoned", "withdrawn"],
};

/** The last day for asking the applicant to correct. */
export function correctionNoticeBy(receivedOn: PlainDate, calendar: Calendar): PlainDate {
  return endOfLimit(CORRECTION_NOTICE, receivedOn, calendar);
}

/** Event types that may come next, as of a day; `due`: the day the answer is due as known on it. */
export function listNext(
  standing: Standing,
  { today, calendar, due }: { readonly today: PlainDate; readonly calendar: Calendar; readonly due: PlainDate | null },
): readonly EventType[] {
  return (NEXT.get(standing.state) ?? []).filter((type) => isTimely(type, standing, { today, due, calendar }));
}

const NEXT: ReadonlyMap<CaseState, readonly EventType[]> = new Map(
  CASE_STATES.map((state) => [state, EVENT_TYPES.filter((type) => PERMITTED[type].includes(state))]),
);

function isTimely(
  type: EventType,
  standing: Standing,
  { today, due, calendar }: { readonly today: PlainDate; readonly due: PlainDate | null; readonly calendar: Calendar },
): boolean {
  const isPast = (limit: PlainDate | null | undefined) => limit === null || limit === undefined || limit < today;
  switch (type) {
    case "correctionAsked":
      return standing.correction === null && standing.receivedOn !== null && today <= correctionNoticeBy(standing.receivedOn, calendar);
    case "correctionExpired":
      return isPast(standing.correction?.by);
    case "extended":
      return !standing.wasExtended && standing.outcome === null && (due === null || today <= due);
    case "feeNotified":
      return standing.fee === null && (due === null || today <= due);
    case "feeExpired":
      return isPast(standing.fee?.payBy);
    case "opinionReceived":
      return unanswered(standing).length > 0;
    case "opinionExpired":
      return unanswered(standing).some(({ limitOn }) => isPast(limitOn));
    case "replied":
      return openConsultationsOn(standing, today).length === 0;
    default:
      return true;
  }
}

/** Whether an event may happen in a state. */
export function isPermitted(type: EventType, state: CaseState): boolean {
  return NEXT.get(state)?.includes(type) === true;
}

/** Consultations without an opinion and without a note that the time for it is over. */
export function unanswered({ consultations }: Standing): Standing["consultations"] {
  return consultations.length === 0 ? consultations : consultations.filter(({ endedOn }) => endedOn === null);
}

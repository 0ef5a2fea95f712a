import type { Calendar } from "../calendar/calendar.ts";
import { EXTENSION } from "../limits/clock-rules.ts";
import type { PlainDate } from "../plain-date.ts";
import type { CaseEvent } from "./case-file.ts";
import { correctionNoticeBy, isPermitted, unanswered } from "./permitted.ts";
import { dueOnAsOf, type IrregularityCode, openConsultationsOn, type Standing } from "./standing.ts";

/** What stands against an event: a reason why it moves nothing, or a remark on one that stands all the same. */
export interface Objection {
  readonly problem: IrregularityCode;
  readonly effect: "none" | "recorded";
}

const NONE = "none" as const;
const RECORDED = "recorded" as const;

/** The objection of the law to an event as the case stands, if there is one. */
export function findObjection(standing: Standing, event: Exclude<CaseEvent, { type: "noted" }>, calendar: Calendar): Objection | undefined {
  if (!isPermitted(event.type, standing.state)) {
    // A letter that went out cannot be taken back, whatever the file was waiting for.
    const wasWaiting = standing.state === "awaitingCorrection" || standing.state === "awaitingFee";
    return { problem: "not-permitted", effect: event.type === "replied" && wasWaiting ? RECORDED : NONE };
  }
  switch (event.type) {
    case "correctionAsked":
      if (standing.correction !== null) return { problem: "correction-twice", effect: NONE };
      if (standing.receivedOn !== null && isLate(event, correctionNoticeBy(standing.receivedOn, calendar)))
        return { problem: "correction-late", effect: RECORDED };
      return undefined;
    case "corrected":
      return isLate(event, standing.correction?.by ?? null) ? { problem: "corrected-late", effect: RECORDED } : undefined;
    case "correctionExpired":
      return isEarly(event, standing.correction?.by) ? { problem: "before-limit-ends", effect: NONE } : undefined;
    case "opinionReceived":
      return unanswered(standing).some(({ id }) => id === event.id) ? undefined : { problem: "unknown-consultation", effect: NONE };
    case "opinionExpired": {
      const consultation = unanswered(standing).find(({ id }) => id === event.id);
      if (consultation === undefined) return { problem: "unknown-consultation", effect: NONE };
      return isEarly(event, consultation.limitOn) ? { problem: "before-limit-ends", effect: NONE } : undefined;
    }
    case "extended":
      if (standing.wasExtended) return { problem: "extension-twice", effect: NONE };
      if (event.days > EXTENSION.longest) return { problem: "extension-too-long", effect: NONE };
      if (event.approvedBy !== undefined && event.approvedBy !== EXTENSION.approvedBy)
        return { problem: "extension-not-approved", effect: NONE };
      return isLate(event, dueOnAsOf(standing, event.on, calendar)) ? { problem: "extension-late", effect: NONE } : undefined;
    case "feeNotified":
      if (standing.fee !== null) return { problem: "fee-twice", effect: NONE };
      return isLate(event, dueOnAsOf(standing, event.on, calendar)) ? { problem: "fee-late", effect: NONE } : undefined;
    case "feePaid":
      return isLate(event, standing.fee?.payBy ?? null) ? { problem: "paid-late", effect: RECORDED } : undefined;
    case "feeExpired":
      return isEarly(event, standing.fee?.payBy) ? { problem: "before-limit-ends", effect: NONE } : undefined;
    case "replied":
      return openConsultationsOn(standing, event.on).length > 0 ? { problem: "consultation-open", effect: RECORDED } : undefined;
    default:
      return undefined;
  }
}

function isLate({ on }: CaseEvent, limit: PlainDate | null): boolean {
  return limit !== null && on > limit;
}

function isEarly({ on }: CaseEvent, limit: PlainDate | null | undefined): boolean {
  return limit !== null && limit !== undefined && on < limit;
}

import type { Calendar } from "../calendar/calendar.ts";
import { isProvisional } from "../calendar/working-days.ts";
import { endOfLimit, type Limit } from "../limits/limit.ts";
import type { OutcomeCode, RemedyVariant } from "../outcomes/outcome.ts";
import { earlier, type PlainDate } from "../plain-date.ts";
import type { Confidence } from "../rule.ts";
import { lastDayInTime } from "./last-day.ts";
import { REMEDY_PERIODS } from "./periods.ts";
import { remedyVariant } from "./variant.ts";

/** What a party, or the organ, may or must do against or after an answer, and its last day. */
export interface RemedyDeadline {
  readonly rule: string;
  readonly cites: string;
  readonly confidence: Confidence;
  readonly says: string;
  readonly for: "applicant" | "organ" | "reconsiderationBody";
  readonly from: PlainDate;
  /** The day the period ends by counting. */
  readonly ends: PlainDate;
  /** The last day in time: the first working day after it, where it ends on a day off. */
  readonly lastDay: PlainDate;
  readonly provisional: boolean;
}

/** What is known about an answer, or about its not having come. */
export interface RemedyFacts {
  /** The answer; left out when the organ did not answer in time. */
  readonly answer?: {
    readonly outcome: OutcomeCode;
    readonly article?: string;
    readonly repliedOn: PlainDate;
    /** When the applicant got to know it: as a rule the day of delivery. */
    readonly knownOn: PlainDate;
    /** Whether the letter named the remedies and their limits. */
    readonly wasTold?: boolean;
  };
  /** The last day for the answer, where it did not come. */
  readonly unansweredSince?: PlainDate;
  readonly reconsideration?: {
    readonly acceptedOn?: PlainDate;
    readonly isSimplified?: boolean;
    /** When the organ got its copy of the application. */
    readonly copyReceivedOn?: PlainDate;
    readonly decisionReceivedOn?: PlainDate;
    readonly isRefused?: boolean;
  };
  readonly litigation?: {
    /** When the organ got its copy of the complaint. */
    readonly copyReceivedOn?: PlainDate;
    readonly judgmentServedOn?: PlainDate;
  };
}

export interface RemedyDeadlines {
  /** The way that is open against the answer; null where there is none to judge. */
  readonly variant: RemedyVariant | null;
  readonly deadlines: readonly RemedyDeadline[];
}

/**
 * The last days of what may be done against an answer, or its absence, and of what the organ owes in the proceedings, in the
 * order of the facts that set them running.
 *
 * @example remedyDeadlines({ answer: { outcome: "denied.internal", repliedOn, knownOn: plainDate("2026-03-23") } }, calendar)
 */
export function remedyDeadlines(facts: RemedyFacts, calendar: Calendar): RemedyDeadlines {
  const { answer, unansweredSince, reconsideration = {}, litigation = {} } = facts;
  const deadlines: RemedyDeadline[] = [];
  const add = (id: string, whose: RemedyDeadline["for"], from: PlainDate | undefined, notAfter?: PlainDate) => {
    if (from === undefined) return;
    const { length, cites, confidence, says } = getPeriod(id);
    const counted = endOfLimit({ length }, from, calendar);
    const ends = notAfter === undefined ? counted : earlier(counted, notAfter);
    const lastDay = lastDayInTime(ends, calendar);
    const provisional = (length.unit === "workingDays" || lastDay !== ends) && isProvisional(calendar, from, lastDay);
    deadlines.push({ rule: id, cites, confidence, says, for: whose, from, ends, lastDay, provisional });
  };

  let variant: RemedyVariant | null = null;
  if (answer !== undefined) {
    const { outcome, article, repliedOn, knownOn, wasTold = true } = answer;
    variant = remedyVariant(outcome, { on: repliedOn, ...(article === undefined ? {} : { article }) });
    if (variant !== "none")
      add(
        wasTold ? "reconsideration-apply" : "reconsideration-apply-longest",
        "applicant",
        knownOn,
        limitOf("reconsideration-longest", repliedOn, calendar),
      );
    if (variant === "either" || variant === "configurable")
      add(wasTold ? "sue-directly" : "sue-untold-longest", "applicant", knownOn, limitOf("sue-longest", repliedOn, calendar));
  }
  add("reconsideration-inaction", "applicant", unansweredSince);
  add("sue-inaction", "applicant", unansweredSince);

  const { acceptedOn, isSimplified = false, copyReceivedOn, decisionReceivedOn, isRefused = false } = reconsideration;
  add(isSimplified ? "reconsideration-answer-simplified" : "reconsideration-answer", "organ", copyReceivedOn);
  const decide = isSimplified ? "reconsideration-decide-simplified" : "reconsideration-decide";
  add(decide, "reconsiderationBody", acceptedOn);
  if (decisionReceivedOn !== undefined)
    add(isRefused ? "sue-after-reconsideration-refused" : "sue-after-reconsideration", "applicant", decisionReceivedOn);
  else if (acceptedOn !== undefined) add("sue-after-reconsideration", "applicant", limitOf(decide, acceptedOn, calendar));

  add("litigation-answer", "organ", litigation.copyReceivedOn);
  add("appeal-judgment", "organ", litigation.judgmentServedOn);
  return { variant, deadlines };
}

const PERIODS = new Map(REMEDY_PERIODS.map((rule) => [rule.id, rule]));

function getPeriod(id: string): Limit {
  const rule = PERIODS.get(id);
  if (rule === undefined) throw new Error(`No period ${id}`);
  return rule;
}

function limitOf(id: string, from: PlainDate, calendar: Calendar): PlainDate {
  return endOfLimit(getPeriod(id), from, calendar);
}

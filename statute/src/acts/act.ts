import type { ApplicationCase, CaseEvent } from "../case/case-file.ts";
import type { CaseState, IrregularityCode } from "../case/standing.ts";
import type { OutcomeCode, RemedyVariant } from "../outcomes/outcome.ts";
import type { PlainDate } from "../plain-date.ts";
import type { Rule } from "../rule.ts";
import type { Role } from "./roles.ts";

/** Everything that may be done with an application, in the order in which a case usually meets it. */
export const ACT_NAMES = [
  "submit",
  "confirm",
  "register",
  "answerOnSpot",
  "assign",
  "askCorrection",
  "recordCorrection",
  "expireCorrection",
  "findUnclear",
  "askReasons",
  "acceptReasons",
  "rejectReasons",
  "noticeFee",
  "recordPayment",
  "expireFee",
  "consultThirdParty",
  "consultOrgan",
  "recordOpinion",
  "expireOpinion",
  "extend",
  "draftReply",
  "return",
  "override",
  "sign",
  "serve",
  "withdraw",
  "close",
  "reopen",
] as const;
export type ActName = (typeof ACT_NAMES)[number];

/** An act: who may do it, in which states, and what it does to the clock. Its guards are in `check-act.ts`. */
export interface Act extends Rule {
  readonly kind: "act";
  readonly act: ActName;
  /** What the office calls it. */
  readonly label: string;
  /** Any one of these may do it. */
  readonly by: readonly Role[];
  /** Who brings it up for the one who decides. */
  readonly proposedBy?: Role;
  /** Whose consent is needed besides; the caller has it recorded. */
  readonly approvedBy?: Role;
  readonly from: readonly CaseState[];
  /** What will happen to the clock, in a sentence without its full stop. */
  readonly consequence: string;
  readonly cases: readonly ActCase[];
}

/** A case an officer can check: done with these details on that day, the act is allowed (`null`) or refused. */
export interface ActCase {
  readonly when: string;
  readonly events: ApplicationCase["events"];
  readonly channel?: ApplicationCase["channel"];
  readonly today: PlainDate;
  readonly details?: Partial<ActDetails>;
  readonly refusal: ActRefusalCode | null;
  readonly warning?: ActWarningCode;
}

/** What is known of an act that is about to be done. Which of it an act asks for, its refusals tell. */
export interface ActDetails {
  /** The roles of the person who does it. */
  readonly by: readonly Role[];
  /** The day it took place, when that is not today: a letter that is entered later. */
  readonly on?: PlainDate;
  /** Why: what is to be corrected, the reason for the extension, for a return, for putting the public interest first. */
  readonly reason?: string;
  /** Until when the applicant may correct. */
  readonly correctBy?: PlainDate;
  /** Which consultation it is about; the caller names a new one. */
  readonly consultation?: string;
  /** When the letter reached the one it was sent to, if that is known. */
  readonly receivedOn?: PlainDate;
  readonly position?: Extract<CaseEvent, { type: "opinionReceived" }>["position"];
  /** Working days: of an extension, or set by the decision that orders a new answer. */
  readonly days?: number;
  /** Yuan. */
  readonly amount?: number;
  readonly outcome?: OutcomeCode;
  /** The article the letter cites. */
  readonly article?: string;
  /** The remedy paragraph the letter carries. */
  readonly remedy?: RemedyVariant;
  readonly isSealed?: boolean;
}

/** Why an act is refused. */
export type ActRefusalCode =
  | Exclude<IrregularityCode, "not-permitted" | "not-confirmed" | "correction-late" | "corrected-late" | "paid-late">
  | "wrong-state"
  | "not-decided"
  | "not-ones-act"
  | "in-the-future"
  | "before-last-event"
  | "limit-not-over"
  | "not-corrected"
  | "nothing-to-override"
  | "reason-missing"
  | "period-missing"
  | "period-before-notice"
  | "consultation-missing"
  | "consultation-known"
  | "length-missing"
  | "amount-missing"
  | "outcome-missing"
  | "article-missing"
  | "reasons-missing"
  | "remedy-missing"
  | "remedy-wrong"
  | "seal-missing";

/** What is remarked on an act that is allowed. */
export type ActWarningCode = "correction-late" | "corrected-late" | "paid-late" | "reply-late" | "confirmation-late";

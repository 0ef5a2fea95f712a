import type { PlainDate } from "../plain-date.ts";
import type { OutcomeCode } from "../outcomes/outcome.ts";
import type { Channel } from "../receipt/receipt.ts";

export const APPLICANT_KINDS = ["natural", "business", "research", "welfare", "legal", "other"] as const;
export type ApplicantKind = (typeof APPLICANT_KINDS)[number];

/** The events that move a case or its clock, in the order in which a case usually meets them. */
export const EVENT_TYPES = [
  "submitted",
  "confirmed",
  "correctionAsked",
  "corrected",
  "correctionExpired",
  "reasonsAsked",
  "reasonsGiven",
  "consultationSent",
  "opinionReceived",
  "opinionExpired",
  "extended",
  "feeNotified",
  "feePaid",
  "feeExpired",
  "replied",
  "delivered",
  "withdrawn",
  "reopened",
  "closed",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const CONSULTED = ["thirdParty", "organ"] as const;
export type Consulted = (typeof CONSULTED)[number];
export const POSITIONS = ["agree", "object", "none"] as const;

interface Happened<Type extends string> {
  readonly type: Type;
  readonly on: PlainDate;
}

/** Events with nothing to add but their date. */
type BareType = Exclude<
  EventType,
  "correctionAsked" | "consultationSent" | "opinionReceived" | "opinionExpired" | "extended" | "feeNotified" | "replied" | "reopened"
>;

/** Something that happened to an application. */
export type CaseEvent =
  | { [Type in BareType]: Happened<Type> }[BareType]
  /** `by`: until when the applicant may correct. */
  | (Happened<"correctionAsked"> & { readonly by?: PlainDate })
  /** `receivedOn`: when the letter reached the one consulted, from which its limit runs. */
  | (Happened<"consultationSent"> & { readonly with: Consulted; readonly id: string; readonly receivedOn?: PlainDate })
  | (Happened<"opinionReceived"> & { readonly id: string; readonly position: (typeof POSITIONS)[number] })
  | (Happened<"opinionExpired"> & { readonly id: string })
  /** `days`: working days. `approvedBy`: the role that approved, where the file tells it. */
  | (Happened<"extended"> & { readonly days: number; readonly approvedBy?: string })
  /** `amount`: yuan. */
  | (Happened<"feeNotified"> & { readonly amount?: number; readonly receivedOn?: PlainDate })
  | (Happened<"replied"> & { readonly outcome: OutcomeCode; readonly article?: string })
  /** `days`: working days set by the decision or judgment. */
  | (Happened<"reopened"> & { readonly days?: number })
  /** Any other event: assignments, steps of review, notes. It may name a stage of the work and never moves the clock. */
  | (Happened<"noted"> & { readonly name: string });

/** An application as it travels between systems. */
export interface ApplicationCase {
  readonly kind: "application";
  readonly agency?: string;
  readonly number?: string;
  readonly applicant: { readonly kind: ApplicantKind };
  readonly channel: Channel;
  readonly events: readonly CaseEvent[];
}

export const REMEDIES = ["reconsideration", "litigationDirect", "litigationAfter"] as const;
export type RemedyKind = (typeof REMEDIES)[number];
export const REMEDY_RESULTS = ["upheld", "corrected", "other"] as const;
export type RemedyResult = (typeof REMEDY_RESULTS)[number];

export type RemedyEvent =
  | Happened<"filed">
  | (Happened<"decided"> & { readonly result: RemedyResult })
  | (Happened<"noted"> & { readonly name: string });

/** A reconsideration or a lawsuit about disclosure. */
export interface RemedyCase {
  readonly kind: "remedy";
  readonly agency?: string;
  readonly number?: string;
  readonly remedy: RemedyKind;
  readonly events: readonly RemedyEvent[];
}

export type CaseFile = ApplicationCase | RemedyCase;

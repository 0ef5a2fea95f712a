import type { ApplicantKind, Channel, OrganKind, OutcomeCode, PlainDate, RemedyVariant } from "@gongkai/statute";
import type { FieldName } from "./letter-fields.ts";
import type { LetterSettings } from "../agencies/index.ts";

/** Values as they are stored: dates as `2026-03-02`, choices by their code, everything else as it is printed. */
export type FieldValues = { readonly [Name in FieldName]?: string };

/** Everything a letter is made of. No database, no clock: what is not here does not stand in the letter. */
export interface LetterFacts {
  /** Date of the letter. */
  readonly on: PlainDate;
  /** As printed; null in a preview and for forms that bear none. */
  readonly number: string | null;
  /** What a receiver checks the letter's number with; null in a preview. */
  readonly code: string | null;
  readonly agency: LetterAgency;
  readonly addressee: Addressee;
  readonly application: LetterApplication | null;
  /** Of letters that may be challenged. */
  readonly answer: LetterAnswer | null;
  /** Served by e-mail or in the account: the letter must name a channel on the internet for reconsideration (ARL 22). */
  readonly isServedOnline: boolean;
  /** What the officer filled in. */
  readonly fields: FieldValues;
}

export interface Addressee {
  readonly name: string;
  readonly kind: "person" | "organisation" | "consulted" | "units" | "file";
}

export interface LetterAgency {
  readonly name: string;
  /** 机关代字; the short name stands in where the organ has none. */
  readonly mark: string;
  readonly remedyKind: OrganKind;
  /** The nearest government above the organ, by name. */
  readonly governmentAbove: string | null;
  readonly contact: {
    readonly office?: string | undefined;
    readonly address?: string | undefined;
    readonly postcode?: string | undefined;
    readonly telephone?: string | undefined;
    readonly fax?: string | undefined;
    readonly email?: string | undefined;
    readonly hours?: string | undefined;
  };
  readonly settings: LetterSettings;
}

export interface LetterAnswer {
  /** Null for a notice to a third party. */
  readonly outcome: OutcomeCode | null;
  /** As the act cites it, such as 第十六条第一款. */
  readonly article: string | null;
  readonly remedy: RemedyVariant;
}

/** The person or organisation that applies, as far as whoever reads may know. */
export interface LetterApplicant {
  readonly name: string;
  readonly kind: ApplicantKind;
  readonly paper?: string | undefined;
  readonly representative?: string | undefined;
  readonly agent?: string | undefined;
  readonly telephone?: string | undefined;
  readonly address?: string | undefined;
  readonly email?: string | undefined;
}

interface SentLetter {
  readonly on: PlainDate;
  readonly number: string | null;
}

export interface LetterApplication {
  readonly registration: string | null;
  readonly receivedOn: PlainDate | null;
  readonly channel: Channel;
  readonly correctedOn: PlainDate | null;
  readonly dueOn: PlainDate | null;
  readonly applicant: LetterApplicant;
  readonly request: {
    readonly title: string;
    readonly description: string;
    readonly documentNumber: string | null;
    readonly period: string | null;
    readonly carrier: string;
    readonly delivery: string;
  };
  readonly unit: string | null;
  readonly correctionAsked: (SentLetter & { readonly by: PlainDate | null }) | null;
  readonly feeNotified: (SentLetter & { readonly amount: number | null }) | null;
  readonly consultation:
    | (SentLetter & { readonly position: "agree" | "object" | "none" | null; readonly opinionOn: PlainDate | null })
    | null;
  /** When a third party objected. */
  readonly objectedOn: PlainDate | null;
  /** The last answer of the case. */
  readonly reply: { readonly title: string; readonly number: string | null } | null;
  /** The first answer to the same applicant about the same information, in an earlier case. */
  readonly earlierReply: SentLetter | null;
}

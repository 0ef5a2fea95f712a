import type { Rule } from "../rule.ts";

/** How an application ends. The code fixes the letter, its article, the remedy it names and the row of table 3 it counts in. */
export const OUTCOME_CODES = [
  "alreadyPublic",
  "granted",
  "partial",
  "denied.secret",
  "denied.law",
  "denied.safety",
  "denied.thirdParty",
  "denied.internal",
  "denied.process",
  "denied.enforcement",
  "denied.inquiry",
  "nonexistent",
  "otherOrgan",
  "unavailable.notHeld",
  "unavailable.needsCreation",
  "unavailable.unclear",
  "unhandled.petition",
  "unhandled.duplicate",
  "unhandled.publication",
  "unhandled.abusive",
  "unhandled.reconfirm",
  "otherHandling",
  "otherHandling.uncorrected",
  "otherHandling.unpaid",
  "otherHandling.misc",
] as const;
export type OutcomeCode = (typeof OUTCOME_CODES)[number];

/** The editions of the annual report's form: 2019 for the reports on 2019 and 2020, 2021 from then on. */
export type Edition = "2019" | "2021";

/** The edition in which a year is reported. */
export function editionOfYear(year: number): Edition {
  return year <= 2020 ? "2019" : "2021";
}

/**
 * The remedy paragraph of a letter: reconsideration before any lawsuit; either at choice; none by law; or what the organ
 * lays down, because the law is unsettled.
 */
export type RemedyVariant = "reconsiderFirst" | "either" | "none" | "configurable";

export interface Outcome extends Rule {
  readonly kind: "outcome";
  readonly code: OutcomeCode;
  /** What the office calls it. */
  readonly label: string;
  /** The title of the letter. */
  readonly letter: string;
  /** Under the law in force from 2024; for earlier letters ask `remedyVariant`. */
  readonly remedy: RemedyVariant;
  /** The row of table 3. */
  readonly rows: Readonly<Record<Edition, string>>;
  readonly cases: readonly { readonly when: string; readonly edition: Edition; readonly row: string }[];
}

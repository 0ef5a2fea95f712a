import { type OutcomeCode, type PlainDate, type RemedyVariant, remedyVariant, rowOf } from "@gongkai/statute";
import { answerLetter } from "./letter-kinds.ts";
import { articleInWords } from "./letter-values.ts";

/** What choosing an outcome fixes, all at once. */
export interface Consequences {
  readonly outcome: OutcomeCode;
  readonly kind: string;
  readonly title: string;
  /** As the letter cites it; "" when the outcome has no article of its own. */
  readonly article: string;
  readonly remedy: RemedyVariant;
  /** The row of table 3 in the edition of 2021. */
  readonly row: string;
}

/** Letter, article, remedy paragraph and row of table 3 of an answer on a day. */
export function consequencesOf(outcome: OutcomeCode, on: PlainDate, article?: string): Consequences {
  const { kind, title } = answerLetter(outcome);
  return {
    outcome,
    kind,
    title,
    article: articleInWords(outcome, article ?? null),
    remedy: printedRemedy(outcome, on, article),
    row: rowOf(outcome, "2021"),
  };
}

/** Statute's variant, as letters print it: where the law is unsettled, either way is named. */
export function printedRemedy(outcome: OutcomeCode, on: PlainDate, article?: string | null): RemedyVariant {
  const wanted = remedyVariant(outcome, { on, ...(article === undefined || article === null || article === "" ? {} : { article }) });
  return wanted === "configurable" ? "either" : wanted;
}

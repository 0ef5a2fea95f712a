import type { ActName, OutcomeCode, RemedyVariant } from "@gongkai/statute";
import type { FieldName } from "./letter-fields.ts";

/** The series letters are numbered in. Each adds its own sign to the organ's mark, so no two letters bear the same number. */
export const SERIES = {
  reply: "",
  receipt: "收",
  correction: "补",
  reasons: "说",
  extension: "延",
  consultation: "征",
  thirdParty: "告",
  fee: "费",
  cooperation: "协",
  rectification: "更",
} as const;
export type Series = keyof typeof SERIES;

/** A letter of the process (process.md §4) as data: who gets it, what belongs in it, and our wording. */
export interface LetterKind {
  readonly kind: string;
  /** As printed under the organ's name; organs may print another. */
  readonly title: string;
  /** What the letter is for, for whoever edits its template. */
  readonly purpose: string;
  /** Null: a form for the file, which bears no number of its own. */
  readonly series: Series | null;
  readonly to: "applicant" | "consulted" | "units" | "file";
  /** The acts that bring it about. None: it is issued by itself. */
  readonly acts: readonly ActName[];
  /** The answer it is; its article, remedy paragraph and row of table 3 follow from it. */
  readonly outcome?: OutcomeCode;
  /** The remedy paragraph of a letter that is no answer but may be challenged. */
  readonly remedy?: RemedyVariant;
  /** The act stands without it and the letter may follow: it proves what was done, and decides nothing. */
  readonly mayFollow: boolean;
  /** The law it rests on. */
  readonly cites: string;
  /** What must stand in the template and must not be empty in a letter. */
  readonly mandatory: readonly FieldName[];
  /** See `fill-template.ts` for the few signs they may carry. */
  readonly lines: readonly string[];
}

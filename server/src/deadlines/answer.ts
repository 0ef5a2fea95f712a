import type { Confidence, PlainDate } from "@gongkai/statute";

/** A day of the calendar as the page shows it: marked by a word and a pattern, with its reason. */
export interface ShownDay {
  readonly date: PlainDate;
  readonly mark: "counted" | "weekend" | "holiday" | "paused" | "stopped";
  readonly isMakeUp: boolean;
  readonly isAssumed: boolean;
  /** The how-manieth day it is; null where it does not count, or where only the length is known in months. */
  readonly number: number | null;
  readonly reason: string;
  readonly isStart: boolean;
  readonly isEnd: boolean;
}

/** A sentence with what it rests on. */
export interface Reason {
  readonly text: string;
  readonly cites: string;
  readonly confidence: Confidence;
}

export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** What the calculator found. */
export interface Answer {
  /** What the date is, e.g. `答复期限`. */
  readonly name: string;
  /** Null: no limit runs; `instead` says what is the matter. */
  readonly on: PlainDate | null;
  readonly instead?: string;
  readonly isProvisional: boolean;
  readonly isOverdue: boolean;
  /** The question in words, for paper. */
  readonly asked: readonly Fact[];
  readonly facts: readonly Fact[];
  /** Remarks a reader must not miss. */
  readonly remarks: readonly string[];
  readonly because: readonly Reason[];
  readonly acts: readonly OfferedAct[];
  readonly days: readonly ShownDay[];
  /** The days worth a line of their own, where these are not all: a period by the calendar skips none. */
  readonly listed?: readonly ShownDay[];
  /** There are too many days to show them one by one. */
  readonly isLong: boolean;
  /** The same as JSON. */
  readonly json?: string;
}

/** What may be done now. */
export interface OfferedAct {
  readonly label: string;
  readonly by: string;
  readonly consequence: string;
  readonly cites: string;
  readonly remarks: readonly string[];
}

/** What is wrong with a field, by the name of the field in the form. */
export interface Problem {
  readonly field: string;
  readonly message: string;
  /** Which row of a history it is in, for the summary. */
  readonly row?: number;
}

export type Worked = { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Beyond about a year and a half a calendar of days helps nobody. */
export const MOST_DAYS = 550;

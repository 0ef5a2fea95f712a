import type { Report } from "@gongkai/annual-report";
import type { DocNote } from "@gongkai/document";

/** What became of one input: a report, or the reason there is none. */
export type Loaded = LoadedReport | NotLoaded;

export interface LoadedReport {
  readonly file: string;
  readonly report: Report;
  /** What the reader noticed about the document. */
  readonly notes: readonly DocNote[];
}

export interface NotLoaded {
  readonly file: string;
  readonly error: Refused;
}

export interface Refused {
  /** A short English code, stable for programs. */
  readonly refusal: string;
  /** One Chinese sentence. */
  readonly message: string;
}

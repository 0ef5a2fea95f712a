import type { EditionId, Report } from "@gongkai/annual-report";
import type { Organ } from "./schema.ts";

/** What is kept of a published report; see `StoredReport` in schema.ts for every field. */
export interface StoredReport {
  readonly organ: Organ;
  readonly publishedOn: string;
  readonly recordedAt: string;
  readonly source: string;
  readonly note?: string;
  readonly demo?: "made-up" | "excerpt";
  readonly report: PublishedContent;
}

/** A report fit to be published: its edition and year are known; findings are made anew whenever it is shown. */
export type PublishedContent = Pick<Report, "agency" | "title" | "sections" | "cells" | "states" | "sources"> & {
  readonly edition: EditionId;
  readonly year: number;
};

/** A report on the shelf. */
export interface PublishedReport extends StoredReport {
  /** SHA-256 of the canonical JSON of the stored report, in hexadecimal. */
  readonly hash: string;
}

/** The report as the rules, the comparison and the composer want it. */
export function asReport({ report }: StoredReport): Report {
  return { ...report, findings: [] };
}

/** Whose report of which year, e.g. `yunxi-jiaoyu/2024`: its address and its key. */
export function keyOf({ organ, report }: StoredReport): string {
  return `${organ.slug}/${report.year}`;
}

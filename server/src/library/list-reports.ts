import type { EditionId } from "@gongkai/annual-report";
import { keyFiguresOf } from "./key-figures.ts";
import type { PublishedReport } from "./published-report.ts";
import type { Organ } from "./schema.ts";
import type { Shelf } from "./shelf.ts";

export interface ReportFilter {
  /** Part of the organ's name. */
  readonly organ?: string | undefined;
  readonly region?: string | undefined;
  readonly level?: Organ["level"] | undefined;
  readonly year?: number | undefined;
  readonly edition?: EditionId | undefined;
}

export const SORTS = ["year", "organ", "published", "received"] as const;
export const ORDERS = ["asc", "desc"] as const;
export type Sort = (typeof SORTS)[number];
export type Order = (typeof ORDERS)[number];

export interface Paging {
  readonly sort: Sort;
  readonly order: Order;
  /** Counted from 1. */
  readonly page: number;
  readonly pageSize: number;
}

export interface ReportPage {
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly pages: number;
  readonly reports: readonly PublishedReport[];
}

/** Reports that match every part of the filter, in the shelf's order. */
export function filterReports(
  reports: readonly PublishedReport[],
  { organ = "", region, level, year, edition }: ReportFilter,
): PublishedReport[] {
  const words = organ.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  return reports.filter(
    (one) =>
      words.every((word) => one.organ.name.toLowerCase().includes(word) || one.organ.slug.includes(word)) &&
      (region === undefined || one.organ.regions.includes(region)) &&
      (level === undefined || one.organ.level === level) &&
      (year === undefined || one.report.year === year) &&
      (edition === undefined || one.report.edition === edition),
  );
}

/** One page of the reports that match. A page past the end is the last one. */
export function listReports(shelf: Shelf, filter: ReportFilter, { sort, order, page, pageSize }: Paging): ReportPage {
  const found = filterReports(shelf.reports, filter);
  const sorted = sort === "organ" && order === "asc" ? found : sortReports(found, sort, order);
  const pages = Math.max(1, Math.ceil(found.length / pageSize));
  const current = Math.min(Math.max(1, page), pages);
  return { total: found.length, page: current, pageSize, pages, reports: sorted.slice((current - 1) * pageSize, current * pageSize) };
}

const byName = new Intl.Collator("zh-CN").compare;

const COMPARE = {
  year: (a, b) => a.report.year - b.report.year,
  organ: (a, b) => byName(a.organ.name, b.organ.name),
  published: (a, b) => (a.publishedOn < b.publishedOn ? -1 : a.publishedOn > b.publishedOn ? 1 : 0),
  received: (a, b) => (keyFiguresOf(a.report).received ?? -1) - (keyFiguresOf(b.report).received ?? -1), // unknown below none
} as const satisfies Record<Sort, (a: PublishedReport, b: PublishedReport) => number>;

/** Equals stay in the shelf's order, so pages never overlap. */
function sortReports(reports: readonly PublishedReport[], sort: Sort, order: Order): PublishedReport[] {
  const sign = order === "asc" ? 1 : -1;
  return reports.toSorted((a, b) => sign * COMPARE[sort](a, b));
}

import { createHash } from "node:crypto";
import { keyOf, type PublishedReport } from "./published-report.ts";
import type { Organ } from "./schema.ts";

/** All published reports at one moment, ready to be looked up. */
export interface Shelf {
  /** Changes when and only when something on the shelf changes. */
  readonly version: string;
  /** The instant of the latest publication, ISO 8601; undefined for an empty shelf. */
  readonly changedAt: string | undefined;
  /** By organ name, then year. */
  readonly reports: readonly PublishedReport[];
  readonly organs: readonly ShelvedOrgan[];
  /** Years with a report, newest first. */
  readonly years: readonly number[];
  /** Regions, the outermost of each organ first, in order of names. */
  readonly regions: readonly string[];
  findOrgan(slug: string): ShelvedOrgan | undefined;
  findReport(slug: string, year: number): PublishedReport | undefined;
}

export interface ShelvedOrgan {
  readonly organ: Organ;
  /** Oldest first. */
  readonly reports: readonly PublishedReport[];
}

const byName = new Intl.Collator("zh-CN").compare;

/** Puts reports in order. Of an organ's facts those of its newest report hold. */
export function createShelf(unordered: readonly PublishedReport[]): Shelf {
  const bySlug = new Map<string, PublishedReport[]>();
  for (const report of unordered) {
    const known = bySlug.get(report.organ.slug);
    if (known === undefined) bySlug.set(report.organ.slug, [report]);
    else known.push(report);
  }
  const organs = [...bySlug.values()]
    .map((ofOrgan): ShelvedOrgan => {
      const reports = ofOrgan.sort((a, b) => a.report.year - b.report.year);
      const newest = reports.at(-1) as PublishedReport; // made with one report at least
      return { organ: newest.organ, reports };
    })
    .sort((a, b) => byName(a.organ.name, b.organ.name));
  const reports = organs.flatMap((one) => one.reports);
  const organsBySlug = new Map(organs.map((one) => [one.organ.slug, one]));
  const byKey = new Map(reports.map((report) => [keyOf(report), report]));
  return {
    version: createHash("sha256")
      .update(reports.map((report) => report.hash).join())
      .digest("hex")
      .slice(0, 16),
    changedAt: latest(reports),
    reports,
    organs,
    years: [...new Set(reports.map(({ report }) => report.year))].sort((a, b) => b - a),
    regions: [...new Set(organs.flatMap(({ organ }) => organ.regions))].sort(byName),
    findOrgan: (slug) => organsBySlug.get(slug),
    findReport: (slug, year) => byKey.get(`${slug}/${year}`),
  };
}

/** Instants may be written with different offsets, so they are compared as instants. */
function latest(reports: readonly PublishedReport[]): string | undefined {
  return reports
    .map((report) => report.recordedAt)
    .reduce<string | undefined>((a, b) => (a === undefined || instantOf(b) > instantOf(a) ? b : a), undefined);
}

/** Milliseconds since 1970 of an ISO instant. */
export function instantOf(iso: string): number {
  // oxlint-disable-next-line no-restricted-globals -- reads a given instant; asks no clock
  return Date.parse(iso);
}

import { type AddedReport, type EditionId, type Finding, mergeReports, type Report } from "@gongkai/annual-report";
import { filterReports } from "./list-reports.ts";
import { asReport, type PublishedReport } from "./published-report.ts";
import type { Organ } from "./schema.ts";
import type { Shelf } from "./shelf.ts";

export interface RegionSum {
  readonly year: number;
  readonly edition: EditionId;
  readonly region: string | undefined;
  readonly level: Organ["level"] | undefined;
  /** The sum, and what was added; undefined where there is no report. */
  readonly merged: Report | undefined;
  readonly added: readonly { readonly published: PublishedReport; readonly leftOut: AddedReport["leftOut"] }[];
  readonly findings: readonly Finding[];
  /** Reports of the same year and region in the other edition, which cannot be added. */
  readonly otherEdition: readonly PublishedReport[];
}

export interface RegionQuestion {
  readonly year: number;
  readonly region?: string | undefined;
  readonly level?: Organ["level"] | undefined;
  /** The edition most reports of that year use when left out. */
  readonly edition?: EditionId | undefined;
}

/** Adds up the reports of one year and one edition, of a region or of all. */
export function sumRegion(shelf: Shelf, { year, region, level, edition }: RegionQuestion): RegionSum {
  const found = filterReports(shelf.reports, { year, region, level });
  const of = (one: EditionId): PublishedReport[] => found.filter(({ report }) => report.edition === one);
  const chosen = edition ?? (of("2019").length > of("2021").length ? "2019" : "2021");
  const reports = of(chosen);
  const result = mergeReports(reports.map(asReport));
  const otherEdition = of(chosen === "2019" ? "2021" : "2019");
  if (!result.ok) return { year, edition: chosen, region, level, merged: undefined, added: [], findings: [], otherEdition };
  return {
    year,
    edition: chosen,
    region,
    level,
    merged: result.merged,
    added: reports.flatMap((published, index) => {
      const leftOut = result.added[index]?.leftOut;
      return leftOut === undefined ? [] : [{ published, leftOut }];
    }),
    findings: result.merged.findings,
    otherEdition,
  };
}

import { composeTitle, EDITIONS, nameCell } from "@gongkai/annual-report";
import type { z } from "zod";
import type { PublishedReport as PublishedReportSchema, ReportList, ReportListQuery, ReportSummary, Series } from "./api-schema.ts";
import { checkPublished } from "./check-published.ts";
import { keyFiguresOf } from "./key-figures.ts";
import { LICENCE } from "./licence.ts";
import type { ReportPage } from "./list-reports.ts";
import { keyOf, type PublishedReport } from "./published-report.ts";
import type { Shelf, ShelvedOrgan } from "./shelf.ts";

/** A report in a list. */
export function presentSummary(published: PublishedReport): z.input<typeof ReportSummary> {
  const { organ, publishedOn, demo, hash, report } = published;
  const key = keyOf(published);
  return {
    organ,
    year: report.year,
    edition: report.edition,
    title: composeTitle(report),
    publishedOn,
    demo: demo ?? null,
    hash,
    figures: keyFiguresOf(report),
    links: { page: `/reports/${key}`, report: `/api/v1/reports/${key}`, json: `/reports/${key}/report.json` },
  };
}

/** A page of a list, with the address of the next. */
export function presentList(page: ReportPage, query: z.output<typeof ReportListQuery>): z.input<typeof ReportList> {
  const { reports, ...counts } = page;
  const next = page.page < page.pages ? `/api/v1/reports?${toQuery({ ...query, page: page.page + 1 })}` : null;
  return { ...counts, next, licence: LICENCE, reports: reports.map(presentSummary) };
}

function toQuery(values: Readonly<Record<string, string | number | undefined>>): string {
  return new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ).toString();
}

/** A whole report with its hash and what the rules find. */
export function presentReport(shelf: Shelf, published: PublishedReport): z.input<typeof PublishedReportSchema> {
  return { ...published, licence: LICENCE, findings: checkPublished(shelf, published) } as z.input<typeof PublishedReportSchema>; // the schema's arrays and records are written as changeable
}

/** All figures of an organ over the years, cells in the order of the forms: first those of the newer. */
export function presentSeries({ organ, reports }: ShelvedOrgan): z.input<typeof Series> {
  const editions = new Set(reports.map(({ report }) => report.edition));
  const keys = new Set(
    (["2021", "2019"] as const).filter((one) => editions.has(one)).flatMap((one) => EDITIONS[one].cells.map(({ key }) => key)),
  );
  return {
    organ,
    years: reports.map(({ report }) => ({ year: report.year, edition: report.edition })),
    cells: [...keys].map((cell) => ({ cell, name: nameCell(cell), values: reports.map(({ report }) => report.cells[cell] ?? null) })),
    licence: LICENCE,
  };
}

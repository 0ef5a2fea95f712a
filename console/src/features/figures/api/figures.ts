import { DraftReport, RegionFigures, SnapshotTaken, YearFigures } from "@gongkai/server/contract";
import { queryOptions } from "@tanstack/react-query";
import type { Http } from "../../../lib/http.ts";

export const figuresKey = (agency: string) => ["figures", agency] as const;

/** Tables 3 and 4 of a year, derived from the cases; the snapshot beside them. */
export function figuresQuery(http: Http, agency: string, year: number) {
  return queryOptions({
    queryKey: [...figuresKey(agency), year],
    queryFn: ({ signal }) => http.read(`/agencies/${agency}/figures/${year}`, YearFigures, signal),
  });
}

/** The draft of the annual report as far as the ledger knows it. */
export function reportQuery(http: Http, agency: string, year: number) {
  return queryOptions({
    queryKey: [...figuresKey(agency), year, "report"],
    queryFn: ({ signal }) => http.read(`/agencies/${agency}/figures/${year}/report`, DraftReport, signal),
  });
}

/** The organ and those below it. */
export function regionQuery(http: Http, agency: string, year: number) {
  return queryOptions({
    queryKey: ["region-figures", agency, year],
    queryFn: ({ signal }) => http.read(`/agencies/${agency}/region-figures/${year}`, RegionFigures, signal),
  });
}

export function takeSnapshot(http: Http, agency: string, year: number, version: number, key: string) {
  return http.send("POST", `/agencies/${agency}/figures/${year}/snapshot`, { body: { version }, answer: SnapshotTaken, key });
}

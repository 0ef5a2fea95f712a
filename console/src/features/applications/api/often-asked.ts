import { OftenAsked } from "@gongkai/server/contract";
import { queryOptions } from "@tanstack/react-query";
import { type Http, queryString } from "../../../lib/http.ts";
import { applicationsKey } from "./list-applications.ts";

/** What several applicants asked for within a year (Art. 44). */
export function oftenAskedQuery(http: Http, agency: string, least: number | undefined) {
  return queryOptions({
    queryKey: [...applicationsKey(agency), "often-asked", least],
    queryFn: ({ signal }) => http.read(`/agencies/${agency}/applications/often-asked${queryString({ least })}`, OftenAsked, signal),
  });
}

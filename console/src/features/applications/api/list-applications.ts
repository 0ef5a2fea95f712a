import { ApplicationList } from "@gongkai/server/contract";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Http } from "../../../lib/http.ts";
import { type ApplicationFilter, toQueryString } from "../list-filter.ts";

export const applicationsKey = (agency: string) => ["applications", agency] as const;

/** A page of the list; while the next one is fetched the former stays. */
export function applicationsQuery(http: Http, agency: string, filter: Partial<ApplicationFilter> & { readonly pageSize: number }) {
  return queryOptions({
    queryKey: [...applicationsKey(agency), filter],
    queryFn: ({ signal }) => http.read(`/agencies/${agency}/applications${toQueryString(filter)}`, ApplicationList, signal),
    placeholderData: keepPreviousData,
  });
}

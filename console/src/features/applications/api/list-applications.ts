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

/** The most the server gives at once. */
const PAGE = 200;
/** More rows than anybody reads in a sheet at once; the case-file export has the rest. */
export const MOST_EXPORTED = 10_000;

/** Every matching application, page by page, for a sheet. */
export async function readAllApplications(
  http: Http,
  agency: string,
  filter: Partial<ApplicationFilter>,
  onProgress: (done: number) => void,
) {
  const all: ApplicationList["applications"][number][] = [];
  for (let page = 1; all.length < MOST_EXPORTED; page++) {
    const query = toQueryString({ ...filter, page, pageSize: PAGE });
    const { applications, total } = await http.read(`/agencies/${agency}/applications${query}`, ApplicationList);
    all.push(...applications);
    onProgress(all.length);
    if (applications.length < PAGE || all.length >= total) break;
  }
  return all;
}

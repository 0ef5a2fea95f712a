import { AuditPage } from "@gongkai/server/contract";
import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import { type Http, queryString } from "../../../lib/http.ts";

/** Entries of an organ's ledger, newest first, a page at a time. */
export function auditQuery(http: Http, agency: string, filters: object) {
  return infiniteQueryOptions({
    queryKey: ["audit", agency, filters],
    queryFn: ({ signal, pageParam }) =>
      http.read(`/agencies/${agency}/audit${queryString({ ...filters, before: pageParam })}`, AuditPage, signal),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

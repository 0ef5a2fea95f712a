import { Today } from "@gongkai/server/contract";
import { queryOptions } from "@tanstack/react-query";
import type { Http } from "../../../lib/http.ts";

/** What waits today. */
export function todayQuery(http: Http, agency: string) {
  return queryOptions({
    queryKey: ["today", agency],
    queryFn: ({ signal }) => http.read(`/agencies/${agency}/today`, Today, signal),
    refetchInterval: 5 * 60_000,
  });
}

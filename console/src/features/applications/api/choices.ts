import { PostList, UnitList } from "@gongkai/server/contract";
import { queryOptions } from "@tanstack/react-query";
import type { Http } from "../../../lib/http.ts";

/** Divisions of the organ. */
export function unitsQuery(http: Http, agency: string) {
  return queryOptions({
    queryKey: ["units", agency],
    queryFn: ({ signal }) => http.read(`/agencies/${agency}/units`, UnitList, signal),
    staleTime: 60_000,
  });
}

/** Posts of handlers: whom a case can be given to. */
export function handlersQuery(http: Http, agency: string) {
  return queryOptions({
    queryKey: ["posts", agency, "handler"],
    queryFn: ({ signal }) => http.read(`/agencies/${agency}/posts?role=handler`, PostList, signal),
    staleTime: 60_000,
  });
}

import { UnreadCount } from "@gongkai/server/contract";
import { queryOptions } from "@tanstack/react-query";
import type { Http } from "./http.ts";

export const unreadKey = (agency: string) => ["unread", agency] as const;

/** How many messages are unread, for the badge on every page. */
export function unreadQuery(http: Http, agency: string) {
  return queryOptions({
    queryKey: unreadKey(agency),
    queryFn: ({ signal }) => http.read(`/agencies/${agency}/messages/unread`, UnreadCount, signal),
    refetchInterval: 2 * 60_000,
  });
}

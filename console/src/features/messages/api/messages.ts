import { MessageList, type MessageQuery, type ReadMessages } from "@gongkai/server/contract";
import { infiniteQueryOptions } from "@tanstack/react-query";
import { type Http, queryString } from "../../../lib/http.ts";

export const messagesKey = (agency: string) => ["messages", agency] as const;

/** One's own messages, newest first, a page at a time. */
export function messagesQuery(http: Http, agency: string, { unread }: Pick<MessageQuery, "unread">) {
  return infiniteQueryOptions({
    queryKey: [...messagesKey(agency), unread],
    queryFn: ({ signal, pageParam }) =>
      http.read(
        `/agencies/${agency}/messages${queryString({ unread: unread ? "true" : undefined, before: pageParam })}`,
        MessageList,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
}

export function readMessages(http: Http, agency: string, body: ReadMessages, key: string) {
  return http.send("POST", `/agencies/${agency}/messages/reading`, { body, key });
}

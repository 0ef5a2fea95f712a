import {
  ApplicationList,
  type DecideRemedy,
  type FileRemedy,
  type ReceiveCopy,
  RemedyDone,
  RemedyList,
  type ReplyToRemedy,
} from "@gongkai/server/contract";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { type Http, queryString } from "../../../lib/http.ts";
import type { RemedyFilter } from "../remedy-filter.ts";

export const remediesKey = (agency: string) => ["remedies", agency] as const;

export function remediesQuery(
  http: Http,
  agency: string,
  filter: Partial<RemedyFilter> & { readonly application?: string; readonly pageSize: number },
) {
  return queryOptions({
    queryKey: [...remediesKey(agency), filter],
    queryFn: ({ signal }) => http.read(`/agencies/${agency}/remedies${queryString(filter)}`, RemedyList, signal),
    placeholderData: keepPreviousData,
  });
}

/** Applications a remedy may be about, by number or title. */
export function applicationChoicesQuery(http: Http, agency: string, q: string) {
  return queryOptions({
    queryKey: ["application-choices", agency, q],
    queryFn: ({ signal }) =>
      http.read(
        `/agencies/${agency}/applications${queryString({ q, open: false, sort: "-received", pageSize: 20 })}`,
        ApplicationList,
        signal,
      ),
    placeholderData: keepPreviousData,
  });
}

export function fileRemedy(http: Http, agency: string, body: z.input<typeof FileRemedy>, key: string) {
  return http.send("POST", `/agencies/${agency}/remedies`, { body, answer: RemedyDone, key });
}

/** Copy received, reply handed in, decided. */
export function recordStep(
  http: Http,
  agency: string,
  remedy: string,
  step: "copy" | "reply" | "decision",
  body: z.input<typeof ReceiveCopy> | z.input<typeof ReplyToRemedy> | z.input<typeof DecideRemedy>,
  key: string,
) {
  return http.send("POST", `/agencies/${agency}/remedies/${remedy}/${step}`, { body, answer: RemedyDone, key });
}

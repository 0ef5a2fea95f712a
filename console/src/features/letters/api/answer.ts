import { ActDone, ApplicationPage, type PerformAct } from "@gongkai/server/contract";
import { queryOptions } from "@tanstack/react-query";
import type { Http } from "../../../lib/http.ts";

/** The case an answer is written for. The key is that of its page: one cache for both. */
export function answeredCaseQuery(http: Http, agency: string, application: string) {
  return queryOptions({
    queryKey: ["application", agency, application],
    queryFn: ({ signal }) => http.read(`/agencies/${agency}/applications/${application}`, ApplicationPage, signal),
  });
}

/** Hands the draft in to the review chain, or answers on the spot. */
export function handInAnswer(
  http: Http,
  agency: string,
  application: string,
  act: "draftReply" | "answerOnSpot",
  body: PerformAct,
  key: string,
) {
  return http.send("POST", `/agencies/${agency}/applications/${application}/acts/${act}`, { body, answer: ActDone, key });
}

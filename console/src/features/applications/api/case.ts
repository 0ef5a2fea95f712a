import {
  ActDone,
  Applicant,
  ApplicationPage,
  type PerformAct,
  type RegisterApplication,
  type ReviewDraft,
  ReviewDone,
} from "@gongkai/server/contract";
import type { ActName } from "@gongkai/statute";
import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import type { Http } from "../../../lib/http.ts";

export const caseKey = (agency: string, application: string) => ["application", agency, application] as const;

/** Everything about one application, except who applied. */
export function caseQuery(http: Http, agency: string, application: string) {
  return queryOptions({
    queryKey: caseKey(agency, application),
    queryFn: ({ signal }) => http.read(`/agencies/${agency}/applications/${application}`, ApplicationPage, signal),
  });
}

export function registerApplication(http: Http, agency: string, body: z.input<typeof RegisterApplication>, key: string) {
  return http.send("POST", `/agencies/${agency}/applications`, { body, answer: ActDone, key });
}

export function performAct(http: Http, agency: string, application: string, act: ActName, body: PerformAct, key: string) {
  return http.send("POST", `/agencies/${agency}/applications/${application}/acts/${act}`, { body, answer: ActDone, key });
}

export function reviewDraft(http: Http, agency: string, application: string, body: ReviewDraft, key: string) {
  return http.send("POST", `/agencies/${agency}/applications/${application}/review`, { body, answer: ReviewDone, key });
}

/** Opens who applied; the server records who looked. */
export function openApplicant(http: Http, agency: string, application: string) {
  return http.send("POST", `/agencies/${agency}/applications/${application}/applicant`, { answer: Applicant });
}

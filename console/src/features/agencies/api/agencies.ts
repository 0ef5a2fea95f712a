import { type AddAgency, Agency, type ChangeAgency, type Close } from "@gongkai/server/contract";
import { queryOptions } from "@tanstack/react-query";
import type { Http } from "../../../lib/http.ts";

export const TREE_KEY = ["agencies"] as const;
export const agencyKey = (agency: string) => ["agency", agency] as const;

export function agencyQuery(http: Http, agency: string) {
  return queryOptions({ queryKey: agencyKey(agency), queryFn: ({ signal }) => http.read(`/agencies/${agency}`, Agency, signal) });
}

/** Adds an organ below another, or below nothing when `above` is the installation itself. */
export function addAgency(http: Http, above: string, body: AddAgency, key: string) {
  return http.send("POST", `/agencies/${above}/subordinates`, { body, key });
}

export function changeAgency(http: Http, agency: string, body: ChangeAgency, key: string) {
  return http.send("PATCH", `/agencies/${agency}`, { body, key });
}

export function closeAgency(http: Http, agency: string, body: Close, key: string) {
  return http.send("POST", `/agencies/${agency}/closure`, { body, key });
}

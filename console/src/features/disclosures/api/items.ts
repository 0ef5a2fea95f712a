import { type DraftFromApplication, ItemDone, type ItemDraft, ItemList, ItemPage, TextDifference } from "@gongkai/server/contract";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { type Http, queryString } from "../../../lib/http.ts";
import type { AskedItems } from "../item-filter.ts";

export const itemsKey = (agency: string) => ["items", agency] as const;
export const itemKey = (agency: string, item: string) => ["item", agency, item] as const;

const base = (agency: string) => `/agencies/${agency}/items`;

/** A page of the list; while the next one is fetched the former stays. */
export function itemsQuery(http: Http, agency: string, query: AskedItems) {
  return queryOptions({
    queryKey: [...itemsKey(agency), query],
    queryFn: ({ signal }) => http.read(`${base(agency)}${queryString(query)}`, ItemList, signal),
    placeholderData: keepPreviousData,
  });
}

/** Everything about one item. */
export function itemQuery(http: Http, agency: string, item: string) {
  return queryOptions({
    queryKey: itemKey(agency, item),
    queryFn: ({ signal }) => http.read(`${base(agency)}/${item}`, ItemPage, signal),
  });
}

/** What was changed between two versions of the text. */
export function differenceQuery(http: Http, agency: string, item: string, from: number, to: number) {
  return queryOptions({
    queryKey: ["item-difference", agency, item, from, to],
    queryFn: ({ signal }) => http.read(`${base(agency)}/${item}/difference${queryString({ from, to })}`, TextDifference, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function draftItem(http: Http, agency: string, body: z.input<typeof ItemDraft>, key: string) {
  return http.send("POST", base(agency), { body, answer: ItemDone, key });
}

/** A draft out of what was disclosed on application (Art. 44). */
export function draftFromApplication(http: Http, agency: string, body: DraftFromApplication, key: string) {
  return http.send("POST", `${base(agency)}/from-application`, { body, answer: ItemDone, key });
}

/** The acts on an item, by the last part of their address. */
export type ItemActPath =
  | "revision"
  | "mark"
  | "screening"
  | "verdicts"
  | "masks"
  | "submission"
  | "signatures"
  | "return"
  | "schedule"
  | "unschedule"
  | "publication"
  | "withdrawal"
  | "take-down"
  | "take-down-approval"
  | "validity"
  | "interpretation"
  | "re-review"
  | "archive"
  | "discard";

export function actOnItem(http: Http, agency: string, item: string, act: ItemActPath, body: { readonly version: number }, key: string) {
  return http.send("POST", `${base(agency)}/${item}/${act}`, { body, answer: ItemDone, key });
}

/** Address of a file of an item, for people of the office. */
export function itemFile(agency: string, sha256: string): string {
  return `/api/v1/agencies/${agency}/item-files/${sha256}`;
}

/** Address of the review form of an item that was handed in. */
export function reviewFormAddress(agency: string, item: string, format: "pdf" | "docx"): string {
  return `/api/v1${base(agency)}/${item}/review-form.${format}`;
}

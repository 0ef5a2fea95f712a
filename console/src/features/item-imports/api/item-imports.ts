import {
  ItemImportChanged,
  ItemImportCreated,
  ItemImportList,
  type ItemMapping,
  ItemImportPage,
  type StartItemImport,
} from "@gongkai/server/contract";
import { queryOptions } from "@tanstack/react-query";
import type { Http } from "../../../lib/http.ts";
import { isUnderWay, POLL_MILLISECONDS } from "../../../lib/import-progress.ts";

export const itemImportsKey = (agency: string) => ["item-imports", agency] as const;
const base = (agency: string) => `/agencies/${agency}/item-imports`;

/** Every taking over of the organ; asked again by itself while one is under way. */
export function itemImportsQuery(http: Http, agency: string) {
  return queryOptions({
    queryKey: itemImportsKey(agency),
    queryFn: ({ signal }) => http.read(base(agency), ItemImportList, signal),
    refetchInterval: ({ state }) => (state.data?.imports.some(isUnderWay) === true ? POLL_MILLISECONDS : false),
  });
}

/** One of them: its columns and preview while it is a draft, its progress afterwards. */
export function itemImportQuery(http: Http, agency: string, id: string) {
  return queryOptions({
    queryKey: [...itemImportsKey(agency), id],
    queryFn: ({ signal }) => http.read(`${base(agency)}/${id}`, ItemImportPage, signal),
    refetchInterval: ({ state }) => (state.data !== undefined && isUnderWay(state.data.import) ? POLL_MILLISECONDS : false),
  });
}

export function uploadItems(http: Http, agency: string, file: File) {
  const form = new FormData();
  form.append("file", file, file.name);
  return http.sendForm(base(agency), form, ItemImportCreated);
}

export function changeItemMapping(http: Http, agency: string, id: string, body: { version: number; mapping: ItemMapping }, key: string) {
  return http.send("PUT", `${base(agency)}/${id}/mapping`, { body, answer: ItemImportChanged, key });
}

export function startItemImport(http: Http, agency: string, id: string, body: StartItemImport, key: string) {
  return http.send("POST", `${base(agency)}/${id}/start`, { body, answer: ItemImportChanged, key });
}

/** Stops, or takes back. */
export function stepItemImport(http: Http, agency: string, id: string, step: "cancel" | "undo", version: number, key: string) {
  const body = step === "cancel" ? {} : { body: { version } };
  return http.send("POST", `${base(agency)}/${id}/${step}`, { ...body, answer: ItemImportChanged, key });
}

/** Where the server hands out a file of an import. */
export const sheetAddress = (agency: string, path: string) => `/api/v1${base(agency)}/${path}`;

import { ImportChanged, ImportCreated, type ImportMapping, RegisterImportList, RegisterImportPage } from "@gongkai/server/contract";
import { queryOptions } from "@tanstack/react-query";
import type { Http } from "../../../lib/http.ts";
import { isUnderWay, POLL_MILLISECONDS } from "../../../lib/import-progress.ts";

export const importsKey = (agency: string) => ["register-imports", agency] as const;
const base = (agency: string) => `/agencies/${agency}/register-imports`;

/** Every import of the organ; asked again by itself while one is under way. */
export function importsQuery(http: Http, agency: string) {
  return queryOptions({
    queryKey: importsKey(agency),
    queryFn: ({ signal }) => http.read(base(agency), RegisterImportList, signal),
    refetchInterval: ({ state }) => (state.data?.imports.some(isUnderWay) === true ? POLL_MILLISECONDS : false),
  });
}

/** One import: its columns and preview while it is a draft, its progress afterwards. */
export function importQuery(http: Http, agency: string, id: string) {
  return queryOptions({
    queryKey: [...importsKey(agency), id],
    queryFn: ({ signal }) => http.read(`${base(agency)}/${id}`, RegisterImportPage, signal),
    refetchInterval: ({ state }) => (state.data !== undefined && isUnderWay(state.data.import) ? POLL_MILLISECONDS : false),
  });
}

export function uploadRegister(http: Http, agency: string, file: File) {
  const form = new FormData();
  form.append("file", file, file.name);
  return http.sendForm(base(agency), form, ImportCreated);
}

export function changeMapping(http: Http, agency: string, id: string, body: { version: number; mapping: ImportMapping }, key: string) {
  return http.send("PUT", `${base(agency)}/${id}/mapping`, { body, answer: ImportChanged, key });
}

/** Starts, stops or takes back an import. */
export function stepImport(http: Http, agency: string, id: string, step: "start" | "cancel" | "undo", version: number, key: string) {
  const body = step === "cancel" ? {} : { body: { version } };
  return http.send("POST", `${base(agency)}/${id}/${step}`, { ...body, answer: ImportChanged, key });
}

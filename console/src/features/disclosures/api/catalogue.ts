import {
  Catalogue,
  type CatalogueEntryGiven,
  type ChangeCatalogueEntry,
  EntryDone,
  Guide,
  type MakeTransfer,
  type ReplaceTransferred,
  type SignTransfer,
  type SystemGiven,
  TransferList,
  type WriteGuide,
} from "@gongkai/server/contract";
import { queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import type { Http } from "../../../lib/http.ts";
import { ProblemError } from "../../../lib/problem.ts";

const base = (agency: string) => `/agencies/${agency}`;

export const catalogueKey = (agency: string) => ["catalogue", agency] as const;
export const guideKey = (agency: string) => ["guide", agency] as const;
export const systemsKey = (agency: string) => ["systems", agency] as const;
export const transfersKey = (agency: string) => ["transfers", agency] as const;

/** The statutory tree and the organ's entries under it. */
export function catalogueQuery(http: Http, agency: string) {
  return queryOptions({
    queryKey: catalogueKey(agency),
    queryFn: ({ signal }) => http.read(`${base(agency)}/catalogue`, Catalogue, signal),
    staleTime: 60_000,
  });
}

export function saveEntry(
  http: Http,
  agency: string,
  { entry, body }: { readonly entry: string | undefined; readonly body: CatalogueEntryGiven | ChangeCatalogueEntry },
  key: string,
) {
  return entry === undefined
    ? http.send("POST", `${base(agency)}/catalogue`, { body, answer: EntryDone, key })
    : http.send("PUT", `${base(agency)}/catalogue/${entry}`, { body, answer: EntryDone, key });
}

export function closeEntry(http: Http, agency: string, entry: string, version: number, key: string) {
  return http.send("POST", `${base(agency)}/catalogue/${entry}/closure`, { body: { version }, answer: EntryDone, key });
}

/** The catalogue as a sheet. */
export function catalogueFile(agency: string): string {
  return `/api/v1${base(agency)}/catalogue.xlsx`;
}

const WrittenGuide = z.object({ guide: Guide, updatedOn: z.string(), version: z.int() });
export type WrittenGuide = z.infer<typeof WrittenGuide>;

/** The guide; null until it is written. */
export function guideQuery(http: Http, agency: string) {
  return queryOptions({
    queryKey: guideKey(agency),
    queryFn: async ({ signal }): Promise<WrittenGuide | null> => {
      try {
        return await http.read(`${base(agency)}/guide`, WrittenGuide, signal);
      } catch (fault) {
        if (fault instanceof ProblemError && fault.status === 404) return null;
        throw fault;
      }
    },
  });
}

export function writeGuide(http: Http, agency: string, body: WriteGuide, key: string) {
  return http.send("PUT", `${base(agency)}/guide`, { body, answer: EntryDone, key });
}

const System = z.object({
  id: z.uuid(),
  title: z.string(),
  fields: z.object({ documentNumber: z.string(), html: z.string() }),
  updatedOn: z.string(),
  version: z.int(),
});
export type System = z.infer<typeof System>;
const SystemList = z.object({ systems: z.array(System) });

export function systemsQuery(http: Http, agency: string) {
  return queryOptions({
    queryKey: systemsKey(agency),
    queryFn: ({ signal }) => http.read(`${base(agency)}/systems`, SystemList, signal),
  });
}

export function saveSystem(
  http: Http,
  agency: string,
  { page, body }: { readonly page: string | undefined; readonly body: SystemGiven },
  key: string,
) {
  return page === undefined
    ? http.send("POST", `${base(agency)}/systems`, { body, answer: EntryDone, key })
    : http.send("PUT", `${base(agency)}/systems/${page}`, { body, answer: EntryDone, key });
}

export function closeSystem(http: Http, agency: string, page: string, version: number, key: string) {
  return http.send("POST", `${base(agency)}/systems/${page}/closure`, { body: { version }, answer: EntryDone, key });
}

export function transfersQuery(http: Http, agency: string) {
  return queryOptions({
    queryKey: transfersKey(agency),
    queryFn: ({ signal }) => http.read(`${base(agency)}/transfers`, TransferList, signal),
  });
}

export function makeTransfer(http: Http, agency: string, body: MakeTransfer, key: string) {
  return http.send("POST", `${base(agency)}/transfers`, { body, answer: EntryDone, key });
}

export function signTransfer(http: Http, agency: string, batch: string, body: SignTransfer, key: string) {
  return http.send("POST", `${base(agency)}/transfers/${batch}/receipt`, { body, answer: EntryDone, key });
}

export function replaceTransferred(http: Http, agency: string, batch: string, body: ReplaceTransferred, key: string) {
  return http.send("POST", `${base(agency)}/transfers/${batch}/replacement`, { body, answer: EntryDone, key });
}

export function transferFile(agency: string, batch: string, format: "docx" | "xlsx"): string {
  return `/api/v1${base(agency)}/transfers/${batch}/file?format=${format}`;
}

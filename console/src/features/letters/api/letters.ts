import {
  LetterDraft,
  LetterIssued,
  LetterKindList,
  LetterList,
  LetterPreview,
  LetterRemoved,
  LetterSaved,
  type PreviewLetter,
  type SaveLetter,
} from "@gongkai/server/contract";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import type { Http } from "../../../lib/http.ts";

export const lettersKey = (agency: string, application: string) => ["letters", agency, application] as const;

const base = (agency: string, application: string) => `/agencies/${agency}/applications/${application}/letters`;

/** Drafts and issued letters of a case. */
export function lettersQuery(http: Http, agency: string, application: string) {
  return queryOptions({
    queryKey: lettersKey(agency, application),
    queryFn: ({ signal }) => http.read(base(agency, application), LetterList, signal),
  });
}

/** Every kind of letter with its fields, and what an outcome fixes. */
export function letterKindsQuery(http: Http, agency: string) {
  return queryOptions({
    queryKey: ["letter-kinds", agency],
    queryFn: ({ signal }) => http.read(`/agencies/${agency}/letter-kinds`, LetterKindList, signal),
    staleTime: 5 * 60_000,
  });
}

/** A draft with what was filled in. */
export function draftQuery(http: Http, agency: string, application: string, letter: string) {
  return queryOptions({
    queryKey: [...lettersKey(agency, application), letter],
    queryFn: ({ signal }) => http.read(`${base(agency, application)}/${letter}`, LetterDraft, signal),
  });
}

/** How a letter would look today; asked again for what was typed since. */
export function previewQuery(http: Http, agency: string, application: string, body: z.input<typeof PreviewLetter>) {
  return queryOptions({
    queryKey: ["letter-preview", agency, application, body],
    queryFn: () => http.send("POST", `${base(agency, application)}/preview`, { body, answer: LetterPreview }),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
}

export function saveLetter(http: Http, agency: string, application: string, letter: string | undefined, body: SaveLetter, key: string) {
  const path = base(agency, application);
  return letter === undefined
    ? http.send("POST", path, { body, answer: LetterSaved, key })
    : http.send("PUT", `${path}/${letter}`, { body, answer: LetterSaved, key });
}

export function removeLetter(http: Http, agency: string, application: string, letter: string, version: number, key: string) {
  return http.send("POST", `${base(agency, application)}/${letter}/removal`, { body: { version }, answer: LetterRemoved, key });
}

export function issueLetter(http: Http, agency: string, application: string, letter: string, version: number, key: string) {
  return http.send("POST", `${base(agency, application)}/${letter}/issue`, { body: { version }, answer: LetterIssued, key });
}

/** Address of an issued letter as a file; opening it is recorded by the server. */
export function letterFile(agency: string, application: string, letter: string, format: "docx" | "pdf"): string {
  return `/api/v1${base(agency, application)}/${letter}/files/${format}`;
}

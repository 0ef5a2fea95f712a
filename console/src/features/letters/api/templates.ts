import {
  LetterTemplateList,
  LetterTemplateView,
  type PreviewTemplate,
  type SaveTemplate,
  TemplatePreview,
  TemplateSaved,
} from "@gongkai/server/contract";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import type { Http } from "../../../lib/http.ts";

export const templatesKey = (agency: string) => ["letter-templates", agency] as const;
const base = (agency: string) => `/agencies/${agency}/letter-templates`;

/** Every kind of letter, and whether the organ words it itself. */
export function templatesQuery(http: Http, agency: string) {
  return queryOptions({
    queryKey: templatesKey(agency),
    queryFn: ({ signal }) => http.read(base(agency), LetterTemplateList, signal),
  });
}

/** One wording with its fields and every version. */
export function templateQuery(http: Http, agency: string, kind: string) {
  return queryOptions({
    queryKey: [...templatesKey(agency), kind],
    queryFn: ({ signal }) => http.read(`${base(agency)}/${kind}`, LetterTemplateView, signal),
  });
}

/** How the letter of a made-up case looks with this wording, and what is wrong with it. */
export function templatePreviewQuery(http: Http, agency: string, kind: string, body: z.input<typeof PreviewTemplate>) {
  return queryOptions({
    queryKey: ["letter-template-preview", agency, kind, body],
    queryFn: () => http.send("POST", `${base(agency)}/${kind}/preview`, { body, answer: TemplatePreview }),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
}

export function saveTemplate(http: Http, agency: string, kind: string, body: z.input<typeof SaveTemplate>, key: string) {
  return http.send("PUT", `${base(agency)}/${kind}`, { body, answer: TemplateSaved, key });
}

/** Gives the program's own wording back. */
export function resetTemplate(http: Http, agency: string, kind: string, version: number, key: string) {
  return http.send("POST", `${base(agency)}/${kind}/reset`, { body: { version }, answer: TemplateSaved, key });
}

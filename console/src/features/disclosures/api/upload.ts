import { CatalogueImported, CataloguePreview } from "@gongkai/server/contract";
import { z } from "zod";
import { useHttp } from "../../../lib/api.tsx";
import { queryString } from "../../../lib/http.ts";

/** A file that was taken in and may be attached. */
export const KeptFile = z.object({ sha256: z.string(), name: z.string(), mediaType: z.string(), size: z.int() });
export type KeptFile = z.infer<typeof KeptFile>;

/** The text of a document as a body, with remarks on what could not be read. */
export const ImportedBody = z.object({ title: z.string().nullable(), html: z.string(), notes: z.array(z.string()) });
export type ImportedBody = z.infer<typeof ImportedBody>;

export interface Uploads {
  readonly attach: (file: File) => Promise<KeptFile>;
  readonly readBody: (file: File) => Promise<ImportedBody>;
  readonly previewCatalogue: (file: File, statutory: string) => Promise<CataloguePreview>;
  readonly importCatalogue: (file: File, statutory: string) => Promise<CatalogueImported>;
}

/** Uploads of an organ. */
export function useUploads(agency: string): Uploads {
  const http = useHttp();
  const upload = <Schema extends z.ZodType>(path: string, file: File, answer: Schema): Promise<z.infer<Schema>> => {
    const form = new FormData();
    form.append("file", file, file.name);
    return http.sendForm(`/agencies/${agency}/${path}`, form, answer);
  };
  return {
    attach: (file) => upload("item-files", file, KeptFile),
    readBody: (file) => upload("item-bodies", file, ImportedBody),
    previewCatalogue: (file, statutory) => upload(`catalogue/import-preview${queryString({ statutory })}`, file, CataloguePreview),
    importCatalogue: (file, statutory) => upload(`catalogue/import${queryString({ statutory })}`, file, CatalogueImported),
  };
}

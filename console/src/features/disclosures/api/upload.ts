import { CatalogueImported, type Session } from "@gongkai/server/contract";
import { useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { ProblemError, readProblem } from "../../../lib/problem.ts";
import { queryString } from "../../../lib/http.ts";
import { SESSION_KEY } from "../../../lib/session.ts";

/** A file that was taken in and may be attached. */
export const KeptFile = z.object({ sha256: z.string(), name: z.string(), mediaType: z.string(), size: z.int() });
export type KeptFile = z.infer<typeof KeptFile>;

/** The text of a document as a body, with remarks on what could not be read. */
export const ImportedBody = z.object({ title: z.string().nullable(), html: z.string(), notes: z.array(z.string()) });
export type ImportedBody = z.infer<typeof ImportedBody>;

export interface Uploads {
  readonly attach: (file: File) => Promise<KeptFile>;
  readonly readBody: (file: File) => Promise<ImportedBody>;
  readonly importCatalogue: (file: File, statutory: string) => Promise<CatalogueImported>;
}

/** Uploads of an organ. Forms with files go past `lib/http.ts`, which speaks JSON. */
export function useUploads(agency: string): Uploads {
  const cache = useQueryClient();
  const upload = async <Schema extends z.ZodType>(path: string, file: File, answer: Schema): Promise<z.infer<Schema>> => {
    const body = new FormData();
    body.append("file", file, file.name);
    const token = cache.getQueryData<Session | null>(SESSION_KEY)?.csrfToken;
    const reply = await reach(`/api/v1/agencies/${agency}/${path}`, {
      method: "POST",
      body,
      credentials: "same-origin",
      headers: { accept: "application/json", ...(token === undefined ? {} : { "x-csrf-token": token }) },
    });
    const said: unknown = await reply.json().catch(() => undefined);
    if (!reply.ok) throw reply.status === 413 ? tooLarge() : readProblem(reply.status, said);
    const read = answer.safeParse(said);
    if (!read.success) throw readProblem(502, undefined);
    return read.data;
  };
  return {
    attach: (file) => upload("item-files", file, KeptFile),
    readBody: (file) => upload("item-bodies", file, ImportedBody),
    importCatalogue: (file, statutory) => upload(`catalogue/import${queryString({ statutory })}`, file, CatalogueImported),
  };
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch {
    throw readProblem(0, undefined);
  }
}

function tooLarge(): ProblemError {
  return new ProblemError({ status: 413, error: "file-too-large", message: "文件太大，请压缩或者拆分后再上传。" });
}

import multipart from "@fastify/multipart";
import type { App } from "../platform/http.ts";

const MEGABYTE = 1024 * 1024;

/** A form with files: the largest single file, and how many files and megabytes it may bring in all. */
export interface FileLimits {
  readonly uploadMaxMb: number;
  readonly mostFiles: number;
}

/** Files of one form are in memory together: all of them may take as much as two of the largest. */
const LARGEST_FILES_AT_ONCE = 2;

/**
 * Lets the routes of this scope take multipart forms: files arrive in the body as `File`, in memory, so that a zod
 * schema describes and checks them like any field. A file field left empty, as browsers send it, is left out.
 */
export async function receiveFiles(app: App, { uploadMaxMb, mostFiles }: FileLimits): Promise<void> {
  const mostBytes = uploadMaxMb * MEGABYTE * LARGEST_FILES_AT_ONCE;
  const received = new WeakMap<object, number>();
  app.addHook("onRequest", async ({ headers }) => {
    if (Number(headers["content-length"]) > mostBytes + MEGABYTE) throw tooLarge();
  });
  await app.register(multipart, {
    attachFieldsToBody: "keyValues",
    limits: { fileSize: uploadMaxMb * MEGABYTE, files: mostFiles, fields: 10, fieldSize: 10_000 },
    async onFile(part) {
      // A file field left empty arrives as a file without a name: read away and forgotten, it is left out of the body.
      if (!part.filename) return void part.file.resume();
      const content = await part.toBuffer();
      // A length that was not announced is counted as it comes.
      const bytes = (received.get(this) ?? 0) + content.length;
      received.set(this, bytes);
      if (bytes > mostBytes) throw tooLarge();
      // The plugin takes the field's value from here; its own type knows only of streams.
      (part as { value?: unknown }).value = new File([new Uint8Array(content)], part.filename);
    },
  });
}

function tooLarge(): Error {
  return Object.assign(new Error("files too large together"), { statusCode: 413 });
}

import multipart from "@fastify/multipart";
import type { App } from "../platform/http.ts";

const MEGABYTE = 1024 * 1024;

/** Most files one form may carry: the page without script takes several at once. */
export const MOST_FILES = 20;

/**
 * Lets the routes of this scope take multipart forms: files arrive in the body as `File`, in memory, so that a zod
 * schema describes and checks them like any field. A file field left empty, as browsers send it, is left out.
 */
export async function receiveFiles(app: App, { uploadMaxMb }: { uploadMaxMb: number }): Promise<void> {
  await app.register(multipart, {
    attachFieldsToBody: "keyValues",
    limits: { fileSize: uploadMaxMb * MEGABYTE, files: MOST_FILES, fields: 10, fieldSize: 10_000 },
    async onFile(part) {
      // A file field left empty arrives as a file without a name: read away and forgotten, it is left out of the body.
      if (!part.filename) return void part.file.resume();
      const content = await part.toBuffer();
      // The plugin takes the field's value from here; its own type knows only of streams.
      (part as { value?: unknown }).value = new File([new Uint8Array(content)], part.filename);
    },
  });
}

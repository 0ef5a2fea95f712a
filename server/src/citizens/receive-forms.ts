import multipart from "@fastify/multipart";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { FastifyRequest } from "fastify";
import { isFromOwnSite } from "../accounts/index.ts";
import type { App } from "../platform/http.ts";
import { FILE_LIMITS, MEGABYTE } from "./check-file.ts";

/** A file as a form brought it. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** It was longer than a file may be; the rest was not kept. */
  readonly isCut: boolean;
  /** All files so far were more than may be sent together; the rest was not kept. */
  readonly isTooMuch: boolean;
}

/** A form as it came: texts by name, files of every file field together. */
export interface SentForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly files: readonly SentFile[];
}

const FORM_BYTES = 256 * 1024;
/** So much is read to its end, kept or not: a browser that is answered in the middle of sending shows an error of its own. */
const MOST_READ = 300 * MEGABYTE;
/** Of forms with files in memory at one time; beyond it people are asked to try again. */
const MOST_IN_HAND = 400 * MEGABYTE;

/**
 * A scope whose routes take the forms of public pages, plain and with files, and refuse what another site sends. Files are
 * read whole into memory, up to their limit; what is too long is told, not thrown, so that no other field is lost.
 */
export async function receiveForms(app: App, baseUrl: string | undefined, add: (scope: App) => void | Promise<void>): Promise<void> {
  await app.register(async (plain) => {
    const scope = plain.withTypeProvider<ZodTypeProvider>();
    await scope.register(multipart, {
      throwFileSizeLimit: false,
      limits: { fileSize: FILE_LIMITS.bytes + 1, files: FILE_LIMITS.files + 5, fields: 60, fieldSize: FORM_BYTES, parts: 80 },
    });
    const type = "application/x-www-form-urlencoded";
    if (!scope.hasContentTypeParser(type)) {
      scope.addContentTypeParser(type, { parseAs: "string", bodyLimit: FORM_BYTES }, (_request, body, done) =>
        done(null, Object.fromEntries(new URLSearchParams(String(body)))),
      );
    }
    let inHand = 0;
    const held = new WeakMap<FastifyRequest, number>();
    scope.addHook("onRequest", async (request) => {
      if (request.method !== "POST") return;
      const length = Number(request.headers["content-length"] ?? MOST_READ);
      if (length > MOST_READ) throw Object.assign(new Error("too large"), { statusCode: 413 });
      if (!isFromOwnSite(request, baseUrl)) throw Object.assign(new Error("from another site"), { statusCode: 403 });
      const share = Math.min(length, FILE_LIMITS.together);
      if (inHand + share > MOST_IN_HAND) throw Object.assign(new Error("too many uploads at once"), { statusCode: 429 });
      inHand += share;
      held.set(request, share);
    });
    const letGo = async (request: FastifyRequest): Promise<void> => {
      inHand -= held.get(request) ?? 0;
      held.delete(request);
    };
    scope.addHook("onResponse", letGo);
    scope.addHook("onRequestAbort", letGo);
    await add(scope);
  });
}

/** Reads the form of a request, of either kind. */
export async function readForm(request: FastifyRequest): Promise<SentForm> {
  if (!request.isMultipart()) {
    const body = (request.body ?? {}) as Record<string, unknown>; // made by the parser above
    return {
      fields: Object.fromEntries(Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === "string")),
      files: [],
    };
  }
  const fields: Record<string, string> = {};
  const files: SentFile[] = [];
  let together = 0;
  for await (const part of request.parts()) {
    if (part.type === "field") {
      if (typeof part.value === "string") fields[part.fieldname] = part.value;
      continue;
    }
    if (!part.filename) {
      part.file.resume(); // a file field left empty
      continue;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of part.file) {
      const bytes = chunk as Buffer; // a stream of bytes
      together += bytes.length;
      if (together <= FILE_LIMITS.together) chunks.push(bytes);
    }
    files.push({
      name: nameOf(part.filename),
      bytes: Buffer.concat(chunks),
      isCut: part.file.truncated,
      isTooMuch: together > FILE_LIMITS.together,
    });
  }
  return { fields, files };
}

/** The last part of a name, without signs that could make it look like another. */
function nameOf(sent: string): string {
  const name = sent.split(/[/\\]/).at(-1) ?? "";
  const plain = name
    .normalize("NFC")
    .replaceAll(/[\p{C}<>:"|?*]/gu, "")
    .trim();
  return plain === "" ? "附件" : plain.slice(-120);
}

import type { FastifyReply } from "fastify";
import { LETTER_MEDIA_TYPES, type LetterFormat } from "../letters/index.ts";
import { policyOfPage } from "../platform/page-policy.ts";

/** Sends a form or a letter: as a page it is shown with its own style, in the other formats it is downloaded under its name. */
export function sendDocument(reply: FastifyReply, bytes: Uint8Array, format: LetterFormat, name: string): FastifyReply {
  const content = Buffer.from(bytes);
  if (format === "html") reply.header("content-security-policy", policyOfPage(content.toString("utf8")));
  else reply.header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`);
  return reply.type(LETTER_MEDIA_TYPES[format]).send(content);
}

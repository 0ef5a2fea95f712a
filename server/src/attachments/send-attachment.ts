import type { FastifyReply } from "fastify";
import type { OpenedAttachment } from "./keep-attachment.ts";

/** Sends a file as a download from a path that cannot run script. */
export function sendAttachment(reply: FastifyReply, { name, mediaType, bytes }: OpenedAttachment): FastifyReply {
  return reply
    .header("cache-control", "private, no-store")
    .header("x-content-type-options", "nosniff")
    .header("content-security-policy", "default-src 'none'; sandbox")
    .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", "%27")}`)
    .type(mediaType)
    .send(bytes);
}

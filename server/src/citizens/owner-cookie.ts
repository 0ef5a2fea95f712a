import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { readCookie } from "./portal-view.ts";

/** Holds the secret of a browser: whoever sends it has the drafts made with it. */
export const OWNER_COOKIE = "gongkai_apply";

export function ownerOf({ headers }: Pick<FastifyRequest, "headers">): string | undefined {
  const cookie = readCookie(headers.cookie, OWNER_COOKIE);
  return cookie !== undefined && /^[\w-]{43}$/.test(cookie) ? cookie : undefined;
}

export const OrganParams = z.object({ agency: z.string().max(63) });
export const DraftParams = OrganParams.extend({ draft: z.uuid() });

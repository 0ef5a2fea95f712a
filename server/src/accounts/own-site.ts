import type { FastifyRequest } from "fastify";

/**
 * Whether a request comes from our own pages, as far as the browser tells: it says so in Sec-Fetch-Site, older ones in
 * Origin. Programs send neither.
 */
export function isFromOwnSite({ headers, host }: FastifyRequest, baseUrl: string | undefined): boolean {
  const site = headers["sec-fetch-site"];
  if (typeof site === "string") return site === "same-origin" || site === "none";
  const { origin } = headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false; // "null": a page without an origin of its own
  if (baseUrl !== undefined && origin === new URL(baseUrl).origin) return true;
  const { protocol, host: from } = new URL(origin);
  const own = `${protocol}//${host}`;
  return URL.canParse(own) && new URL(own).host === from; // without a port that goes without saying
}

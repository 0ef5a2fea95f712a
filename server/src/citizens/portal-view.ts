import type { FastifyReply } from "fastify";
import { type AgencyRecord, findAgency } from "../agencies/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import type { FormOrgan } from "../portal/citizens/organ-page.tsx";

export const PUBLIC = { config: { audience: "public" }, schema: { hide: true } } as const;
export const HTML = "text/html; charset=utf-8";

/** A page that holds somebody's data, or may: kept by nobody on the way. */
export function sendPage(reply: FastifyReply, page: string, status = 200): FastifyReply {
  return reply.code(status).type(HTML).header("cache-control", "no-store").send(page);
}

/** An organ that takes applications. */
export async function findOpenOrgan(db: Queryable, code: string): Promise<AgencyRecord | undefined> {
  const agency = /^[a-z0-9-]{1,63}$/.test(code) ? await findAgency(db, code) : undefined;
  return agency === undefined || agency.agency_id === 0 || agency.closed_on !== null ? undefined : agency;
}

export function presentOrgan({ code, name, is_demo, contact }: AgencyRecord): FormOrgan {
  return { code, name, isDemo: is_demo, contact: presentContact(contact) };
}

export function presentContact(contact: unknown): Readonly<Record<string, string>> {
  if (typeof contact !== "object" || contact === null) return {};
  return Object.fromEntries(Object.entries(contact).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

/** One cookie of a request. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  return new RegExp(`(?:^|;\\s*)${name}=([^;]*)`).exec(header ?? "")?.[1];
}

export interface CookieOptions {
  readonly path: string;
  /** Seconds; undefined: until the browser is closed. 0 deletes it. */
  readonly maxAge?: number | undefined;
  readonly isSecure: boolean;
}

export function writeCookie(name: string, value: string, { path, maxAge, isSecure }: CookieOptions): string {
  return `${name}=${value}; Path=${path}; HttpOnly; SameSite=Lax${maxAge === undefined ? "" : `; Max-Age=${maxAge}`}${isSecure ? "; Secure" : ""}`;
}

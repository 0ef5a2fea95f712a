import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

const COOKIE = "gongkai_session";

/** Ends the session at the latest so long after signing in. */
export const SESSION_HOURS = 8;
/** Ends it when nothing was asked for so long. */
export const IDLE_MINUTES = 60;

/** What the cookie says: whose share of the session table, and the token itself. */
export interface SessionToken {
  readonly agencyId: number;
  readonly token: string;
}

export function makeToken(agencyId: number): SessionToken {
  return { agencyId, token: randomBytes(32).toString("base64url") };
}

/** The database keeps only this. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** The token that shows that a request comes from our own pages: they are told it, other sites cannot read it. */
export function csrfTokenOf(token: string): string {
  return createHmac("sha256", token).update("gongkai-csrf").digest("base64url");
}

export function isCsrfToken(given: unknown, token: string): boolean {
  const [one, other] = [Buffer.from(typeof given === "string" ? given : ""), Buffer.from(csrfTokenOf(token))];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Reads the token from a Cookie header; undefined when there is none that could be ours. */
export function readCookie(header: string | undefined): SessionToken | undefined {
  for (const part of (header ?? "").split(";")) {
    const [, agencyId, token] = /^\s*gongkai_session=(\d{1,9})\.([\w-]{43})\s*$/.exec(part) ?? [];
    if (agencyId !== undefined && token !== undefined) return { agencyId: Number(agencyId), token };
  }
  return undefined;
}

/** The Set-Cookie header that keeps the token in the browser until it closes, out of reach of scripts and other sites. */
export function writeCookie({ agencyId, token }: SessionToken, baseUrl: string | undefined): string {
  return `${COOKIE}=${agencyId}.${token}; Path=/; HttpOnly; SameSite=Lax${secureIf(baseUrl)}`;
}

/** The Set-Cookie header that takes it away. */
export function clearCookie(baseUrl: string | undefined): string {
  return `${COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secureIf(baseUrl)}`;
}

function secureIf(baseUrl: string | undefined): string {
  return baseUrl?.startsWith("https:") === true ? "; Secure" : "";
}

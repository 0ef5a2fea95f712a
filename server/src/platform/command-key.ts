import type { FastifyRequest } from "fastify";

/**
 * The idempotency key a caller may send so that a repeated submit is done once.
 *
 * @throws a bad request for a key that is too short to be chosen at random, or too long to be kept
 */
export function commandKeyOf({ headers }: FastifyRequest): string | undefined {
  const key = headers["idempotency-key"];
  if (key === undefined) return undefined;
  if (typeof key === "string" && /^[\x21-\x7e]{8,200}$/.test(key)) return key;
  throw Object.assign(new Error("idempotency-key must be 8 to 200 printable characters"), { statusCode: 400 });
}

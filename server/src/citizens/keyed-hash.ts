import { createHmac, timingSafeEqual } from "node:crypto";
import type { SealingKeys } from "../ledger/index.ts";

/** What is hashed; a hash made for one purpose is worth nothing for another. */
export type HashPurpose = "draft-owner" | "form" | "query-code" | "make-code" | "session-form" | "third-party";

/** HMAC-SHA256 under the key outside the database: whoever has the database alone cannot try secrets against it. */
export function keyedHash({ current }: Pick<SealingKeys, "current">, purpose: HashPurpose, text: string): Buffer {
  return createHmac("sha256", current).update(`gongkai-citizens:${purpose}:`).update(text).digest();
}

/** The same under every key that ever sealed, the current one first: what was hashed before a change of keys is still found. */
export function keyedHashes({ current, former }: SealingKeys, purpose: HashPurpose, text: string): readonly Buffer[] {
  return [current, ...former].map((key) => keyedHash({ current: key }, purpose, text));
}

/** Whether a text is the one behind a hash. Always takes as long. */
export function matchesHash(keys: SealingKeys, purpose: HashPurpose, text: string, hash: Buffer): boolean {
  let isSame = false;
  for (const candidate of keyedHashes(keys, purpose, text)) if (timingSafeEqual(candidate, hash)) isSame = true;
  return isSame;
}

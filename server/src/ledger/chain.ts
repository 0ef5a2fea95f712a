import { createHash } from "node:crypto";
import { canonicalJson } from "../platform/canonical-json.ts";
import type { StoredEvent } from "./event.ts";

/** What stands before the first event of a chain. */
export const CHAIN_START: Buffer = Buffer.alloc(32);

/**
 * The hash of an event: SHA-256 over the hash of the event before it and the canonical JSON (RFC 8785) of this one. Anyone
 * can compute it from an export with `sha256sum`; `docs/architecture.md` shows how.
 */
export function hashEvent(event: Omit<StoredEvent, "hash">): Buffer {
  const { previousHash, hash: _ownHash, ...content } = { hash: undefined, ...event };
  return createHash("sha256").update(previousHash).update(canonicalJson(content), "utf8").digest();
}

import { createHmac } from "node:crypto";
import type { SealingKeys } from "../ledger/index.ts";
import type { AttemptLimit } from "../platform/attempts.ts";

const MINUTE = 60;

/** A person gets five tries in a quarter of an hour; then the name is locked for as long. */
export const NAME_LIMIT: AttemptLimit = { most: 5, windowSeconds: 15 * MINUTE, blockSeconds: 15 * MINUTE };

/** A whole office may stand behind one address; tries that succeed are given back. */
export const ADDRESS_LIMIT: AttemptLimit = { most: 30, windowSeconds: 15 * MINUTE, blockSeconds: 15 * MINUTE };

/** Tries of somebody who is signed in: the code of the second factor, the current password. */
export const OWN_LIMIT: AttemptLimit = { most: 5, windowSeconds: 15 * MINUTE, blockSeconds: 15 * MINUTE };

export const SETUP_LIMIT: AttemptLimit = { most: 10, windowSeconds: 15 * MINUTE, blockSeconds: 15 * MINUTE };

/** What stands for a name in counters and in the audit: people type their password into the wrong field. */
export function maskName(keys: SealingKeys, signInName: string): string {
  return createHmac("sha256", keys.current).update(`sign-in-name:${signInName}`).digest("hex").slice(0, 16);
}

export function nameBucket(keys: SealingKeys, signInName: string): string {
  return `sign-in:name:${maskName(keys, signInName)}`;
}

export function addressBucket(address: string): string {
  return `sign-in:address:${address}`;
}

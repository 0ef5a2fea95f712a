import { findSetAside } from "../applications/index.ts";
import type { StoredEvent } from "../ledger/index.ts";
import { SUSPICION_WORDS, type Suspicion } from "./suspicion-words.ts";

/** What speaks for spam, in words. */
export function presentSuspicions(codes: readonly string[]) {
  return codes.map((code) => ({ code: code as Suspicion, words: SUSPICION_WORDS[code as Suspicion] })); // written from the table
}

/** Why a case is set aside; null when it is not. */
export function reasonOf(history: readonly StoredEvent[]): string | null {
  const reason = findSetAside(history)?.payload["reason"];
  return typeof reason === "string" ? reason : null;
}

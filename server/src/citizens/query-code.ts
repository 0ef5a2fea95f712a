import { randomInt } from "node:crypto";
import type { SealingKeys } from "../ledger/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import { keyedHash } from "./keyed-hash.ts";

const CODE_DIGITS = 12;

/**
 * The query code of a submission: twelve digits, which people can read out and type on any telephone. It follows from the
 * draft and the browser's secret under the key outside the database, so that a browser whose connection broke can be shown it
 * again, though it is written down nowhere.
 */
export function codeOfDraft(keys: SealingKeys, draftId: string, owner: string): string {
  return digitsOf(keyedHash(keys, "make-code", `${draftId}:${owner}`));
}

/** A code from chance, for those who applied on paper. */
export function makeCode(): string {
  return Array.from({ length: CODE_DIGITS }, () => randomInt(10)).join("");
}

function digitsOf(hash: Buffer): string {
  return (hash.readBigUInt64BE(0) % 10n ** BigInt(CODE_DIGITS)).toString().padStart(CODE_DIGITS, "0");
}

export function hashCode(keys: SealingKeys, agencyId: number, applicationId: string, code: string): Buffer {
  return keyedHash(keys, "query-code", `${agencyId}:${applicationId}:${code}`);
}

/** Digits as people type them: full-width, with blanks and hyphens. */
export function onlyDigits(typed: string): string {
  return typed.normalize("NFKC").replaceAll(/\D/g, "");
}

/** In groups of four, to be read and copied. */
export function grouped(digits: string): string {
  return digits.replaceAll(/(\d{4})(?=\d)/g, "$1 ");
}

/**
 * A receipt number nobody has: the organ, the day, five digits from chance. Called in the organ's turn, so no other takes it
 * meanwhile. It names a case and opens nothing.
 */
export async function makeReceiptNumber(tx: Queryable, agencyId: number, today: string): Promise<string> {
  for (;;) {
    const number = `${String(agencyId).padStart(5, "0")}${today.replaceAll("-", "").slice(2)}${String(randomInt(100_000)).padStart(5, "0")}`;
    const taken = await tx
      .selectFrom("application_access")
      .select("application_id")
      .where("agency_id", "=", agencyId)
      .where("receipt_number", "=", number)
      .executeTakeFirst();
    if (taken === undefined) return number;
  }
}

/** The organ a receipt number belongs to; undefined for what is no receipt number. */
export function agencyOfReceipt(number: string): number | undefined {
  return /^\d{16}$/.test(number) ? Number(number.slice(0, 5)) : undefined;
}

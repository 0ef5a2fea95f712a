import { createHash, randomUUID } from "node:crypto";
import type { Doc } from "@gongkai/document";
import type { PlainDate } from "@gongkai/statute";
import { openSecret, sealSecret, type SealingKeys, type Turn } from "../ledger/index.ts";
import { canonicalJson } from "../platform/canonical-json.ts";
import type { FileStore } from "../platform/files/file-store.ts";
import type { FieldValues } from "./letter-facts.ts";

/** Everything of a letter that is fixed when it goes out. */
export interface FrozenLetter {
  readonly format: 1;
  readonly kind: string;
  readonly title: string;
  readonly number: string | null;
  readonly on: PlainDate;
  readonly templateVersion: number;
  readonly fields: FieldValues;
  readonly doc: Doc;
  /** The same for those who may not know who applied. */
  readonly maskedDoc: Doc;
  /** So that nobody can guess a name and compare. */
  readonly salt: string;
}

export const FROZEN_MEDIA_TYPE = "application/vnd.gongkai.letter+sealed";

/**
 * Puts a letter into the file store before the transaction commits, as canonical JSON under the sealing key: it holds personal
 * data. Gives the SHA-256 of the file.
 */
export async function freezeLetter(
  { tx, agencyId, at }: Pick<Turn, "tx" | "agencyId" | "at">,
  { files, keys }: { readonly files: FileStore; readonly keys: SealingKeys },
  letterId: string,
  letter: Omit<FrozenLetter, "format" | "salt">,
): Promise<string> {
  const frozen: FrozenLetter = { format: 1, salt: randomUUID(), ...letter };
  const bytes = sealSecret(keys, canonicalJson(frozen), purposeOf(agencyId, letterId));
  const sha256 = await files.keep(bytes);
  await tx
    .insertInto("stored_file")
    .values({ agency_id: agencyId, sha256, size: bytes.length, media_type: FROZEN_MEDIA_TYPE, stored_at: at })
    .execute();
  return sha256;
}

/** A letter as it went out; undefined when it was erased. A file that is not what its name says is a fault. */
export async function thawLetter(
  { files, keys }: { readonly files: FileStore; readonly keys: SealingKeys },
  { agencyId, letterId, sha256 }: { readonly agencyId: number; readonly letterId: string; readonly sha256: string },
): Promise<FrozenLetter | undefined> {
  const bytes = await files.find(sha256);
  if (bytes === undefined) return undefined;
  if (createHash("sha256").update(bytes).digest("hex") !== sha256) throw new Error(`The letter ${letterId} is not what was frozen.`);
  return JSON.parse(openSecret(keys, bytes, purposeOf(agencyId, letterId))) as FrozenLetter; // sealed by freezeLetter, and nobody else has the key
}

function purposeOf(agencyId: number, letterId: string): string {
  return `letter:${agencyId}:${letterId}`;
}

const SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** What stands on a letter so that its receiver can check its number: follows from the letter's id, which is on no paper. */
export function checkCode(letterId: string): string {
  const hash = createHash("sha256").update(`gongkai-letter:${letterId}`).digest();
  const signs = Array.from(hash.subarray(0, 8), (byte) => SIGNS[byte % SIGNS.length] ?? "2").join("");
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}

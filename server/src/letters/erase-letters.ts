import { eraseSealed, type Turn } from "../ledger/index.ts";
import type { FileStore } from "../platform/files/file-store.ts";
import { sealedIdOf } from "./draft-fields.ts";
import { listLetters } from "./queries.ts";

/**
 * Erases what the letters of a case say, for the retention schedule: drafts' seals and files now, the rows of frozen files marked now. Gives
 * the files whose bytes the caller erases once the turn is committed (`eraseFrozen`). Numbers, dates and hashes stay.
 */
export async function eraseLetters(
  { tx, agencyId, at }: Pick<Turn, "tx" | "agencyId" | "at">,
  applicationId: string,
): Promise<readonly string[]> {
  const letters = await listLetters(tx, agencyId, applicationId);
  for (const { fields } of letters) {
    const sealedId = sealedIdOf(fields);
    if (sealedId !== undefined) await eraseSealed(tx, agencyId, sealedId, at);
  }
  await tx
    .updateTable("letter")
    .set({ released: null, documents: null })
    .where("agency_id", "=", agencyId)
    .where("application_id", "=", applicationId)
    .where("state", "=", "draft")
    .execute();
  const frozen = letters.flatMap(({ content_sha256 }) => (content_sha256 === null ? [] : [content_sha256]));
  if (frozen.length === 0) return [];
  await tx
    .updateTable("stored_file")
    .set({ erased_at: at })
    .where("agency_id", "=", agencyId)
    .where("sha256", "in", frozen)
    .where("erased_at", "is", null)
    .execute();
  return frozen;
}

/** The bytes, after the commit. Each file is under a nonce of its own, so no other letter shares it. */
export async function eraseFrozen(files: FileStore, frozen: readonly string[]): Promise<void> {
  for (const sha256 of frozen) await files.erase(sha256);
}

import { eraseSealed, type StoredEvent, type Turn } from "../ledger/index.ts";

/**
 * Erases the names of files of applicants and third parties that the events of a case name, and marks their bytes: the rows
 * stay and say when. Gives the bytes to be erased after the commit. What the office wrote itself stays with the case.
 */
export async function eraseOfApplicant(
  { tx, agencyId, at }: Pick<Turn, "tx" | "agencyId" | "at">,
  history: readonly StoredEvent[],
): Promise<readonly string[]> {
  const named = [...new Set(history.flatMap(({ documents }) => documents))];
  if (named.length === 0) return [];
  const theirs = await tx
    .selectFrom("attachment")
    .select(["sha256", "sealed_name"])
    .where("agency_id", "=", agencyId)
    .where("belongs_to", "=", "applicant")
    .where("sha256", "in", named)
    .execute();
  if (theirs.length === 0) return [];
  for (const { sealed_name } of theirs) if (sealed_name !== null) await eraseSealed(tx, agencyId, sealed_name, at);
  const bytes = theirs.map(({ sha256 }) => sha256);
  await tx
    .updateTable("stored_file")
    .set({ erased_at: at })
    .where("agency_id", "=", agencyId)
    .where("sha256", "in", bytes)
    .where("erased_at", "is", null)
    .execute();
  return bytes;
}

import type { Ledger } from "../ledger/index.ts";
import type { FileStore } from "../platform/files/file-store.ts";
import { type Draft, lockDraft } from "./draft-store.ts";
import { forgetFile, listDraftFiles } from "./keep-file.ts";

interface Stores {
  readonly ledger: Pick<Ledger, "db" | "clock">;
  readonly files: FileStore;
}

/** Deletes an unsent draft with its files, or one of its files alone. What was submitted belongs to the case and stays. */
export async function discardDraft(
  { ledger, files }: Stores,
  { agencyId, id }: Pick<Draft, "agencyId" | "id">,
  fileId?: string,
): Promise<void> {
  const forgotten = await ledger.db.transaction().execute(async (tx) => {
    const row = await lockDraft(tx, agencyId, id);
    if (row === undefined || row.application_id !== null) return [];
    const rows = (await listDraftFiles(tx, agencyId, id)).filter(({ file_id }) => fileId === undefined || file_id === fileId);
    for (const file of rows) await forgetFile(tx, file);
    if (fileId === undefined)
      await tx.deleteFrom("application_draft").where("agency_id", "=", agencyId).where("draft_id", "=", id).execute();
    else
      await tx
        .updateTable("application_draft")
        .set({ version: row.version + 1, changed_at: ledger.clock.instant() })
        .where("agency_id", "=", agencyId)
        .where("draft_id", "=", id)
        .execute();
    return rows;
  });
  for (const { sha256 } of forgotten) await files.erase(sha256);
}

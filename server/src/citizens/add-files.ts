import type { ReaderPool } from "@gongkai/document/read";
import { type Ledger, seal } from "../ledger/index.ts";
import type { FileStore } from "../platform/files/file-store.ts";
import { checkFile, FILE_LIMITS, type FileRefusal } from "./check-file.ts";
import { type Draft, lockDraft } from "./draft-store.ts";
import { type FileRecord, type KeptFile, keepBytes, listDraftFiles, openFile, showFile, writeFile } from "./keep-file.ts";
import type { SentFile } from "./receive-forms.ts";

export interface FileNeeds {
  readonly ledger: Pick<Ledger, "db" | "keys" | "clock">;
  readonly files: FileStore;
  readonly readers: Pick<ReaderPool, "read">;
}

export type KeptFiles =
  | { readonly ok: true; readonly kept: readonly KeptFile[] }
  | { readonly ok: false; readonly refusal: FileRefusal; readonly name?: string };

/** Checks files by content and keeps their bytes under seal; one that is refused refuses all, and nothing of them stays. */
export async function keepFiles(
  needs: FileNeeds,
  agencyId: number,
  sent: readonly SentFile[],
  known: { readonly files: number; readonly bytes: number; readonly draftId?: string },
): Promise<KeptFiles> {
  if (known.files + sent.length > FILE_LIMITS.files) return { ok: false, refusal: "too-many-files" };
  const together = known.bytes + sent.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (together > FILE_LIMITS.together || sent.some(({ isTooMuch }) => isTooMuch)) return { ok: false, refusal: "too-much" };
  const checked = [];
  for (const file of sent) {
    const found = file.isCut ? ({ ok: false, refusal: "file-too-large" } as const) : await checkFile(needs.readers, file);
    if (!found.ok) return { ok: false, refusal: found.refusal, name: file.name };
    checked.push({
      agencyId,
      name: file.name,
      bytes: file.bytes,
      ...found.value,
      ...(known.draftId === undefined ? {} : { draftId: known.draftId }),
    });
  }
  const kept: KeptFile[] = [];
  for (const file of checked) kept.push(await keepBytes(needs, file));
  return { ok: true, kept };
}

/** Adds files to a draft. */
export async function addFiles(needs: FileNeeds, { agencyId, id }: Draft, all: readonly SentFile[]): Promise<KeptFiles> {
  const { ledger } = needs;
  if (all.length === 0) return { ok: false, refusal: "file-missing" };
  const before = await listDraftFiles(ledger.db, agencyId, id);
  const sent = await leaveOutKnown(needs, before, all);
  if (sent.length === 0) return { ok: true, kept: [] };
  const kept = await keepFiles(needs, agencyId, sent, {
    files: before.length,
    bytes: before.reduce((sum, { size }) => sum + size, 0),
    draftId: id,
  });
  if (!kept.ok) return kept;
  const at = ledger.clock.instant();
  const isWritten = await ledger.db.transaction().execute(async (tx) => {
    const row = await lockDraft(tx, agencyId, id);
    const now = await listDraftFiles(tx, agencyId, id);
    if (row === undefined || row.application_id !== null || now.length + kept.kept.length > FILE_LIMITS.files) return false;
    for (const file of kept.kept) await writeFile(tx, (sealing) => seal(tx, ledger.keys, { agencyId, at, ...sealing }), file, { at });
    // A preview of before must not submit what it did not show.
    await tx
      .updateTable("application_draft")
      .set({ version: row.version + 1, changed_at: at })
      .where("agency_id", "=", agencyId)
      .where("draft_id", "=", id)
      .execute();
    return true;
  });
  if (isWritten) return kept;
  for (const { sha256 } of kept.kept) await needs.files.erase(sha256);
  return { ok: false, refusal: "too-many-files" };
}

/** A line that broke after the upload makes people send it again: the same file is kept once. */
async function leaveOutKnown(needs: FileNeeds, known: readonly FileRecord[], sent: readonly SentFile[]): Promise<readonly SentFile[]> {
  const fresh: SentFile[] = [];
  for (const file of sent) {
    const alike = known.filter(({ size }) => size === file.bytes.length);
    const kept = await Promise.all(alike.map(async (row) => [await showFile(needs.ledger, row), await openFile(needs, row)] as const));
    if (!kept.some(([{ name }, bytes]) => name === file.name && bytes?.equals(file.bytes) === true)) fresh.push(file);
  }
  return fresh;
}

import { randomUUID } from "node:crypto";
import type { Selectable } from "kysely";
import { eraseSealed, type Ledger, openSealed, openSecret, sealSecret } from "../ledger/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import type { CitizenFileRow } from "../platform/database/row-types.ts";
import type { FileStore } from "../platform/files/file-store.ts";

export type FileRecord = Selectable<CitizenFileRow>;

/** A file that was checked, and what it belongs to. */
export interface NewFile {
  readonly agencyId: number;
  readonly draftId?: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly remark: string | null;
}

export const SEALED_FILE_TYPE = "application/vnd.gongkai.citizen-file+sealed";

interface Stores {
  readonly ledger: Pick<Ledger, "db" | "keys" | "clock">;
  readonly files: FileStore;
}

/** A file under seal in the file store: its bytes are on disk before anything refers to it. */
export interface KeptFile extends NewFile {
  readonly id: string;
  readonly sha256: string;
  readonly sealedSize: number;
}

/** Encrypts the bytes and keeps them; slow, so it is done before a command. `writeFile` makes it known. */
export async function keepBytes({ ledger, files }: Stores, file: NewFile): Promise<KeptFile> {
  const id = randomUUID();
  const sealed = sealSecret(ledger.keys, Buffer.from(file.bytes).toString("base64"), purposeOf(file.agencyId, id));
  return { ...file, id, sha256: await files.keep(sealed), sealedSize: sealed.length };
}

/** Makes a kept file known: its row, and its name under seal. `seal` is the turn's, or one of its own. */
export async function writeFile(
  tx: Queryable,
  seal: (sealing: { readonly purpose: string; readonly content: unknown }) => Promise<string>,
  { id, agencyId, draftId, name, bytes, mediaType, remark, sha256, sealedSize }: KeptFile,
  { at, applicationId, statementId }: { readonly at: string; readonly applicationId?: string; readonly statementId?: string },
): Promise<void> {
  await tx
    .insertInto("stored_file")
    .values({ agency_id: agencyId, sha256, size: sealedSize, media_type: SEALED_FILE_TYPE, stored_at: at })
    .execute();
  await tx
    .insertInto("citizen_file")
    .values({
      agency_id: agencyId,
      file_id: id,
      draft_id: draftId ?? null,
      application_id: applicationId ?? null,
      statement_id: statementId ?? null,
      sealed_name: await seal({ purpose: "file-name", content: name }),
      sha256,
      size: bytes.length,
      media_type: mediaType,
      remark,
      added_at: at,
    })
    .execute();
}

export interface ShownFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
  readonly remark: string | null;
}

export function listDraftFiles(db: Queryable, agencyId: number, draftId: string): Promise<readonly FileRecord[]> {
  return db
    .selectFrom("citizen_file")
    .selectAll()
    .where("agency_id", "=", agencyId)
    .where("draft_id", "=", draftId)
    .where("erased_at", "is", null)
    .orderBy("added_at")
    .orderBy("file_id")
    .execute();
}

export function listCaseFiles(db: Queryable, agencyId: number, applicationId: string): Promise<readonly FileRecord[]> {
  return db
    .selectFrom("citizen_file")
    .selectAll()
    .where("agency_id", "=", agencyId)
    .where("application_id", "=", applicationId)
    .orderBy("added_at")
    .orderBy("file_id")
    .execute();
}

export async function showFile({ db, keys }: Pick<Ledger, "db" | "keys">, row: FileRecord): Promise<ShownFile> {
  const name = await openSealed(db, keys, { agencyId: row.agency_id, sealedId: row.sealed_name, purpose: "file-name" });
  return {
    id: row.file_id,
    name: typeof name === "string" ? name : "（已清除）",
    size: row.size,
    mediaType: row.media_type,
    remark: row.remark,
  };
}

/** The bytes as they were handed in; undefined when they were erased. */
export async function openFile({ ledger, files }: Stores, row: FileRecord): Promise<Buffer | undefined> {
  if (row.erased_at !== null) return undefined;
  const sealed = await files.find(row.sha256);
  return sealed === undefined ? undefined : Buffer.from(openSecret(ledger.keys, sealed, purposeOf(row.agency_id, row.file_id)), "base64");
}

/** Forgets a file no event names: of a draft. The bytes go after the commit. */
export async function forgetFile(tx: Queryable, { agency_id, file_id, sealed_name, sha256 }: FileRecord): Promise<void> {
  await tx.deleteFrom("citizen_file").where("agency_id", "=", agency_id).where("file_id", "=", file_id).execute();
  await tx.deleteFrom("stored_file").where("agency_id", "=", agency_id).where("sha256", "=", sha256).execute();
  await tx.deleteFrom("sealed_data").where("agency_id", "=", agency_id).where("sealed_id", "=", sealed_name).execute();
}

/** Erases a file that events name: the rows stay and say when. */
export async function markErased(tx: Queryable, { agency_id, file_id, sealed_name, sha256 }: FileRecord, at: string): Promise<void> {
  await tx.updateTable("citizen_file").set({ erased_at: at }).where("agency_id", "=", agency_id).where("file_id", "=", file_id).execute();
  await tx
    .updateTable("stored_file")
    .set({ erased_at: at })
    .where("agency_id", "=", agency_id)
    .where("sha256", "=", sha256)
    .where("erased_at", "is", null)
    .execute();
  await eraseSealed(tx, agency_id, sealed_name, at);
}

function purposeOf(agencyId: number, id: string): string {
  return `citizen-file:${agencyId}:${id}`;
}

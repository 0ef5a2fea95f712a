import { createHmac } from "node:crypto";
import type { Selectable } from "kysely";
import { type Ledger, openSecret, sealSecret, type Turn } from "../ledger/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import type { RegisterImportRow } from "../platform/database/row-types.ts";
import type { FileStore } from "../platform/files/file-store.ts";

export type ImportState = "draft" | "running" | "finished" | "cancelled" | "withdrawing" | "withdrawn";
export type ImportFormat = "cases" | "table" | "items";

/** An import of any kind; its mapping is the kind's own. */
export type ImportRecord = Omit<Selectable<RegisterImportRow>, "state" | "format"> & {
  readonly state: ImportState;
  readonly format: ImportFormat;
};

/** Imports of one kind know nothing of the others. */
export type Formats = readonly ImportFormat[];

export interface ImportStores {
  readonly ledger: Ledger;
  readonly files: FileStore;
}

export const SEALED_REGISTER = "application/vnd.gongkai.register+sealed";

export async function findImportRecord(
  db: Queryable,
  formats: Formats,
  agencyId: number,
  importId: string,
): Promise<ImportRecord | undefined> {
  const row = await db
    .selectFrom("register_import")
    .selectAll()
    .where("agency_id", "=", agencyId)
    .where("import_id", "=", importId)
    .where("format", "in", formats)
    .executeTakeFirst();
  return row === undefined ? undefined : toRecord(row);
}

const MOST_LISTED = 100;

/** The organ's imports, the newest first. */
export async function listImportRecords(db: Queryable, formats: Formats, agencyId: number): Promise<readonly ImportRecord[]> {
  const rows = await db
    .selectFrom("register_import")
    .selectAll()
    .where("agency_id", "=", agencyId)
    .where("format", "in", formats)
    .orderBy("created_at", "desc")
    .orderBy("import_id")
    .limit(MOST_LISTED)
    .execute();
  return rows.map(toRecord);
}

/** Imports and undos that are under way, or drafts nobody came back to. Regional: a question to all organs. */
export async function regionListUnfinished(db: Queryable, formats: Formats, draftsBefore: string) {
  return db
    .selectFrom("register_import")
    .select(["agency_id", "import_id", "state", "created_by", "version"])
    .where("format", "in", formats)
    .where((eb) =>
      eb.or([
        eb("state", "in", ["running", "withdrawing"]),
        eb.and([eb("state", "=", "draft"), eb("changed_at", "<", draftsBefore), eb("content_sha256", "is not", null)]),
      ]),
    )
    .execute();
}

/** When the same file was imported before, and not taken back. */
export async function findSameFile(
  db: Queryable,
  { agency_id, import_id, source_hash }: Pick<ImportRecord, "agency_id" | "import_id" | "source_hash">,
) {
  return db
    .selectFrom("register_import")
    .select(["created_at", "name"])
    .where("agency_id", "=", agency_id)
    .where("source_hash", "=", source_hash)
    .where("import_id", "!=", import_id)
    .where("state", "in", ["running", "finished", "cancelled", "withdrawing"])
    .where("imported", ">", 0)
    .orderBy("created_at", "desc")
    .executeTakeFirst();
}

/** To know a file again without keeping it: keyed, so that nobody can try contents. */
export function hashSource(key: Buffer, bytes: Uint8Array): string {
  return createHmac("sha256", key).update("register").update(bytes).digest("base64url");
}

/** Seals what was read of the file and puts it into the file store; slow, so it is done before a command. */
export async function keepContent({ ledger, files }: ImportStores, agencyId: number, importId: string, content: unknown) {
  const sealed = sealSecret(ledger.keys, JSON.stringify(content), purposeOf(agencyId, importId));
  return { sha256: await files.keep(sealed), size: sealed.length };
}

/** What `keepContent` kept; undefined once it was erased. */
export async function openContent(
  { ledger, files }: ImportStores,
  { agency_id, import_id, content_sha256 }: Pick<ImportRecord, "agency_id" | "import_id" | "content_sha256">,
): Promise<unknown> {
  const sealed = content_sha256 === null ? undefined : await files.find(content_sha256);
  if (sealed === undefined) return undefined;
  return JSON.parse(openSecret(ledger.keys, sealed, purposeOf(agency_id, import_id)));
}

/** Notes in the turn that what was handed in is no longer needed; the bytes are erased after the commit. */
export async function releaseContent(
  tx: Queryable,
  { agency_id, import_id, content_sha256, package_sha256 }: ImportRecord,
  at: string,
): Promise<void> {
  const isShared =
    package_sha256 !== null &&
    (await regionListUsers(tx, package_sha256)).some((one) => one.import_id !== import_id && one.agency_id === agency_id);
  const named = [content_sha256, isShared ? null : package_sha256].filter((sha256) => sha256 !== null);
  await tx
    .updateTable("register_import")
    .set({ content_sha256: null, package_sha256: null })
    .where("agency_id", "=", agency_id)
    .where("import_id", "=", import_id)
    .execute();
  if (named.length === 0) return;
  await tx.updateTable("stored_file").set({ erased_at: at }).where("agency_id", "=", agency_id).where("sha256", "in", named).execute();
}

/** Imports that still need an archive: the same one may have been handed in twice, and files are kept once. Regional. */
export function regionListUsers(db: Queryable, packageSha256: string) {
  return db.selectFrom("register_import").select(["agency_id", "import_id"]).where("package_sha256", "=", packageSha256).execute();
}

export function importStream(importId: string) {
  return { kind: "registerImport", id: importId };
}

/** Writes new values into the row of an import, as one more version of it. */
export async function changeImport(
  turn: Turn,
  { agency_id, import_id, version }: Pick<ImportRecord, "agency_id" | "import_id" | "version">,
  values: Readonly<Record<string, string | number | null>>,
): Promise<void> {
  await turn.tx
    .updateTable("register_import")
    .set({ ...values, version: version + 1, changed_at: turn.at })
    .where("agency_id", "=", agency_id)
    .where("import_id", "=", import_id)
    .execute();
}

function toRecord(row: Selectable<RegisterImportRow>): ImportRecord {
  // Checks of the table hold both to their lists.
  return { ...row, state: row.state as ImportState, format: row.format as ImportFormat };
}

function purposeOf(agencyId: number, importId: string): string {
  return `register:${agencyId}:${importId}`;
}

import { createHmac } from "node:crypto";
import type { Selectable } from "kysely";
import { type Ledger, openSecret, sealSecret, type Turn } from "../ledger/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import type { RegisterImportRow } from "../platform/database/row-types.ts";
import type { FileStore } from "../platform/files/file-store.ts";
import { ImportMapping } from "./mapping.ts";

export type ImportRecord = Omit<Selectable<RegisterImportRow>, "mapping" | "state" | "format"> & {
  readonly mapping: ImportMapping;
  readonly state: ImportState;
  readonly format: "cases" | "table";
};
export type ImportState = "draft" | "running" | "finished" | "cancelled" | "withdrawing" | "withdrawn";

/** What was handed in, as far as it was read: whoever applied stands in it, so it is kept under seal and erased when done. */
export type ImportContent =
  | { readonly format: "cases"; readonly values: readonly unknown[] }
  | {
      readonly format: "table";
      readonly headings: readonly string[];
      readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
    };

export interface ImportStores {
  readonly ledger: Ledger;
  readonly files: FileStore;
}

export const SEALED_REGISTER = "application/vnd.gongkai.register+sealed";

export async function findImport(db: Queryable, agencyId: number, importId: string): Promise<ImportRecord | undefined> {
  const row = await db
    .selectFrom("register_import")
    .selectAll()
    .where("agency_id", "=", agencyId)
    .where("import_id", "=", importId)
    .executeTakeFirst();
  return row === undefined ? undefined : toRecord(row);
}

const MOST_LISTED = 100;

/** The organ's imports, the newest first. */
export async function listImports(db: Queryable, agencyId: number): Promise<readonly ImportRecord[]> {
  const rows = await db
    .selectFrom("register_import")
    .selectAll()
    .where("agency_id", "=", agencyId)
    .orderBy("created_at", "desc")
    .orderBy("import_id")
    .limit(MOST_LISTED)
    .execute();
  return rows.map(toRecord);
}

/** Imports and undos that are under way, or drafts nobody came back to. Regional: a question to all organs. */
export async function regionListUnfinished(db: Queryable, draftsBefore: string) {
  return db
    .selectFrom("register_import")
    .select(["agency_id", "import_id", "state", "created_by", "version"])
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

/** Seals the content and puts it into the file store; slow, so it is done before a command. */
export async function keepContent({ ledger, files }: ImportStores, agencyId: number, importId: string, content: ImportContent) {
  const sealed = sealSecret(ledger.keys, JSON.stringify(content), purposeOf(agencyId, importId));
  return { sha256: await files.keep(sealed), size: sealed.length };
}

/** The content; undefined once it was erased. */
export async function openContent(
  { ledger, files }: ImportStores,
  { agency_id, import_id, content_sha256 }: ImportRecord,
): Promise<ImportContent | undefined> {
  const sealed = content_sha256 === null ? undefined : await files.find(content_sha256);
  if (sealed === undefined) return undefined;
  return JSON.parse(openSecret(ledger.keys, sealed, purposeOf(agency_id, import_id))) as ImportContent; // keepContent wrote it
}

/** Notes in the turn that the content is no longer needed; the bytes are erased after the commit. */
export async function releaseContent(tx: Queryable, { agency_id, import_id, content_sha256 }: ImportRecord, at: string): Promise<void> {
  if (content_sha256 === null) return;
  await tx
    .updateTable("register_import")
    .set({ content_sha256: null })
    .where("agency_id", "=", agency_id)
    .where("import_id", "=", import_id)
    .execute();
  await tx
    .updateTable("stored_file")
    .set({ erased_at: at })
    .where("agency_id", "=", agency_id)
    .where("sha256", "=", content_sha256)
    .execute();
}

export function importStream(importId: string) {
  return { kind: "registerImport", id: importId };
}

function toRecord(row: Selectable<RegisterImportRow>): ImportRecord {
  // Checks of the table hold state and format to their lists.
  return {
    ...row,
    mapping: ImportMapping.parse(row.mapping),
    state: row.state as ImportState,
    format: row.format as ImportRecord["format"],
  };
}

function purposeOf(agencyId: number, importId: string): string {
  return `register:${agencyId}:${importId}`;
}

/** Writes new values into the row of an import, as one more version of it. */
export async function changeImport(
  turn: Turn,
  { agency_id, import_id, version }: ImportRecord,
  values: Readonly<Record<string, string | number | null>>,
): Promise<void> {
  await turn.tx
    .updateTable("register_import")
    .set({ ...values, version: version + 1, changed_at: turn.at })
    .where("agency_id", "=", agency_id)
    .where("import_id", "=", import_id)
    .execute();
}

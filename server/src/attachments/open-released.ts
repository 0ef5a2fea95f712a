import { listReleased } from "../applications/index.ts";
import type { Ledger, StoredEvent } from "../ledger/index.ts";
import type { FileStore } from "../platform/files/file-store.ts";
import { FILE_KINDS, safeName } from "./file-kinds.ts";
import type { OpenedAttachment } from "./keep-attachment.ts";

export interface ServedFile {
  readonly sha256: string;
  readonly name: string;
  /** What it is, in words: PDF, Word 文档. */
  readonly kind: string;
  readonly mediaType: string;
  readonly size: number;
}

/** The files the applicant has been given: of answers that were served, and of those alone. Which case it is, the caller has made sure of. */
export async function listServed(
  { db }: Pick<Ledger, "db">,
  agencyId: number,
  history: readonly StoredEvent[],
): Promise<readonly ServedFile[]> {
  const served = listReleased(history).flatMap(({ sha256, stage }) => (stage === "served" ? [sha256] : []));
  if (served.length === 0) return [];
  const rows = await db
    .selectFrom("attachment")
    .select(["sha256", "name", "media_type", "size"])
    .where("agency_id", "=", agencyId)
    .where("belongs_to", "=", "office")
    .where("sha256", "in", served)
    .execute();
  const known = new Map(rows.map((row) => [row.sha256, row]));
  return served.flatMap((sha256) => {
    const row = known.get(sha256);
    if (row === undefined) return [];
    const { name, media_type: mediaType, size } = row;
    return [{ sha256, name: name ?? safeName("", mediaType), kind: FILE_KINDS[mediaType]?.label ?? mediaType, mediaType, size }];
  });
}

/** One of them, to be downloaded; undefined for any other file. */
export async function openServed(
  { ledger, files }: { readonly ledger: Pick<Ledger, "db">; readonly files: FileStore },
  { agencyId, history, sha256 }: { readonly agencyId: number; readonly history: readonly StoredEvent[]; readonly sha256: string },
): Promise<OpenedAttachment | undefined> {
  const served = (await listServed(ledger, agencyId, history)).find((one) => one.sha256 === sha256);
  const bytes = served === undefined ? undefined : await files.find(sha256);
  return served === undefined || bytes === undefined ? undefined : { name: served.name, mediaType: served.mediaType, bytes };
}

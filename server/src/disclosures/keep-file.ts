import type { Turn } from "../ledger/index.ts";
import { segmentWords } from "../platform/segment-words.ts";

/** What may be attached to an item, by content. */
export const MAY_BE_ATTACHED: ReadonlySet<string> = new Set([
  "application/pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "image/png",
  "image/jpeg",
  "text/plain",
]);

/** Puts a file on the organ's list; the same file twice is one. */
export async function keepFileRow(
  turn: Turn,
  { sha256, mediaType, size }: { readonly sha256: string; readonly mediaType: string; readonly size: number },
): Promise<void> {
  await turn.tx
    .insertInto("stored_file")
    .values({ agency_id: turn.agencyId, sha256, size, media_type: mediaType, stored_at: turn.at })
    .onConflict((conflict) => conflict.columns(["agency_id", "sha256"]).doUpdateSet({ erased_at: null }))
    .execute();
}

/** Puts a file's text on record, for screening and search. */
export async function keepFileText(turn: Turn, sha256: string, text: string): Promise<void> {
  await turn.tx
    .insertInto("file_text")
    .values({ agency_id: turn.agencyId, sha256, text, search: segmentWords(text), read_at: turn.at })
    .onConflict((conflict) => conflict.columns(["agency_id", "sha256"]).doNothing())
    .execute();
}

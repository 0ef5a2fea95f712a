import { sql } from "kysely";
import type { StreamName } from "../ledger/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import { notifyItemsChanged } from "../portal/disclosures/watch-items.ts";
import { tellItemsChanged } from "./tell-items-changed.ts";

/** The installation itself: changes of organs are told as its own. */
const ITSELF = 0;

/**
 * Runs after every event that is written, in its transaction: whatever command publishes, corrects, withdraws, links or
 * expires, search and the pages in memory follow. What happens to an item nobody may see yet is not told.
 */
export async function announceChange(tx: Queryable, agencyId: number, streams: readonly StreamName[]): Promise<void> {
  const kinds = new Set(streams.map(({ kind }) => kind));
  if (kinds.has("item")) {
    const ids = streams.filter(({ kind }) => kind === "item").map(({ id }) => id);
    const known = await listKnown(tx, agencyId, ids);
    if (known.length > 0) await tellItemsChanged(tx, agencyId, known);
  }
  if (kinds.has("disclosurePage") || kinds.has("catalogueEntry")) await tellItemsChanged(tx, agencyId);
  if (kinds.has("agency")) await notifyItemsChanged(tx, ITSELF);
}

/** Those the public may see, or search still finds. */
async function listKnown(tx: Queryable, agencyId: number, ids: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ item_id: string }>`/* by key */
    select item_id from published_item where agency_id = ${agencyId} and item_id = any(${ids}::uuid[])
    union select item_id from search_document where agency_id = ${agencyId} and item_id = any(${ids}::uuid[])`.execute(tx);
  return rows.map(({ item_id }) => item_id);
}

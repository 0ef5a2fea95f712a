import { notifyItemsChanged } from "../portal/disclosures/watch-items.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import { indexItems } from "./index-item.ts";

/**
 * To be called in the transaction that changes what is public of an organ: an item published, corrected, withdrawn, expired,
 * its validity or its links (then with the items); its guide, a system or its catalogue (then without). When the transaction
 * commits, search finds the item as it is now, and no process answers from memory what was there before.
 */
export async function tellItemsChanged(tx: Queryable, agencyId: number, itemIds: readonly string[] = []): Promise<void> {
  if (itemIds.length > 0) await indexItems(tx, agencyId, itemIds);
  await notifyItemsChanged(tx, agencyId);
}

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
export async function announceChange(tx: Queryable, agencyId: number, { kind, id }: StreamName): Promise<void> {
  if (kind === "item") {
    const isPublic = await tx
      .selectFrom("published_item")
      .select("status")
      .where("agency_id", "=", agencyId)
      .where("item_id", "=", id)
      .executeTakeFirst();
    if (isPublic !== undefined) await tellItemsChanged(tx, agencyId, id);
  } else if (kind === "disclosurePage" || kind === "catalogueEntry") await tellItemsChanged(tx, agencyId);
  else if (kind === "agency") await notifyItemsChanged(tx, ITSELF);
}

import type { PlainDate, Result } from "@gongkai/statute";
import { SYSTEM } from "../applications/index.ts";
import { type Ledger, type NewEvent, runCommand, type Turn } from "../ledger/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import { actOnItem, type ItemCall, refused } from "./act-on-item.ts";
import { foldItem } from "./fold-item.ts";
import type { ItemRefusal } from "./item-refusals.ts";
import type { ItemAct, ItemDone, WithdrawItem } from "./schema.ts";

/** Withdraws what is public; a stub with reason and time stays at its address. */
export function withdrawItem(ledger: Ledger, call: ItemCall<WithdrawItem>): Promise<Result<ItemDone, ItemRefusal>> {
  return takeAway(ledger, "withdraw", "withdrawn", call);
}

/** A leak: the head of the disclosure office takes it down at once, the leader approves afterwards. */
export function takeDownItem(ledger: Ledger, call: ItemCall<WithdrawItem>): Promise<Result<ItemDone, ItemRefusal>> {
  return takeAway(ledger, "takeDown", "takenDown", call);
}

function takeAway(
  ledger: Ledger,
  act: "withdraw" | "takeDown",
  type: string,
  call: ItemCall<WithdrawItem>,
): Promise<Result<ItemDone, ItemRefusal>> {
  const { reason, publicTitle, eraseTexts } = call.given;
  return actOnItem(ledger, act, call, async ({ turn, item }) => {
    if (item.publicStatus === "withdrawn") return refused("withdrawn-already");
    if (item.publicStatus === null) return refused("not-published");
    if (eraseTexts) await eraseItemTexts(turn, call.itemId);
    return { ok: true, value: [{ type, payload: { reason, publicTitle, isErased: eraseTexts } }] };
  });
}

/** The leader's approval of what was taken down. */
export function approveTakeDown(ledger: Ledger, call: ItemCall<ItemAct>): Promise<Result<ItemDone, ItemRefusal>> {
  return actOnItem(ledger, "approveTakeDown", call, async ({ turn, item }) => {
    if (item.withdrawal === null || item.withdrawal.isApproved) return refused("no-take-down");
    const history = await turn.history({ kind: "item", id: call.itemId });
    const takenDown = history.findLast(({ type }) => type === "takenDown");
    const { actor } = call.officer;
    if (actor.kind === "person" && takenDown?.actor.id === actor.personId.toLowerCase()) return refused("same-person");
    return { ok: true, value: [{ type: "takeDownApproved" }] };
  });
}

/** Erases every version of a text and what screening quoted of it. The hashes in the events stay. */
async function eraseItemTexts({ tx, agencyId, at }: Turn, itemId: string): Promise<void> {
  await tx
    .updateTable("item_text")
    .set({ html: null, plain: null, erased_at: at })
    .where("agency_id", "=", agencyId)
    .where("item_id", "=", itemId)
    .where("erased_at", "is", null)
    .execute();
  await tx.deleteFrom("item_screening").where("agency_id", "=", agencyId).where("item_id", "=", itemId).execute();
}

/** Ends the showing of items whose 公开时限 has passed. Gives how many. */
export async function expireItems(ledger: Ledger, today: PlainDate, signal?: AbortSignal): Promise<number> {
  let expired = 0;
  for (const { agency_id: agencyId, item_id: itemId } of await regionListPast(ledger.db, today)) {
    if (signal?.aborted === true) break;
    const done = await runCommand<null, ItemRefusal>(ledger, { command: "item:expire", agencyId, actor: SYSTEM.actor }, async (turn) => {
      const stream = { kind: "item", id: itemId };
      const item = foldItem(await turn.history(stream));
      const until = item?.publications.at(-1)?.content.fields.expiresOn ?? null;
      if (item?.publicStatus !== "published" || until === null || until >= today) return refused("not-published");
      await turn.append(stream, [{ type: "expired" } satisfies NewEvent]);
      return { ok: true, value: null };
    });
    if (done.ok) expired += 1;
  }
  return expired;
}

/** Regional: what is public beyond its last day. */
function regionListPast(db: Queryable, today: PlainDate) {
  return db
    .selectFrom("published_item")
    .select(["agency_id", "item_id"])
    .where("status", "=", "published")
    .where("expires_on", "<", today)
    .limit(1_000)
    .execute();
}

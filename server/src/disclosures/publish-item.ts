import type { Result } from "@gongkai/statute";
import { getAgency } from "../agencies/index.ts";
import { SYSTEM } from "../applications/index.ts";
import type { Ledger, NewEvent, SealingKeys } from "../ledger/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import { addMinutes } from "../platform/instant.ts";
import { actOnItem, type ItemCall, type ItemTurn, refused } from "./act-on-item.ts";
import { type ItemStanding, openFindings } from "./fold-item.ts";
import { indexNumberOf, issueIndexNumber, listTakenIndexNumbers } from "./index-number.ts";
import { hashRecord, orNull, recordOf } from "./item-content.ts";
import type { ItemRefusal } from "./item-refusals.ts";
import { isForPublication } from "./review-item.ts";
import type { ItemAct, ItemDone, ScheduleItem } from "./schema.ts";
import { signHash } from "./sign-record.ts";

/** Publishes what was reviewed, signed with the organ's key. */
export function publishItem(ledger: Ledger, call: ItemCall<ItemAct>): Promise<Result<ItemDone, ItemRefusal>> {
  return actOnItem(ledger, "publish", call, (now) => publishInTurn(now, call.itemId, ledger.keys));
}

/** To be published at an instant, by itself. */
export function scheduleItem(ledger: Ledger, call: ItemCall<ScheduleItem>): Promise<Result<ItemDone, ItemRefusal>> {
  return actOnItem(ledger, "schedule", call, async ({ turn, item }) => {
    const why = whyNotPublishable(item);
    if (why !== undefined) return refused(why);
    const at = addMinutes(call.given.at, 0);
    if (at <= turn.at) return refused("time-past");
    return { ok: true, value: [{ type: "scheduled", payload: { at } }] };
  });
}

/** Takes the time back; the signatures stay. */
export function unscheduleItem(ledger: Ledger, call: ItemCall<ItemAct>): Promise<Result<ItemDone, ItemRefusal>> {
  return actOnItem(ledger, "unschedule", call, async ({ item }) =>
    item.state === "scheduled" ? { ok: true, value: [{ type: "unscheduled" }] } : refused("wrong-state"),
  );
}

async function publishInTurn(
  { turn, item }: ItemTurn,
  itemId: string,
  keys: SealingKeys,
): Promise<Result<readonly NewEvent[], ItemRefusal>> {
  const why = whyNotPublishable(item);
  if (why !== undefined) return refused(why);
  const { content, contentHash } = item;
  const agency = await getAgency(turn.tx, turn.agencyId);
  const former = item.publications.at(-1)?.indexNumber ?? (await findOldNumber(turn, item));
  const settings = indexNumberOf(agency.settings, agency.code);
  const indexNumber = former ?? (await issueIndexNumber(turn, { kind: "item", id: itemId }, { settings, statutory: content.statutory }));
  // The organ may have chosen a template that prints a number some item brought along from elsewhere.
  if (former === undefined && (await listTakenIndexNumbers(turn.tx, turn.agencyId, [indexNumber])).size > 0)
    return refused("index-number-taken");
  const publicVersion = item.publications.length + 1;
  const takenOver = item.takenOverOn === null ? {} : { takenOver: { on: item.takenOverOn, address: orNull(item.origin?.address ?? "") } };
  const facts = { organ: agency.code, item: itemId, publicVersion, publishedAt: turn.at, indexNumber, ...takenOver };
  const hash = hashRecord(recordOf(content, facts));
  const { signature, keyId } = await signHash(turn, keys, hash);
  const payload = { publicVersion, indexNumber, publishedAt: turn.at, contentHash, hash, signature, keyId };
  return { ok: true, value: [{ type: "published", payload, documents: content.attachments.map(({ sha256 }) => sha256) }] };
}

/** The number an item bore elsewhere, which it keeps; undefined without one, or when another item has it by now. */
async function findOldNumber({ tx, agencyId }: ItemTurn["turn"], { origin }: ItemStanding): Promise<string | undefined> {
  if (origin === null || origin.indexNumber === "") return undefined;
  const taken = await listTakenIndexNumbers(tx, agencyId, [origin.indexNumber]);
  return taken.has(origin.indexNumber) ? undefined : origin.indexNumber;
}

/** First reviewed, then published: the whole chain over this very content, and no finding nobody answered for. */
export function whyNotPublishable(item: ItemStanding): ItemRefusal | undefined {
  if (item.state !== "approved" && item.state !== "scheduled") return "not-approved";
  if (!isForPublication(item)) return "not-for-publication";
  const { round, contentHash } = item;
  const isWhole =
    round !== null && round.signatures.length === round.chain.length && round.signatures.every((one) => one.contentHash === contentHash);
  if (!isWhole || round.contentHash !== contentHash) return "not-approved";
  const open = openFindings(item);
  if (open === "not-screened") return open;
  return open.length > 0 ? "finding-open" : undefined;
}

/** Publishes what is due. Gives how many went out, and those that could not, by id. */
export async function publishDue(
  ledger: Ledger,
  signal?: AbortSignal,
): Promise<{ readonly published: number; readonly failed: readonly string[] }> {
  const due = await regionListDue(ledger.db, ledger.clock.instant());
  let published = 0;
  const failed: string[] = [];
  for (const { agency_id: agencyId, item_id: itemId, version } of due) {
    if (signal?.aborted === true) break;
    const done = await publishItem(ledger, { agencyId, itemId, officer: SYSTEM, given: { version } });
    if (done.ok) published += 1;
    else if (done.refusal !== "changed-meanwhile") failed.push(itemId); // someone was at it: next time
  }
  return { published, failed };
}

/** Regional: what was to be published by now. */
function regionListDue(db: Queryable, at: string) {
  return db
    .selectFrom("item")
    .select(["agency_id", "item_id", "version"])
    .where("state", "=", "scheduled")
    .where("scheduled_at", "<=", at)
    .orderBy("scheduled_at")
    .limit(500)
    .execute();
}

import type { Result } from "@gongkai/statute";
import type { Ledger } from "../ledger/index.ts";
import { actOnItem, type ItemCall, refused } from "./act-on-item.ts";
import type { ItemRefusal } from "./item-refusals.ts";
import type { ItemAct, ItemDone, MarkItem, ReviewAgain } from "./schema.ts";
import type { Attribute } from "./words.ts";

/** From the most open to the least: a forwarded document may not be opened wider than its original. */
const OPENNESS: readonly Attribute[] = ["proactive", "redacted", "onRequest", "withheld"];

/** Decides the attribute at source (公开属性源头认定). */
export function markItem(ledger: Ledger, call: ItemCall<MarkItem>): Promise<Result<ItemDone, ItemRefusal>> {
  const { version: _version, ...mark } = call.given;
  const { attribute, reason, reviewAgainOn, inheritedFrom } = mark;
  return actOnItem(ledger, "mark", call, async ({ turn, item }) => {
    if (item.state === "inReview") return refused("in-review");
    if (item.state === "archived" || item.state === "discarded") return refused("wrong-state");
    if (attribute !== "proactive" && reason === "") return refused("reason-missing");
    if ((attribute === "onRequest" || attribute === "withheld") && reviewAgainOn === null) return refused("review-date-missing");
    if (reviewAgainOn !== null && reviewAgainOn <= turn.today) return refused("review-date-past");
    if (inheritedFrom !== null && OPENNESS.indexOf(attribute) < OPENNESS.indexOf(inheritedFrom.attribute))
      return refused("wider-than-original");
    return { ok: true, value: [{ type: "marked", payload: mark }] };
  });
}

/** Art. 18: looks again at what was withheld. Either it stays so until another day, or its attribute is decided anew. */
export function reviewItemAgain(ledger: Ledger, call: ItemCall<ReviewAgain>): Promise<Result<ItemDone, ItemRefusal>> {
  const { conclusion, nextOn } = call.given;
  return actOnItem(ledger, "reviewAgain", call, async ({ turn, item }) => {
    if (item.mark === null || item.mark.attribute === "proactive" || item.mark.attribute === "redacted") return refused("not-withheld");
    if (item.state === "inReview") return refused("in-review");
    if (item.state === "archived" || item.state === "discarded") return refused("wrong-state");
    if (nextOn !== null && nextOn <= turn.today) return refused("review-date-past");
    return { ok: true, value: [{ type: "reviewedAgain", payload: { conclusion, nextOn } }] };
  });
}

/** Gives a draft up. What was once public is not discarded but withdrawn. */
export function discardItem(ledger: Ledger, call: ItemCall<ItemAct>): Promise<Result<ItemDone, ItemRefusal>> {
  return actOnItem(ledger, "discard", call, async ({ item }) => {
    const isDraft = ["drafted", "marked", "returned", "approved"].includes(item.state) && item.publications.length === 0;
    return isDraft ? { ok: true, value: [{ type: "discarded" }] } : refused("wrong-state");
  });
}

/** Files away what is public no more. */
export function archiveItem(ledger: Ledger, call: ItemCall<ItemAct>): Promise<Result<ItemDone, ItemRefusal>> {
  return actOnItem(ledger, "archive", call, async ({ item }) =>
    (item.state === "withdrawn" && item.withdrawal?.isApproved === true) || item.state === "expired"
      ? { ok: true, value: [{ type: "archived" }] }
      : refused("wrong-state"),
  );
}

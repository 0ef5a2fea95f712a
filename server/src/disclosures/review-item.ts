import type { Result } from "@gongkai/statute";
import { getAgency } from "../agencies/index.ts";
import type { Ledger } from "../ledger/index.ts";
import { actOnItem, type ItemCall, refused } from "./act-on-item.ts";
import { openFindings, type ItemStanding } from "./fold-item.ts";
import type { ItemRefusal } from "./item-refusals.ts";
import { maySignAs } from "./policy.ts";
import { itemChainOf, mustFillForm, REVIEW_FORM } from "./review-form.ts";
import type { GiveReason, ItemDone, ReviewItem, SubmitItem } from "./schema.ts";

/** Hands an item in for review: marked, screened as it stands, every blocking finding answered for. */
export function submitItem(ledger: Ledger, call: ItemCall<SubmitItem>): Promise<Result<ItemDone, ItemRefusal>> {
  const { version: _version, ...form } = call.given;
  return actOnItem(ledger, "submit", call, async ({ turn, item }) => {
    if (item.mark === null) return refused("not-marked");
    if (item.state !== "marked" && item.state !== "returned") return refused("wrong-state");
    const open = whyNotReviewable(item);
    if (open !== undefined) return refused(open);
    const chain = [...itemChainOf((await getAgency(turn.tx, turn.agencyId)).settings)];
    const payload = { chain, form: { ...form, version: REVIEW_FORM.version }, contentHash: item.contentHash };
    return { ok: true, value: [{ type: "submitted", payload }] };
  });
}

/** Only what is to go out need be free of findings. */
function whyNotReviewable(item: ItemStanding): "not-screened" | "finding-open" | undefined {
  if (!isForPublication(item)) return undefined;
  const open = openFindings(item);
  if (open === "not-screened") return open;
  return open.length > 0 ? "finding-open" : undefined;
}

export function isForPublication({ mark }: ItemStanding): boolean {
  return mark?.attribute === "proactive" || mark?.attribute === "redacted";
}

/**
 * Signs the step whose turn it is. Nobody signs twice in a round, and the drafter not at all, except that in a chain of two
 * steps the drafter may fill one.
 */
export function signItem(ledger: Ledger, call: ItemCall<ReviewItem>): Promise<Result<ItemDone, ItemRefusal>> {
  const { officer, given } = call;
  return actOnItem(ledger, "sign", call, async ({ item }) => {
    const { round, unitId } = item;
    if (item.state !== "inReview" || round === null) return refused("wrong-state");
    const step = round.signatures.length;
    const role = round.chain[step];
    if (role === undefined || !maySignAs(officer, role, unitId)) return refused("not-allowed");
    const { actor } = officer;
    const signed = round.signatures.map(({ personId }) => personId);
    const people = round.chain.length > 2 ? [round.drafter, ...signed] : signed;
    if (actor.kind !== "person" || people.includes(actor.personId.toLowerCase())) return refused("signed-already");
    const answers = REVIEW_FORM.checks.map(({ id }) => given.checks[id]);
    if (mustFillForm(round.chain, step) && answers.includes(undefined)) return refused("form-incomplete");
    if (answers.includes("present")) return refused("check-failed");
    const open = whyNotReviewable(item);
    if (open !== undefined) return refused(open);
    const payload = {
      step: step + 1,
      role,
      opinion: given.opinion,
      checks: given.checks,
      form: REVIEW_FORM.version,
      contentHash: item.contentHash,
    };
    return { ok: true, value: [{ type: "signed", payload }] };
  });
}

/** Sends an item back with a reason: whoever's turn it is, or after the last signature whoever would publish it. */
export function returnItem(ledger: Ledger, call: ItemCall<GiveReason>): Promise<Result<ItemDone, ItemRefusal>> {
  const { officer, given } = call;
  return actOnItem(ledger, "return", call, async ({ item }) => {
    const { round, unitId, state } = item;
    const isOpen = state === "inReview" || state === "approved" || state === "scheduled";
    if (!isOpen || round === null) return refused("wrong-state");
    const role = state === "inReview" ? round.chain[round.signatures.length] : "officeHead";
    if (role === undefined || !maySignAs(officer, role, unitId)) return refused("not-allowed");
    return { ok: true, value: [{ type: "returned", payload: { step: round.signatures.length + 1, role, reason: given.reason } }] };
  });
}

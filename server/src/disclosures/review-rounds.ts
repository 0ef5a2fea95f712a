import type { StoredEvent } from "../ledger/index.ts";
import { foldItem, type ItemStanding } from "./fold-item.ts";
import type { SubmitItem } from "./schema.ts";

export type CheckAnswers = SubmitItem["checks"];

/** A signature as the review form shows it, or the sending back that ended a round. */
export interface ReviewStep {
  readonly role: string;
  readonly personId: string | null;
  readonly on: string;
  readonly opinion: string;
  readonly isReturn: boolean;
  readonly checks: CheckAnswers;
}

/** One round of review: what was handed in, and what each step said to it. */
export interface ReviewRound {
  /** From 1. */
  readonly number: number;
  /** The item as it was handed in. */
  readonly item: ItemStanding;
  readonly chain: readonly string[];
  readonly submittedOn: string;
  readonly submitter: string | null;
  /** What the drafter filled in, with the version of the form's wording. */
  readonly form: Omit<SubmitItem, "version"> & { readonly version: number };
  readonly steps: readonly ReviewStep[];
  readonly end: "open" | "passed" | "returned" | "lapsed" | "published";
  /** Of the publication the round led to. */
  readonly published: { readonly on: string; readonly publicVersion: number; readonly indexNumber: string } | null;
}

/** Every round of review in an item's history, the first one first. */
export function listReviewRounds(history: readonly StoredEvent[]): readonly ReviewRound[] {
  const rounds: ReviewRound[] = [];
  history.forEach((event, index) => {
    if (event.type === "submitted") {
      const item = foldItem(history.slice(0, index + 1));
      if (item !== undefined) rounds.push(beginRound(event, item, rounds.length + 1));
      return;
    }
    const round = rounds.at(-1);
    if (round !== undefined) rounds[rounds.length - 1] = continueRound(round, event);
  });
  return rounds;
}

function beginRound({ payload, on, actor }: StoredEvent, item: ItemStanding, number: number): ReviewRound {
  const form = payload["form"] as unknown as ReviewRound["form"]; // written by submitItem
  return {
    number,
    item,
    chain: item.round?.chain ?? [],
    submittedOn: on,
    submitter: actor.id,
    form,
    steps: [],
    end: "open",
    published: null,
  };
}

function continueRound(round: ReviewRound, event: StoredEvent): ReviewRound {
  if (round.end !== "open" && round.end !== "passed") return round;
  const { type, payload, on, actor } = event;
  switch (type) {
    case "signed": {
      const { role, opinion, checks } = payload as unknown as Pick<ReviewStep, "role" | "opinion" | "checks">; // written by signItem
      const steps = [...round.steps, { role, personId: actor.id, on, opinion, isReturn: false, checks }];
      return { ...round, steps, end: steps.length >= round.chain.length ? "passed" : "open" };
    }
    case "returned": {
      const { role, reason } = payload as unknown as { role: string; reason: string }; // written by returnItem
      const step: ReviewStep = { role, personId: actor.id, on, opinion: reason, isReturn: true, checks: {} };
      return { ...round, steps: [...round.steps, step], end: "returned" };
    }
    case "published": {
      const { publicVersion, indexNumber } = payload as unknown as { publicVersion: number; indexNumber: string }; // written by publishInTurn
      return { ...round, end: "published", published: { on, publicVersion, indexNumber } };
    }
    case "revised":
    case "marked":
    case "withdrawn":
    case "takenDown":
    case "archived":
    case "discarded":
      return { ...round, end: "lapsed" };
    case "reviewedAgain":
      return typeof payload["nextOn"] === "string" ? round : { ...round, end: "lapsed" };
    default:
      return round;
  }
}

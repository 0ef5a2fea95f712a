import type { Role } from "@gongkai/statute";
import { settingsOf } from "../agencies/index.ts";
import type { StoredEvent } from "../ledger/index.ts";

/** A step of the review chain: who looks at the draft. The last step signs. */
export interface ReviewStep {
  readonly role: Role;
}

/** Two to five steps; this one when the organ has not chosen its own: 承办部门负责人 → 工作机构负责人 → 分管领导. */
export const USUAL_CHAIN: readonly ReviewStep[] = [{ role: "unitHead" }, { role: "officeHead" }, { role: "leader" }];

/** The organ's chain from its settings; the usual one when they hold none that will do. */
export function chainOf(settings: unknown): readonly ReviewStep[] {
  return settingsOf(settings).reviewChain?.map((role) => ({ role })) ?? USUAL_CHAIN;
}

/** Where the draft stands in its chain. */
export interface ReviewStanding {
  /** From 0: the step whose turn it is. */
  readonly step: number;
  /** Who has passed it on in this round, in order; the drafter first. */
  readonly people: readonly string[];
}

/** The round since the draft was last handed in; undefined while there is no draft in review. */
export function standingOf(history: readonly StoredEvent[]): ReviewStanding | undefined {
  const from = history.findLastIndex(({ type }) => type === "drafted");
  if (from === -1) return undefined;
  const round = history.slice(from);
  if (round.some(({ type }) => type === "returned" || type === "replied")) return undefined;
  const reviews = round.filter(({ type }) => type === "reviewed");
  const people = [round[0], ...reviews].flatMap((event) => (event?.actor.id == null ? [] : [event.actor.id]));
  return { step: reviews.length, people };
}

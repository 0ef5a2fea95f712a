import { type Role, ROLES } from "@gongkai/statute";
import type { Json, StoredEvent } from "../ledger/index.ts";

/** A step of the review chain: who looks at the draft. The last step signs. */
export interface ReviewStep {
  readonly role: Role;
}

/** Two to five steps; this one when the organ has not chosen its own: 承办部门负责人 → 工作机构负责人 → 分管领导. */
export const USUAL_CHAIN: readonly ReviewStep[] = [{ role: "unitHead" }, { role: "officeHead" }, { role: "leader" }];

const LEAST_STEPS = 2;
const MOST_STEPS = 5;

/** The organ's chain from its settings; the usual one when they hold none that will do. */
export function chainOf(settings: Json | undefined): readonly ReviewStep[] {
  const chosen = typeof settings === "object" && settings !== null && "reviewChain" in settings ? settings.reviewChain : undefined;
  if (!Array.isArray(chosen)) return USUAL_CHAIN;
  const roles = chosen.filter((role): role is Role => (ROLES as readonly unknown[]).includes(role));
  const isSound = roles.length === chosen.length && roles.length >= LEAST_STEPS && roles.length <= MOST_STEPS;
  return isSound ? roles.map((role) => ({ role })) : USUAL_CHAIN;
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

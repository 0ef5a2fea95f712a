import {
  type ApplicationCase,
  type Calendar,
  compareDueDates,
  listRunningLimits,
  type MovedLimit,
  type PlainDate,
  type RunningLimit,
} from "@gongkai/statute";
import type { StreamName } from "../ledger/index.ts";
import type { Recipients } from "../messages/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";

/** A case whose limits run, with what statute needs to work them out. */
export interface CaseInHand extends Pick<ApplicationCase, "channel" | "events"> {
  readonly stream: StreamName;
  /** Length of the stream's history as it was read. */
  readonly version: number;
  /** What the office calls it, without personal data: `依申请公开 2026-0007`. */
  readonly name: string;
  /** Who is told when a limit moves. */
  readonly handlers: Recipients;
}

/** The cases of a slice in which limits run that a calendar can move. A slice registers one; issue by issue they become more. */
export interface RunningLimits {
  /** The slice. */
  readonly name: string;
  readonly list: (db: Queryable, agencyId: number) => Promise<readonly CaseInHand[]>;
}

/** What a new calendar does to one case. */
export interface CaseChange {
  readonly case: CaseInHand;
  /** Limits that end on another day. */
  readonly moved: readonly MovedLimit<CaseInHand>[];
  /** Limits that end on the same day, which was provisional and is so no more, or the other way round. */
  readonly settled: readonly RunningLimit[];
}

/** Every case of an organ whose limits are others under the new calendar. */
export async function listChanges(
  db: Queryable,
  sources: readonly RunningLimits[],
  about: { readonly agencyId: number; readonly before: Calendar; readonly after: Calendar; readonly today: PlainDate },
): Promise<readonly CaseChange[]> {
  const changes: CaseChange[] = [];
  for (const source of sources) {
    for (const one of await source.list(db, about.agencyId)) {
      const change = { case: one, moved: compareDueDates([one], about), settled: listSettled(one, about) };
      if (change.moved.length + change.settled.length > 0) changes.push(change);
    }
  }
  return changes;
}

function listSettled(
  one: CaseInHand,
  { before, after, today }: { readonly before: Calendar; readonly after: Calendar; readonly today: PlainDate },
): readonly RunningLimit[] {
  const former = listRunningLimits(one, { today, calendar: before });
  return listRunningLimits(one, { today, calendar: after }).filter((limit) =>
    former.some((was) => was.rule === limit.rule && was.id === limit.id && was.on === limit.on && was.provisional !== limit.provisional),
  );
}

/** What the limit is called, such as 答复期限: the part of statute's sentence before the colon. */
export function limitInWords({ before, after, rule }: MovedLimit<unknown>): string {
  return (after ?? before)?.text.split("：")[0] ?? rule;
}

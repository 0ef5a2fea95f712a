import { type ApplicationCase, type Calendar, compareDueDates, type MovedLimit, type PlainDate } from "@gongkai/statute";
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

/** Every limit of an organ that ends on another day under the new calendar. */
export async function listMoved(
  db: Queryable,
  sources: readonly RunningLimits[],
  about: { readonly agencyId: number; readonly before: Calendar; readonly after: Calendar; readonly today: PlainDate },
): Promise<readonly MovedLimit<CaseInHand>[]> {
  const moved: MovedLimit<CaseInHand>[] = [];
  for (const source of sources) moved.push(...compareDueDates(await source.list(db, about.agencyId), about));
  return moved;
}

/** What the limit is called, such as 答复期限: the part of statute's sentence before the colon. */
export function limitInWords({ before, after, rule }: MovedLimit<unknown>): string {
  return (after ?? before)?.text.split("：")[0] ?? rule;
}

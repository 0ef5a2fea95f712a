import { isProvisional } from "@gongkai/statute";
import { standingOf } from "../messages/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import { type TodayItem, URGENCIES, type Urgency } from "./schema.ts";
import { daysLeftUntil } from "./days-left.ts";
import type { Asking, WorkItem, WorkSource } from "./work-source.ts";

/** Everything that waits for a person in an organ, what the law presses most first, then by limit, then by number. */
export async function listToday(
  db: Queryable,
  sources: readonly WorkSource[],
  { agencyCode, ...asking }: Asking & { readonly agencyCode: string },
): Promise<readonly TodayItem[]> {
  const found = await Promise.all(
    sources.map(async (source) => (await source.list(db, asking)).map((item) => present(source, item, { agencyCode, ...asking }))),
  );
  return found.flat().toSorted(byUrgency);
}

function present(
  { kind }: WorkSource,
  { role, path, provisional, ...item }: WorkItem,
  { agencyCode, posts, today, calendar }: Asking & { readonly agencyCode: string },
): TodayItem {
  const { dueOn } = item;
  const ofRole = posts.filter((post) => post.role === role);
  return {
    ...item,
    kind,
    daysLeft: dueOn === null ? null : daysLeftUntil(dueOn, today, calendar),
    urgency: dueOn === null ? "later" : URGENCY_OF_STAGE[standingOf(dueOn, today, calendar)?.stage ?? "far"],
    provisional: provisional ?? (dueOn !== null && isProvisional(calendar, today, dueOn)),
    asDeputy: ofRole.length > 0 && ofRole.every((post) => post.as === "deputy"),
    url: `/console/agencies/${agencyCode}/${path}`,
  };
}

const URGENCY_OF_STAGE = { overdue: "overdue", today: "today", oneDay: "soon", threeDays: "soon", far: "later" } as const satisfies Record<
  string,
  Urgency
>;

/** Without a limit comes last; of one day, by number. */
function byUrgency(one: TodayItem, other: TodayItem): number {
  const urgency = URGENCIES.indexOf(one.urgency) - URGENCIES.indexOf(other.urgency);
  if (urgency !== 0) return urgency;
  const due = compare(one.dueOn ?? "9999", other.dueOn ?? "9999");
  return due === 0 ? compare(one.number ?? "", other.number ?? "") : due;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

import type { PlainDate } from "../plain-date.ts";
import type { RemedyCase, RemedyResult } from "./case-file.ts";

/** Where a reconsideration or lawsuit stands on a day. */
export interface RemedyStatus {
  readonly state: "draft" | "pending" | "decided";
  readonly filedOn: PlainDate | null;
  readonly decidedOn: PlainDate | null;
  readonly result: RemedyResult | null;
}

/** The standing of a remedy case on a day. The last decision up to that day counts. */
export function foldRemedy({ events }: Pick<RemedyCase, "events">, today: PlainDate): RemedyStatus {
  let filedOn: PlainDate | null = null;
  let decided: { on: PlainDate; result: RemedyResult } | undefined;
  for (const event of events) {
    if (event.on > today) continue;
    if (event.type === "filed" && (filedOn === null || event.on < filedOn)) filedOn = event.on;
    if (event.type === "decided" && (decided === undefined || event.on >= decided.on)) decided = event;
  }
  const state = decided !== undefined ? "decided" : filedOn === null ? "draft" : "pending";
  return { state, filedOn, decidedOn: decided?.on ?? null, result: decided?.result ?? null };
}

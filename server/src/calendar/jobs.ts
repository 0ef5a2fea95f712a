import type { Ledger } from "../ledger/index.ts";
import type { Job } from "../platform/jobs/index.ts";
import { RECOMPUTE, recomputeLimits } from "./recompute-limits.ts";
import type { RunningLimits } from "./running-limits.ts";

export interface CalendarJobNeeds {
  readonly ledger: Ledger;
  /** Reads the calendar anew: due dates that are written must be those of the notice that called for it. */
  readonly refreshCalendar: () => Promise<unknown>;
  /** Of all slices. */
  readonly runningLimits: readonly RunningLimits[];
}

export const CALENDAR_JOBS: readonly Job<CalendarJobNeeds>[] = [
  {
    name: RECOMPUTE,
    title: "放假安排变化后重新计算期限",
    schedule: { every: "day", at: "00:05" },
    atStart: true,
    run: async (_payload, needs, { signal }) => {
      await needs.refreshCalendar();
      await recomputeLimits(needs, signal);
    },
  },
];

import type { Clock } from "../clock.ts";
import type { Queryable } from "../database/open-database.ts";
import { addMinutes } from "../instant.ts";
import type { Job } from "./job.ts";
import { clearFailedJobs } from "./list-jobs.ts";

/** How long a failed job stays in the list. */
const KEPT_DAYS = 90;

/** The queue's own nightly job. */
export const QUEUE_JOBS: readonly Job<{ readonly ledger: { readonly db: Queryable }; readonly clock: Clock }>[] = [
  {
    name: "jobs:clear",
    title: `清除${KEPT_DAYS}日前失败的任务记录`,
    schedule: { every: "day", at: "03:40" },
    run: async (_payload, { ledger, clock }) => {
      await clearFailedJobs(ledger.db, addMinutes(clock.instant(), -KEPT_DAYS * 24 * 60));
    },
  },
];

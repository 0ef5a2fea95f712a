import type { Ledger } from "../ledger/index.ts";
import type { Job } from "../platform/jobs/index.ts";
import { catchUpIndex } from "./index-item.ts";

/** Search follows every publication by itself; this mends what was brought in past the commands, by a restore or a rebuild. */
export const SEARCH_JOBS: readonly Job<{ readonly ledger: Ledger }>[] = [
  {
    name: "search:catch-up",
    title: "补齐搜索索引",
    schedule: { every: "day", at: "04:10" },
    atStart: true,
    run: async (_payload, { ledger: { db } }, { signal }) => {
      while (!signal.aborted && (await catchUpIndex(db, 500)) === 500);
    },
  },
];

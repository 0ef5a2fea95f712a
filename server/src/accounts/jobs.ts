import type { Ledger } from "../ledger/index.ts";
import { regionForgetAttempts } from "../platform/attempts.ts";
import { addMinutes } from "../platform/instant.ts";
import type { Job } from "../platform/jobs/index.ts";
import { regionForgetSessions } from "./forget-sessions.ts";

const DAY = 24 * 60;
/** What happened stands in the audit; the rows themselves are kept a little longer, for those who look into a lockout. */
const KEPT_DAYS = 7;

/** The nightly clearing of sessions that ended and attempts nobody counts any more. */
export const ACCOUNT_JOBS: readonly Job<{ readonly ledger: Ledger }>[] = [
  {
    name: "accounts:forget",
    title: "清除已结束的登录和过期的尝试计数",
    schedule: { every: "day", at: "03:20" },
    run: async (_payload, { ledger: { db, clock } }) => {
      const before = addMinutes(clock.instant(), -KEPT_DAYS * DAY);
      await regionForgetSessions(db, before);
      await regionForgetAttempts(db, before);
    },
  },
];

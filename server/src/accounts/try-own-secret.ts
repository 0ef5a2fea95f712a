import type { Ledger } from "../ledger/index.ts";
import { clearAttempts, takeAttempt } from "../platform/attempts.ts";
import type { Identity } from "./identify.ts";
import { OWN_LIMIT } from "./limits.ts";
import { recordAccess } from "./record-access.ts";
import type { Refused } from "./refusals.ts";

/** What somebody who is signed in may try a few times only. */
export type OwnSecret = "code" | "password";

/**
 * Runs a check of a secret of the person who is signed in, with its tries counted. `check` gives undefined for a wrong one;
 * that is told in the audit.
 */
export async function tryOwnSecret<Value>(
  ledger: Ledger,
  person: Pick<Identity, "personId" | "homeAgencyId" | "actor">,
  secret: OwnSecret,
  check: () => Promise<Value | undefined>,
): Promise<{ readonly ok: true; readonly value: Value } | Refused<"too-many-attempts" | "wrong-code" | "wrong-password">> {
  const { personId, homeAgencyId, actor } = person;
  const attempt = { bucket: `own-${secret}:${personId}`, agencyId: homeAgencyId, limit: OWN_LIMIT, at: ledger.clock.instant() };
  const access = { agencyId: homeAgencyId, actor, personId };
  const taken = await takeAttempt(ledger.db, attempt);
  if (!taken.isAllowed) {
    if (taken.isNew) await recordAccess(ledger, access, "lockedOut", { by: secret, until: taken.until });
    return { ok: false, refusal: "too-many-attempts", until: taken.until };
  }
  const value = await check();
  if (value === undefined) {
    await recordAccess(ledger, access, secret === "code" ? "secondFactorFailed" : "passwordFailed");
    return { ok: false, refusal: secret === "code" ? "wrong-code" : "wrong-password" };
  }
  await clearAttempts(ledger.db, attempt);
  return { ok: true, value };
}

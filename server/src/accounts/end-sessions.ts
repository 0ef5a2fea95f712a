import { type Ledger, runCommand, type Turn } from "../ledger/index.ts";
import { clearAttempts } from "../platform/attempts.ts";
import type { Identity } from "./identify.ts";
import { tellAccess } from "./record-access.ts";
import type { Refused } from "./refusals.ts";

export interface EndedSessions {
  readonly personId: string;
  /** The one that stays. */
  readonly except?: Buffer;
  /** Only this one. */
  readonly only?: Buffer;
}

/** Ends sessions of a person whose account this organ keeps, in the turn of a command; gives how many. */
export async function endSessions({ tx, agencyId, at }: Turn, { personId, except, only }: EndedSessions): Promise<number> {
  let update = tx
    .updateTable("session")
    .set({ revoked_at: at })
    .where("agency_id", "=", agencyId)
    .where("person_id", "=", personId)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", at);
  if (except !== undefined) update = update.where("token_hash", "!=", except);
  if (only !== undefined) update = update.where("token_hash", "=", only);
  return (await update.returning("token_hash").execute()).length;
}

/** Ends the session one is asking with. */
export async function signOut(ledger: Ledger, { personId, homeAgencyId, actor, session }: Identity): Promise<void> {
  await runCommand(ledger, { command: "sign-out", agencyId: homeAgencyId, actor }, async (turn) => {
    await endSessions(turn, { personId, only: session.hash });
    await tellAccess(turn, personId, { type: "signedOut" });
    return { ok: true, value: null };
  });
}

/** Ends one session of one's own, named by the hash of its token, or all others when none is named. */
export async function endOwnSessions(
  ledger: Ledger,
  { personId, homeAgencyId, actor, session }: Identity,
  only?: Buffer,
): Promise<{ readonly ok: true } | Refused<"no-such-session">> {
  const done = await runCommand(ledger, { command: "end-sessions", agencyId: homeAgencyId, actor }, async (turn) => {
    const count = await endSessions(turn, { personId, ...(only === undefined ? { except: session.hash } : { only }) });
    if (only !== undefined && count === 0) return { ok: false, refusal: "no-such-session" };
    await tellAccess(turn, personId, { type: "sessionsEnded", payload: { count } });
    return { ok: true, value: null };
  });
  return done.ok ? { ok: true } : { ok: false, refusal: "no-such-session" };
}

/** Forgets the tries counted against a person's name and secrets, so that a reset opens the way at once. */
export async function clearOwnAttempts(
  ledger: Ledger,
  { personId, homeAgencyId, nameBucket }: { personId: string; homeAgencyId: number; nameBucket: string },
): Promise<void> {
  await clearAttempts(ledger.db, { bucket: nameBucket });
  for (const secret of ["code", "password"])
    await clearAttempts(ledger.db, { bucket: `own-${secret}:${personId}`, agencyId: homeAgencyId });
}

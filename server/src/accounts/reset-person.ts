import type { Result } from "@gongkai/statute";
import { type Ledger, runCommand } from "../ledger/index.ts";
import { clearOwnAttempts, endSessions } from "./end-sessions.ts";
import { type AccountCall, isOneself, type KeepRefusal, loadAccount } from "./keep-account.ts";
import { nameBucket } from "./limits.ts";
import { hashPassword, makeTemporaryPassword } from "./passwords.ts";
import { findPerson } from "./queries.ts";
import { tellAccess } from "./record-access.ts";

/** Gives a person who forgot the password a temporary one, to be shown once; ends all sessions and any lockout. */
export async function resetPassword(
  ledger: Ledger,
  { agencyId, actor, personId }: AccountCall,
): Promise<Result<{ temporaryPassword: string }, KeepRefusal | "person-disabled" | "not-yourself">> {
  const temporaryPassword = makeTemporaryPassword();
  const hash = await hashPassword(temporaryPassword);
  const done = await runCommand<null, KeepRefusal | "person-disabled" | "not-yourself">(
    ledger,
    { command: "reset-password", agencyId, actor },
    async (turn) => {
      const found = await loadAccount(turn, personId);
      if (!found.ok) return found;
      if (isOneself({ agencyId, actor, personId })) return { ok: false, refusal: "not-yourself" };
      if (found.value.disabled_at !== null) return { ok: false, refusal: "person-disabled" };
      await turn.tx
        .updateTable("person")
        .set({ password_hash: hash, must_change_password: true })
        .where("person_id", "=", personId)
        .execute();
      const endedSessions = await endSessions(turn, { personId });
      await tellAccess(turn, personId, { type: "passwordReset", payload: { endedSessions } });
      return { ok: true, value: null };
    },
  );
  if (!done.ok) return done;
  await unlock(ledger, personId);
  return { ok: true, value: { temporaryPassword } };
}

/** Takes the second factor of a person who lost the telephone away; ends all sessions. The next sign-in sets up another where one is required. */
export async function resetSecondFactor(
  ledger: Ledger,
  { agencyId, actor, personId, commandKey }: AccountCall,
): Promise<Result<null, KeepRefusal | "not-enrolled" | "not-yourself">> {
  const call = { command: "reset-second-factor", agencyId, actor, commandKey, request: { personId } };
  const done = await runCommand<null, KeepRefusal | "not-enrolled" | "not-yourself">(ledger, call, async (turn) => {
    const found = await loadAccount(turn, personId);
    if (!found.ok) return found;
    if (isOneself({ agencyId, actor, personId })) return { ok: false, refusal: "not-yourself" };
    if (found.value.totp_confirmed_at === null) return { ok: false, refusal: "not-enrolled" };
    await turn.tx
      .updateTable("person")
      .set({ totp_key: null, totp_confirmed_at: null, totp_last_step: null, recovery_codes: [] })
      .where("person_id", "=", personId)
      .execute();
    const endedSessions = await endSessions(turn, { personId });
    await tellAccess(turn, personId, { type: "secondFactorReset", payload: { endedSessions } });
    return { ok: true, value: null };
  });
  if (done.ok) await unlock(ledger, personId);
  return done;
}

async function unlock(ledger: Ledger, personId: string): Promise<void> {
  const person = await findPerson(ledger.db, personId);
  if (person === undefined) return;
  await clearOwnAttempts(ledger, {
    personId,
    homeAgencyId: person.home_agency_id,
    nameBucket: nameBucket(ledger.keys, person.sign_in_name),
  });
}

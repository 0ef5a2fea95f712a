import type { Ledger, Payload } from "../ledger/index.ts";
import { runCommand } from "../ledger/index.ts";
import { clearAttempts, returnAttempt, takeAttempt } from "../platform/attempts.ts";
import { addMinutes } from "../platform/instant.ts";
import { ADDRESS_LIMIT, addressBucket, maskName, NAME_LIMIT, nameBucket } from "./limits.ts";
import { verifyPassword } from "./passwords.ts";
import { findPersonByName, type PersonRecord } from "./queries.ts";
import { recordAccess, tellAccess } from "./record-access.ts";
import type { Refused } from "./refusals.ts";
import { hashToken, makeToken, SESSION_HOURS, type SessionToken } from "./session-token.ts";

export interface SignInCall {
  readonly signInName: string;
  readonly password: string;
  /** Network address. */
  readonly address: string;
  /** Browser in a few words. */
  readonly device: string;
}

type Refusal = "wrong-name-or-password" | "account-disabled" | "too-many-attempts";

const SYSTEM = { kind: "system" } as const;

/**
 * Signs a person in by name and password. The tries are counted by name and by address before the password is looked at,
 * and a name nobody has costs the same work as a wrong password. Gives the token of the new session, which may still owe
 * the second factor.
 */
export async function signIn(
  ledger: Ledger,
  { signInName, password, address, device }: SignInCall,
): Promise<{ readonly ok: true; readonly value: SessionToken } | Refused<Refusal>> {
  const { db, keys, clock } = ledger;
  const name = signInName.trim().toLowerCase();
  const person = await findPersonByName(db, name);
  const byName = { bucket: nameBucket(keys, name), limit: NAME_LIMIT, at: clock.instant() };
  const byAddress = { bucket: addressBucket(address), limit: ADDRESS_LIMIT, at: clock.instant() };
  const record = (type: "signInFailed" | "lockedOut", payload: Payload) =>
    recordAccess(ledger, { agencyId: person?.home_agency_id ?? 0, actor: SYSTEM, personId: person?.person_id ?? null }, type, {
      ...payload,
      address,
      ...(person === undefined ? { maskedName: maskName(keys, name) } : {}),
    });

  for (const attempt of [byAddress, byName]) {
    const taken = await takeAttempt(db, attempt);
    if (taken.isAllowed) continue;
    if (taken.isNew) await record("lockedOut", { by: attempt === byName ? "name" : "address", until: taken.until });
    return { ok: false, refusal: "too-many-attempts", until: taken.until };
  }
  const isRight = await verifyPassword(password, person?.password_hash);
  if (person === undefined || !isRight) {
    await record("signInFailed", { reason: person === undefined ? "unknownName" : "wrongPassword" });
    return { ok: false, refusal: "wrong-name-or-password" };
  }
  if (person.disabled_at !== null) {
    await record("signInFailed", { reason: "disabled" });
    return { ok: false, refusal: "account-disabled" };
  }
  await clearAttempts(db, byName);
  await returnAttempt(db, byAddress);
  return { ok: true, value: await openSession(ledger, person, { address, device }) };
}

async function openSession(
  ledger: Ledger,
  person: PersonRecord,
  { address, device }: { address: string; device: string },
): Promise<SessionToken> {
  const session = makeToken(person.home_agency_id);
  const actor = { kind: "person", personId: person.person_id, name: person.name } as const;
  await runCommand(ledger, { command: "sign-in", agencyId: session.agencyId, actor }, async (turn) => {
    await turn.tx
      .insertInto("session")
      .values({
        agency_id: session.agencyId,
        token_hash: hashToken(session.token),
        person_id: person.person_id,
        created_at: turn.at,
        last_seen_at: turn.at,
        expires_at: addMinutes(turn.at, SESSION_HOURS * 60),
        address,
        device,
      })
      .execute();
    const payload = { address, device, owesSecondFactor: person.totp_confirmed_at !== null };
    await tellAccess(turn, person.person_id, { type: "signedIn", payload });
    return { ok: true, value: null };
  });
  return session;
}

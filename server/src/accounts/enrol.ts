import { type Ledger, runCommand } from "../ledger/index.ts";
import { findShown, useUp } from "./give-second-factor.ts";
import type { Identity } from "./identify.ts";
import { verifyPassword } from "./passwords.ts";
import { findPerson } from "./queries.ts";
import { tellAccess } from "./record-access.ts";
import type { Refused } from "./refusals.ts";
import type { Enrolment } from "./schema.ts";
import { makeRecoveryCodes, makeSecret, presentSecret } from "./second-factor.ts";
import { tryOwnSecret } from "./try-own-secret.ts";

/** Shown in the authenticator beside the name. */
const ISSUER = "政府信息公开工作系统";

type Done<Value> = { readonly ok: true; readonly value: Value };

/** Makes the secret of a second factor and gives it to be put into an authenticator; nothing is asked for until a code confirms it. */
export async function startEnrolment(
  { db, keys }: Ledger,
  { personId, signInName }: Identity,
): Promise<Done<Enrolment> | Refused<"already-enrolled">> {
  const { secret, sealed } = makeSecret(keys, personId);
  const kept = await db
    .updateTable("person")
    .set({ totp_key: sealed, totp_last_step: null })
    .where("person_id", "=", personId)
    .where("totp_confirmed_at", "is", null)
    .returning("person_id")
    .executeTakeFirst();
  if (kept === undefined) return { ok: false, refusal: "already-enrolled" };
  return { ok: true, value: await presentSecret(secret, { signInName, issuer: ISSUER }) };
}

type ConfirmRefusal = "already-enrolled" | "not-enrolled" | "wrong-code" | "wrong-password" | "too-many-attempts" | "changed-meanwhile";

/** Confirms the authenticator with its first code; from now on a code is asked for. Gives the recovery codes, shown once. */
export async function confirmEnrolment(
  ledger: Ledger,
  signedIn: Identity,
  code: string,
): Promise<Done<readonly string[]> | Refused<ConfirmRefusal>> {
  const { personId, homeAgencyId, actor, session } = signedIn;
  const person = await findPerson(ledger.db, personId);
  if (person === undefined || person.totp_key === null) return { ok: false, refusal: "not-enrolled" };
  if (person.totp_confirmed_at !== null) return { ok: false, refusal: "already-enrolled" };
  const { totp_key: confirmedKey } = person;
  const tried = await tryOwnSecret(ledger, signedIn, "code", () => findShown(ledger, person, { code }));
  if (!tried.ok) return tried;
  const { codes, hashes } = await makeRecoveryCodes();
  const done = await runCommand(ledger, { command: "confirm-enrolment", agencyId: homeAgencyId, actor }, async (turn) => {
    const confirmed = await turn.tx
      .updateTable("person")
      .set({ totp_confirmed_at: turn.at, recovery_codes: [...hashes] })
      .where("person_id", "=", personId)
      .where("totp_confirmed_at", "is", null)
      .where("totp_key", "=", confirmedKey)
      .returning("person_id")
      .executeTakeFirst();
    if (confirmed === undefined || !(await useUp(turn, personId, tried.value))) return { ok: false, refusal: "changed-meanwhile" };
    await turn.tx
      .updateTable("session")
      .set({ second_factor_at: turn.at })
      .where("agency_id", "=", session.agencyId)
      .where("token_hash", "=", session.hash)
      .execute();
    await tellAccess(turn, personId, { type: "secondFactorEnrolled" });
    return { ok: true, value: null };
  });
  return done.ok ? { ok: true, value: codes } : { ok: false, refusal: "changed-meanwhile" };
}

type RemoveRefusal = "not-enrolled" | "wrong-code" | "wrong-password" | "too-many-attempts" | "changed-meanwhile";

/** Takes the second factor away, with password and code; to change telephones. Who must have one is led to set up the next. */
export async function removeSecondFactor(
  ledger: Ledger,
  signedIn: Identity,
  { password, code }: { readonly password: string; readonly code: string },
): Promise<{ readonly ok: true } | Refused<RemoveRefusal>> {
  const { personId, homeAgencyId, actor } = signedIn;
  const person = await findPerson(ledger.db, personId);
  if (person === undefined || person.totp_confirmed_at === null) return { ok: false, refusal: "not-enrolled" };
  const knows = await tryOwnSecret(
    ledger,
    signedIn,
    "password",
    async () => (await verifyPassword(password, person.password_hash)) || undefined,
  );
  if (!knows.ok) return knows;
  const shown = await tryOwnSecret(ledger, signedIn, "code", () => findShown(ledger, person, { code }));
  if (!shown.ok) return shown;
  const done = await runCommand(ledger, { command: "remove-second-factor", agencyId: homeAgencyId, actor }, async (turn) => {
    if (!(await useUp(turn, personId, shown.value))) return { ok: false, refusal: "changed-meanwhile" };
    await turn.tx
      .updateTable("person")
      .set({ totp_key: null, totp_confirmed_at: null, recovery_codes: [] })
      .where("person_id", "=", personId)
      .execute();
    await tellAccess(turn, personId, { type: "secondFactorRemoved" });
    return { ok: true, value: null };
  });
  return done.ok ? { ok: true } : { ok: false, refusal: "changed-meanwhile" };
}

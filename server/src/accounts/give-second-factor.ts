import { type Ledger, runCommand, type Turn } from "../ledger/index.ts";
import type { Identity } from "./identify.ts";
import { findPerson, type PersonRecord } from "./queries.ts";
import { tellAccess } from "./record-access.ts";
import type { Refused } from "./refusals.ts";
import type { GiveSecondFactor } from "./schema.ts";
import { findRecoveryCode, findStep } from "./second-factor.ts";
import { tryOwnSecret } from "./try-own-secret.ts";

type Refusal = "wrong-code" | "wrong-password" | "too-many-attempts" | "not-enrolled";
/** How the second factor was shown: by the code of a time step, or by a recovery code with this hash. */
type Shown = { readonly step: number } | { readonly recoveryHash: string };

/** Takes the second factor of a session that owes it. A code, and a recovery code, works once, whichever process is asked. */
export async function giveSecondFactor(
  ledger: Ledger,
  signedIn: Identity,
  given: GiveSecondFactor,
): Promise<{ readonly ok: true } | Refused<Refusal>> {
  const person = await findPerson(ledger.db, signedIn.personId);
  if (person === undefined || person.totp_confirmed_at === null) return { ok: false, refusal: "not-enrolled" };
  const tried = await tryOwnSecret(ledger, signedIn, "code", async () => {
    const shown = await findShown(ledger, person, given);
    if (shown === undefined) return undefined;
    const done = await runCommand(
      ledger,
      { command: "give-second-factor", agencyId: signedIn.homeAgencyId, actor: signedIn.actor },
      async (turn) => {
        if (!(await useUp(turn, person.person_id, shown))) return { ok: false, refusal: "wrong-code" };
        await turn.tx
          .updateTable("session")
          .set({ second_factor_at: turn.at })
          .where("agency_id", "=", signedIn.session.agencyId)
          .where("token_hash", "=", signedIn.session.hash)
          .execute();
        const type = "step" in shown ? "secondFactorGiven" : "recoveryCodeUsed";
        await tellAccess(turn, person.person_id, { type });
        return { ok: true, value: null };
      },
    );
    return done.ok ? true : undefined;
  });
  return tried.ok ? { ok: true } : tried;
}

/** Finds what was shown; undefined for a wrong code. Slow where it is a recovery code: not inside a command. */
export async function findShown({ keys, clock }: Ledger, person: PersonRecord, given: GiveSecondFactor): Promise<Shown | undefined> {
  if ("recoveryCode" in given) {
    const recoveryHash = await findRecoveryCode(given.recoveryCode, person.recovery_codes);
    return recoveryHash === undefined ? undefined : { recoveryHash };
  }
  if (person.totp_key === null) return undefined;
  const step = await findStep(keys, {
    personId: person.person_id,
    sealed: person.totp_key,
    code: given.code,
    lastStep: person.totp_last_step,
    at: clock.instant(),
  });
  return step === undefined ? undefined : { step };
}

/** Marks as used what was shown; false when somebody else used it in the meantime. */
export async function useUp({ tx }: Turn, personId: string, shown: Shown): Promise<boolean> {
  const person = await tx
    .selectFrom("person")
    .select(["totp_last_step", "recovery_codes"])
    .where("person_id", "=", personId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if ("step" in shown) {
    if (person.totp_last_step !== null && person.totp_last_step >= shown.step) return false;
    await tx.updateTable("person").set({ totp_last_step: shown.step }).where("person_id", "=", personId).execute();
    return true;
  }
  if (!person.recovery_codes.includes(shown.recoveryHash)) return false;
  const left = person.recovery_codes.filter((kept) => kept !== shown.recoveryHash);
  await tx.updateTable("person").set({ recovery_codes: left }).where("person_id", "=", personId).execute();
  return true;
}

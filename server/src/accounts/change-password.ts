import { type Ledger, runCommand } from "../ledger/index.ts";
import { endSessions } from "./end-sessions.ts";
import type { Identity } from "./identify.ts";
import { findWeakness, hashPassword, verifyPassword, type WeakPassword } from "./passwords.ts";
import { findPerson } from "./queries.ts";
import { tellAccess } from "./record-access.ts";
import type { Refused } from "./refusals.ts";
import type { ChangePassword } from "./schema.ts";
import { tryOwnSecret } from "./try-own-secret.ts";

type Refusal = WeakPassword | "wrong-password" | "wrong-code" | "password-unchanged" | "too-many-attempts" | "changed-meanwhile";

/** Changes one's own password; every other session of the person ends. */
export async function changePassword(
  ledger: Ledger,
  signedIn: Identity,
  { current, next }: ChangePassword,
): Promise<{ readonly ok: true } | Refused<Refusal>> {
  const { personId, homeAgencyId, actor, session } = signedIn;
  const person = await findPerson(ledger.db, personId);
  const knows = await tryOwnSecret(
    ledger,
    signedIn,
    "password",
    async () => (await verifyPassword(current, person?.password_hash)) || undefined,
  );
  if (!knows.ok) return knows;
  const weakness = findWeakness(next, signedIn);
  if (weakness !== undefined) return { ok: false, refusal: weakness };
  if (next === current) return { ok: false, refusal: "password-unchanged" };
  const hash = await hashPassword(next);
  const done = await runCommand(ledger, { command: "change-password", agencyId: homeAgencyId, actor }, async (turn) => {
    const changed = await turn.tx
      .updateTable("person")
      .set({ password_hash: hash, must_change_password: false })
      .where("person_id", "=", personId)
      .where("password_hash", "=", person?.password_hash ?? "")
      .returning("person_id")
      .executeTakeFirst();
    if (changed === undefined) return { ok: false, refusal: "changed-meanwhile" };
    const endedSessions = await endSessions(turn, { personId, except: session.hash });
    await tellAccess(turn, personId, { type: "passwordChanged", payload: { endedSessions } });
    return { ok: true, value: null };
  });
  return done.ok ? { ok: true } : { ok: false, refusal: "changed-meanwhile" };
}

import { randomBytes } from "node:crypto";
import { hashToken, makeToken, SESSION_HOURS, type SessionToken, writeNewPerson } from "../accounts/index.ts";
import { type Ledger, runCommand, sealSecret } from "../ledger/index.ts";
import { addMinutes } from "../platform/instant.ts";

const SYSTEM = { kind: "system" } as const;

/**
 * A person of the demonstration: without a password anyone could know, signed in only by choosing the post on the sign-in
 * page of a demonstration. The second factor counts as given, since there is nothing to protect.
 */
export async function addDemoPerson(
  ledger: Ledger,
  { agencyId, signInName, name }: { readonly agencyId: number; readonly signInName: string; readonly name: string },
): Promise<string> {
  const there = await ledger.db.selectFrom("person").select("person_id").where("sign_in_name", "=", signInName).executeTakeFirst();
  if (there !== undefined) return there.person_id;
  const added = await runCommand(ledger, { command: "demo:add-person", agencyId, actor: SYSTEM }, async (turn) => {
    const person = await writeNewPerson(turn, { signInName, name, email: null, passwordHash: "demo", mustChangePassword: false });
    if (!person.ok) return person;
    await turn.tx
      .updateTable("person")
      .set({ totp_key: sealSecret(ledger.keys, randomBytes(20).toString("hex"), "demo"), totp_confirmed_at: turn.at })
      .where("person_id", "=", person.value)
      .execute();
    return person;
  });
  if (!added.ok) throw new Error(`The demonstration's person ${signInName} could not be added: ${added.refusal}`);
  return added.value;
}

/** Opens a finished session for a person of the demonstration. The route that calls it exists in a demonstration only. */
export async function openDemoSession(
  ledger: Ledger,
  { personId, address, device }: { readonly personId: string; readonly address: string; readonly device: string },
): Promise<SessionToken | undefined> {
  const person = await ledger.db
    .selectFrom("person")
    .innerJoin("agency", "agency.agency_id", "person.home_agency_id")
    .select(["person.person_id", "person.name", "person.home_agency_id"])
    .where("person.person_id", "=", personId)
    .where("agency.is_demo", "=", true)
    .executeTakeFirst();
  if (person === undefined) return undefined;
  const session = makeToken(person.home_agency_id);
  const actor = { kind: "person", personId, name: person.name } as const;
  await runCommand(ledger, { command: "demo:sign-in", agencyId: session.agencyId, actor }, async (turn) => {
    await turn.tx
      .insertInto("session")
      .values({
        agency_id: session.agencyId,
        token_hash: hashToken(session.token),
        person_id: personId,
        created_at: turn.at,
        last_seen_at: turn.at,
        expires_at: addMinutes(turn.at, SESSION_HOURS * 60),
        second_factor_at: turn.at,
        address,
        device,
      })
      .execute();
    await turn.append({ kind: "access", id: personId }, [{ type: "signedIn", payload: { address, device, demo: true } }]);
    return { ok: true, value: null };
  });
  return session;
}

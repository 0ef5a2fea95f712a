import { randomUUID } from "node:crypto";
import type { Result } from "@gongkai/statute";
import { administers } from "../agencies/index.ts";
import { type Actor, type CommonRefusal, type Ledger, runCommand, type Turn } from "../ledger/index.ts";
import { hashPassword, makeTemporaryPassword } from "./passwords.ts";
import type { AddPerson } from "./schema.ts";

export interface AddPersonCall extends AddPerson {
  /** The organ that will keep the account. */
  readonly agencyId: number;
  readonly actor: Actor;
}

export interface AddedPerson {
  readonly personId: string;
  /** To be shown once; nothing keeps it. */
  readonly temporaryPassword: string;
}

/** Opens an account with a temporary password, which the person changes at the first sign-in. */
export async function addPerson(
  ledger: Ledger,
  { agencyId, actor, signInName, name, email = null }: AddPersonCall,
): Promise<Result<AddedPerson, "sign-in-name-taken" | CommonRefusal>> {
  const temporaryPassword = makeTemporaryPassword();
  const passwordHash = await hashPassword(temporaryPassword);
  const added = await runCommand<string, "sign-in-name-taken" | "not-allowed">(
    ledger,
    { command: "add-person", agencyId, actor },
    async (turn) => {
      if (!(await administers(turn.tx, turn))) return { ok: false, refusal: "not-allowed" };
      return writeNewPerson(turn, { signInName, name, email, passwordHash, mustChangePassword: true });
    },
  );
  return added.ok ? { ok: true, value: { personId: added.value, temporaryPassword } } : added;
}

export interface NewPerson {
  readonly signInName: string;
  readonly name: string;
  readonly email: string | null;
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
}

/** Writes a new person into the organ whose turn it is; gives the number. */
export async function writeNewPerson(
  turn: Turn,
  { signInName, name, email, passwordHash, mustChangePassword }: NewPerson,
): Promise<Result<string, "sign-in-name-taken">> {
  const personId = randomUUID();
  const row = await turn.tx
    .insertInto("person")
    .values({
      person_id: personId,
      sign_in_name: signInName,
      name,
      email,
      password_hash: passwordHash,
      must_change_password: mustChangePassword,
      home_agency_id: turn.agencyId,
      version: 1,
    })
    .onConflict((conflict) => conflict.column("sign_in_name").doNothing())
    .returning("person_id")
    .executeTakeFirst();
  if (row === undefined) return { ok: false, refusal: "sign-in-name-taken" };
  await turn.append({ kind: "person", id: personId }, [{ type: "personAdded", payload: { signInName, name, email } }]);
  return { ok: true, value: personId };
}

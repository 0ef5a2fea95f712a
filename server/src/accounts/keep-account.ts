import type { Result } from "@gongkai/statute";
import { type Actor, type CommonRefusal, type Ledger, type NewEvent, runCommand, type Turn } from "../ledger/index.ts";
import { endSessions } from "./end-sessions.ts";
import { mayKeepAccount } from "./policy.ts";
import { findPerson, listPlatformAdministrators, type PersonRecord } from "./queries.ts";
import { tellAccess } from "./record-access.ts";
import type { ChangePerson } from "./schema.ts";

/** A change of an account by an administrator of the organ that keeps it. */
export interface AccountCall {
  readonly agencyId: number;
  readonly actor: Actor;
  readonly personId: string;
  readonly commandKey?: string | undefined;
}

export type KeepRefusal = "no-such-person" | "kept-elsewhere" | CommonRefusal;

/** Renames a person, or changes the address for reminders. */
export async function changePerson(
  ledger: Ledger,
  { version, name, email, ...call }: AccountCall & ChangePerson,
): Promise<Result<null, KeepRefusal>> {
  const request = { personId: call.personId, version, name, email };
  return runCommand(ledger, { command: "change-person", ...call, request }, async (turn) => {
    const found = await loadAccount(turn, call.personId, version);
    if (!found.ok) return found;
    await writePerson(turn, found.value, { type: "personChanged", payload: { name, email } }, { name, email });
    return { ok: true, value: null };
  });
}

type DisableRefusal = KeepRefusal | "person-disabled" | "not-yourself" | "last-administrator";

/** Closes a person's account: sessions end at once, and nobody signs in to it until it is enabled. What the person did stays. */
export async function disablePerson(
  ledger: Ledger,
  { version, ...call }: AccountCall & { readonly version: number },
): Promise<Result<null, DisableRefusal>> {
  const request = { personId: call.personId, version };
  return runCommand<null, DisableRefusal>(ledger, { command: "disable-person", ...call, request }, async (turn) => {
    const found = await loadAccount(turn, call.personId, version);
    if (!found.ok) return found;
    if (found.value.disabled_at !== null) return { ok: false, refusal: "person-disabled" };
    if (isOneself(call)) return { ok: false, refusal: "not-yourself" };
    if (await isLastAdministrator(turn, call.personId)) return { ok: false, refusal: "last-administrator" };
    await writePerson(turn, found.value, { type: "personDisabled" }, { disabled_at: turn.at });
    await endSessions(turn, { personId: call.personId });
    return { ok: true, value: null };
  });
}

/** Opens a closed account again; password and second factor are as they were. */
export async function enablePerson(
  ledger: Ledger,
  { version, ...call }: AccountCall & { readonly version: number },
): Promise<Result<null, KeepRefusal | "not-disabled">> {
  const request = { personId: call.personId, version };
  return runCommand<null, KeepRefusal | "not-disabled">(ledger, { command: "enable-person", ...call, request }, async (turn) => {
    const found = await loadAccount(turn, call.personId, version);
    if (!found.ok) return found;
    if (found.value.disabled_at === null) return { ok: false, refusal: "not-disabled" };
    await writePerson(turn, found.value, { type: "personEnabled" }, { disabled_at: null });
    return { ok: true, value: null };
  });
}

/** Ends all sessions of a person. */
export async function endSessionsOf(ledger: Ledger, call: AccountCall): Promise<Result<null, KeepRefusal>> {
  return runCommand(ledger, { command: "end-sessions-of", ...call, request: { personId: call.personId } }, async (turn) => {
    const found = await loadAccount(turn, call.personId);
    if (!found.ok) return found;
    const count = await endSessions(turn, { personId: call.personId });
    await tellAccess(turn, call.personId, { type: "sessionsEnded", payload: { count } });
    return { ok: true, value: null };
  });
}

/** Finds the account and asks the policy, and whether it is as the caller saw it. */
export async function loadAccount(turn: Turn, personId: string, version?: number): Promise<Result<PersonRecord, KeepRefusal>> {
  const person = await findPerson(turn.tx, personId);
  if (person === undefined) return { ok: false, refusal: "no-such-person" };
  if (person.home_agency_id !== turn.agencyId) return { ok: false, refusal: "kept-elsewhere" };
  if (!(await mayKeepAccount(turn, person))) return { ok: false, refusal: "not-allowed" };
  if (version !== undefined && person.version !== version) return { ok: false, refusal: "changed-meanwhile" };
  return { ok: true, value: person };
}

export function isOneself({ actor, personId }: AccountCall): boolean {
  return actor.kind === "person" && actor.personId === personId;
}

async function isLastAdministrator(turn: Turn, personId: string): Promise<boolean> {
  const administrators = await listPlatformAdministrators(turn.tx, turn.today);
  return administrators.length === 1 && administrators[0] === personId;
}

interface PersonChange {
  readonly name?: string | undefined;
  readonly email?: string | null | undefined;
  readonly disabled_at?: string | null;
}

async function writePerson(turn: Turn, person: PersonRecord, event: NewEvent, { name, email, ...rest }: PersonChange): Promise<void> {
  const stream = { kind: "person", id: person.person_id };
  await turn.history(stream);
  const { length: version } = await turn.append(stream, [event]);
  await turn.tx
    .updateTable("person")
    .set({ ...(name === undefined ? {} : { name }), ...(email === undefined ? {} : { email }), ...rest, version })
    .where("person_id", "=", person.person_id)
    .execute();
}

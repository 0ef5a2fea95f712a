import { type Actor, type Ledger, type NewEvent, type Payload, runCommand, type StreamName, type Turn } from "../ledger/index.ts";

/** Stands for names nobody has: what is tried with them is told in the ledger of the installation. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** Where sign-ins, refusals and changes of secrets of a person are told; null: of a name nobody has. */
export function accessStream(personId: string | null): StreamName {
  return { kind: "access", id: personId ?? NOBODY };
}

/** Events of the access history. Their words for people are in `audit/words.ts`. */
export type AccessEvent =
  | "signedIn"
  | "signInFailed"
  | "lockedOut"
  | "signedOut"
  | "sessionsEnded"
  | "secondFactorGiven"
  | "secondFactorFailed"
  | "recoveryCodeUsed"
  | "secondFactorEnrolled"
  | "secondFactorRemoved"
  | "secondFactorReset"
  | "passwordFailed"
  | "passwordChanged"
  | "passwordReset"
  | "refused"
  | "sealedOpened";

/** Writes one event of the access history in a transaction of its own. */
export async function recordAccess(
  ledger: Ledger,
  { agencyId, actor, personId }: { readonly agencyId: number; readonly actor: Actor; readonly personId: string | null },
  type: AccessEvent,
  payload: Payload = {},
): Promise<void> {
  await runCommand(ledger, { command: "record-access", agencyId, actor }, async (turn) => {
    await tellAccess(turn, personId, { type, payload });
    return { ok: true, value: null };
  });
}

/** Writes one event of the access history in the turn of the command that causes it. */
export async function tellAccess(turn: Turn, personId: string | null, event: NewEvent & { readonly type: AccessEvent }): Promise<void> {
  await turn.append(accessStream(personId), [event]);
}

/**
 * Writes that sealed data of an applicant was opened: whoever opens it calls this first, in the ledger of the organ.
 * `sealedId` names the data, `subject` the case it belongs to.
 */
export async function recordOpening(
  ledger: Ledger,
  {
    agencyId,
    actor,
    sealedId,
    subject,
  }: { agencyId: number; actor: Extract<Actor, { kind: "person" }>; sealedId: string; subject: StreamName },
): Promise<void> {
  const payload = { sealedId, subject: { kind: subject.kind, id: subject.id } };
  await recordAccess(ledger, { agencyId, actor, personId: actor.personId }, "sealedOpened", payload);
}

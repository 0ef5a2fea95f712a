import { randomUUID } from "node:crypto";
import type { Result } from "@gongkai/statute";
import { administers, findUnit, getAgency } from "../agencies/index.ts";
import { type Actor, type CommonRefusal, type Ledger, runCommand, type Turn } from "../ledger/index.ts";
import { findPerson, findPersonByName, type PersonRecord } from "./queries.ts";
import type { GivePost, Whom } from "./schema.ts";

export interface GivePostCall extends GivePost {
  readonly agencyId: number;
  readonly actor: Actor;
  readonly commandKey?: string | undefined;
}

export type PersonRefusal = "no-such-person" | "person-disabled";
type Refusal = PersonRefusal | "agency-closed" | "no-such-unit" | "already-held" | "deputy-is-holder" | CommonRefusal;

/** Gives a person a post with its duty in the organ, and perhaps a deputy (B岗) to it. */
export async function givePost(
  ledger: Ledger,
  { agencyId, actor, commandKey, role, title, unit, holder, deputy }: GivePostCall,
): Promise<Result<{ postId: string }, Refusal>> {
  const request = { role, title, unit, holder, deputy };
  return runCommand<{ postId: string }, Refusal>(ledger, { command: "give-post", agencyId, actor, commandKey, request }, async (turn) => {
    if (!(await administers(turn.tx, turn))) return { ok: false, refusal: "not-allowed" };
    if ((await getAgency(turn.tx, agencyId)).closed_on !== null) return { ok: false, refusal: "agency-closed" };
    const holding = await findAble(turn, holder);
    if (!holding.ok) return holding;
    const standingIn = deputy === null ? undefined : await findAble(turn, deputy);
    if (standingIn?.ok === false) return standingIn;
    const holderId = holding.value.person_id;
    const deputyId = standingIn?.value.person_id ?? null;
    if (holderId === deputyId) return { ok: false, refusal: "deputy-is-holder" };
    const place = unit === null ? undefined : await findUnit(turn.tx, agencyId, unit);
    if (unit !== null && (place === undefined || place.closed_on !== null)) return { ok: false, refusal: "no-such-unit" };
    if (await isHeld(turn, { role, unit, holderId })) return { ok: false, refusal: "already-held" };
    const postId = randomUUID();
    const payload = { role, title, unitId: unit, holderId, deputyId };
    await turn.append({ kind: "post", id: postId }, [{ type: "postGiven", payload }]);
    return { ok: true, value: { postId } };
  });
}

/** Finds somebody who may hold a post: an account that is open. */
export async function findAble(turn: Turn, whom: Whom): Promise<Result<PersonRecord, PersonRefusal>> {
  const person = await ("id" in whom ? findPerson(turn.tx, whom.id) : findPersonByName(turn.tx, whom.signInName));
  if (person === undefined) return { ok: false, refusal: "no-such-person" };
  return person.disabled_at === null ? { ok: true, value: person } : { ok: false, refusal: "person-disabled" };
}

async function isHeld(turn: Turn, { role, unit, holderId }: { role: string; unit: string | null; holderId: string }): Promise<boolean> {
  const found = await turn.tx
    .selectFrom("post")
    .select("post_id")
    .where("agency_id", "=", turn.agencyId)
    .where("role", "=", role)
    .where("holder_id", "=", holderId)
    .where("unit_id", "is not distinct from", unit)
    .where("ended_on", "is", null)
    .executeTakeFirst();
  return found !== undefined;
}

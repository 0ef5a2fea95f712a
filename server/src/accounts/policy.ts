import { administers, findDuties } from "../agencies/index.ts";
import type { Turn } from "../ledger/index.ts";
import { type PersonRecord, regionListPostAgencies } from "./queries.ts";

/**
 * Whether who acts may change, disable or reset a person's account: by administering the organ that keeps it and every organ
 * in which the person has a post. Otherwise whoever resets a password could take over duties in an organ that is not theirs.
 */
export async function mayKeepAccount(turn: Turn, person: PersonRecord): Promise<boolean> {
  const { actor, tx, today } = turn;
  if (!(await administers(tx, turn))) return false;
  if (actor.kind !== "person") return true;
  const { isPlatformAdministrator } = await findDuties(tx, { personId: actor.personId, agencyId: turn.agencyId, today });
  if (isPlatformAdministrator) return true;
  for (const agencyId of await regionListPostAgencies(tx, person.person_id, today)) {
    if (!(await administers(tx, { actor, agencyId, today }))) return false;
  }
  return true;
}

import type { PostRole } from "../agencies/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";

/** Who is to be told: people by number, and whoever acts in these posts of the organ. */
export interface Recipients {
  readonly persons?: readonly string[];
  readonly roles?: readonly PostRole[];
}

/** Asked in this order when nobody of those meant is there: a limit must not pass in silence. */
const STAND_INS: readonly PostRole[] = ["officeHead", "administrator"];

/** The people meant: of each post who acts in it on the day (the deputy while the holder is absent), nobody who may not sign in. */
export async function findRecipients(
  db: Queryable,
  { agencyId, today, to: { persons = [], roles = [] } }: { readonly agencyId: number; readonly today: string; readonly to: Recipients },
): Promise<readonly string[]> {
  const posts = await db
    .selectFrom("post")
    .select(["role", "holder_id", "deputy_id", "absent_from", "absent_until"])
    .where("agency_id", "=", agencyId)
    .where("role", "in", [...roles, ...STAND_INS])
    .where((eb) => eb.or([eb("ended_on", "is", null), eb("ended_on", ">", today)]))
    .orderBy("post_id")
    .execute();
  const actingIn = (wanted: readonly string[]): readonly string[] =>
    posts.flatMap(({ role, holder_id, deputy_id, absent_from, absent_until }) => {
      if (!wanted.includes(role)) return [];
      const isAbsent = absent_from !== null && absent_from <= today && (absent_until === null || absent_until >= today);
      return [isAbsent && deputy_id !== null ? deputy_id : holder_id];
    });
  for (const meant of [[...persons, ...actingIn(roles)], ...STAND_INS.map((role) => actingIn([role]))]) {
    const present = await keepEnabled(db, meant);
    if (present.length > 0) return present;
  }
  return [];
}

async function keepEnabled(db: Queryable, persons: readonly string[]): Promise<readonly string[]> {
  const wanted = [...new Set(persons)];
  if (wanted.length === 0) return [];
  const rows = await db
    .selectFrom("person")
    .select("person_id")
    .where("person_id", "in", wanted)
    .where("disabled_at", "is", null)
    .execute();
  const enabled = new Set(rows.map(({ person_id }) => person_id));
  return wanted.filter((person) => enabled.has(person));
}

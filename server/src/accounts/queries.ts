import { type Selectable, sql } from "kysely";
import { PLATFORM, SECOND_FACTOR_ROLES } from "../agencies/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import type { PersonRow, PostRow, SessionRow } from "../platform/database/row-types.ts";

export type PersonRecord = Selectable<PersonRow>;
export type PostRecord = Selectable<PostRow>;
export type SessionRecord = Selectable<SessionRow>;

export function findPerson(db: Queryable, personId: string): Promise<PersonRecord | undefined> {
  return db.selectFrom("person").selectAll().where("person_id", "=", personId).executeTakeFirst();
}

export function findPersonByName(db: Queryable, signInName: string): Promise<PersonRecord | undefined> {
  return db.selectFrom("person").selectAll().where("sign_in_name", "=", signInName).executeTakeFirst();
}

/** People by their numbers. */
export async function listPeopleById(db: Queryable, personIds: readonly string[]): Promise<readonly PersonRecord[]> {
  if (personIds.length === 0) return [];
  return db.selectFrom("person").selectAll().where("person_id", "in", personIds).execute();
}

/** People whose account the organ keeps, and those who hold a post in it or stand in for its holder. */
export function listPeople(db: Queryable, agencyId: number): Promise<readonly PersonRecord[]> {
  return db
    .selectFrom("person")
    .selectAll()
    .where((eb) =>
      eb.or([
        eb("home_agency_id", "=", agencyId),
        eb("person_id", "in", eb.selectFrom("post").select("holder_id").where("agency_id", "=", agencyId)),
        eb(
          "person_id",
          "in",
          eb.selectFrom("post").select("deputy_id").where("agency_id", "=", agencyId).where("deputy_id", "is not", null),
        ),
      ]),
    )
    .orderBy("name")
    .orderBy("sign_in_name")
    .execute();
}

/** The organ's posts; those that ended only when asked for. */
export async function listPosts(
  db: Queryable,
  agencyId: number,
  { today, withEnded = false, role }: { readonly today: string; readonly withEnded?: boolean; readonly role?: string | undefined },
): Promise<readonly PostRecord[]> {
  let query = db.selectFrom("post").selectAll().where("agency_id", "=", agencyId);
  if (!withEnded) query = query.where((eb) => eb.or([eb("ended_on", "is", null), eb("ended_on", ">", today)]));
  if (role !== undefined) query = query.where("role", "=", role);
  return query.orderBy("role").orderBy("title").orderBy("post_id").execute();
}

export function findPost(db: Queryable, agencyId: number, postId: string): Promise<PostRecord | undefined> {
  return db.selectFrom("post").selectAll().where("agency_id", "=", agencyId).where("post_id", "=", postId).executeTakeFirst();
}

/** The organs in which a person holds a post or stands in, absent holder or not: a question to all organs at once. */
export async function regionListPostAgencies(db: Queryable, personId: string, today: string): Promise<readonly number[]> {
  const rows = await db.selectFrom("post").select("agency_id").distinct().where(isHeldBy(personId, today)).orderBy("agency_id").execute();
  return rows.map(({ agency_id }) => agency_id);
}

/** Whether a person has a duty anywhere that asks for a second factor, as holder or as deputy: a question to all organs at once. */
export async function regionNeedsSecondFactor(db: Queryable, personId: string, today: string): Promise<boolean> {
  const found = await db
    .selectFrom("post")
    .select("post_id")
    .where(isHeldBy(personId, today))
    .where("role", "in", SECOND_FACTOR_ROLES)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

function isHeldBy(personId: string, today: string) {
  return sql<boolean>`((post.ended_on is null or post.ended_on > ${today}) and (post.holder_id = ${personId} or post.deputy_id = ${personId}))`;
}

/** People who administer the installation and can sign in. */
export async function listPlatformAdministrators(db: Queryable, today: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("post")
    .innerJoin("person", "person.person_id", "post.holder_id")
    .select("person.person_id")
    .distinct()
    .where("post.agency_id", "=", PLATFORM)
    .where("post.role", "=", "administrator")
    .where((eb) => eb.or([eb("post.ended_on", "is", null), eb("post.ended_on", ">", today)]))
    .where("person.disabled_at", "is", null)
    .execute();
  return rows.map(({ person_id }) => person_id);
}

/** Sessions of a person that are still good, latest first. `idleSince`: who was last seen before is signed out. */
export function listSessions(
  db: Queryable,
  { agencyId, personId, at, idleSince }: { agencyId: number; personId: string; at: string; idleSince: string },
): Promise<readonly SessionRecord[]> {
  return db
    .selectFrom("session")
    .selectAll()
    .where("agency_id", "=", agencyId)
    .where("person_id", "=", personId)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", at)
    .where("last_seen_at", ">", idleSince)
    .orderBy("last_seen_at", "desc")
    .execute();
}

import { type Selectable, sql } from "kysely";
import type { Actor } from "../ledger/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import type { PostRow } from "../platform/database/row-types.ts";
import type { HeldPost, PostRole } from "./schema.ts";

/** The installation itself; its administrators administer every organ. */
export const PLATFORM = 0;

/** What a person has to do with an organ on a day. */
export interface Duties {
  /** Posts in the organ itself, held or stood in for. */
  readonly posts: readonly HeldPost[];
  /** Administers the organ: by a post in it, in an organ above it, or of the installation. */
  readonly isAdministrator: boolean;
  /** Supervises the organ by a post in an organ above it. */
  readonly isSupervisor: boolean;
  readonly isPlatformAdministrator: boolean;
}

/** Finds the duties of a person in an organ. `today` is a date in Asia/Shanghai: a deputy acts only while the holder is absent. */
export async function findDuties(
  db: Queryable,
  { personId, agencyId, today }: { readonly personId: string; readonly agencyId: number; readonly today: string },
): Promise<Duties> {
  // Two questions, since the first runs over a reference table alone and the second names its organs: a distributed database answers no other kind.
  const organs = await listChain(db, agencyId);
  const rows = await db
    .selectFrom("post")
    .selectAll()
    .where("agency_id", "in", [...organs, PLATFORM])
    .where(isActing(personId, today))
    .orderBy("role")
    .orderBy("post_id")
    .execute();
  const above = rows.filter((row) => row.agency_id !== agencyId);
  const own = rows.filter((row) => row.agency_id === agencyId);
  return {
    posts: own.map((row) => presentHeldPost(row, personId)),
    isAdministrator: rows.some(({ role }) => role === "administrator"),
    isSupervisor: above.some(({ role, agency_id }) => role === "supervisor" && agency_id !== PLATFORM),
    isPlatformAdministrator: rows.some(({ role, agency_id }) => role === "administrator" && agency_id === PLATFORM),
  };
}

/** Numbers of an organ and of those above it. */
async function listChain(db: Queryable, agencyId: number): Promise<readonly number[]> {
  const { rows } = await sql<{ agency_id: number }>`
    with recursive chain as (
      select agency_id, parent_id from agency where agency_id = ${agencyId}
      union all
      select above.agency_id, above.parent_id from agency above join chain on above.agency_id = chain.parent_id
    )
    select agency_id from chain`.execute(db);
  return rows.map(({ agency_id }) => agency_id);
}

/** Whether the person has anything to do with the organ. */
export function hasDuties({ posts, isAdministrator, isSupervisor }: Duties): boolean {
  return posts.length > 0 || isAdministrator || isSupervisor;
}

/** The roles in which the person may act in the organ itself; `administrator` also when it comes from above. */
export function rolesOf({ posts, isAdministrator }: Duties): ReadonlySet<PostRole> {
  const roles = new Set(posts.map(({ role }) => role));
  return isAdministrator ? roles.add("administrator") : roles;
}

/** Whether who acts administers the organ; the system itself (first run, import) does. */
export async function administers(
  db: Queryable,
  { actor, agencyId, today }: { readonly actor: Actor; readonly agencyId: number; readonly today: string },
): Promise<boolean> {
  if (actor.kind !== "person") return actor.kind === "system";
  return (await findDuties(db, { personId: actor.personId, agencyId, today })).isAdministrator;
}

/** Every post a person may act in today, in whichever organ: a question to all organs at once. */
export async function regionListActingPosts(
  db: Queryable,
  { personId, today }: { readonly personId: string; readonly today: string },
): Promise<readonly (HeldPost & { readonly agencyId: number })[]> {
  const rows = await db
    .selectFrom("post")
    .selectAll()
    .where(isActing(personId, today))
    .orderBy("agency_id")
    .orderBy("role")
    .orderBy("post_id")
    .execute();
  return rows.map((row) => ({ ...presentHeldPost(row, personId), agencyId: row.agency_id }));
}

/** The post as the person stands to it. */
export function presentHeldPost(row: Selectable<PostRow>, personId: string): HeldPost {
  return {
    id: row.post_id,
    role: row.role as PostRole, // guarded by a check of the table
    title: row.title,
    unit: row.unit_id,
    as: row.holder_id === personId ? "holder" : "deputy",
  };
}

function isActing(personId: string, today: string) {
  return sql<boolean>`((post.ended_on is null or post.ended_on > ${today}) and (post.holder_id = ${personId}
    or (post.deputy_id = ${personId} and post.absent_from <= ${today} and (post.absent_until is null or post.absent_until >= ${today}))))`;
}

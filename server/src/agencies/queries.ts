import { type Selectable, sql } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";
import type { AgencyRow, UnitRow } from "../platform/database/row-types.ts";

export type AgencyRecord = Selectable<AgencyRow>;
export type UnitRecord = Selectable<UnitRow>;

/** The organ with this code. */
export function findAgency(db: Queryable, code: string): Promise<AgencyRecord | undefined> {
  return db.selectFrom("agency").selectAll().where("code", "=", code).executeTakeFirst();
}

/** The organ with this number; it must be there. */
export function getAgency(db: Queryable, agencyId: number): Promise<AgencyRecord> {
  return db.selectFrom("agency").selectAll().where("agency_id", "=", agencyId).executeTakeFirstOrThrow();
}

/** Organs by their numbers. */
export async function listAgencies(db: Queryable, agencyIds: readonly number[]): Promise<readonly AgencyRecord[]> {
  if (agencyIds.length === 0) return [];
  return db.selectFrom("agency").selectAll().where("agency_id", "in", agencyIds).orderBy("agency_id").execute();
}

/** The organs above one, nearest first; without itself. */
export async function listAncestors(db: Queryable, agencyId: number): Promise<readonly AgencyRecord[]> {
  const { rows } = await sql<AgencyRecord>`
    with recursive chain as (
      select agency.*, 0 as depth from agency where agency_id = ${agencyId}
      union all
      select above.*, chain.depth + 1 from agency above join chain on above.agency_id = chain.parent_id
    )
    select * from chain where depth > 0 order by depth`.execute(db);
  return rows;
}

/** These organs and all below them, each once, superiors first. */
export async function listWithDescendants(db: Queryable, agencyIds: readonly number[]): Promise<readonly AgencyRecord[]> {
  if (agencyIds.length === 0) return [];
  const { rows } = await sql<AgencyRecord>`
    with recursive branch as (
      select agency_id, 0 as depth from agency where agency_id in (${sql.join(agencyIds)})
      union all
      select below.agency_id, branch.depth + 1 from agency below join branch on below.parent_id = branch.agency_id
    )
    select agency.* from agency join (select agency_id, max(depth) as depth from branch group by agency_id) found using (agency_id)
    order by found.depth, agency_id`.execute(db);
  return rows;
}

/** The organs below one; without itself. */
export async function listDescendants(db: Queryable, agencyId: number): Promise<readonly AgencyRecord[]> {
  return (await listWithDescendants(db, [agencyId])).filter((row) => row.agency_id !== agencyId);
}

/** Every organ, superiors first; the installation itself among them. */
export async function listAllAgencies(db: Queryable): Promise<readonly AgencyRecord[]> {
  const roots = await db.selectFrom("agency").select("agency_id").where("parent_id", "is", null).execute();
  return listWithDescendants(
    db,
    roots.map(({ agency_id }) => agency_id),
  );
}

/** Whether organs below this one are still at work. */
export async function hasOpenSubordinates(db: Queryable, agencyId: number): Promise<boolean> {
  const found = await db
    .selectFrom("agency")
    .select("agency_id")
    .where("parent_id", "=", agencyId)
    .where("closed_on", "is", null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** The highest number an organ has had. */
export async function lastAgencyId(db: Queryable): Promise<number> {
  const { last } = await db
    .selectFrom("agency")
    .select((eb) => eb.fn.max("agency_id").as("last"))
    .executeTakeFirstOrThrow();
  return last;
}

/** The organ's divisions, those at work first. */
export async function listUnits(db: Queryable, agencyId: number): Promise<readonly UnitRecord[]> {
  return db
    .selectFrom("unit")
    .selectAll()
    .where("agency_id", "=", agencyId)
    .orderBy((eb) => eb("closed_on", "is not", null))
    .orderBy("name")
    .execute();
}

export function findUnit(db: Queryable, agencyId: number, unitId: string): Promise<UnitRecord | undefined> {
  return db.selectFrom("unit").selectAll().where("agency_id", "=", agencyId).where("unit_id", "=", unitId).executeTakeFirst();
}

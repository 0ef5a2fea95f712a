import { sql } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";

/** Internet applications that wait to be confirmed: those without a mark first, the oldest of them before all; last what was set aside. */
export function listIntake(db: Queryable, agencyId: number) {
  return db
    .selectFrom("application")
    .innerJoin("application_access as access", (join) =>
      join.onRef("access.agency_id", "=", "application.agency_id").onRef("access.application_id", "=", "application.application_id"),
    )
    .select((eb) => [
      "application.application_id",
      "application.summary",
      "application.applicant_name",
      "application.applicant_kind",
      "application.submitted_on",
      "application.version",
      sql<boolean>`application.waiting_role is null`.as("is_set_aside"),
      "access.receipt_number",
      "access.suspicions",
      eb
        .selectFrom("citizen_file as file")
        .select((files) => files.fn.countAll<number>().as("count"))
        .where("file.agency_id", "=", agencyId)
        .whereRef("file.application_id", "=", "application.application_id")
        .as("files"),
    ])
    .where("application.agency_id", "=", agencyId)
    .where("application.state", "=", "submitted")
    .orderBy(sql`application.waiting_role is null`)
    .orderBy(sql`cardinality(access.suspicions) > 0`)
    .orderBy("application.submitted_on")
    .orderBy("access.issued_at")
    .limit(500)
    .execute();
}

export function findAccess(db: Queryable, agencyId: number, applicationId: string) {
  return db
    .selectFrom("application_access")
    .selectAll()
    .where("agency_id", "=", agencyId)
    .where("application_id", "=", applicationId)
    .executeTakeFirst();
}

export function listStatements(db: Queryable, agencyId: number, applicationId: string) {
  return db
    .selectFrom("citizen_statement")
    .selectAll()
    .where("agency_id", "=", agencyId)
    .where("application_id", "=", applicationId)
    .orderBy("given_at")
    .execute();
}

export function listLinks(db: Queryable, agencyId: number, applicationId: string) {
  return db
    .selectFrom("third_party_link")
    .selectAll()
    .where("agency_id", "=", agencyId)
    .where("application_id", "=", applicationId)
    .orderBy("created_at")
    .execute();
}

/** What was asked for and when, for the receipt. */
export function findAsked(db: Queryable, agencyId: number, applicationId: string) {
  return db
    .selectFrom("application")
    .innerJoin("application_request as request", (join) =>
      join.onRef("request.agency_id", "=", "application.agency_id").onRef("request.application_id", "=", "application.application_id"),
    )
    .select(["request.title", "application.submitted_on"])
    .where("application.agency_id", "=", agencyId)
    .where("application.application_id", "=", applicationId)
    .executeTakeFirst();
}

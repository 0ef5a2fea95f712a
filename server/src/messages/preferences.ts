import { sql } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";
import { NotificationPreferences } from "./schema.ts";

/** What a person has chosen, or what holds for everybody who has not. */
export function readPreferences(preferences: unknown): NotificationPreferences {
  const { notifications } = (preferences ?? {}) as { notifications?: unknown }; // a jsonb object of the table person
  const read = NotificationPreferences.safeParse(notifications ?? {});
  return read.success ? read.data : NotificationPreferences.parse({});
}

export async function findPreferences(db: Queryable, personId: string): Promise<NotificationPreferences> {
  const found = await db.selectFrom("person").select("preferences").where("person_id", "=", personId).executeTakeFirst();
  return readPreferences(found?.preferences);
}

/** Keeps a person's choice; the other preferences stay as they are. */
export async function setPreferences(db: Queryable, personId: string, notifications: NotificationPreferences): Promise<void> {
  await sql`update person set preferences = preferences || ${JSON.stringify({ notifications })}::jsonb where person_id = ${personId}`.execute(
    db,
  );
}

import { type Selectable, sql } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";
import type { MessageRow } from "../platform/database/row-types.ts";

export type MessageRecord = Selectable<MessageRow>;

export interface Own {
  readonly agencyId: number;
  readonly personId: string;
}

/** A person's messages in an organ, the newest first; one more than asked for tells that there are more. */
export async function listMessages(
  db: Queryable,
  {
    agencyId,
    personId,
    unread = false,
    before,
    limit,
  }: Own & { readonly unread?: boolean; readonly before?: string | undefined; readonly limit: number },
): Promise<readonly MessageRecord[]> {
  let query = db.selectFrom("message").selectAll().where("agency_id", "=", agencyId).where("person_id", "=", personId);
  if (unread) query = query.where("read_at", "is", null);
  if (before !== undefined) {
    query = query.where(
      sql<boolean>`(created_at, message_id) < (select created_at, message_id from message where agency_id = ${agencyId} and message_id = ${before})`,
    );
  }
  return query.orderBy("created_at", "desc").orderBy("message_id", "desc").limit(limit).execute();
}

export async function countUnread(db: Queryable, { agencyId, personId }: Own): Promise<number> {
  const { unread } = await db
    .selectFrom("message")
    .select((eb) => eb.fn.countAll<number>().as("unread"))
    .where("agency_id", "=", agencyId)
    .where("person_id", "=", personId)
    .where("read_at", "is", null)
    .executeTakeFirstOrThrow();
  return Number(unread);
}

/** Marks a person's own messages as read: these, or all that were there at an instant. Others' stay as they are. */
export async function markRead(
  db: Queryable,
  { agencyId, personId, at, ids, until }: Own & { readonly at: string; readonly ids?: readonly string[]; readonly until?: string },
): Promise<void> {
  let query = db
    .updateTable("message")
    .set({ read_at: at })
    .where("agency_id", "=", agencyId)
    .where("person_id", "=", personId)
    .where("read_at", "is", null);
  if (ids !== undefined) query = query.where("message_id", "in", ids);
  if (until !== undefined) query = query.where("created_at", "<=", until);
  await query.execute();
}

/** The organs in which mail waits to be sent: a question to all organs at once. */
export async function regionListAgenciesWithMail(db: Queryable, at: string): Promise<readonly number[]> {
  const rows = await db
    .selectFrom("message")
    .select("agency_id")
    .distinct()
    .where("mail_state", "=", "waiting")
    .where("mail_after", "<=", at)
    .orderBy("agency_id")
    .execute();
  return rows.map(({ agency_id }) => agency_id);
}

/** A message whose mail this process has taken on. */
export interface MailToSend {
  readonly message: MessageRecord;
  readonly email: string | null;
  readonly signInName: string;
  readonly preferences: unknown;
  readonly isDisabled: boolean;
}

/** How long a process may hold a letter before another takes it for lost: longer than the mail server's silence. */
const HELD_MINUTES = 10;

/** Takes on the mail that is due in an organ; no other process gets the same ones. */
export async function takeMail(
  db: Queryable,
  { agencyId, at, limit }: { readonly agencyId: number; readonly at: string; readonly limit: number },
): Promise<readonly MailToSend[]> {
  const { rows: messages } = await sql<MessageRecord>`
    update message set mail_after = ${at}::timestamptz + make_interval(mins => ${HELD_MINUTES}), mail_attempts = mail_attempts + 1
    where agency_id = ${agencyId} and message_id in (
      select message_id from message
      where agency_id = ${agencyId} and mail_state = 'waiting' and mail_after <= ${at}
      order by mail_after, message_id limit ${limit} for update skip locked)
    returning *`.execute(db);
  if (messages.length === 0) return [];
  const people = await db
    .selectFrom("person")
    .select(["person_id", "email", "sign_in_name", "preferences", "disabled_at"])
    .where("person_id", "in", [...new Set(messages.map(({ person_id }) => person_id))])
    .execute();
  return messages.flatMap((message) => {
    const person = people.find(({ person_id }) => person_id === message.person_id);
    if (person === undefined) return [];
    const { email, sign_in_name, preferences, disabled_at } = person;
    return [{ message, email, signInName: sign_in_name, preferences, isDisabled: disabled_at !== null }];
  });
}

type Key = Pick<MessageRecord, "agency_id" | "message_id">;

export async function settleMail(db: Queryable, { agency_id, message_id }: Key, state: "none" | "sent" | "failed"): Promise<void> {
  await db
    .updateTable("message")
    .set({ mail_state: state, mail_after: null })
    .where("agency_id", "=", agency_id)
    .where("message_id", "=", message_id)
    .execute();
}

/** Puts mail back that was not tried, until an instant. */
export async function postponeMail(db: Queryable, { agency_id, message_id }: Key, until: string): Promise<void> {
  await db
    .updateTable("message")
    .set((eb) => ({ mail_after: until, mail_attempts: eb("mail_attempts", "-", 1) }))
    .where("agency_id", "=", agency_id)
    .where("message_id", "=", message_id)
    .execute();
}

/** Puts mail back that could not be sent, for a number of minutes. */
export async function retryMail(db: Queryable, { agency_id, message_id }: Key, at: string, minutes: number): Promise<void> {
  await sql`update message set mail_after = ${at}::timestamptz + make_interval(mins => ${minutes})
    where agency_id = ${agency_id} and message_id = ${message_id}`.execute(db);
}

/** Mail that has waited so long that nobody needs it any more, as after a server was set up at last. */
export async function dropStaleMail(db: Queryable, agencyId: number, at: string, days: number): Promise<void> {
  await sql`update message set mail_state = 'none', mail_after = null
    where agency_id = ${agencyId} and mail_state = 'waiting' and created_at < ${at}::timestamptz - make_interval(days => ${days})`.execute(
    db,
  );
}

import { randomUUID } from "node:crypto";
import type { StreamName } from "../ledger/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import type { MessageKind } from "./schema.ts";

export interface NewMessage {
  readonly agencyId: number;
  /** Numbers of the people told. */
  readonly to: readonly string[];
  readonly kind: MessageKind;
  /** One line without personal data of applicants: it becomes the subject of a mail. */
  readonly title: string;
  /** More, without personal data either. */
  readonly body?: string;
  readonly subject?: StreamName;
  /** Date of the limit it warns of. */
  readonly dueOn?: string;
  /** Names what is told: each person is told it once, however often this is called. */
  readonly onceKey: string;
  /** The instant, ISO 8601. */
  readonly at: string;
}

/** An identity number or a mobile telephone number. */
const PERSONAL = /(?<!\d)(?:\d{17}[\dXx]|1[3-9]\d{9})(?!\d)/;

/**
 * Tells people of the office something, in the application and by mail when their hours allow. Inside a command hand it
 * `turn.tx`: the message is there when the command is done, and never otherwise. Gives how many had not been told.
 *
 * @example await notify(turn.tx, { agencyId: turn.agencyId, at: turn.at, to: [handlerId], kind: "assignment", title, onceKey: `assigned:${id}:${version}` });
 */
export async function notify(db: Queryable, message: NewMessage): Promise<number> {
  const { agencyId, to, kind, title, body = "", subject, dueOn, onceKey, at } = message;
  if (PERSONAL.test(title) || PERSONAL.test(body)) throw new Error(`A message of kind ${kind} holds what looks like personal data`);
  const people = [...new Set(to)];
  if (people.length === 0) return 0;
  const written = await db
    .insertInto("message")
    .values(
      people.map((personId) => ({
        agency_id: agencyId,
        message_id: randomUUID(),
        person_id: personId,
        kind,
        subject_kind: subject?.kind ?? null,
        subject_id: subject?.id ?? null,
        title,
        body,
        due_on: dueOn ?? null,
        once_key: onceKey,
        created_at: at,
        mail_state: "waiting",
        mail_after: at,
      })),
    )
    .onConflict((conflict) => conflict.columns(["agency_id", "person_id", "once_key"]).doNothing())
    .returning("message_id")
    .execute();
  return written.length;
}

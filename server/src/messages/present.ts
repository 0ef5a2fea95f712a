import type { MessageRecord } from "./queries.ts";
import { type Message, MESSAGE_KINDS, type MessageKind } from "./schema.ts";

export function presentMessage(row: MessageRecord): Message {
  const { subject_kind, subject_id } = row;
  return {
    id: row.message_id,
    kind: row.kind in MESSAGE_KINDS ? (row.kind as MessageKind) : "notice", // one of a later version
    subject: subject_kind === null || subject_id === null ? null : { kind: subject_kind, id: subject_id },
    title: row.title,
    body: row.body,
    dueOn: row.due_on,
    createdAt: row.created_at,
    readAt: row.read_at,
    mail: row.mail_state as Message["mail"], // guarded by a check of the table
  };
}

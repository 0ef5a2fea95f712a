import type { Selectable } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";
import type { OwnRecordRequestRow } from "../platform/database/row-types.ts";
import { type ListedOwnRecord, OWN_RECORD_STATE_WORDS, type OwnRecordQuery } from "./schema.ts";

export type OwnRecordRow = Selectable<OwnRecordRequestRow>;

export async function listOwnRecords(
  db: Queryable,
  agencyId: number,
  { open, year, page, pageSize }: OwnRecordQuery,
): Promise<{ readonly rows: readonly OwnRecordRow[]; readonly total: number }> {
  let matching = db.selectFrom("own_record_request").where("agency_id", "=", agencyId);
  if (open !== undefined) matching = matching.where("decided_on", open ? "is" : "is not", null);
  if (year !== undefined) matching = matching.where("received_on", ">=", `${year}-01-01`).where("received_on", "<=", `${year}-12-31`);
  const [rows, { total }] = await Promise.all([
    matching
      .selectAll()
      .orderBy("received_on", "desc")
      .orderBy("request_id")
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute(),
    matching.select((eb) => eb.fn.countAll<number>().as("total")).executeTakeFirstOrThrow(),
  ]);
  return { rows, total };
}

export function findOwnRecord(db: Queryable, agencyId: number, recordId: string): Promise<OwnRecordRow | undefined> {
  return db
    .selectFrom("own_record_request")
    .selectAll()
    .where("agency_id", "=", agencyId)
    .where("request_id", "=", recordId)
    .executeTakeFirst();
}

export function presentOwnRecord(row: OwnRecordRow, today: string): ListedOwnRecord {
  const state = row.state as ListedOwnRecord["state"]; // a check of the table holds it to the list
  return {
    id: row.request_id,
    number: row.number,
    state,
    stateWords: OWN_RECORD_STATE_WORDS[state],
    applicantName: row.applicant_name,
    applicantKind: row.applicant_kind,
    channel: row.channel,
    summary: row.summary,
    receivedOn: row.received_on,
    dueOn: row.due_on,
    isProvisional: row.is_provisional,
    isOverdue: row.decided_on === null && row.due_on < today,
    decidedOn: row.decided_on,
    decidedLate: row.decided_late,
    toldOn: row.told_on,
    transferredTo: row.transferred_to,
    waitingRole: row.waiting_role,
    version: row.version,
  };
}

import { type Calendar, countWorkingDays, getOutcome, type OutcomeCode, type PlainDate, plainDate, STATE_WORDS } from "@gongkai/statute";
import type { ListedRow } from "./queries.ts";
import type { ListedApplication, CASE_URGENCIES } from "./schema.ts";

export interface On {
  readonly today: PlainDate;
  readonly calendar: Calendar;
}

/** A row as the API gives it; what depends on the day is worked out here. */
export function presentListed(row: ListedRow, on: On): ListedApplication {
  const leftDays = countLeft(row, on);
  return {
    id: row.application_id,
    number: row.number,
    summary: row.summary,
    applicantName: row.applicant_name,
    applicantKind: row.applicant_kind as ListedApplication["applicantKind"], // the projection copies what the door checked
    channel: row.channel as ListedApplication["channel"],
    state: row.state as ListedApplication["state"],
    stateWords: STATE_WORDS[row.state as ListedApplication["state"]],
    receivedOn: row.received_on,
    dueOn: row.decided_on === null ? row.due_on : null,
    leftDays,
    urgency: urgencyOf(row, leftDays, on.today),
    isProvisional: row.is_provisional,
    wasExtended: row.was_extended,
    decidedOn: row.decided_on,
    outcome: row.outcome as OutcomeCode | null,
    outcomeWords: row.outcome === null ? null : getOutcome(row.outcome as OutcomeCode).label,
    unitId: row.unit_id,
    handlerId: row.handler_id,
    handlerName: row.handler_name,
    waitingRole: row.waiting_role,
    version: row.version,
  };
}

/** Working days left until the answer is due, below 0 when overdue; null when no limit runs. */
function countLeft({ due_on, decided_on, state }: ListedRow, { today, calendar }: On): number | null {
  if (due_on === null || decided_on !== null || state === "awaitingCorrection" || state === "awaitingFee") return null;
  const due = plainDate(due_on);
  return due >= today ? countWorkingDays(calendar, today, due, []) : -Math.max(1, countWorkingDays(calendar, due, today, []));
}

const SOON_DAYS = 3;

function urgencyOf(row: ListedRow, leftDays: number | null, today: string): (typeof CASE_URGENCIES)[number] {
  if (row.decided_on !== null) return "done";
  if (row.due_on === null || leftDays === null) return "paused";
  if (row.due_on < today) return "overdue";
  if (row.due_on === today) return "today";
  if (row.state === "consulting") return "paused";
  return leftDays <= SOON_DAYS ? "soon" : "later";
}

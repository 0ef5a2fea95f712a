import type { Calendar } from "@gongkai/statute";
import type { ProjectedRow, Projection, StoredEvent } from "../ledger/index.ts";
import { foldOwnRecord, whoseTurn } from "./standing.ts";

/** The table `own_record_request`. It is no part of `application`, so nothing of it comes into table 3. */
export function ownRecordProjection(calendar: () => Calendar): Projection {
  return {
    streamKind: "ownRecord",
    table: "own_record_request",
    key: ["agency_id", "request_id"],
    streamColumn: "request_id",
    rows: (history) => projectOwnRecord(history, calendar()),
  };
}

function projectOwnRecord(history: readonly StoredEvent[], calendar: Calendar): readonly ProjectedRow[] {
  const standing = foldOwnRecord(history, calendar);
  const [first] = history;
  if (standing === undefined || first === undefined) return [];
  const { payload } = first;
  return [
    {
      agency_id: first.agencyId,
      request_id: first.stream.id,
      number: payload["number"],
      state: standing.state,
      applicant_kind: payload["applicantKind"],
      applicant_name: payload["applicantName"],
      applicant_key: payload["applicantKey"],
      summary: payload["summary"],
      channel: payload["channel"],
      received_on: standing.receivedOn,
      due_on: standing.dueOn,
      is_provisional: standing.isProvisional,
      checked_on: standing.checkedOn,
      decided_on: standing.decidedOn,
      decided_late: standing.decidedOn !== null && standing.decidedOn > standing.dueOn,
      told_on: standing.toldOn,
      transferred_to: history.findLast(({ type }) => type === "transferred")?.payload["to"] ?? null,
      waiting_role: whoseTurn(standing),
      version: history.length,
    },
  ];
}

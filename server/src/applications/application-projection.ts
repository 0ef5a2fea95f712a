import { addDays, type Calendar, type CaseStatus, foldCase, type PlainDate, placeInYears, rowOf, yearOf } from "@gongkai/statute";
import type { ProjectedRow, Projection, StoredEvent } from "../ledger/index.ts";
import { findLast, findSetAside, toCase } from "./case-events.ts";
import { standingOf, USUAL_CHAIN } from "./review-chain.ts";
import { whoseTurn } from "./whose-turn.ts";

/** The table `application`: where each case stands, for lists, alarms and figures. */
export function applicationProjection(calendar: () => Calendar): Projection {
  return {
    streamKind: "application",
    table: "application",
    key: ["agency_id", "application_id"],
    streamColumn: "application_id",
    rows: (history) => projectApplication(history, calendar()),
  };
}

function projectApplication(history: readonly StoredEvent[], calendar: Calendar): readonly ProjectedRow[] {
  const [first] = history;
  const last = history.at(-1);
  if (first === undefined || last === undefined || first.type !== "submitted") return [];
  if (last.type === "importWithdrawn") return []; // taken back together with the register it came in
  const file = toCase(history);
  const today = history.reduce((latest: PlainDate, { on }) => (on > latest ? on : latest), first.on);
  const status = foldCase(file, { today, calendar });
  const silentUntil = latestLimit(status);
  // Silence ends a consultation by itself: the date that will then hold is known now.
  const ifSilent = silentUntil === null ? status : foldCase(file, { today: addDays(silentUntil, 1), calendar });
  const place = placeInYears(file, { until: yearOf(today), calendar });
  const assigned = findLast(history, "assigned")?.payload ?? {};
  const review = standingOf(history);
  return [
    {
      agency_id: first.agencyId,
      application_id: first.stream.id,
      number: findLast(history, "registered")?.payload["number"] ?? findLast(history, "imported")?.payload["number"] ?? null,
      state: status.state,
      channel: file.channel,
      applicant_kind: first.payload["applicantKind"],
      applicant_name: first.payload["applicantName"],
      applicant_key: first.payload["applicantKey"],
      request_key: first.payload["requestKey"],
      summary: findLast(history, "summarised")?.payload["summary"] ?? first.payload["summary"],
      submitted_on: first.on,
      received_on: status.receivedOn,
      due_on: status.dueOn ?? ifSilent.dueOn,
      resumes_on: silentUntil,
      waits_until: waitsUntil(status, history),
      is_provisional: ifSilent.provisional,
      was_extended: findLast(history, "extended") !== undefined,
      answered_late: status.outcome !== null && status.overdue,
      decided_on: decidedOn(status, history),
      outcome: status.outcome,
      delivered_on: findLast(history, "delivered")?.on ?? null,
      closed_on: status.state === "closed" ? (findLast(history, "closed")?.on ?? null) : null,
      unit_id: assigned["unitId"] ?? null,
      handler_id: assigned["handlerId"] ?? null,
      waiting_role: findSetAside(history) === undefined ? whoseTurn(status, review, chainOfDraft(history)) : null,
      review_step: review === undefined ? null : review.step + 1,
      received_year: place?.receivedIn ?? null,
      counted_year: place?.closedIn ?? null,
      row_2019: place?.outcome == null ? null : rowOf(place.outcome, "2019"),
      row_2021: place?.outcome == null ? null : rowOf(place.outcome, "2021"),
      has_irregularity: status.irregularities.length > 0,
      version: last.version,
    },
  ];
}

/** The last day of the consultations that hold up the clock; null when none does, or one has no known limit. */
function latestLimit({ openConsultations }: CaseStatus): PlainDate | null {
  if (openConsultations.length === 0 || openConsultations.some(({ limitOn }) => limitOn === null)) return null;
  return openConsultations.reduce(
    (latest: PlainDate | null, { limitOn }) => (latest === null || (limitOn ?? latest) > latest ? limitOn : latest),
    null,
  );
}

function waitsUntil({ state }: CaseStatus, history: readonly StoredEvent[]): unknown {
  if (state === "awaitingCorrection") return findLast(history, "correctionAsked")?.payload["by"] ?? null;
  if (state === "awaitingFee") return findLast(history, "feeNotified")?.payload["payBy"] ?? null;
  return null;
}

function decidedOn({ outcome }: CaseStatus, history: readonly StoredEvent[]): PlainDate | null {
  if (outcome === null) return null;
  return findLast(history, "replied", "correctionExpired", "feeExpired", "withdrawn")?.on ?? null;
}

/** The chain as it was when the draft was handed in: a later change of the organ's settings does not move drafts under way. */
function chainOfDraft(history: readonly StoredEvent[]): readonly string[] {
  const chain = findLast(history, "drafted")?.payload["chain"];
  return Array.isArray(chain) ? chain.map(String) : USUAL_CHAIN.map(({ role }) => role);
}

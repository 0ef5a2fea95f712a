import {
  addWorkingDays,
  type Calendar,
  foldRemedy,
  plainDate,
  type PlainDate,
  type RemedyCase,
  type RemedyEvent,
  remedyDeadlines,
  yearOf,
} from "@gongkai/statute";
import type { ProjectedRow, Projection, StoredEvent } from "../ledger/index.ts";

/** The table `remedy`: where each reconsideration and lawsuit stands. */
export function remedyProjection(calendar: () => Calendar): Projection {
  return {
    streamKind: "remedy",
    table: "remedy",
    key: ["agency_id", "remedy_id"],
    streamColumn: "remedy_id",
    rows: (history) => projectRemedy(history, calendar()),
  };
}

/** A remedy's history as statute folds it. */
export function toRemedy(history: readonly StoredEvent[]): Pick<RemedyCase, "remedy" | "events"> {
  const events = history.map(({ type, on, payload }): RemedyEvent => {
    if (type === "filed") return { type, on };
    if (type === "decided") return { type, on, result: payload["result"] as "upheld" | "corrected" | "other" }; // the command looked it up
    return { type: "noted", on, name: type };
  });
  return { remedy: history[0]?.payload["kind"] as RemedyCase["remedy"], events }; // `filed` carries it, checked at the door
}

/** Working days for a new answer when the decision names no limit: those of an answer. */
const REDO_DAYS = 20;

function projectRemedy(history: readonly StoredEvent[], calendar: Calendar): readonly ProjectedRow[] {
  const [first] = history;
  const last = history.at(-1);
  if (first === undefined || last === undefined || first.type !== "filed" || last.type === "importWithdrawn") return [];
  const find = (type: string) => history.findLast((event) => event.type === type);
  const latest = history.reduce((day: PlainDate, { on }) => (on > day ? on : day), first.on);
  const { filedOn, decidedOn, result } = foldRemedy(toRemedy(history), latest);
  const copy = find("copyReceived");
  const decided = find("decided");
  const redoDays = decided?.payload["redo"] === true ? Number(decided.payload["redoDays"] ?? REDO_DAYS) : undefined;
  return [
    {
      agency_id: first.agencyId,
      remedy_id: first.stream.id,
      kind: first.payload["kind"],
      application_id: first.payload["application"] ?? null,
      body: first.payload["body"],
      number: first.payload["number"] ?? null,
      filed_on: filedOn,
      received_on: copy?.on ?? null,
      reply_due_on: copy === undefined ? null : replyDueOn(first.payload["kind"], copy, calendar),
      replied_on: find("organReplied")?.on ?? null,
      decided_on: decidedOn,
      result,
      result_detail: decided?.payload["detail"] ?? null,
      redo_due_on: redoDays === undefined || decided === undefined ? null : addWorkingDays(calendar, decided.on, redoDays),
      redone_on: find("redone")?.on ?? null,
      filed_year: filedOn === null ? null : yearOf(filedOn),
      decided_year: decidedOn === null ? null : yearOf(decidedOn),
      version: last.version,
    },
  ];
}

/** The organ's own limit: 10 working days, 5 in a simplified reconsideration, 15 days in court. */
function replyDueOn(kind: unknown, copy: StoredEvent, calendar: Calendar): PlainDate | null {
  const copyReceivedOn = plainDate(copy.on);
  const facts =
    kind === "reconsideration"
      ? { reconsideration: { copyReceivedOn, isSimplified: copy.payload["isSimplified"] === true } }
      : { litigation: { copyReceivedOn } };
  const due = remedyDeadlines(facts, calendar).deadlines.find(({ for: whose }) => whose === "organ");
  return due?.lastDay ?? null;
}

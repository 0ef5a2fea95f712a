import { openSealed, readHistory, type SealingKeys, type StoredEvent } from "../ledger/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import { cutWords } from "../platform/segment-words.ts";
import { detect } from "./detectors.ts";
import type { Officer } from "./officer.ts";
import { presentActs, presentClock, presentReview, presentTimeline } from "./present-page.ts";
import { type On, presentListed } from "./present.ts";
import { listReleased } from "./released.ts";
import { countByApplicant, findApplication, findRequest, listDuplicates, listSimilar } from "./queries.ts";
import { type ApplicationPage, ReleasedFile } from "./page-schema.ts";
import type { InformationRequest } from "./schema.ts";

/** Everything the page of a case shows to an officer, except who applied. Undefined when there is no such case. */
export async function loadApplicationPage(
  db: Queryable,
  {
    agencyId,
    applicationId,
    officer,
    on,
  }: { readonly agencyId: number; readonly applicationId: string; readonly officer: Officer; readonly on: On },
): Promise<ApplicationPage | undefined> {
  const row = await findApplication(db, agencyId, applicationId);
  if (row === undefined) return undefined;
  const [history, request] = await Promise.all([
    readHistory(db, agencyId, { kind: "application", id: applicationId }),
    findRequest(db, agencyId, applicationId),
  ]);
  const words = request === undefined ? [] : cutWords(`${request.title} ${request.document_number ?? ""}`);
  const [similar, duplicates, applicantCount, detected, names, released] = await Promise.all([
    listSimilar(db, agencyId, row, words),
    listDuplicates(db, agencyId, row),
    countByApplicant(db, agencyId, row.applicant_key, `${row.submitted_on.slice(0, 7)}-01`),
    detect(db, agencyId, row),
    namePeople(db, history),
    presentReleased(db, agencyId, history),
  ]);
  return {
    application: presentListed(row, on),
    request: presentRequest(request),
    ...presentClock(history, on),
    review: presentReview(history, officer),
    acts: presentActs(history, officer, on),
    timeline: presentTimeline(history, names),
    released,
    similar: similar.map((one) => presentListed(one, on)),
    duplicates: duplicates.map((one) => presentListed(one, on)),
    applicantCount,
    detected,
  };
}

function presentRequest(request: Awaited<ReturnType<typeof findRequest>>): ApplicationPage["request"] {
  const optional = (name: string, value: string | null | undefined) => (value === null || value === undefined ? {} : { [name]: value });
  return {
    title: request?.title ?? "",
    description: request?.description ?? "",
    carrier: (request?.carrier ?? "paper") as InformationRequest["carrier"], // a check of the table holds them to the list
    delivery: (request?.delivery ?? "post") as InformationRequest["delivery"],
    ...optional("documentNumber", request?.document_number),
    ...optional("period", request?.period),
    ...optional("help", request?.help),
    isErased: request === undefined || request.erased_at !== null,
  };
}

async function presentReleased(db: Queryable, agencyId: number, history: readonly StoredEvent[]): Promise<readonly ReleasedFile[]> {
  const released = listReleased(history);
  if (released.length === 0) return [];
  const rows = await db
    .selectFrom("attachment")
    .select(["sha256", "name", "media_type", "size", "findings"])
    .where("agency_id", "=", agencyId)
    .where(
      "sha256",
      "in",
      released.map(({ sha256 }) => sha256),
    )
    .execute();
  const known = new Map(rows.map((row) => [row.sha256, row]));
  return released.flatMap(({ sha256, stage }) => {
    const row = known.get(sha256);
    if (row === undefined) return [];
    const { name, media_type: mediaType, size } = row;
    const findings = ReleasedFile.shape.findings.catch([]).parse(row.findings);
    return [{ sha256, name: name ?? "", mediaType, size, findings, stage }];
  });
}

/** Names of those who acted, by id. */
export async function namePeople(db: Queryable, history: readonly StoredEvent[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(history.flatMap(({ actor }) => (actor.id === null ? [] : [actor.id])))];
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom("person").select(["person_id", "name"]).where("person_id", "in", ids).execute();
  return new Map(rows.map(({ person_id, name }) => [person_id, name]));
}

/** Who applied, opened from its seal; undefined when it was erased. The caller records the opening. */
export async function openApplicant(db: Queryable, keys: SealingKeys, agencyId: number, [first]: readonly StoredEvent[]): Promise<unknown> {
  const sealedId = first?.payload["applicant"];
  return typeof sealedId === "string" ? openSealed(db, keys, { agencyId, sealedId, purpose: "applicant" }) : undefined;
}

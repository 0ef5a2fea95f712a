import { plainDate, type PlainDate } from "@gongkai/statute";
import type { Selectable } from "kysely";
import { KeptAttachment } from "../attachments/schema.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import type { LetterRow, LetterTemplateRow } from "../platform/database/row-types.ts";

export type LetterRecord = Selectable<LetterRow>;

/** The letters of a case, drafts and issued, in the order in which they came about. */
export function listLetters(db: Queryable, agencyId: number, applicationId: string): Promise<readonly LetterRecord[]> {
  return db
    .selectFrom("letter")
    .selectAll()
    .where("agency_id", "=", agencyId)
    .where("application_id", "=", applicationId)
    .orderBy((eb) => eb("state", "=", "draft"))
    .orderBy("issued_on")
    .orderBy("changed_at")
    .orderBy("letter_id")
    .execute();
}

export function findLetter(db: Queryable, agencyId: number, letterId: string): Promise<LetterRecord | undefined> {
  return db.selectFrom("letter").selectAll().where("agency_id", "=", agencyId).where("letter_id", "=", letterId).executeTakeFirst();
}

/** Which of these files the office took in itself, with what was found in them. */
export async function listOfficeFiles(db: Queryable, agencyId: number, files: readonly string[]): Promise<readonly KeptAttachment[]> {
  if (files.length === 0) return [];
  const rows = await db
    .selectFrom("attachment")
    .select(["sha256", "name", "media_type", "size", "findings"])
    .where("agency_id", "=", agencyId)
    .where("belongs_to", "=", "office")
    .where("sha256", "in", files)
    .execute();
  return rows.map(({ sha256, name, media_type: mediaType, size, findings }) => ({
    sha256,
    name: name ?? "",
    mediaType,
    size,
    findings: KeptAttachment.shape.findings.catch([]).parse(findings),
  }));
}

/** The last answer of a case. */
export async function findLastReply(
  db: Queryable,
  agencyId: number,
  applicationId: string,
): Promise<{ readonly title: string; readonly number: string | null } | null> {
  const row = await db
    .selectFrom("letter")
    .select(["title", "number"])
    .where("agency_id", "=", agencyId)
    .where("application_id", "=", applicationId)
    .where("state", "=", "issued")
    .where("kind", "like", "answer.%")
    .orderBy("issued_on", "desc")
    .orderBy("changed_at", "desc")
    .executeTakeFirst();
  return row ?? null;
}

/** The first answer to the same applicant about the same information in another case (Art. 36(6)). */
export async function findEarlierReply(
  db: Queryable,
  agencyId: number,
  applicationId: string,
): Promise<{ readonly on: PlainDate; readonly number: string | null } | null> {
  const row = await db
    .selectFrom("application as this")
    .innerJoin("application as other", (join) =>
      join
        .onRef("other.agency_id", "=", "this.agency_id")
        .onRef("other.applicant_key", "=", "this.applicant_key")
        .onRef("other.request_key", "=", "this.request_key")
        .onRef("other.application_id", "<>", "this.application_id"),
    )
    .innerJoin("letter", (join) =>
      join.onRef("letter.agency_id", "=", "other.agency_id").onRef("letter.application_id", "=", "other.application_id"),
    )
    .select(["letter.issued_on", "letter.number"])
    .where("this.agency_id", "=", agencyId)
    .where("this.application_id", "=", applicationId)
    .where("letter.state", "=", "issued")
    .where("letter.kind", "like", "answer.%")
    .orderBy("letter.issued_on")
    .executeTakeFirst();
  return row === undefined || row.issued_on === null ? null : { on: plainDate(row.issued_on), number: row.number };
}

export function findRequest(db: Queryable, agencyId: number, applicationId: string) {
  return db
    .selectFrom("application_request")
    .select(["title", "description", "document_number", "period", "carrier", "delivery"])
    .where("agency_id", "=", agencyId)
    .where("application_id", "=", applicationId)
    .executeTakeFirst();
}

/** Where a case stands and whose turn it is. */
export function findStanding(db: Queryable, agencyId: number, applicationId: string) {
  return db
    .selectFrom("application")
    .select(["state", "waiting_role"])
    .where("agency_id", "=", agencyId)
    .where("application_id", "=", applicationId)
    .executeTakeFirst();
}

/** Names of divisions, in the order asked. */
export async function nameUnits(db: Queryable, agencyId: number, unitIds: readonly string[]): Promise<readonly string[]> {
  if (unitIds.length === 0) return [];
  const rows = await db
    .selectFrom("unit")
    .select(["unit_id", "name"])
    .where("agency_id", "=", agencyId)
    .where("unit_id", "in", unitIds)
    .execute();
  return unitIds.flatMap((id) => rows.filter(({ unit_id }) => unit_id === id).map(({ name }) => name));
}

/** The newest version of an organ's own wording of a letter. */
export function findTemplateRow(db: Queryable, agencyId: number, kind: string): Promise<Selectable<LetterTemplateRow> | undefined> {
  return db
    .selectFrom("letter_template")
    .selectAll()
    .where("agency_id", "=", agencyId)
    .where("kind", "=", kind)
    .orderBy("version", "desc")
    .executeTakeFirst();
}

/** Every version of one letter's wording, the newest first; of all letters when none is named. */
export function listTemplateRows(db: Queryable, agencyId: number, kind?: string): Promise<readonly Selectable<LetterTemplateRow>[]> {
  const all = db.selectFrom("letter_template").selectAll().where("agency_id", "=", agencyId);
  return (kind === undefined ? all : all.where("kind", "=", kind)).orderBy("kind").orderBy("version", "desc").execute();
}

const CHECKED = [
  "letter.letter_id",
  "letter.title",
  "letter.number",
  "letter.issued_on",
  "letter.content_sha256",
  "agency.name as agency_name",
] as const;

/** Regional: issued letters with this number. Numbers carry the organ's mark, so there is one as a rule. */
export function regionListByNumber(db: Queryable, number: string) {
  return db
    .selectFrom("letter")
    .innerJoin("agency", "agency.agency_id", "letter.agency_id")
    .select(CHECKED)
    .where("letter.number", "=", number)
    .where("letter.state", "=", "issued")
    .limit(20)
    .execute();
}

/** Regional: the issued letter whose frozen content has this SHA-256. */
export function regionFindByContent(db: Queryable, sha256: string) {
  return db
    .selectFrom("letter")
    .innerJoin("agency", "agency.agency_id", "letter.agency_id")
    .select(CHECKED)
    .where("letter.content_sha256", "=", sha256)
    .where("letter.state", "=", "issued")
    .executeTakeFirst();
}

/** Names of people by id. */
export async function namePeople(db: Queryable, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids)].filter((id): id is string => id !== null);
  if (known.length === 0) return new Map();
  const rows = await db.selectFrom("person").select(["person_id", "name"]).where("person_id", "in", known).execute();
  return new Map(rows.map(({ person_id, name }) => [person_id, name]));
}

/** Which of these files were erased. */
export async function listErased(db: Queryable, agencyId: number, files: readonly (string | null)[]): Promise<ReadonlySet<string>> {
  const known = files.filter((sha256): sha256 is string => sha256 !== null);
  if (known.length === 0) return new Set();
  const rows = await db
    .selectFrom("stored_file")
    .select("sha256")
    .where("agency_id", "=", agencyId)
    .where("sha256", "in", known)
    .where("erased_at", "is not", null)
    .execute();
  return new Set(rows.map(({ sha256 }) => sha256));
}

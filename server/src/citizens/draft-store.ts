import { randomBytes, randomUUID } from "node:crypto";
import type { Selectable } from "kysely";
import { type Ledger, openSecret, sealSecret } from "../ledger/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import type { ApplicationDraftRow } from "../platform/database/row-types.ts";
import { addMinutes } from "../platform/instant.ts";
import type { DraftContent } from "./form-words.ts";
import { keyedHash, keyedHashes } from "./keyed-hash.ts";

export type DraftRecord = Selectable<ApplicationDraftRow>;

/** A draft as its owner's browser may see it. */
export interface Draft {
  readonly agencyId: number;
  readonly id: string;
  readonly content: DraftContent;
  readonly version: number;
  readonly wrongAnswers: number;
  readonly createdAt: string;
  readonly expiresAt: string;
  /** Once submitted. */
  readonly applicationId: string | null;
}

type Needs = Pick<Ledger, "db" | "keys" | "clock">;

/** Fourteen days after the last save an unsent form is deleted. */
export const DRAFT_MINUTES = 14 * 24 * 60;
/** So long the browser that submitted can see its receipt and query code again. */
export const RECEIPT_MINUTES = 24 * 60;

/** The secret of a browser: whoever has it has its drafts. Kept in a cookie, never in an address. */
export function makeOwnerSecret(): string {
  return randomBytes(32).toString("base64url");
}

export async function createDraft(
  { db, keys, clock }: Needs,
  agencyId: number,
  owner: string,
  content: DraftContent = {},
): Promise<string> {
  const id = randomUUID();
  const at = clock.instant();
  await db
    .insertInto("application_draft")
    .values({
      agency_id: agencyId,
      draft_id: id,
      owner_hash: keyedHash(keys, "draft-owner", owner),
      content: sealSecret(keys, JSON.stringify(content), purposeOf(agencyId, id)),
      created_at: at,
      changed_at: at,
      expires_at: addMinutes(at, DRAFT_MINUTES),
      application_id: null,
    })
    .execute();
  return id;
}

/** A draft of this browser; undefined for everybody else's, as if it were not there. */
export async function findDraft({ db, keys, clock }: Needs, agencyId: number, id: string, owner: string): Promise<Draft | undefined> {
  const row = await db
    .selectFrom("application_draft")
    .selectAll()
    .where("agency_id", "=", agencyId)
    .where("draft_id", "=", id)
    .where("owner_hash", "in", [...keyedHashes(keys, "draft-owner", owner)])
    .where("expires_at", ">", clock.instant())
    .executeTakeFirst();
  return row === undefined ? undefined : openDraft(keys, row);
}

/** The unsent drafts of this browser for an organ, the latest first. */
export async function listDrafts({ db, keys, clock }: Needs, agencyId: number, owner: string): Promise<readonly Draft[]> {
  const rows = await db
    .selectFrom("application_draft")
    .selectAll()
    .where("agency_id", "=", agencyId)
    .where("owner_hash", "in", [...keyedHashes(keys, "draft-owner", owner)])
    .where("application_id", "is", null)
    .where("expires_at", ">", clock.instant())
    .orderBy("changed_at", "desc")
    .limit(10)
    .execute();
  return rows.map((row) => openDraft(keys, row));
}

export function openDraft(keys: Needs["keys"], row: DraftRecord): Draft {
  const purpose = purposeOf(row.agency_id, row.draft_id);
  return {
    agencyId: row.agency_id,
    id: row.draft_id,
    content: row.content === null ? {} : (JSON.parse(openSecret(keys, row.content, purpose)) as DraftContent), // sealed below
    version: row.version,
    wrongAnswers: row.wrong_answers,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    applicationId: row.application_id,
  };
}

/** Saves some fields over what is there; false when it was submitted or is gone. Two saves at once lose nothing of each other's fields. */
export async function saveDraft(
  { db, keys, clock }: Needs,
  { agencyId, id }: Pick<Draft, "agencyId" | "id">,
  fields: DraftContent,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const row = await lockDraft(tx, agencyId, id);
    if (row === undefined || row.application_id !== null) return false;
    const content = { ...openDraft(keys, row).content, ...fields };
    const at = clock.instant();
    await tx
      .updateTable("application_draft")
      .set({
        content: sealSecret(keys, JSON.stringify(content), purposeOf(agencyId, id)),
        version: row.version + 1,
        changed_at: at,
        expires_at: addMinutes(at, DRAFT_MINUTES),
      })
      .where("agency_id", "=", agencyId)
      .where("draft_id", "=", id)
      .execute();
    return true;
  });
}

export function lockDraft(tx: Queryable, agencyId: number, id: string): Promise<DraftRecord | undefined> {
  return tx
    .selectFrom("application_draft")
    .selectAll()
    .where("agency_id", "=", agencyId)
    .where("draft_id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

export async function countWrongAnswer({ db }: Pick<Needs, "db">, { agencyId, id }: Pick<Draft, "agencyId" | "id">): Promise<void> {
  await db
    .updateTable("application_draft")
    .set((eb) => ({ wrong_answers: eb("wrong_answers", "+", 1) }))
    .where("agency_id", "=", agencyId)
    .where("draft_id", "=", id)
    .execute();
}

/** Proves that a form was made for this browser and this draft. */
export function formToken({ keys }: Pick<Needs, "keys">, draftId: string, owner: string): string {
  return keyedHash(keys, "form", `${draftId}:${owner}`).toString("base64url").slice(0, 22);
}

function purposeOf(agencyId: number, id: string): string {
  return `draft:${agencyId}:${id}`;
}

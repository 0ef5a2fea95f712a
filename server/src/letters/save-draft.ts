import { randomUUID } from "node:crypto";
import type { Result } from "@gongkai/statute";
import type { Officer } from "../applications/index.ts";
import { eraseSealed, type Ledger, runCommand, type Turn } from "../ledger/index.ts";
import { DRAFT_PURPOSE, sealedIdOf } from "./draft-fields.ts";
import { checkChosen, type ChosenFiles } from "./draft-files.ts";
import type { FieldValues } from "./letter-facts.ts";
import { findLetterKind } from "./letter-kinds.ts";
import type { LetterKind } from "./letter-kind.ts";
import type { LetterRefusal } from "./letter-refusals.ts";
import { findLetter, findStanding, type LetterRecord } from "./queries.ts";

export interface SaveDraft {
  readonly agencyId: number;
  readonly applicationId: string;
  readonly officer: Officer;
  /** Of a draft that is there already. */
  readonly letterId?: string | undefined;
  /** The version the officer saw; 0 for a new draft. */
  readonly version: number;
  readonly kind: string;
  readonly fields: FieldValues;
  /** Left out: as they were. */
  readonly files?: ChosenFiles | undefined;
  readonly commandKey?: string | undefined;
}

/** Years a draft that never went out is kept. */
const KEPT_YEARS = 10;

/**
 * Saves a draft of a letter. Of two people at the same draft, the second is told. While the answer is in review only whoever
 * has it before them may change it: nobody signs what others have not seen.
 */
export function saveLetterDraft(
  ledger: Ledger,
  { agencyId, applicationId, officer, letterId, version, kind, fields, files, commandKey }: SaveDraft,
): Promise<Result<{ readonly id: string; readonly version: number }, LetterRefusal>> {
  const chosen = files === undefined ? {} : { files: { released: [...files.released], documents: [...files.documents] } };
  const request = { applicationId, letterId, version, kind, fields: { ...fields }, ...chosen };
  const call = { command: "letter:save-draft", agencyId, actor: officer.actor, commandKey, request };
  return runCommand<{ id: string; version: number }, LetterRefusal>(ledger, call, async (turn) => {
    const { tx } = turn;
    if (!officer.roles.some((role) => role !== "supervisor")) return { ok: false, refusal: "not-allowed" };
    const known = findLetterKind(kind);
    if (known === undefined) return { ok: false, refusal: "no-such-letter-kind" };
    const standing = await findStanding(tx, agencyId, applicationId);
    if (standing === undefined) return { ok: false, refusal: "not-found" };
    const draft = letterId === undefined ? undefined : await findLetter(tx, agencyId, letterId);
    if (letterId !== undefined && draft?.application_id !== applicationId) return { ok: false, refusal: "no-such-letter" };
    if (draft !== undefined && draft.state !== "draft") return { ok: false, refusal: "letter-issued" };
    if ((draft?.version ?? 0) !== version) return { ok: false, refusal: "changed-meanwhile" };
    const isInReview = standing.state === "approval" && (known.outcome !== undefined || (draft !== undefined && isOfAnswer(draft.kind)));
    if (isInReview && !officer.roles.some((role) => role === standing.waiting_role)) return { ok: false, refusal: "letter-in-review" };
    if (files !== undefined) {
      if (isInReview) return { ok: false, refusal: "files-in-review" };
      const checked = await checkChosen(turn, known, files);
      if (!checked.ok) return checked;
    }

    const id = await writeDraft(turn, { applicationId, kind: known, draft, fields, files, version: version + 1 });
    return { ok: true, value: { id, version: version + 1 } };
  });
}

export function isOfAnswer(kind: string): boolean {
  return kind.startsWith("answer.");
}

/** Writes a draft's fields under a seal of their own; the former ones are erased. */
export async function writeDraft(
  { tx, at, today, actor, agencyId, seal }: Turn,
  {
    applicationId,
    kind,
    draft,
    fields,
    files,
    version,
  }: {
    readonly applicationId: string;
    readonly kind: LetterKind;
    readonly draft: LetterRecord | undefined;
    readonly fields: FieldValues;
    readonly files?: ChosenFiles | undefined;
    readonly version: number;
  },
): Promise<string> {
  const eraseOn = `${Number(today.slice(0, 4)) + KEPT_YEARS}-12-31`;
  const sealed = await seal({ purpose: DRAFT_PURPOSE, content: fields, eraseOn });
  const former = draft === undefined ? undefined : sealedIdOf(draft.fields);
  if (former !== undefined) await eraseSealed(tx, agencyId, former, at);
  const id = draft?.letter_id ?? randomUUID();
  const row = {
    kind: kind.kind,
    title: kind.title,
    fields: JSON.stringify({ sealed }),
    changed_at: at,
    changed_by: actor.kind === "person" ? actor.personId : null,
    version,
    ...(files === undefined ? {} : { released: [...new Set(files.released)], documents: [...new Set(files.documents)] }),
  };
  if (draft === undefined) {
    await tx
      .insertInto("letter")
      .values({ agency_id: agencyId, letter_id: id, application_id: applicationId, state: "draft", ...row })
      .execute();
  } else {
    await tx.updateTable("letter").set(row).where("agency_id", "=", agencyId).where("letter_id", "=", id).execute();
  }
  return id;
}

/** A draft lets go of its files. */
export async function letGoOfFiles({ tx, agencyId }: Turn, letterId: string): Promise<void> {
  await tx
    .updateTable("letter")
    .set({ released: null, documents: null })
    .where("agency_id", "=", agencyId)
    .where("letter_id", "=", letterId)
    .execute();
}

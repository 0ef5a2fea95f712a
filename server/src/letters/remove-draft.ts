import type { Result } from "@gongkai/statute";
import type { Officer } from "../applications/index.ts";
import { eraseSealed, type Ledger, runCommand } from "../ledger/index.ts";
import { sealedIdOf } from "./draft-fields.ts";
import type { LetterRefusal } from "./letter-refusals.ts";
import { findLetter, findStanding } from "./queries.ts";
import { isOfAnswer } from "./save-draft.ts";

export interface RemoveDraft {
  readonly agencyId: number;
  readonly applicationId: string;
  readonly officer: Officer;
  readonly letterId: string;
  /** The version the officer saw. */
  readonly version: number;
  readonly commandKey?: string | undefined;
}

/** Removes a draft with what was typed and the hold it had on its files. What is in review is somebody's to sign, and stays. */
export function removeLetterDraft(
  ledger: Ledger,
  { agencyId, applicationId, officer, letterId, version, commandKey }: RemoveDraft,
): Promise<Result<{ readonly id: string }, LetterRefusal>> {
  const request = { applicationId, letterId, version };
  return runCommand(ledger, { command: "letter:remove-draft", agencyId, actor: officer.actor, commandKey, request }, async ({ tx, at }) => {
    if (!officer.roles.some((role) => role !== "supervisor")) return { ok: false, refusal: "not-allowed" };
    const standing = await findStanding(tx, agencyId, applicationId);
    if (standing === undefined) return { ok: false, refusal: "not-found" };
    const draft = await findLetter(tx, agencyId, letterId);
    if (draft === undefined || draft.application_id !== applicationId) return { ok: false, refusal: "no-such-letter" };
    if (draft.state !== "draft") return { ok: false, refusal: "letter-issued" };
    if (draft.version !== version) return { ok: false, refusal: "changed-meanwhile" };
    if (standing.state === "approval" && isOfAnswer(draft.kind)) return { ok: false, refusal: "letter-in-review" };
    const sealedId = sealedIdOf(draft.fields);
    if (sealedId !== undefined) await eraseSealed(tx, agencyId, sealedId, at);
    await tx.deleteFrom("letter").where("agency_id", "=", agencyId).where("letter_id", "=", letterId).execute();
    return { ok: true, value: { id: letterId } };
  });
}

import type { Doc } from "@gongkai/document";
import type { Result } from "@gongkai/statute";
import { mayOpenApplicant, mayRead, type Officer } from "../applications/index.ts";
import { type Ledger, runCommand } from "../ledger/index.ts";
import type { FileStore } from "../platform/files/file-store.ts";
import { thawLetter } from "./freeze-letter.ts";
import type { LetterRefusal } from "./letter-refusals.ts";
import { findLetter } from "./queries.ts";

export interface OpenedLetter {
  readonly doc: Doc;
  readonly title: string;
  readonly number: string | null;
  readonly on: string;
  readonly isMasked: boolean;
}

/**
 * An issued letter as it went out. Registrars and the disclosure office see who applied, and that they looked stands in their
 * audit; everyone else with a duty in the case, and supervisors, see the same letter with the applicant masked.
 */
export async function openLetter(
  ledger: Ledger,
  files: FileStore,
  {
    agencyId,
    applicationId,
    letterId,
    officer,
  }: { readonly agencyId: number; readonly applicationId: string; readonly letterId: string; readonly officer: Officer },
): Promise<Result<OpenedLetter, LetterRefusal>> {
  if (!mayRead(officer)) return { ok: false, refusal: "not-allowed" };
  const row = await findLetter(ledger.db, agencyId, letterId);
  if (row === undefined || row.application_id !== applicationId || row.content_sha256 === null)
    return { ok: false, refusal: "no-such-letter" };
  const frozen = await thawLetter({ files, keys: ledger.keys }, { agencyId, letterId, sha256: row.content_sha256 });
  if (frozen === undefined) return { ok: false, refusal: "letter-gone" };
  const { title, number, on } = frozen;
  if (!mayOpenApplicant(officer)) return { ok: true, value: { doc: frozen.maskedDoc, title, number, on, isMasked: true } };
  const { actor } = officer;
  const recorded = await runCommand<null, LetterRefusal>(ledger, { command: "letter:open", agencyId, actor }, async (turn) => {
    if (actor.kind === "person") {
      const payload = { application: applicationId, letter: letterId };
      await turn.append({ kind: "access", id: actor.personId }, [{ type: "letterOpened", payload }]);
    }
    return { ok: true, value: null };
  });
  return recorded.ok ? { ok: true, value: { doc: frozen.doc, title, number, on, isMasked: false } } : recorded;
}

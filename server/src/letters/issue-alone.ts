import type { Calendar, Result } from "@gongkai/statute";
import { findLast, mayOpenApplicant, type Officer, openApplicant } from "../applications/index.ts";
import { type Ledger, runCommand } from "../ledger/index.ts";
import type { FileStore } from "../platform/files/file-store.ts";
import type { LetterIssue } from "./compose-letter.ts";
import { openDraftFields } from "./draft-fields.ts";
import { gatherFacts, type Gathering, maskConsulted, maskedApplicant, openConsulted, toLetterApplicant } from "./gather-facts.ts";
import { issueInTurn } from "./issue-letter.ts";
import { getLetterKind } from "./letter-kinds.ts";
import type { LetterRefusal } from "./letter-refusals.ts";
import { findLetter } from "./queries.ts";

export interface IssueAlone {
  readonly agencyId: number;
  readonly applicationId: string;
  readonly officer: Officer;
  readonly letterId: string;
  /** The version of the draft the officer saw. */
  readonly version: number;
  readonly commandKey?: string | undefined;
}

export type IssuedAlone =
  | Result<{ readonly id: string; readonly kind: string; readonly number: string | null; readonly caseVersion: number }, LetterRefusal>
  | { readonly ok: false; readonly refusal: "letter-incomplete"; readonly refusals: readonly LetterIssue[] };

/**
 * Issues a letter that no act brings about, or one whose act could stand without it: the registration form, a receipt that
 * lacked something at the time, the confirmation of an opinion.
 */
export async function issueLetter(
  ledger: Ledger,
  { files, calendar }: { readonly files: FileStore; readonly calendar: Calendar },
  { agencyId, applicationId, officer, letterId, version, commandKey }: IssueAlone,
): Promise<IssuedAlone> {
  const call = { command: "letter:issue", agencyId, actor: officer.actor, commandKey, request: { applicationId, letterId, version } };
  return runCommand<{ id: string; kind: string; number: string | null; caseVersion: number }, LetterRefusal>(ledger, call, async (turn) => {
    const { tx, today } = turn;
    if (!mayOpenApplicant(officer)) return { ok: false, refusal: "not-allowed" };
    const draft = await findLetter(tx, agencyId, letterId);
    if (draft === undefined || draft.application_id !== applicationId) return { ok: false, refusal: "no-such-letter" };
    if (draft.state !== "draft") return { ok: false, refusal: "letter-issued" };
    if (draft.version !== version) return { ok: false, refusal: "changed-meanwhile" };
    const kind = getLetterKind(draft.kind);
    if (!kind.mayFollow) return { ok: false, refusal: "letter-by-act" };
    const stream = { kind: "application", id: applicationId };
    const history = await turn.history(stream);
    if (history.length === 0) return { ok: false, refusal: "not-found" };
    const applicant = toLetterApplicant(await openApplicant(tx, ledger.keys, agencyId, history));
    if (applicant === undefined) return { ok: false, refusal: "erased" };
    const { unitId, cooperatingUnitIds } = findLast(history, "assigned")?.payload ?? {};
    const asked = findLast(history, "consultationSent");
    const gathering: Gathering = {
      agencyId,
      applicationId,
      kind,
      history,
      events: [],
      on: today,
      calendar,
      fields: await openDraftFields(tx, ledger.keys, draft),
      applicant: maskedApplicant(history),
      consulted: kind.to === "consulted" ? await openConsulted(tx, ledger.keys, agencyId, asked?.payload["consulted"]) : undefined,
      units: {
        main: typeof unitId === "string" ? unitId : undefined,
        cooperating: Array.isArray(cooperatingUnitIds) ? cooperatingUnitIds.map(String) : [],
      },
    };
    const masked = await gatherFacts(tx, { ...gathering, consulted: maskConsulted(gathering.consulted) });
    const facts = await gatherFacts(tx, { ...gathering, applicant });
    const issued = await issueInTurn(turn, { files, keys: ledger.keys }, { kind, stream, applicationId, facts, masked, draft });
    if (!issued.ok) return issued;
    const { id, number, sha256 } = issued.value;
    const payload = { letters: [{ id, kind: kind.kind, number, sha256 }], ...(number === null ? {} : { letterNumber: number }) };
    const whole = await turn.append(stream, [{ type: "letterIssued", payload, documents: [sha256] }]);
    return { ok: true, value: { id, kind: kind.kind, number, caseVersion: whole.length } };
  });
}

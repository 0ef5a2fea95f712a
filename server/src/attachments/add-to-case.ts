import type { Result } from "@gongkai/statute";
import { areKnown, findSetAside, mayRead, type Officer } from "../applications/index.ts";
import { type Ledger, runCommand } from "../ledger/index.ts";
import type { AttachmentRefusal } from "./keep-attachment.ts";

export interface AddToCase {
  readonly agencyId: number;
  readonly applicationId: string;
  readonly officer: Officer;
  /** The version the officer saw. */
  readonly version: number;
  readonly documents: readonly string[];
  /** What they are, as the history will say. */
  readonly note: string;
  readonly commandKey?: string | undefined;
}

export type AddRefusal = AttachmentRefusal | "case-missing";

/** Puts files to a case apart from any act: a scan, a search record. It moves no clock; from then on they can be fetched. */
export function addToCase(
  ledger: Ledger,
  { agencyId, applicationId, officer, version, documents, note, commandKey }: AddToCase,
): Promise<Result<{ readonly version: number }, AddRefusal>> {
  const request = { applicationId, version, documents: [...documents], note };
  return runCommand<{ version: number }, AddRefusal>(
    ledger,
    { command: "attachment:add-to-case", agencyId, actor: officer.actor, commandKey, request },
    async (turn) => {
      const stream = { kind: "application", id: applicationId };
      const history = await turn.history(stream);
      if (history.length === 0 || history.at(-1)?.type === "importWithdrawn" || findSetAside(history) !== undefined)
        return { ok: false, refusal: "case-missing" };
      if (!mayRead(officer) || officer.actor.kind !== "person") return { ok: false, refusal: "not-allowed" };
      if (history.length !== version) return { ok: false, refusal: "changed-meanwhile" };
      if (!(await areKnown(turn, documents))) return { ok: false, refusal: "not-found" };
      const whole = await turn.append(stream, [
        { type: "documentsAdded", payload: note === "" ? {} : { reason: note }, documents: [...new Set(documents)] },
      ]);
      return { ok: true, value: { version: whole.length } };
    },
  );
}

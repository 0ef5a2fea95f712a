import type { Result } from "@gongkai/statute";
import { mayOpenApplicant, type Officer } from "../applications/index.ts";
import { type Ledger, openSealed, runCommand } from "../ledger/index.ts";
import type { OwnRecordRefusal } from "./refusals.ts";
import { OwnRecordContent } from "./schema.ts";

/** What was asked and what was written about it, opened from its seals. Who looked is put on record. */
export function openOwnRecord(
  ledger: Ledger,
  { agencyId, recordId, officer }: { readonly agencyId: number; readonly recordId: string; readonly officer: Officer },
): Promise<Result<OwnRecordContent, OwnRecordRefusal>> {
  return runCommand<OwnRecordContent, OwnRecordRefusal>(
    ledger,
    { command: "own-record:open", agencyId, actor: officer.actor },
    async (turn) => {
      // The record is the person's own: whoever checks it has to see it.
      if (!mayOpenApplicant(officer) && !officer.roles.includes("handler")) return { ok: false, refusal: "not-allowed" };
      const history = await turn.history({ kind: "ownRecord", id: recordId });
      const [first] = history;
      if (first === undefined) return { ok: false, refusal: "not-found" };
      const open = (sealedId: unknown, purpose: string) =>
        typeof sealedId === "string" ? openSealed(turn.tx, ledger.keys, { agencyId, sealedId, purpose }) : undefined;
      const asked = await open(first.payload["content"], "own-record");
      if (asked === undefined) return { ok: false, refusal: "erased" };
      const notes: { type: string; on: string; text: string }[] = [];
      for (const { type, on, payload } of history) {
        const text = await open(payload["note"], "own-record-note");
        if (typeof text === "string") notes.push({ type, on, text });
      }
      if (officer.actor.kind === "person")
        await turn.append({ kind: "access", id: officer.actor.personId }, [{ type: "applicantOpened", payload: { ownRecord: recordId } }]);
      return { ok: true, value: JSON.parse(JSON.stringify(OwnRecordContent.parse({ ...(asked as object), notes }))) as OwnRecordContent }; // parsed; without undefined fields
    },
  );
}

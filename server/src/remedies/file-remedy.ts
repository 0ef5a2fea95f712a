import { randomUUID } from "node:crypto";
import type { Result } from "@gongkai/statute";
import type { Officer } from "../applications/index.ts";
import { type Ledger, type NewEvent, runCommand } from "../ledger/index.ts";
import { mayHandle } from "./policy.ts";
import type { RemedyRefusal } from "./refusals.ts";
import type { FileRemedy, RemedyDone } from "./schema.ts";

/** Puts a reconsideration or lawsuit on record, and with it when the organ got its copy. */
export function fileRemedy(
  ledger: Ledger,
  call: { readonly agencyId: number; readonly officer: Officer; readonly given: FileRemedy; readonly commandKey?: string | undefined },
): Promise<Result<RemedyDone, RemedyRefusal>> {
  const { agencyId, officer, given, commandKey } = call;
  const { kind, application, body, number, filedOn, receivedOn, isSimplified } = given;
  return runCommand<RemedyDone, RemedyRefusal>(
    ledger,
    { command: "remedy:file", agencyId, actor: officer.actor, commandKey, request: { ...given, receivedOn } },
    async (turn) => {
      if (!mayHandle(officer)) return { ok: false, refusal: "not-allowed" };
      if (filedOn > turn.today || (receivedOn ?? filedOn) > turn.today) return { ok: false, refusal: "in-the-future" };
      if (receivedOn !== undefined && receivedOn < filedOn) return { ok: false, refusal: "before-filing" };
      if (application !== null && (await turn.history({ kind: "application", id: application })).length === 0) {
        return { ok: false, refusal: "application-not-found" };
      }
      const events: NewEvent[] = [{ type: "filed", on: filedOn, payload: { kind, application, body, number } }];
      if (receivedOn !== undefined) events.push({ type: "copyReceived", on: receivedOn, payload: { isSimplified } });
      const id = randomUUID();
      const history = await turn.append({ kind: "remedy", id }, events);
      if (application !== null)
        await turn.append({ kind: "application", id: application }, [{ type: "remedyFiled", payload: { remedy: id, kind } }]);
      return { ok: true, value: { id, version: history.length } };
    },
  );
}

import { type Calendar, foldCase, type Result } from "@gongkai/statute";
import { findLast, findSetAside, type Officer, toCase } from "../applications/index.ts";
import { type CommonRefusal, type Ledger, runCommand } from "../ledger/index.ts";

export type SetAsideRefusal = "not-found" | "not-waiting" | "not-set-aside";

interface SetAsideCall {
  readonly agencyId: number;
  readonly applicationId: string;
  readonly officer: Officer;
  /** The version of the case the clerk saw. */
  readonly version: number;
  readonly commandKey?: string | undefined;
}

/**
 * Sets an application sent through the internet aside as what is none (advertising, machines). It decides nothing: the case
 * stays unconfirmed, the applicant is told why and brings it back by saying more, and so may the office at any time.
 */
export function setAside(
  ledger: Ledger,
  calendar: () => Calendar,
  { reason, ...call }: SetAsideCall & { readonly reason: string },
): Promise<Result<{ readonly version: number }, SetAsideRefusal | CommonRefusal>> {
  return change(ledger, calendar, call, { type: "setAside", payload: { reason } });
}

/** Puts it back among those that wait to be confirmed. */
export function bringBack(
  ledger: Ledger,
  calendar: () => Calendar,
  call: SetAsideCall,
): Promise<Result<{ readonly version: number }, SetAsideRefusal | CommonRefusal>> {
  return change(ledger, calendar, call, { type: "broughtBack", payload: {} });
}

function change(
  ledger: Ledger,
  calendar: () => Calendar,
  { agencyId, applicationId, officer, version, commandKey }: SetAsideCall,
  event: { readonly type: "setAside" | "broughtBack"; readonly payload: Readonly<Record<string, string>> },
) {
  const request = { applicationId, version, ...event.payload };
  return runCommand<{ readonly version: number }, SetAsideRefusal | CommonRefusal>(
    ledger,
    { command: `citizen:${event.type}`, agencyId, actor: officer.actor, commandKey, request },
    async (turn) => {
      const stream = { kind: "application", id: applicationId };
      const history = await turn.history(stream);
      if (history.length === 0) return { ok: false, refusal: "not-found" };
      if (history.length !== version) return { ok: false, refusal: "changed-meanwhile" };
      const { state } = foldCase(toCase(history), { today: turn.today, calendar: calendar() });
      // What was erased can no longer be brought back.
      const isSetAside = findSetAside(history) !== undefined && findLast(history, "anonymised") === undefined;
      if (event.type === "setAside" && (state !== "submitted" || findSetAside(history) !== undefined))
        return { ok: false, refusal: "not-waiting" };
      if (event.type === "broughtBack" && !isSetAside) return { ok: false, refusal: "not-set-aside" };
      return { ok: true, value: { version: (await turn.append(stream, [event])).length } };
    },
  );
}

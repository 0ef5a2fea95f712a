import { plainDate, type Result } from "@gongkai/statute";
import { type Actor, type CommonRefusal, type Ledger, runCommand } from "../ledger/index.ts";
import { administers, PLATFORM } from "./duties.ts";
import { agencyStream } from "./projections.ts";
import { getAgency, hasOpenSubordinates } from "./queries.ts";
import type { Close } from "./schema.ts";

export interface CloseAgencyCall extends Close {
  readonly agencyId: number;
  readonly actor: Actor;
  readonly commandKey?: string | undefined;
}

/** Closes an organ that was abolished. Its past stays; only an administrator from above may do it. */
export async function closeAgency(
  ledger: Ledger,
  { agencyId, actor, commandKey, version, on }: CloseAgencyCall,
): Promise<Result<null, "agency-closed" | "has-subordinates" | "is-platform" | CommonRefusal>> {
  return runCommand(ledger, { command: "close-agency", agencyId, actor, commandKey, request: { version, on } }, async (turn) => {
    const agency = await getAgency(turn.tx, agencyId);
    const above = { ...turn, agencyId: agency.parent_id ?? PLATFORM };
    if (!(await administers(turn.tx, above))) return { ok: false, refusal: "not-allowed" };
    if (agencyId === PLATFORM) return { ok: false, refusal: "is-platform" };
    const history = await turn.history(agencyStream(agencyId));
    if (history.length !== version) return { ok: false, refusal: "changed-meanwhile" };
    if (agency.closed_on !== null) return { ok: false, refusal: "agency-closed" };
    if (await hasOpenSubordinates(turn.tx, agencyId)) return { ok: false, refusal: "has-subordinates" };
    await turn.append(agencyStream(agencyId), [{ type: "agencyClosed", ...(on === undefined ? {} : { on: plainDate(on) }) }]);
    return { ok: true, value: null };
  });
}

import type { Result } from "@gongkai/statute";
import { type Actor, type CommonRefusal, type Ledger, type NewEvent, type Payload, runCommand } from "../ledger/index.ts";
import { administers } from "./duties.ts";
import { agencyStream } from "./projections.ts";
import { getAgency } from "./queries.ts";
import type { ChangeAgency } from "./schema.ts";

export interface ChangeAgencyCall extends ChangeAgency {
  readonly agencyId: number;
  readonly actor: Actor;
  readonly commandKey?: string | undefined;
}

/** Renames an organ, or changes its contact, letter mark, kind for remedies or settings; what is not given stays. */
export async function changeAgency(
  ledger: Ledger,
  { agencyId, actor, commandKey, version, ...changes }: ChangeAgencyCall,
): Promise<Result<null, "agency-closed" | CommonRefusal>> {
  const request = { version, ...changes } as Payload; // JSON by its schema
  return runCommand(ledger, { command: "change-agency", agencyId, actor, commandKey, request }, async (turn) => {
    const agency = await getAgency(turn.tx, agencyId);
    if (!(await administers(turn.tx, turn))) return { ok: false, refusal: "not-allowed" };
    const history = await turn.history(agencyStream(agencyId));
    if (history.length !== version) return { ok: false, refusal: "changed-meanwhile" };
    if (agency.closed_on !== null) return { ok: false, refusal: "agency-closed" };
    const { name, shortName, ...rest } = changes;
    const events: NewEvent[] = [];
    if (name !== undefined || shortName !== undefined) events.push({ type: "agencyRenamed", payload: { name, shortName } });
    if (Object.values(rest).some((value) => value !== undefined)) events.push({ type: "agencyChanged", payload: rest as Payload }); // JSON by its schema
    if (events.length > 0) await turn.append(agencyStream(agencyId), withFirst(history.length, agency, events));
    return { ok: true, value: null };
  });
}

/** The installation itself stands in the table by migration; its history begins when it is first changed. */
function withFirst(
  version: number,
  { code, name, short_name: shortName, kind }: { code: string; name: string; short_name: string; kind: string },
  events: readonly NewEvent[],
): readonly NewEvent[] {
  return version > 0 ? events : [{ type: "agencyAdded", payload: { code, name, shortName, kind } }, ...events];
}

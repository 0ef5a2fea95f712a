import type { Result } from "@gongkai/statute";
import { mayOpenApplicant, type Officer } from "../applications/index.ts";
import { type Ledger, runCommand } from "../ledger/index.ts";
import { mayKeepRegisters } from "./policy.ts";
import type { RegisterRefusal } from "./refusals.ts";
import { countExported } from "./export-cases.ts";

/** More than this is exported year by year. */
export const MOST_EXPORTED = 50_000;

/** Allows an export; one with identities is an opening of personal data and put on record with its reason before anything is read. */
export async function recordExport(
  ledger: Ledger,
  {
    agencyId,
    officer,
    year,
    withIdentities,
    reason,
  }: {
    readonly agencyId: number;
    readonly officer: Officer;
    readonly year?: number | undefined;
    readonly withIdentities: boolean;
    readonly reason: string;
  },
): Promise<Result<null, RegisterRefusal>> {
  return runCommand<null, RegisterRefusal>(ledger, { command: "register:export", agencyId, actor: officer.actor }, async (turn) => {
    if (!mayKeepRegisters(officer)) return { ok: false, refusal: "not-allowed" };
    if (withIdentities && officer.actor.kind === "person" && !mayOpenApplicant(officer)) return { ok: false, refusal: "not-allowed" };
    const count = await countExported(turn.tx, { agencyId, year });
    if (officer.actor.kind === "person" && count > MOST_EXPORTED) return { ok: false, refusal: "too-many-to-export" };
    const payload = { count, year: year ?? null, withIdentities, reason };
    const stream = officer.actor.kind === "person" ? { kind: "access", id: officer.actor.personId } : { kind: "access", id: SYSTEM_ACCESS };
    await turn.append(stream, [{ type: withIdentities ? "applicantsExported" : "registerExported", payload }]);
    return { ok: true, value: null };
  });
}

/** Where openings by the command line stand. */
const SYSTEM_ACCESS = "00000000-0000-4000-8000-000000000000";

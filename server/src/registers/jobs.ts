import type { Calendar, Role } from "@gongkai/statute";
import { z } from "zod";
import { type Officer, SYSTEM } from "../applications/index.ts";
import { addMinutes } from "../platform/instant.ts";
import { type Job, JobFailed } from "../platform/jobs/index.ts";
import { cancelImport, IMPORT_JOB } from "./import-steps.ts";
import { type ImportStores, regionListUnfinished } from "./import-store.ts";
import { REGISTER_REFUSALS } from "./refusals.ts";
import { runImport } from "./run-import.ts";

export interface RegisterJobNeeds extends ImportStores {
  readonly calendar: () => Calendar;
}

const Payload = z.object({ agencyId: z.int(), importId: z.uuid(), personId: z.uuid().nullable(), role: z.string().nullable() });

/** A draft holds what applicants wrote: one nobody comes back to is thrown away after a month. */
const DRAFT_MINUTES = 30 * 24 * 60;

export const REGISTER_JOBS: readonly Job<RegisterJobNeeds>[] = [
  {
    name: IMPORT_JOB,
    title: "导入或者撤销导入台账",
    run: async (payload, needs, { signal }) => {
      const { agencyId, importId, personId, role } = Payload.parse(payload);
      await work(needs, { agencyId, importId, officer: officerFor(personId, role), signal });
    },
  },
  {
    name: "registers:tidy",
    title: "清除放弃的台账导入，续做中断的导入",
    schedule: { every: "day", at: "01:40" },
    atStart: true,
    run: async (_payload, needs, { signal }) => {
      const { clock, db } = needs.ledger;
      for (const { agency_id: agencyId, import_id: importId, state, created_by } of await regionListUnfinished(
        db,
        addMinutes(clock.instant(), -DRAFT_MINUTES),
      )) {
        if (signal.aborted) return;
        if (state === "draft") await cancelImport(needs, { agencyId, importId, officer: SYSTEM });
        else await work(needs, { agencyId, importId, officer: officerFor(created_by, null), signal });
      }
    },
  },
];

async function work(
  needs: RegisterJobNeeds,
  call: { readonly agencyId: number; readonly importId: string; readonly officer: Officer; readonly signal: AbortSignal },
): Promise<void> {
  const done = await runImport(needs, { ...call, calendar: needs.calendar() });
  // Cancelled, or done by another run: there is nothing to do again.
  if (!done.ok && done.refusal !== "not-running") throw new JobFailed(REGISTER_REFUSALS[done.refusal].message);
}

/** Whoever began it. Policy was asked then, so the role that let it pass is taken as held. */
function officerFor(personId: string | null, role: string | null): Officer {
  if (personId === null) return SYSTEM;
  const actor = { kind: "person", personId, name: "", ...(role === null ? {} : { role }) } as const;
  return { actor, roles: ["registrar" satisfies Role], units: [] };
}

import type { Result, Role } from "@gongkai/statute";
import { z } from "zod";
import { type Officer, SYSTEM } from "../applications/index.ts";
import { addMinutes } from "../platform/instant.ts";
import type { RefusalWords } from "../platform/answer-refusal.ts";
import { type Job, JobFailed } from "../platform/jobs/index.ts";
import { type ImportStores, regionListUnfinished } from "./import-record.ts";
import { cancelImport, type ImportKind } from "./import-steps.ts";

const Payload = z.object({ agencyId: z.int(), importId: z.uuid(), personId: z.uuid().nullable(), role: z.string().nullable() });

/** A draft may hold personal data: one nobody comes back to is thrown away after a month. */
const DRAFT_MINUTES = 30 * 24 * 60;

export interface WorkCall {
  readonly agencyId: number;
  readonly importId: string;
  readonly officer: Officer;
  readonly signal: AbortSignal;
}

interface ImportWork<Needs, Refusal extends string> {
  /** The role policy asks for. */
  readonly role: Role;
  readonly title: string;
  readonly tidyTitle: string;
  readonly tidyAt: string;
  readonly refusals: Readonly<Record<Refusal, RefusalWords>>;
  /** Does what an import or undo has left to do. */
  readonly run: (needs: Needs, call: WorkCall) => Promise<Result<unknown, Refusal>>;
}

/** The job that imports or takes back, and the one that goes on with what was broken off and throws forgotten drafts away. */
export function importJobs<Needs extends ImportStores, Refusal extends string>(
  kind: ImportKind,
  { role, title, tidyTitle, tidyAt, refusals, run }: ImportWork<Needs, Refusal>,
): readonly Job<Needs>[] {
  const work = async (needs: Needs, call: WorkCall): Promise<void> => {
    const done = await run(needs, call);
    // Cancelled, or done by another run: there is nothing to do again.
    if (!done.ok && done.refusal !== "not-running") throw new JobFailed(refusals[done.refusal].message);
  };
  return [
    {
      name: kind.job,
      title,
      run: async (payload, needs, { signal }) => {
        const { agencyId, importId, personId, role: acting } = Payload.parse(payload);
        await work(needs, { agencyId, importId, officer: officerFor(personId, acting, role), signal });
      },
    },
    {
      name: `${kind.job.split(":")[0] ?? kind.job}:tidy`,
      title: tidyTitle,
      schedule: { every: "day", at: tidyAt },
      atStart: true,
      run: async (_payload, needs, { signal }) => {
        const { clock, db } = needs.ledger;
        const forgotten = addMinutes(clock.instant(), -DRAFT_MINUTES);
        for (const row of await regionListUnfinished(db, kind.formats, forgotten)) {
          if (signal.aborted) return;
          const which = { agencyId: row.agency_id, importId: row.import_id };
          if (row.state === "draft") await cancelImport(needs, kind, { ...which, officer: SYSTEM });
          else await work(needs, { ...which, officer: officerFor(row.created_by, null, role), signal });
        }
      },
    },
  ];
}

/** Whoever began it. Policy was asked then, so the role that let it pass is taken as held. */
function officerFor(personId: string | null, acting: string | null, held: Role): Officer {
  if (personId === null) return SYSTEM;
  const actor = { kind: "person", personId, name: "", ...(acting === null ? {} : { role: acting }) } as const;
  return { actor, roles: [held], units: [] };
}

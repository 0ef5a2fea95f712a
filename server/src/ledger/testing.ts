import { randomUUID } from "node:crypto";
import type { Result } from "@gongkai/statute";
import { stoppedClock } from "../platform/clock.ts";
import type { Database } from "../platform/database/open-database.ts";
import type { Actor } from "./event.ts";
import type { Ledger } from "./ledger.ts";
import type { Projection } from "./projection.ts";
import { type CommonRefusal, runCommand, type Turn } from "./run-command.ts";

/** A person of a made-up office. */
export const CLERK: Actor = { kind: "person", personId: "0b9c7c10-0000-4000-8000-000000000001", name: "经办人甲", role: "handler" };
export const OTHER_CLERK: Actor = { kind: "person", personId: "0b9c7c10-0000-4000-8000-000000000002", name: "经办人乙", role: "handler" };

/** Units of an office as a projection: the simplest table there is. A unit closed for good is withdrawn from it. */
export const UNITS: Projection = {
  streamKind: "unit",
  table: "unit",
  key: ["agency_id", "unit_id"],
  streamColumn: "unit_id",
  rows: (history) => {
    const [first] = history;
    const last = history.at(-1);
    if (first === undefined || last === undefined || last.type === "dissolved") return [];
    const named = history.findLast(({ payload }) => payload["name"] !== undefined);
    const closed = history.findLast(({ type }) => type === "closed");
    return [
      {
        agency_id: first.agencyId,
        unit_id: first.stream.id,
        name: named?.payload["name"],
        closed_on: closed?.on ?? null,
        version: last.version,
      },
    ];
  },
};

export interface ALedger {
  readonly now?: string;
  readonly projections?: readonly Projection[];
}

/** A ledger on a test's database, at a moment that stands still. */
export function aLedger({ db }: Pick<Database, "db">, { now = "2026-03-02T01:30:00.000Z", projections = [UNITS] }: ALedger = {}): Ledger {
  return { db, clock: stoppedClock(now), keys: { current: Buffer.alloc(32, 7), former: [] }, projections };
}

/** An organ that is in no other test's way; gives its number. */
export async function anAgency({ db }: Pick<Database, "db">): Promise<number> {
  const agencyId = await db
    .selectFrom("agency")
    .select((eb) => eb.fn.max("agency_id").as("last"))
    .executeTakeFirstOrThrow()
    .then(({ last }) => last + 1);
  await db
    .insertInto("agency")
    .values({
      agency_id: agencyId,
      code: `organ-${agencyId}`,
      name: `云溪县第${agencyId}办公室`,
      short_name: `第${agencyId}办`,
      kind: "department",
    })
    .execute();
  return agencyId;
}

export interface ARegistration {
  readonly agencyId: number;
  readonly commandKey?: string | undefined;
  readonly name?: string;
  readonly actor?: Actor;
  /** What goes wrong after everything is written. */
  readonly spoil?: (turn: Turn) => Promise<Result<never, "spoilt" | "not-allowed">>;
}

/** A command that does what commands do: a number, an event that bears it, a second event, a projection. Gives the number. */
export function register(
  ledger: Ledger,
  { agencyId, commandKey, name = "登记", actor = CLERK, spoil }: ARegistration,
): Promise<Result<string, "spoilt" | CommonRefusal>> {
  return runCommand<string, "spoilt" | "not-allowed">(
    ledger,
    { command: "register", agencyId, actor, commandKey, request: { name } },
    async (turn) => {
      const stream = { kind: "unit", id: randomUUID() };
      const number = await turn.issueNumber({ series: "unit", year: 2026, stream, print: (given) => `云登〔2026〕${given}号` });
      await turn.append(stream, [{ type: "registered", payload: { name, number } }, { type: "assigned" }]);
      if (spoil !== undefined) return spoil(turn);
      return { ok: true, value: number };
    },
  );
}

import { randomUUID } from "node:crypto";
import { plainDate, type Result } from "@gongkai/statute";
import { type Actor, type CommonRefusal, type Ledger, runCommand, type StreamName, type Turn } from "../ledger/index.ts";
import { administers } from "./duties.ts";
import { listUnits } from "./queries.ts";
import type { AddUnit, Close, RenameUnit } from "./schema.ts";

interface Call {
  readonly agencyId: number;
  readonly actor: Actor;
  readonly commandKey?: string | undefined;
}

/** Adds a division to an organ. */
export async function addUnit(
  ledger: Ledger,
  { agencyId, actor, commandKey, name }: Call & AddUnit,
): Promise<Result<{ unitId: string }, "name-taken" | CommonRefusal>> {
  return runCommand(ledger, { command: "add-unit", agencyId, actor, commandKey, request: { name } }, async (turn) => {
    if (!(await administers(turn.tx, turn))) return { ok: false, refusal: "not-allowed" };
    if (await isTaken(turn, name)) return { ok: false, refusal: "name-taken" };
    const unitId = randomUUID();
    await turn.append({ kind: "unit", id: unitId }, [{ type: "unitAdded", payload: { name } }]);
    return { ok: true, value: { unitId } };
  });
}

/** Renames a division. */
export async function renameUnit(
  ledger: Ledger,
  { agencyId, actor, commandKey, unitId, version, name }: Call & RenameUnit & { readonly unitId: string },
): Promise<Result<null, "no-such-unit" | "unit-closed" | "name-taken" | CommonRefusal>> {
  const request = { unitId, version, name };
  return runCommand(ledger, { command: "rename-unit", agencyId, actor, commandKey, request }, async (turn) => {
    const stream = { kind: "unit", id: unitId };
    const refusal = await refuseUnit(turn, stream, version);
    if (refusal !== undefined) return { ok: false, refusal };
    if (await isTaken(turn, name, unitId)) return { ok: false, refusal: "name-taken" };
    await turn.append(stream, [{ type: "unitRenamed", payload: { name } }]);
    return { ok: true, value: null };
  });
}

/** Closes a division in which nobody holds a post any more. */
export async function closeUnit(
  ledger: Ledger,
  { agencyId, actor, commandKey, unitId, version, on }: Call & Close & { readonly unitId: string },
): Promise<Result<null, "no-such-unit" | "unit-closed" | "unit-in-use" | CommonRefusal>> {
  const request = { unitId, version, on };
  return runCommand(ledger, { command: "close-unit", agencyId, actor, commandKey, request }, async (turn) => {
    const stream = { kind: "unit", id: unitId };
    const refusal = await refuseUnit(turn, stream, version);
    if (refusal !== undefined) return { ok: false, refusal };
    const posts = turn.tx.selectFrom("post").select("post_id").where("agency_id", "=", agencyId).where("unit_id", "=", unitId);
    if ((await posts.where("ended_on", "is", null).limit(1).executeTakeFirst()) !== undefined) return { ok: false, refusal: "unit-in-use" };
    await turn.append(stream, [{ type: "unitClosed", ...(on === undefined ? {} : { on: plainDate(on) }) }]);
    return { ok: true, value: null };
  });
}

async function refuseUnit(turn: Turn, stream: StreamName, version: number) {
  const history = await turn.history(stream);
  if (!(await administers(turn.tx, turn))) return "not-allowed";
  if (history.length === 0) return "no-such-unit";
  if (history.length !== version) return "changed-meanwhile";
  return history.some(({ type }) => type === "unitClosed") ? "unit-closed" : undefined;
}

async function isTaken(turn: Turn, name: string, exceptId?: string): Promise<boolean> {
  const units = await listUnits(turn.tx, turn.agencyId);
  return units.some((unit) => unit.name === name && unit.closed_on === null && unit.unit_id !== exceptId);
}

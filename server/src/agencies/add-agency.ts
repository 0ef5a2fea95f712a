import type { OrganKind, Result } from "@gongkai/statute";
import { type Actor, type CommonRefusal, type Ledger, type Payload, runCommand, type Turn } from "../ledger/index.ts";
import { administers, PLATFORM } from "./duties.ts";
import { agencyStream } from "./projections.ts";
import { findAgency, getAgency, lastAgencyId } from "./queries.ts";
import type { AddAgency } from "./schema.ts";

export interface AddAgencyCall extends AddAgency {
  /** Number of the organ above; `PLATFORM` for an organ without one. */
  readonly parentId: number;
  readonly isDemo?: boolean;
  readonly actor: Actor;
}

type Refusal = "code-taken" | "agency-closed" | CommonRefusal;

/** Two who add organs below different ones at the same moment see the same next number; the second takes the one after. */
const MOST_TRIES = 20;

/**
 * Adds an organ below another. The organ's own ledger begins with it, so two turns are taken: at the ledger of the organ
 * above it is decided whether it may be added, and its bare row is set; at its own it is then written down. Cut off in
 * between, the same call finds the bare row and goes on.
 */
export async function addAgency(ledger: Ledger, call: AddAgencyCall): Promise<Result<{ agencyId: number }, Refusal>> {
  const { actor, parentId } = call;
  for (let tries = 1; ; tries += 1) {
    const placed = await runCommand<number, Refusal | "number-taken">(
      ledger,
      { command: "add-agency", agencyId: parentId, actor },
      (turn) => placeAgency(turn, call),
    );
    if (placed.ok) {
      const agencyId = placed.value;
      const added = await runCommand(ledger, { command: "add-agency", agencyId, actor }, (turn) => writeAgency(turn, call));
      return added.ok ? { ok: true, value: { agencyId } } : added;
    }
    const { refusal } = placed;
    if (refusal !== "number-taken") return { ok: false, refusal };
    if (tries === MOST_TRIES) return { ok: false, refusal: "changed-meanwhile" };
  }
}

async function placeAgency(
  turn: Turn,
  { code, name, shortName, kind, parentId }: AddAgencyCall,
): Promise<Result<number, Refusal | "number-taken">> {
  if (!(await administers(turn.tx, turn))) return { ok: false, refusal: "not-allowed" };
  const parent = await getAgency(turn.tx, parentId);
  if (parent.closed_on !== null) return { ok: false, refusal: "agency-closed" };
  const there = await findAgency(turn.tx, code);
  if (there !== undefined) {
    const isBare = there.version === 0 && there.agency_id !== PLATFORM;
    return isBare ? { ok: true, value: there.agency_id } : { ok: false, refusal: "code-taken" };
  }
  const row = await turn.tx
    .insertInto("agency")
    .values({ agency_id: (await lastAgencyId(turn.tx)) + 1, code, name, short_name: shortName, kind })
    .onConflict((conflict) => conflict.doNothing())
    .returning("agency_id")
    .executeTakeFirst();
  return row === undefined ? { ok: false, refusal: "number-taken" } : { ok: true, value: row.agency_id };
}

async function writeAgency(turn: Turn, call: AddAgencyCall): Promise<Result<null, "code-taken">> {
  const {
    code,
    name,
    shortName,
    kind,
    parentId,
    remedyKind = usualRemedyKind(kind),
    letterMark = null,
    contact = {},
    settings = {},
  } = call;
  const stream = agencyStream(turn.agencyId);
  if ((await turn.history(stream)).length > 0) return { ok: false, refusal: "code-taken" };
  const payload: Payload = {
    code,
    name,
    shortName,
    kind,
    remedyKind,
    letterMark,
    parentId: parentId === PLATFORM ? null : parentId,
    contact,
    settings: settings as Payload, // JSON by its schema
    isDemo: call.isDemo ?? false,
  };
  await turn.append(stream, [{ type: "agencyAdded", payload }]);
  return { ok: true, value: null };
}

function usualRemedyKind(kind: AddAgency["kind"]): OrganKind {
  return kind === "government" || kind === "township" ? "government" : "department";
}

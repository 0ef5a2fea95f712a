import type { Payload, Projection, StoredEvent, StreamName } from "../ledger/index.ts";

/** The history of an organ, in its own ledger. Streams are named by UUIDs; an organ's is made of its number. */
export function agencyStream(agencyId: number): StreamName {
  return { kind: "agency", id: `00000000-0000-8000-8000-${agencyId.toString(16).padStart(12, "0")}` };
}

const agencyProjection: Projection = {
  streamKind: "agency",
  table: "agency",
  key: ["agency_id"],
  rows: (history) => {
    const [first] = history;
    if (first === undefined) return [];
    const facts = history.reduce<Payload>(applyToAgency, {});
    return [{ ...facts, agency_id: first.agencyId, version: history.length }];
  },
};

/** Payload names and the columns they fill. */
const AGENCY_COLUMNS = {
  code: "code",
  name: "name",
  shortName: "short_name",
  kind: "kind",
  remedyKind: "remedy_kind",
  letterMark: "letter_mark",
  parentId: "parent_id",
  contact: "contact",
  settings: "settings",
  isDemo: "is_demo",
} as const;

function applyToAgency(facts: Payload, { type, on, payload }: StoredEvent): Payload {
  if (type === "agencyClosed") return { ...facts, closed_on: on };
  const told = Object.entries(AGENCY_COLUMNS).flatMap(([name, column]) => {
    const value = payload[name];
    return value === undefined ? [] : [[column, value] as const];
  });
  return { ...facts, ...Object.fromEntries(told) };
}

const unitProjection: Projection = {
  streamKind: "unit",
  table: "unit",
  key: ["agency_id", "unit_id"],
  streamColumn: "unit_id",
  rows: (history) => {
    const [first] = history;
    if (first === undefined) return [];
    const name = history.findLast(({ payload }) => payload.name !== undefined)?.payload.name;
    const closed = history.find(({ type }) => type === "unitClosed");
    return [{ agency_id: first.agencyId, unit_id: first.stream.id, name, closed_on: closed?.on ?? null, version: history.length }];
  },
};

export const AGENCY_PROJECTIONS: readonly Projection[] = [agencyProjection, unitProjection];

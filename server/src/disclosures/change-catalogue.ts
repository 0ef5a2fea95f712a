import { randomUUID } from "node:crypto";
import type { Result } from "@gongkai/statute";
import { getAgency } from "../agencies/index.ts";
import type { Officer } from "../applications/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import { type Ledger, type ProjectedRow, type Projection, runCommand, type StoredEvent, type Turn } from "../ledger/index.ts";
import type { CatalogueRefusal } from "./catalogue-refusals.ts";
import { mayDo } from "./policy.ts";
import type { CatalogueEntryGiven, ChangeCatalogueEntry, EntryDone } from "./schema.ts";
import { listStatutoryNodes } from "./statutory-catalogue.ts";

/** Art. 26: no promise of an organ's own may be longer. */
const LONGEST_DAYS = 20;

interface EntryCall<Given> {
  readonly agencyId: number;
  readonly officer: Officer;
  readonly given: Given;
  readonly commandKey?: string | undefined;
}

/** Puts an entry into the organ's catalogue. */
export function addEntry(
  ledger: Ledger,
  { agencyId, officer, given, commandKey }: EntryCall<CatalogueEntryGiven>,
): Promise<Result<EntryDone, CatalogueRefusal>> {
  return runCommand<EntryDone, CatalogueRefusal>(
    ledger,
    { command: "catalogue:add", agencyId, actor: officer.actor, commandKey, request: given },
    async (turn) => {
      if (!mayDo(officer, "keepCatalogue")) return { ok: false, refusal: "not-allowed" };
      const why = await whyNotEntry(turn, given);
      if (why !== undefined) return { ok: false, refusal: why };
      return { ok: true, value: await addInTurn(turn, given) };
    },
  );
}

export async function addInTurn(turn: Turn, given: CatalogueEntryGiven): Promise<EntryDone> {
  const id = randomUUID();
  const history = await turn.append({ kind: "catalogueEntry", id }, [{ type: "added", payload: given }]);
  return { id, version: history.length };
}

/** Changes an entry; items under it keep the limit they were drafted with until they are revised. */
export function changeEntry(
  ledger: Ledger,
  { entryId, agencyId, officer, given, commandKey }: EntryCall<ChangeCatalogueEntry> & { readonly entryId: string },
): Promise<Result<EntryDone, CatalogueRefusal>> {
  const { version, ...payload } = given;
  return runCommand<EntryDone, CatalogueRefusal>(
    ledger,
    { command: "catalogue:change", agencyId, actor: officer.actor, commandKey, request: { entryId, ...given } },
    async (turn) => {
      if (!mayDo(officer, "keepCatalogue")) return { ok: false, refusal: "not-allowed" };
      const stream = { kind: "catalogueEntry", id: entryId };
      const history = await turn.history(stream);
      if (history.length === 0) return { ok: false, refusal: "not-found" };
      if (history.length !== version) return { ok: false, refusal: "changed-meanwhile" };
      if (history.some(({ type }) => type === "closed")) return { ok: false, refusal: "closed-already" };
      const why = await whyNotEntry(turn, payload);
      if (why !== undefined) return { ok: false, refusal: why };
      const whole = await turn.append(stream, [{ type: "changed", payload }]);
      return { ok: true, value: { id: entryId, version: whole.length } };
    },
  );
}

/** Closes an entry: no new items under it. */
export function closeEntry(
  ledger: Ledger,
  { entryId, agencyId, officer, given, commandKey }: EntryCall<{ readonly version: number }> & { readonly entryId: string },
): Promise<Result<EntryDone, CatalogueRefusal>> {
  return runCommand<EntryDone, CatalogueRefusal>(
    ledger,
    { command: "catalogue:close", agencyId, actor: officer.actor, commandKey, request: { entryId, ...given } },
    async (turn) => {
      if (!mayDo(officer, "keepCatalogue")) return { ok: false, refusal: "not-allowed" };
      const stream = { kind: "catalogueEntry", id: entryId };
      const history = await turn.history(stream);
      if (history.length === 0) return { ok: false, refusal: "not-found" };
      if (history.length !== given.version) return { ok: false, refusal: "changed-meanwhile" };
      if (history.some(({ type }) => type === "closed")) return { ok: false, refusal: "closed-already" };
      const whole = await turn.append(stream, [{ type: "closed" }]);
      return { ok: true, value: { id: entryId, version: whole.length } };
    },
  );
}

/** Why an entry cannot be in this organ's catalogue; undefined when it can. */
export async function whyNotEntry(
  { tx, agencyId }: { readonly tx: Queryable; readonly agencyId: number },
  given: CatalogueEntryGiven,
): Promise<"node-not-found" | "limit-too-long" | "limit-missing" | undefined> {
  const { kind } = await getAgency(tx, agencyId);
  if (!listStatutoryNodes(kind).some(({ id }) => id === given.statutory)) return "node-not-found";
  if ((given.limitKind === "workingDays") !== (given.limitDays !== null)) return "limit-missing";
  return given.limitDays !== null && given.limitDays > LONGEST_DAYS ? "limit-too-long" : undefined;
}

export const catalogueProjection: Projection = {
  streamKind: "catalogueEntry",
  table: "catalogue_entry",
  key: ["agency_id", "entry_id"],
  streamColumn: "entry_id",
  rows: projectEntry,
};

function projectEntry(history: readonly StoredEvent[]): readonly ProjectedRow[] {
  const [first] = history;
  const last = history.at(-1);
  const written = history.findLast(({ type }) => type === "added" || type === "changed");
  if (first === undefined || last === undefined || written === undefined) return [];
  const given = written.payload as unknown as CatalogueEntryGiven; // checked at the door
  return [
    {
      agency_id: first.agencyId,
      entry_id: first.stream.id,
      statutory: given.statutory,
      position: given.position,
      name: given.name,
      sub_item: given.subItem,
      content: given.content,
      basis: given.basis,
      limit_kind: given.limitKind,
      limit_days: given.limitDays,
      subject: given.subject,
      channel: given.channel,
      audience: given.audience,
      way: given.way,
      level: given.level,
      unit_id: given.unit,
      opened_on: first.on,
      closed_on: history.find(({ type }) => type === "closed")?.on ?? null,
      version: last.version,
    },
  ];
}

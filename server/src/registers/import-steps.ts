import { randomUUID } from "node:crypto";
import type { Result } from "@gongkai/statute";
import type { Officer } from "../applications/index.ts";
import { runCommand, type Turn } from "../ledger/index.ts";
import { addJob } from "../platform/jobs/index.ts";
import { guessColumns } from "./guess-columns.ts";
import {
  changeImport,
  findImport,
  hashSource,
  type ImportContent,
  type ImportRecord,
  importStream,
  type ImportStores,
  keepContent,
  openContent,
  releaseContent,
  SEALED_REGISTER,
} from "./import-store.ts";
import { type CheckOptions, checkImport } from "./check-import.ts";
import type { TakenRow } from "./imported-case.ts";
import type { ImportMapping } from "./mapping.ts";
import { mayKeepRegisters } from "./policy.ts";
import type { RegisterRefusal } from "./refusals.ts";

export const MOST_ROWS = 200_000;
export const IMPORT_JOB = "registers:import";

export interface ImportCall {
  readonly agencyId: number;
  readonly importId: string;
  readonly officer: Officer;
  /** The version the caller saw. */
  readonly version: number;
  readonly commandKey?: string | undefined;
}

type Changed = Result<{ readonly version: number }, RegisterRefusal>;

export interface NewImport {
  readonly agencyId: number;
  readonly officer: Officer;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly content: ImportContent;
  /** In place of what is guessed. */
  readonly mapping?: Partial<ImportMapping> | undefined;
}

/** How a register's columns are taken when nobody has said otherwise. */
export function guessMapping(content: ImportContent, chosen: Partial<ImportMapping> = {}): ImportMapping {
  const headings = content.format === "table" ? content.headings : [];
  return { columns: guessColumns(headings), applicantKind: null, channel: null, outcomes: {}, closeAnswered: true, ...chosen };
}

/** Takes a register in as a draft: read, its columns guessed, nothing imported yet. */
export async function createImport(
  stores: ImportStores,
  { agencyId, officer, name, bytes, content, mapping: chosen }: NewImport,
): Promise<Result<{ readonly id: string }, RegisterRefusal>> {
  const { ledger, files } = stores;
  const rowCount = content.format === "cases" ? content.values.length : content.rows.length;
  if (rowCount > MOST_ROWS) return { ok: false, refusal: "too-many-rows" };
  if (rowCount === 0) return { ok: false, refusal: "not-a-register" };
  const id = randomUUID();
  const kept = await keepContent(stores, agencyId, id, content);
  const headings = content.format === "table" ? content.headings : [];
  const mapping = guessMapping(content, chosen);
  const made = await runCommand<{ id: string }, RegisterRefusal>(
    ledger,
    { command: "register:create", agencyId, actor: officer.actor },
    async (turn) => {
      if (!mayKeepRegisters(officer)) return { ok: false, refusal: "not-allowed" };
      await turn.tx
        .insertInto("stored_file")
        .values({ agency_id: agencyId, sha256: kept.sha256, size: kept.size, media_type: SEALED_REGISTER, stored_at: turn.at })
        .execute();
      await turn.tx
        .insertInto("register_import")
        .values({
          agency_id: agencyId,
          import_id: id,
          name: name.slice(0, 200),
          format: content.format,
          state: "draft",
          source_hash: hashSource(ledger.keys.current, bytes),
          content_sha256: kept.sha256,
          mapping: JSON.stringify(mapping),
          columns: [...headings],
          row_count: rowCount,
          created_at: turn.at,
          created_by: officer.actor.kind === "person" ? officer.actor.personId : null,
          changed_at: turn.at,
        })
        .execute();
      await turn.append(importStream(id), [{ type: "registerReceived", payload: { format: content.format, rows: rowCount } }]);
      return { ok: true, value: { id } };
    },
  );
  if (!made.ok) await files.erase(kept.sha256);
  return made;
}

/** Changes how the columns are taken; nothing is imported yet. */
export function changeMapping(stores: ImportStores, call: ImportCall & { readonly mapping: ImportMapping }): Promise<Changed> {
  return step(stores, "register:map", call, async (turn, record) => {
    if (record.state !== "draft") return { ok: false, refusal: "not-a-draft" };
    if (record.format === "cases") return { ok: false, refusal: "no-mapping" };
    const used = Object.values(call.mapping.columns);
    if (new Set(used).size < used.length) return { ok: false, refusal: "column-twice" };
    await changeImport(turn, record, { mapping: JSON.stringify(call.mapping) });
    return { ok: true, value: undefined };
  });
}

/** Every row as it would be taken, without taking anything in. */
export function tryImport(
  { ledger }: Pick<ImportStores, "ledger">,
  { agencyId, bytes, content, mapping, ...on }: Omit<NewImport, "officer" | "name"> & CheckOptions,
): Promise<readonly TakenRow[]> {
  const record = {
    agency_id: agencyId,
    import_id: NONE,
    source_hash: hashSource(ledger.keys.current, bytes),
    mapping: guessMapping(content, mapping),
  };
  return checkImport(ledger.db, record, content, on);
}

const NONE = "00000000-0000-0000-0000-000000000000";

/** Begins to import the rows nothing is wrong with. `queued: false`: the caller does the work itself. */
export async function startImport(stores: ImportStores, call: ImportCall & CheckOptions & { readonly queued: boolean }): Promise<Changed> {
  // Looking through the rows takes long; the version holds the draft to what was seen.
  const draft = await findImport(stores.ledger.db, call.agencyId, call.importId);
  const content = draft === undefined || draft.state !== "draft" ? undefined : await openContent(stores, draft);
  const rows = draft === undefined || content === undefined ? [] : await checkImport(stores.ledger.db, draft, content, call);
  return step(stores, "register:start", call, async (turn, record) => {
    if (record.state !== "draft" || content === undefined) return { ok: false, refusal: "not-a-draft" };
    const good = rows.filter(({ taken }) => taken !== undefined).length;
    if (good === 0) return { ok: false, refusal: "nothing-to-import" };
    await changeImport(turn, record, { state: "running", last_problem: null });
    await turn.append(importStream(record.import_id), [{ type: "importBegun", payload: { rows: record.row_count, good } }]);
    return queue(turn, record, call);
  });
}

/** Stops an import. What was imported up to now stays; an undo takes it back. */
export function cancelImport(stores: ImportStores, call: Omit<ImportCall, "version">): Promise<Changed> {
  return step(stores, "register:cancel", call, async (turn, record) => {
    if (record.state !== "running" && record.state !== "draft") return { ok: false, refusal: "not-running" };
    await changeImport(turn, record, { state: record.imported > 0 ? "cancelled" : "withdrawn" });
    await turn.append(importStream(record.import_id), [{ type: "importCancelled", payload: { imported: record.imported } }]);
    await releaseContent(turn.tx, record, turn.at);
    return { ok: true, value: undefined };
  });
}

/** Takes an import back whole; refused when something was done since to any of its cases. */
export function undoImport(stores: ImportStores, call: ImportCall & { readonly queued: boolean }): Promise<Changed> {
  return step(stores, "register:undo", call, async (turn, record) => {
    if (record.state !== "finished" && record.state !== "cancelled") return { ok: false, refusal: "not-ended" };
    if (await hasMoved(turn, record)) return { ok: false, refusal: "changed-since" };
    await changeImport(turn, record, { state: "withdrawing", done_rows: 0 });
    await turn.append(importStream(record.import_id), [{ type: "undoBegun" }]);
    return queue(turn, record, call);
  });
}

/** Ends an import that has gone through all its rows. */
export function finishImport(stores: ImportStores, call: Omit<ImportCall, "version">): Promise<Changed> {
  return step(stores, "register:finish", call, async (turn, record) => {
    if (record.state !== "running") return { ok: false, refusal: "not-running" };
    await changeImport(turn, record, { state: "finished" });
    await turn.append(importStream(record.import_id), [
      { type: "importFinished", payload: { imported: record.imported, refused: record.refused } },
    ]);
    await releaseContent(turn.tx, record, turn.at);
    return { ok: true, value: undefined };
  });
}

async function hasMoved({ tx, agencyId }: Turn, { import_id }: ImportRecord): Promise<boolean> {
  const moved = await tx
    .selectFrom("register_import_row as r")
    .innerJoin("event as e", (join) =>
      join.onRef("e.agency_id", "=", "r.agency_id").onRef("e.stream_kind", "=", "r.stream_kind").onRef("e.stream_id", "=", "r.stream_id"),
    )
    .select("r.row_number")
    .where("r.agency_id", "=", agencyId)
    .where("r.import_id", "=", import_id)
    .whereRef("e.stream_version", ">", "r.version")
    .limit(1)
    .executeTakeFirst();
  return moved !== undefined;
}

/** One step of an import: load, allow, the version the caller saw, and after the commit the content erased that is not needed. */
async function step(
  { ledger, files }: ImportStores,
  command: string,
  { agencyId, importId, officer, version, commandKey }: Omit<ImportCall, "version"> & { readonly version?: number },
  act: (turn: Turn, record: ImportRecord) => Promise<Result<void, RegisterRefusal>>,
): Promise<Changed> {
  let released: string | null = null;
  const done = await runCommand<{ version: number }, RegisterRefusal>(
    ledger,
    { command, agencyId, actor: officer.actor, commandKey, request: { importId, version } },
    async (turn) => {
      if (!mayKeepRegisters(officer)) return { ok: false, refusal: "not-allowed" };
      const record = await findImport(turn.tx, agencyId, importId);
      if (record === undefined) return { ok: false, refusal: "not-found" };
      if (version !== undefined && record.version !== version) return { ok: false, refusal: "changed-meanwhile" };
      const acted = await act(turn, record);
      if (!acted.ok) return acted;
      const after = await findImport(turn.tx, agencyId, importId);
      if (record.content_sha256 !== null && after?.content_sha256 === null) released = record.content_sha256;
      return { ok: true, value: { version: after?.version ?? record.version } };
    },
  );
  if (done.ok && released !== null) await files.erase(released);
  return done;
}

async function queue(
  turn: Turn,
  { agency_id, import_id }: ImportRecord,
  { officer, queued }: { readonly officer: Officer; readonly queued: boolean },
): Promise<Result<void, RegisterRefusal>> {
  if (!queued) return { ok: true, value: undefined };
  const personId = officer.actor.kind === "person" ? officer.actor.personId : null;
  const payload = {
    agencyId: agency_id,
    importId: import_id,
    personId,
    role: officer.actor.kind === "person" ? (officer.actor.role ?? null) : null,
  };
  const isQueued = await addJob(turn.tx, { name: IMPORT_JOB, payload, key: `${IMPORT_JOB}:${import_id}`, queue: `registers:${agency_id}` });
  return isQueued ? { ok: true, value: undefined } : { ok: false, refusal: "queue-missing" };
}

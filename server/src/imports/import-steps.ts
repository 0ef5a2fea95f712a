import { randomUUID } from "node:crypto";
import type { Result } from "@gongkai/statute";
import type { Officer } from "../applications/index.ts";
import { type Payload, runCommand, type Turn } from "../ledger/index.ts";
import { addJob } from "../platform/jobs/index.ts";
import {
  changeImport,
  findImportRecord,
  type Formats,
  hashSource,
  type ImportFormat,
  type ImportRecord,
  importStream,
  type ImportStores,
  keepContent,
  regionListUsers,
  releaseContent,
  SEALED_REGISTER,
} from "./import-record.ts";
import type { ImportRefusal } from "./refusals.ts";

/** Steps in which something is taken in, or back, against those that only prepare it. */
export type ImportStep = "create" | "map" | "start" | "cancel" | "undo" | "finish";

/** What tells one kind of import from another. */
export interface ImportKind {
  readonly formats: Formats;
  /** Begins the names of its commands. */
  readonly name: string;
  readonly job: string;
  readonly may: (officer: Officer, step: ImportStep) => boolean;
  /** An undo leaves those that were gone on with where they are; otherwise it is refused whole. */
  readonly keepsMoved: boolean;
}

export interface ImportCall {
  readonly agencyId: number;
  readonly importId: string;
  readonly officer: Officer;
  /** The version the caller saw; undefined when only the state matters. */
  readonly version?: number | undefined;
  readonly commandKey?: string | undefined;
}

export type Changed<Refusal extends string = never> = Result<{ readonly version: number }, Refusal | ImportRefusal>;

export interface NewDraft {
  readonly agencyId: number;
  readonly officer: Officer;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly format: ImportFormat;
  readonly content: unknown;
  readonly mapping: unknown;
  readonly headings: readonly string[];
  readonly rowCount: number;
  /** The archive that came along, in the file store already. */
  readonly package?: { readonly sha256: string; readonly size: number } | undefined;
}

/** Takes a file in as a draft: read, its columns guessed, nothing imported yet. */
export async function createDraft(
  stores: ImportStores,
  kind: ImportKind,
  { agencyId, officer, name, bytes, format, content, mapping, headings, rowCount, package: archive }: NewDraft,
): Promise<Result<{ readonly id: string }, ImportRefusal>> {
  const { ledger, files } = stores;
  const id = randomUUID();
  const kept = await keepContent(stores, agencyId, id, content);
  const made = await runCommand<{ id: string }, ImportRefusal>(
    ledger,
    { command: `${kind.name}:create`, agencyId, actor: officer.actor },
    async (turn) => {
      if (!kind.may(officer, "create")) return { ok: false, refusal: "not-allowed" };
      const stored = { agency_id: agencyId, stored_at: turn.at };
      await turn.tx
        .insertInto("stored_file")
        .values({ ...stored, ...kept, media_type: SEALED_REGISTER })
        .execute();
      if (archive !== undefined)
        await turn.tx
          .insertInto("stored_file")
          .values({ ...stored, ...archive, media_type: "application/zip" })
          .onConflict((conflict) => conflict.columns(["agency_id", "sha256"]).doUpdateSet({ erased_at: null }))
          .execute();
      await turn.tx
        .insertInto("register_import")
        .values({
          agency_id: agencyId,
          import_id: id,
          name: name.slice(0, 200),
          format,
          state: "draft",
          source_hash: hashSource(ledger.keys.current, bytes),
          content_sha256: kept.sha256,
          package_sha256: archive?.sha256 ?? null,
          mapping: JSON.stringify(mapping),
          columns: [...headings],
          row_count: rowCount,
          created_at: turn.at,
          created_by: officer.actor.kind === "person" ? officer.actor.personId : null,
          changed_at: turn.at,
        })
        .execute();
      await turn.append(importStream(id), [{ type: "registerReceived", payload: { format, rows: rowCount } }]);
      return { ok: true, value: { id } };
    },
  );
  if (!made.ok)
    for (const { sha256 } of archive === undefined ? [kept] : [kept, archive])
      if ((await regionListUsers(ledger.db, sha256)).length === 0) await files.erase(sha256);
  return made;
}

/** Begins the work on a draft, of which so many rows are good. `queued: false`: the caller does the work itself. */
export async function beginImport(
  { turn, record, kind }: StepTurn,
  {
    officer,
    queued,
    good,
    more = {},
    payload = {},
  }: {
    readonly officer: Officer;
    readonly queued: boolean;
    readonly good: number;
    /** More to be kept with the import. */
    readonly more?: Readonly<Record<string, string>>;
    /** More to be said in the event. */
    readonly payload?: Payload;
  },
): Promise<Result<void, ImportRefusal>> {
  if (record.state !== "draft") return { ok: false, refusal: "not-a-draft" };
  if (good === 0) return { ok: false, refusal: "nothing-to-import" };
  await changeImport(turn, record, { state: "running", last_problem: null, ...more });
  await turn.append(importStream(record.import_id), [{ type: "importBegun", payload: { rows: record.row_count, good, ...payload } }]);
  return queue(turn, kind, record, { officer, queued });
}

/** Stops an import. What was imported up to now stays; an undo takes it back. */
export function cancelImport(stores: ImportStores, kind: ImportKind, call: Omit<ImportCall, "version">): Promise<Changed> {
  return stepImport(stores, kind, "cancel", call, async ({ turn, record }) => {
    if (record.state !== "running" && record.state !== "draft") return { ok: false, refusal: "not-running" };
    await changeImport(turn, record, { state: record.imported > 0 ? "cancelled" : "withdrawn" });
    await turn.append(importStream(record.import_id), [{ type: "importCancelled", payload: { imported: record.imported } }]);
    await releaseContent(turn.tx, record, turn.at);
    return { ok: true, value: undefined };
  });
}

/** Takes an import back. */
export function undoImport(stores: ImportStores, kind: ImportKind, call: ImportCall & { readonly queued: boolean }): Promise<Changed> {
  return stepImport(stores, kind, "undo", call, async ({ turn, record }) => {
    if (record.state !== "finished" && record.state !== "cancelled") return { ok: false, refusal: "not-ended" };
    if (!kind.keepsMoved && (await hasMoved(turn, record))) return { ok: false, refusal: "changed-since" };
    await changeImport(turn, record, { state: "withdrawing", done_rows: 0 });
    await turn.append(importStream(record.import_id), [{ type: "undoBegun" }]);
    return queue(turn, kind, record, call);
  });
}

/** Ends an import that has gone through all its rows. */
export function finishImport(stores: ImportStores, kind: ImportKind, call: Omit<ImportCall, "version">): Promise<Changed> {
  return stepImport(stores, kind, "finish", call, async ({ turn, record }) => {
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

export interface StepTurn {
  readonly turn: Turn;
  readonly record: ImportRecord;
  readonly kind: ImportKind;
}

/** One step of an import: load, allow, the version the caller saw, and after the commit the content erased that is not needed. */
export async function stepImport<Refusal extends string = never>(
  { ledger, files }: ImportStores,
  kind: ImportKind,
  step: ImportStep,
  { agencyId, importId, officer, version, commandKey }: ImportCall,
  act: (now: StepTurn) => Promise<Result<void, Refusal | ImportRefusal>>,
): Promise<Changed<Refusal>> {
  let released: readonly string[] = [];
  const done = await runCommand<{ version: number }, Refusal | ImportRefusal>(
    ledger,
    { command: `${kind.name}:${step}`, agencyId, actor: officer.actor, commandKey, request: { importId, version } },
    async (turn) => {
      if (!kind.may(officer, step)) return { ok: false, refusal: "not-allowed" };
      const record = await findImportRecord(turn.tx, kind.formats, agencyId, importId);
      if (record === undefined) return { ok: false, refusal: "not-found" };
      if (version !== undefined && record.version !== version) return { ok: false, refusal: "changed-meanwhile" };
      const acted = await act({ turn, record, kind });
      if (!acted.ok) return acted;
      const after = await findImportRecord(turn.tx, kind.formats, agencyId, importId);
      if (after?.content_sha256 === null) released = [record.content_sha256, record.package_sha256].filter((sha256) => sha256 !== null);
      return { ok: true, value: { version: after?.version ?? record.version } };
    },
  );
  if (!done.ok) return done;
  for (const sha256 of released) if ((await regionListUsers(ledger.db, sha256)).length === 0) await files.erase(sha256);
  return done;
}

async function queue(
  turn: Turn,
  { job }: ImportKind,
  { agency_id, import_id }: Pick<ImportRecord, "agency_id" | "import_id">,
  { officer, queued }: { readonly officer: Officer; readonly queued: boolean },
): Promise<Result<void, ImportRefusal>> {
  if (!queued) return { ok: true, value: undefined };
  const { actor } = officer;
  const [personId, role] = actor.kind === "person" ? [actor.personId, actor.role ?? null] : [null, null];
  const payload = { agencyId: agency_id, importId: import_id, personId, role };
  const isQueued = await addJob(turn.tx, { name: job, payload, key: `${job}:${import_id}`, queue: `registers:${agency_id}` });
  return isQueued ? { ok: true, value: undefined } : { ok: false, refusal: "queue-missing" };
}

import type { Result } from "@gongkai/statute";
import type { Officer } from "../applications/index.ts";
import {
  beginImport,
  cancelImport as cancelAny,
  changeImport,
  createDraft,
  finishImport as finishAny,
  guessColumns,
  hashSource,
  type ImportCall as AnyCall,
  type ImportStores,
  stepImport,
  undoImport as undoAny,
} from "../imports/index.ts";
import { type CheckOptions, checkImport } from "./check-import.ts";
import { FIELDS } from "./fields.ts";
import { findImport, type ImportContent, openContent, REGISTERS } from "./import-store.ts";
import type { TakenRow } from "./imported-case.ts";
import type { ImportMapping } from "./mapping.ts";
import type { RegisterRefusal } from "./refusals.ts";

export const MOST_ROWS = 200_000;

export interface ImportCall extends AnyCall {
  /** The version the caller saw. */
  readonly version: number;
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
  return { columns: guessColumns(FIELDS, headings), applicantKind: null, channel: null, outcomes: {}, closeAnswered: true, ...chosen };
}

/** Takes a register in as a draft: read, its columns guessed, nothing imported yet. */
export async function createImport(
  stores: ImportStores,
  { agencyId, officer, name, bytes, content, mapping: chosen }: NewImport,
): Promise<Result<{ readonly id: string }, RegisterRefusal>> {
  const rowCount = content.format === "cases" ? content.values.length : content.rows.length;
  if (rowCount > MOST_ROWS) return { ok: false, refusal: "too-many-rows" };
  if (rowCount === 0) return { ok: false, refusal: "not-a-register" };
  const headings = content.format === "table" ? content.headings : [];
  const { format } = content;
  return createDraft(stores, REGISTERS, {
    agencyId,
    officer,
    name,
    bytes,
    format,
    content,
    mapping: guessMapping(content, chosen),
    headings,
    rowCount,
  });
}

/** Changes how the columns are taken; nothing is imported yet. */
export function changeMapping(stores: ImportStores, call: ImportCall & { readonly mapping: ImportMapping }): Promise<Changed> {
  return stepImport<RegisterRefusal>(stores, REGISTERS, "map", call, async ({ turn, record }) => {
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
  return stepImport(stores, REGISTERS, "start", call, async (now) => {
    if (content === undefined) return { ok: false, refusal: "not-a-draft" };
    return beginImport(now, { ...call, good: rows.filter(({ taken }) => taken !== undefined).length });
  });
}

/** Stops an import. What was imported up to now stays; an undo takes it back. */
export function cancelImport(stores: ImportStores, call: Omit<ImportCall, "version">): Promise<Changed> {
  return cancelAny(stores, REGISTERS, call);
}

/** Takes an import back whole; refused when something was done since to any of its cases. */
export function undoImport(stores: ImportStores, call: ImportCall & { readonly queued: boolean }): Promise<Changed> {
  return undoAny(stores, REGISTERS, call);
}

/** Ends an import that has gone through all its rows. */
export function finishImport(stores: ImportStores, call: Omit<ImportCall, "version">): Promise<Changed> {
  return finishAny(stores, REGISTERS, call);
}

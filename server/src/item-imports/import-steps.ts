import type { PlainDate, Result } from "@gongkai/statute";
import type { Officer } from "../applications/index.ts";
import {
  beginImport,
  changeImport,
  createDraft,
  findImportRecord,
  guessColumns,
  hashSource,
  type ImportCall,
  type ImportStores,
  stepImport,
} from "../imports/index.ts";
import { type Checked, checkImport } from "./check-import.ts";
import { ITEM_FIELDS } from "./fields.ts";
import { ITEM_IMPORTS, mappingOf, openContent } from "./item-import.ts";
import type { ItemMapping } from "./mapping.ts";
import type { HandedIn, ItemContent } from "./package.ts";
import type { ItemImportRefusal } from "./refusals.ts";

export const MOST_ITEMS = 30_000;

type Changed = Result<{ readonly version: number }, ItemImportRefusal>;

export interface NewItemImport extends HandedIn {
  readonly agencyId: number;
  readonly officer: Officer;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How the columns are taken when nobody has said otherwise. */
export function guessItemMapping({ headings }: Pick<ItemContent, "headings">): ItemMapping {
  return { columns: guessColumns(ITEM_FIELDS, headings), entry: null, entries: {}, genre: null };
}

/** Takes a register of items in as a draft: read, its columns guessed, nothing public yet. */
export async function createItemImport(
  stores: ImportStores,
  { agencyId, officer, name, bytes, content, archive }: NewItemImport,
): Promise<Result<{ readonly id: string }, ItemImportRefusal>> {
  const rowCount = content.rows.length;
  if (rowCount > MOST_ITEMS) return { ok: false, refusal: "too-many-rows" };
  if (rowCount === 0) return { ok: false, refusal: "not-a-register" };
  const { headings } = content;
  const draft = {
    agencyId,
    officer,
    name,
    bytes,
    format: "items" as const,
    content,
    mapping: guessItemMapping(content),
    headings,
    rowCount,
  };
  if (archive === undefined) return createDraft(stores, ITEM_IMPORTS, draft);
  const sha256 = await stores.files.keep(archive);
  return createDraft(stores, ITEM_IMPORTS, { ...draft, package: { sha256, size: archive.length } });
}

/** Changes how the columns are taken; nothing is public yet. */
export function changeItemMapping(stores: ImportStores, call: ImportCall & { readonly mapping: ItemMapping }): Promise<Changed> {
  return stepImport(stores, ITEM_IMPORTS, "map", call, async ({ turn, record }) => {
    if (record.state !== "draft") return { ok: false, refusal: "not-a-draft" };
    const used = Object.values(call.mapping.columns);
    if (new Set(used).size < used.length) return { ok: false, refusal: "column-twice" };
    await changeImport(turn, record, { mapping: JSON.stringify(call.mapping) });
    return { ok: true, value: undefined };
  });
}

/** Every row as it would be taken, without taking anything in. */
export function tryItemImport(
  { ledger }: Pick<ImportStores, "ledger">,
  { agencyId, bytes, content, today }: Omit<NewItemImport, "officer" | "name" | "archive"> & { readonly today: PlainDate },
): Promise<Checked> {
  const record = { agency_id: agencyId, import_id: NONE, source_hash: hashSource(ledger.keys.current, bytes) };
  return checkImport(ledger.db, record, content, { mapping: guessItemMapping(content), today });
}

const NONE = "00000000-0000-0000-0000-000000000000";

export interface StartCall extends ImportCall {
  readonly today: PlainDate;
  /** How the items were reviewed when they were first published: the head of the office answers for it. */
  readonly review: string;
  /** False: the caller does the work itself. */
  readonly queued: boolean;
}

/** Begins to take over the rows nothing is wrong with. */
export async function startItemImport(stores: ImportStores, call: StartCall): Promise<Changed> {
  // Looking through the rows takes long; the version holds the draft to what was seen.
  const draft = await findImportRecord(stores.ledger.db, ITEM_IMPORTS.formats, call.agencyId, call.importId);
  const content = draft === undefined || draft.state !== "draft" ? undefined : await openContent(stores, draft);
  const rows =
    draft === undefined || content === undefined
      ? []
      : (await checkImport(stores.ledger.db, draft, content, { mapping: mappingOf(draft), today: call.today })).rows;
  return stepImport(stores, ITEM_IMPORTS, "start", call, async (now) => {
    if (content === undefined) return { ok: false, refusal: "not-a-draft" };
    const good = rows.filter(({ item }) => item !== undefined).length;
    return beginImport(now, { ...call, good, more: { statement: call.review }, payload: { review: call.review } });
  });
}

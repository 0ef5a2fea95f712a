import { openArchive, type ReaderPool } from "@gongkai/document/read";
import { plainDate, type Result } from "@gongkai/statute";
import { getAgency } from "../agencies/index.ts";
import type { Officer } from "../applications/index.ts";
import { listMisprints } from "../disclosures/index.ts";
import { finishImport, findImportRecord, type ImportRecord, type ImportStores, takeBackImport } from "../imports/index.ts";
import { checkImport } from "./check-import.ts";
import { ITEM_IMPORTS, mappingOf, openContent } from "./item-import.ts";
import { prepareItems } from "./prepare-items.ts";
import type { ItemImportRefusal } from "./refusals.ts";
import { takeItems, withdrawItems } from "./take-items.ts";

/** Items written in one transaction: others at the organ wait no longer than that takes. */
const CHUNK = 100;

export interface ItemImportStores extends ImportStores {
  readonly readers: Pick<ReaderPool, "read">;
}

export interface RunItemsCall {
  readonly agencyId: number;
  readonly importId: string;
  /** In whose name the items are taken over. */
  readonly officer: Officer;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
}

/** Does what an import or undo has left to do, chunk by chunk; cancelled or stopped, it leaves whole chunks behind. */
export async function runItemImport(stores: ItemImportStores, call: RunItemsCall): Promise<Result<ImportRecord, ItemImportRefusal>> {
  const { agencyId, importId, officer, signal } = call;
  const find = () => findImportRecord(stores.ledger.db, ITEM_IMPORTS.formats, agencyId, importId);
  const record = await find();
  if (record === undefined) return { ok: false, refusal: "not-found" };
  const isUndo = record.state === "withdrawing";
  const done = isUndo ? await takeBackImport(stores, ITEM_IMPORTS, call, withdrawItems) : await takeRows(stores, call, record);
  if (!done.ok) return done;
  if (!isUndo && signal?.aborted !== true) {
    const finished = await finishImport(stores, ITEM_IMPORTS, { agencyId, importId, officer });
    if (!finished.ok) return finished;
  }
  return { ok: true, value: (await find()) ?? record };
}

async function takeRows(
  stores: ItemImportStores,
  { agencyId, importId, officer, signal, onProgress }: RunItemsCall,
  record: ImportRecord,
): Promise<Result<void, ItemImportRefusal>> {
  if (record.state !== "running") return { ok: false, refusal: "not-running" };
  const content = await openContent(stores, record);
  if (content === undefined) return { ok: false, refusal: "not-running" };
  const { ledger, files, readers } = stores;
  const packed = record.package_sha256 === null ? undefined : await files.find(record.package_sha256);
  const archive = packed === undefined ? undefined : openArchive(packed);
  if (archive?.ok === false) return { ok: false, refusal: "unreadable" };
  const { rows, entries } = await checkImport(ledger.db, record, content, {
    mapping: mappingOf(record),
    today: plainDate(ledger.clock.today()),
  });
  const misprints = await listMisprints(ledger.db, agencyId);
  const { name: agencyName } = await getAgency(ledger.db, agencyId);
  const preparing = { files, readers, archive, entries, misprints, agencyName };
  const prepare = async (from: number) => prepareItems(rows.slice(from, from + CHUNK), preparing);
  let prepared = prepare(record.done_rows);
  for (let from = record.done_rows; from < rows.length; from += CHUNK) {
    if (signal?.aborted === true) return { ok: true, value: undefined }; // the next start of the server goes on
    const chunk = await prepared;
    prepared = prepare(from + CHUNK); // while the database writes this one
    prepared.catch(() => {}); // told when it is waited for
    const taken = await takeItems(ledger, { agencyId, importId, officer, from, rows: chunk });
    if (!taken.ok) return taken;
    onProgress?.(from + chunk.length, rows.length);
  }
  return { ok: true, value: undefined };
}

import type { Calendar, Result } from "@gongkai/statute";
import { plainDate } from "@gongkai/statute";
import type { Officer } from "../applications/index.ts";
import { checkImport } from "./check-import.ts";
import { importCases } from "./import-cases.ts";
import { finishImport } from "./import-steps.ts";
import { type ImportStores, takeBackImport } from "../imports/index.ts";
import { findImport, type ImportRecord, openContent, REGISTERS } from "./import-store.ts";
import type { RegisterRefusal } from "./refusals.ts";
import { withdrawCases } from "./withdraw-cases.ts";

/** Cases written in one transaction: others at the organ wait no longer than that takes. */
const CHUNK = 100;

export interface RunCall {
  readonly agencyId: number;
  readonly importId: string;
  /** In whose name the cases are written. */
  readonly officer: Officer;
  readonly calendar: Calendar;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, of: number) => void;
}

/** Does what an import or undo has left to do, chunk by chunk; cancelled or stopped, it leaves whole chunks behind. */
export async function runImport(stores: ImportStores, call: RunCall): Promise<Result<ImportRecord, RegisterRefusal>> {
  const { agencyId, importId, officer } = call;
  const { db } = stores.ledger;
  const record = await findImport(db, agencyId, importId);
  if (record === undefined) return { ok: false, refusal: "not-found" };
  const done =
    record.state === "withdrawing" ? await takeBackImport(stores, REGISTERS, call, withdrawCases) : await writeRows(stores, call, record);
  if (!done.ok) return done;
  if (record.state === "running" && call.signal?.aborted !== true) {
    const finished = await finishImport(stores, { agencyId, importId, officer });
    if (!finished.ok) return finished;
  }
  return { ok: true, value: (await findImport(db, agencyId, importId)) ?? record };
}

async function writeRows(
  stores: ImportStores,
  { agencyId, importId, officer, calendar, signal, onProgress }: RunCall,
  record: ImportRecord,
): Promise<Result<void, RegisterRefusal>> {
  if (record.state !== "running") return { ok: false, refusal: "not-running" };
  const content = await openContent(stores, record);
  if (content === undefined) return { ok: false, refusal: "not-running" };
  const { ledger } = stores;
  const rows = await checkImport(ledger.db, record, content, { today: plainDate(ledger.clock.today()), calendar });
  for (let from = record.done_rows; from < rows.length; from += CHUNK) {
    if (signal?.aborted === true) return { ok: true, value: undefined }; // the next start of the server goes on
    const chunk = rows.slice(from, from + CHUNK);
    const cases = chunk.flatMap(({ row, taken }) => (taken === undefined ? [] : [{ row, taken }]));
    const written = await importCases(ledger, { agencyId, importId, actor: officer.actor, from, length: chunk.length, cases });
    if (!written.ok) return written;
    onProgress?.(from + chunk.length, rows.length);
  }
  return { ok: true, value: undefined };
}

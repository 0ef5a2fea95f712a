import type { Result } from "@gongkai/statute";
import type { Selectable } from "kysely";
import type { Officer } from "../applications/index.ts";
import { runCommand, type Turn } from "../ledger/index.ts";
import type { RegisterImportRowRow } from "../platform/database/row-types.ts";
import { changeImport, findImportRecord, importStream, type ImportStores } from "./import-record.ts";
import type { ImportKind } from "./import-steps.ts";
import type { ImportRefusal } from "./refusals.ts";

export type ImportedRow = Selectable<RegisterImportRowRow>;

/** Takes what some rows became back; gives the numbers of the rows it did so with. What was gone on with since stays. */
export type TakeBack = (turn: Turn, importId: string, rows: readonly ImportedRow[]) => Promise<readonly number[]>;

export interface TakeBackCall {
  readonly agencyId: number;
  readonly importId: string;
  readonly officer: Officer;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
}

/** Rows of one transaction: others at the organ wait no longer than that takes. */
const CHUNK = 100;

/** Takes an import back chunk by chunk. */
export async function takeBackImport(
  { ledger }: Pick<ImportStores, "ledger">,
  kind: ImportKind,
  { agencyId, importId, officer, signal, onProgress }: TakeBackCall,
  takeBack: TakeBack,
): Promise<Result<void, ImportRefusal>> {
  for (let done = 0; signal?.aborted !== true;) {
    const chunk = await runCommand<{ left: boolean; done: number; of: number }, ImportRefusal>(
      ledger,
      { command: `${kind.name}:take-back`, agencyId, actor: officer.actor },
      async (turn) => {
        const record = await findImportRecord(turn.tx, kind.formats, agencyId, importId);
        if (record?.state !== "withdrawing") return { ok: false, refusal: "not-running" };
        const rows = await turn.tx
          .selectFrom("register_import_row")
          .selectAll()
          .where("agency_id", "=", agencyId)
          .where("import_id", "=", importId)
          .where("row_number", ">", record.done_rows)
          .orderBy("row_number")
          .limit(CHUNK)
          .execute();
        const taken = rows.length === 0 ? [] : await takeBack(turn, importId, rows);
        if (taken.length > 0)
          await turn.tx
            .deleteFrom("register_import_row")
            .where("agency_id", "=", agencyId)
            .where("import_id", "=", importId)
            .where("row_number", "in", taken)
            .execute();
        const left = rows.length === CHUNK;
        const imported = record.imported - taken.length;
        const withdrawn = record.withdrawn + taken.length;
        await changeImport(turn, record, {
          state: left ? "withdrawing" : imported === 0 ? "withdrawn" : "cancelled",
          imported,
          withdrawn,
          done_rows: rows.at(-1)?.row_number ?? record.done_rows,
        });
        if (!left) await turn.append(importStream(importId), [{ type: "importUndone", payload: { withdrawn, kept: imported } }]);
        return { ok: true, value: { left, done: rows.length, of: record.imported + record.withdrawn } };
      },
    );
    if (!chunk.ok) return chunk;
    onProgress?.((done += chunk.value.done), chunk.value.of);
    if (!chunk.value.left) break;
  }
  return { ok: true, value: undefined };
}

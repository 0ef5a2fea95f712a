import type { Result } from "@gongkai/statute";
import { mayDo, takeBackItems, takeOverItems } from "../disclosures/index.ts";
import { findImportRecord, importStream, type TakeBack } from "../imports/index.ts";
import { type Ledger, runCommand } from "../ledger/index.ts";
import type { Officer } from "../applications/index.ts";
import { listTaken, refuseTwice } from "./check-import.ts";
import { ITEM_IMPORTS } from "./item-import.ts";
import type { PreparedRow } from "./prepare-items.ts";
import type { ItemImportRefusal } from "./refusals.ts";

export interface TakeCall {
  readonly agencyId: number;
  readonly importId: string;
  readonly officer: Officer;
  /** Rows gone through before this chunk: a chunk that was written already is not written again. */
  readonly from: number;
  readonly rows: readonly PreparedRow[];
}

/** Writes a chunk of a register of items, and beside it the rows that were left out. */
export function takeItems(
  ledger: Ledger,
  { agencyId, importId, officer, from, rows }: TakeCall,
): Promise<Result<{ readonly taken: number }, ItemImportRefusal>> {
  return runCommand<{ taken: number }, ItemImportRefusal>(
    ledger,
    { command: "item-import:take", agencyId, actor: officer.actor },
    async (turn) => {
      if (!mayDo(officer, "takeOver")) return { ok: false, refusal: "not-allowed" };
      const record = await findImportRecord(turn.tx, ITEM_IMPORTS.formats, agencyId, importId);
      if (record === undefined) return { ok: false, refusal: "not-found" };
      if (record.state !== "running" || record.done_rows !== from) return { ok: false, refusal: "not-running" };
      // Someone may have published under one of the numbers since the check.
      const checked = refuseTwice(
        rows.map(({ row }) => row),
        await listTaken(
          turn.tx,
          agencyId,
          rows.map(({ row }) => row),
        ),
      );
      const items = rows.flatMap(({ item }, index) => (item === undefined || checked[index]?.item === undefined ? [] : [item]));
      const { taken, continued } = await takeOverItems(turn, ledger.keys, { importId, review: record.statement ?? "", items });
      const which = { agency_id: agencyId, import_id: importId };
      if (taken.length > 0) {
        await turn.tx
          .insertInto("register_import_row")
          .values(
            taken.map(({ row, id, version, outcome }) => ({
              ...which,
              row_number: row,
              stream_kind: "item",
              stream_id: id,
              version,
              outcome,
            })),
          )
          .execute();
        await turn.append(importStream(importId), [
          { type: "itemsTakenOver", payload: { from, taken: taken.length, continued: continued.map((one) => ({ ...one })) } },
        ]);
      }
      const refused = checked.filter(({ item }) => item === undefined);
      if (refused.length > 0)
        await turn.tx
          .insertInto("register_import_refusal")
          .values(
            refused.map(({ row, cells, problems }) => ({
              ...which,
              row_number: row,
              cells: [...cells],
              problems: JSON.stringify(problems),
            })),
          )
          .execute();
      const drafts = taken.filter(({ outcome }) => outcome === "draft").length;
      await turn.tx
        .updateTable("register_import")
        .set((eb) => ({
          done_rows: eb("done_rows", "+", rows.length),
          imported: eb("imported", "+", taken.length),
          drafts: eb("drafts", "+", drafts),
          refused: eb("refused", "+", refused.length),
          changed_at: turn.at,
        }))
        .where("agency_id", "=", agencyId)
        .where("import_id", "=", importId)
        .execute();
      return { ok: true, value: { taken: taken.length } };
    },
  );
}

/** Takes items of an import back that nothing has happened to since. */
export const withdrawItems: TakeBack = async (turn, importId, rows) => {
  const items = rows.map(({ stream_id: id, version }) => ({ id, version }));
  const gone = new Set(await takeBackItems(turn, { importId, items }));
  return rows.flatMap(({ stream_id, row_number }) => (gone.has(stream_id) ? [row_number] : []));
};

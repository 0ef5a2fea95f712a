import type { Result } from "@gongkai/statute";
import type { Officer } from "../applications/index.ts";
import { eraseSealed, runCommand } from "../ledger/index.ts";
import { changeImport, findImport, importStream, type ImportStores } from "./import-store.ts";
import type { RegisterRefusal } from "./refusals.ts";

export interface WithdrawCall {
  readonly agencyId: number;
  readonly importId: string;
  readonly officer: Officer;
  /** Cases of one transaction. */
  readonly atMost: number;
}

/** Takes so many cases of an import back: the projections drop them, who applied is erased; their numbers are not given again. */
export function withdrawCases(
  { ledger }: ImportStores,
  { agencyId, importId, officer, atMost }: WithdrawCall,
): Promise<Result<{ readonly left: boolean }, RegisterRefusal>> {
  return runCommand<{ left: boolean }, RegisterRefusal>(
    ledger,
    { command: "register:withdraw-cases", agencyId, actor: officer.actor },
    async (turn) => {
      const record = await findImport(turn.tx, agencyId, importId);
      if (record?.state !== "withdrawing") return { ok: false, refusal: "not-running" };
      const rows = await turn.tx
        .selectFrom("register_import_row")
        .selectAll()
        .where("agency_id", "=", agencyId)
        .where("import_id", "=", importId)
        .where("row_number", ">", record.done_rows)
        .orderBy("row_number")
        .limit(atMost)
        .execute();
      let withdrawn = 0;
      for (const { stream_kind: kind, stream_id: id, version, row_number } of rows) {
        const history = await turn.history({ kind, id });
        if (history.length !== version) continue; // someone went on with it since the undo began: it stays
        await turn.append({ kind, id }, [{ type: "importWithdrawn", payload: { import: importId } }]);
        const sealedId = history[0]?.payload["applicant"];
        if (kind === "application") {
          await turn.tx.deleteFrom("application_request").where("agency_id", "=", agencyId).where("application_id", "=", id).execute();
          if (typeof sealedId === "string") await eraseSealed(turn.tx, agencyId, sealedId, turn.at);
        }
        await turn.tx
          .deleteFrom("register_import_row")
          .where("agency_id", "=", agencyId)
          .where("import_id", "=", importId)
          .where("row_number", "=", row_number)
          .execute();
        withdrawn += 1;
      }
      const last = rows.at(-1);
      const left = rows.length === atMost;
      const imported = record.imported - withdrawn;
      const state = left ? "withdrawing" : imported === 0 ? "withdrawn" : "cancelled";
      await changeImport(turn, record, {
        state,
        imported,
        withdrawn: record.withdrawn + withdrawn,
        done_rows: last?.row_number ?? record.done_rows,
      });
      if (!left)
        await turn.append(importStream(importId), [
          { type: "importUndone", payload: { withdrawn: record.withdrawn + withdrawn, kept: imported } },
        ]);
      return { ok: true, value: { left } };
    },
  );
}

import { eraseSealed } from "../ledger/index.ts";
import type { TakeBack } from "../imports/index.ts";

/** Takes cases of an import back: the projections drop them, who applied is erased; their numbers are not given again. */
export const withdrawCases: TakeBack = async (turn, importId, rows) => {
  const withdrawn: number[] = [];
  for (const { stream_kind: kind, stream_id: id, version, row_number: row } of rows) {
    const history = await turn.history({ kind, id });
    if (history.length !== version) continue; // someone went on with it since the undo began: it stays
    await turn.append({ kind, id }, [{ type: "importWithdrawn", payload: { import: importId } }]);
    const sealedId = history[0]?.payload["applicant"];
    if (kind === "application") {
      await turn.tx.deleteFrom("application_request").where("agency_id", "=", turn.agencyId).where("application_id", "=", id).execute();
      if (typeof sealedId === "string") await eraseSealed(turn.tx, turn.agencyId, sealedId, turn.at);
    }
    withdrawn.push(row);
  }
  return withdrawn;
};

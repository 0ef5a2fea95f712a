import type { Turn } from "../ledger/index.ts";

/** Whether every file an officer names was handed in to this organ: an event never names a file that nobody can open. */
export async function areKnown(turn: Turn, documents: readonly string[]): Promise<boolean> {
  if (documents.length === 0) return true;
  const known = await turn.tx
    .selectFrom("attachment")
    .select("sha256")
    .where("agency_id", "=", turn.agencyId)
    .where("sha256", "in", documents)
    .execute();
  return known.length === new Set(documents).size;
}

import type { ActHook } from "../applications/index.ts";

/** When a case that was opened again by a decision is answered, the duty the decision laid down is done. */
export const closeRedo: ActHook = async ({ turn, act, applicationId, details }) => {
  if (act !== "sign" && act !== "answerOnSpot") return { ok: true, value: {} };
  const owed = await turn.tx
    .selectFrom("remedy")
    .select("remedy_id")
    .where("agency_id", "=", turn.agencyId)
    .where("application_id", "=", applicationId)
    .where("redo_due_on", "is not", null)
    .where("redone_on", "is", null)
    .execute();
  for (const { remedy_id: id } of owed) {
    await turn.append({ kind: "remedy", id }, [{ type: "redone", on: details.on ?? turn.today, payload: { application: applicationId } }]);
  }
  return { ok: true, value: {} };
};

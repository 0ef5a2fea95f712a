import type { OutcomeCode, Result } from "@gongkai/statute";
import type { StoredEvent, Turn } from "../ledger/index.ts";
import { RELEASING_OUTCOMES } from "./choices.ts";

/** How far a file is on its way to the applicant. Of a draft that was returned the files may be handed in again. */
export type ReleaseStage = "returned" | "drafted" | "signed" | "served";

export interface Released {
  readonly sha256: string;
  readonly stage: ReleaseStage;
}

/** The files that answers give to the applicant: with the draft they are reviewed, signed with the answer, and the applicant's once it is served. */
export function listReleased(history: readonly StoredEvent[]): readonly Released[] {
  let draft: readonly Released[] = [];
  let answered: readonly Released[] = [];
  for (const { type, payload } of history) {
    const named = Array.isArray(payload["released"]) ? payload["released"].map(String) : [];
    const at = (stage: ReleaseStage) => named.map((sha256) => ({ sha256, stage }));
    if (type === "drafted") draft = at("drafted");
    else if (type === "returned") draft = draft.map((one) => ({ ...one, stage: "returned" as const }));
    else if (type === "replied") {
      draft = [];
      answered = [...answered.filter(({ sha256 }) => !named.includes(sha256)), ...at("signed")];
    } else if (type === "delivered") answered = answered.map((one) => ({ ...one, stage: "served" as const }));
  }
  return [...answered, ...draft.filter(({ sha256 }) => !answered.some((one) => one.sha256 === sha256))];
}

export type ReleaseRefusal = "release-without-grant" | "release-not-ours";

/** Whether these files may go with this answer: it gives information, and they are the office's own. */
export async function checkRelease(
  { tx, agencyId }: Turn,
  outcome: OutcomeCode | undefined,
  released: readonly string[],
): Promise<Result<readonly string[], ReleaseRefusal>> {
  if (released.length === 0) return { ok: true, value: [] };
  if (outcome === undefined || !RELEASING_OUTCOMES.includes(outcome)) return { ok: false, refusal: "release-without-grant" };
  const theirs = await tx
    .selectFrom("attachment")
    .select("sha256")
    .where("agency_id", "=", agencyId)
    .where("sha256", "in", released)
    .where("belongs_to", "<>", "office")
    .executeTakeFirst();
  return theirs === undefined ? { ok: true, value: [...new Set(released)] } : { ok: false, refusal: "release-not-ours" };
}

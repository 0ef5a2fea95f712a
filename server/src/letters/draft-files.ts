import type { Result } from "@gongkai/statute";
import { RELEASING_OUTCOMES } from "../applications/index.ts";
import type { Turn } from "../ledger/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import type { LetterKind } from "./letter-kind.ts";
import { type LetterRecord, listOfficeFiles } from "./queries.ts";
import type { DraftFiles } from "./schema.ts";

/** Files chosen for a draft, by their SHA-256. */
export interface ChosenFiles {
  /** For the applicant. */
  readonly released: readonly string[];
  /** For the case alone. */
  readonly documents: readonly string[];
}

/**
 * Whether a draft may keep these files: taken in before, the office's own (an applicant's that no act takes up are erased), and
 * none for the applicant where the answer gives nothing.
 */
export async function checkChosen(
  { tx, agencyId }: Turn,
  { outcome }: LetterKind,
  { released, documents }: ChosenFiles,
): Promise<Result<null, "file-unknown" | "release-without-grant">> {
  if (released.length > 0 && (outcome === undefined || !RELEASING_OUTCOMES.includes(outcome)))
    return { ok: false, refusal: "release-without-grant" };
  const chosen = new Set([...released, ...documents]);
  const known = await listOfficeFiles(tx, agencyId, [...chosen]);
  return known.length === chosen.size ? { ok: true, value: null } : { ok: false, refusal: "file-unknown" };
}

/** The files a draft keeps, in the order in which they were chosen; null when none were ever chosen for it, or it was handed in. */
export async function openDraftFiles(db: Queryable, { agency_id, released, documents }: LetterRecord): Promise<DraftFiles | null> {
  if (released === null || documents === null) return null;
  const rows = await listOfficeFiles(db, agency_id, [...released, ...documents]);
  const known = new Map(rows.map((row) => [row.sha256, row]));
  const present = (names: readonly string[]) => names.flatMap((sha256) => known.get(sha256) ?? []);
  return { released: present(released), documents: present(documents) };
}

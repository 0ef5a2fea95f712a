import { z } from "zod";
import { openSealed, type SealingKeys } from "../ledger/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import { isFieldName } from "./letter-fields.ts";
import type { FieldValues } from "./letter-facts.ts";
import type { LetterRecord } from "./queries.ts";

export const DRAFT_PURPOSE = "letter-draft";

/** A draft's fields are sealed as a whole: nobody has to tell which of them are personal. The row names the seal. */
export function sealedIdOf(fields: unknown): string | undefined {
  const parsed = z.object({ sealed: z.uuid() }).safeParse(fields);
  return parsed.success ? parsed.data.sealed : undefined;
}

/** What was filled in; nothing when it was erased. */
export async function openDraftFields(
  db: Queryable,
  keys: SealingKeys,
  { agency_id: agencyId, fields }: LetterRecord,
): Promise<FieldValues> {
  const sealedId = sealedIdOf(fields);
  const opened = sealedId === undefined ? {} : await openSealed(db, keys, { agencyId, sealedId, purpose: DRAFT_PURPOSE });
  const parsed = z.record(z.string(), z.string()).safeParse(opened);
  return parsed.success ? Object.fromEntries(Object.entries(parsed.data).filter(([name]) => isFieldName(name))) : {};
}

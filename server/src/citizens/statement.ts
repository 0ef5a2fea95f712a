import { randomUUID } from "node:crypto";
import type { Turn } from "../ledger/index.ts";
import { type KeptFile, writeFile } from "./keep-file.ts";
import type { StatementKind } from "./statement-words.ts";

export interface NewStatement {
  readonly applicationId: string;
  readonly kind: StatementKind;
  readonly text: string;
  readonly files: readonly KeptFile[];
}

/** Keeps words and files of a citizen under seal; the event of the act names them by id and hash. */
export async function writeStatement(
  turn: Turn,
  { applicationId, kind, text, files }: NewStatement,
): Promise<{ readonly id: string; readonly documents: readonly string[] }> {
  const { tx, agencyId, at, today } = turn;
  const id = randomUUID();
  const sealedText = await turn.seal({ purpose: "statement", content: text });
  await tx
    .insertInto("citizen_statement")
    .values({
      agency_id: agencyId,
      statement_id: id,
      application_id: applicationId,
      kind,
      sealed_text: sealedText,
      given_on: today,
      given_at: at,
    })
    .execute();
  for (const file of files) await writeFile(tx, (sealing) => turn.seal(sealing), file, { at, applicationId, statementId: id });
  return { id, documents: files.map(({ sha256 }) => sha256) };
}

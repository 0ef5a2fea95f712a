import { z } from "zod";
import type { Queryable } from "../platform/database/open-database.ts";
import type { Projection } from "../ledger/index.ts";
import { type LetterTemplate, ownTemplate } from "./compose-letter.ts";
import type { LetterKind } from "./letter-kind.ts";
import { findLetterKind } from "./letter-kinds.ts";
import { findTemplateRow, listTemplateRows } from "./queries.ts";

/** What is kept of a version: a wording, or that ours holds again. */
const TemplateContent = z.union([
  z.object({ title: z.string(), lines: z.array(z.string()).readonly() }),
  z.object({ isReset: z.literal(true) }),
]);

/** The wording in force: the organ's newest, or ours. */
export async function findTemplate(db: Queryable, agencyId: number, kind: LetterKind): Promise<LetterTemplate> {
  const row = await findTemplateRow(db, agencyId, kind.kind);
  return row === undefined ? ownTemplate(kind) : toTemplate(kind, row.version, row.content);
}

/** The organ's own wordings in force, by kind. */
export async function listTemplates(db: Queryable, agencyId: number): Promise<ReadonlyMap<string, LetterTemplate>> {
  const rows = await listTemplateRows(db, agencyId);
  const newest = rows.filter((row, index) => rows[index - 1]?.kind !== row.kind); // of each kind the newest comes first
  return new Map(
    newest.flatMap((row) => {
      const kind = findLetterKind(row.kind);
      return kind === undefined ? [] : [[row.kind, toTemplate(kind, row.version, row.content)] as const];
    }),
  );
}

export function toTemplate(kind: LetterKind, version: number, content: unknown): LetterTemplate {
  const parsed = TemplateContent.parse(content);
  return "isReset" in parsed ? { ...ownTemplate(kind), version } : { version, ...parsed };
}

/** The table `letter_template`: every version of an organ's wordings. Who writes for the public is no secret, so they stand in the events. */
export const templateProjection: Projection = {
  streamKind: "letterTemplate",
  table: "letter_template",
  key: ["agency_id", "kind", "version"],
  rows: (history) =>
    history.map(({ agencyId, version, payload, recordedAt, actor }) => ({
      agency_id: agencyId,
      kind: payload["kind"],
      version,
      content: payload["content"],
      changed_at: recordedAt,
      changed_by: actor.id,
    })),
};

export const LETTER_PROJECTIONS: readonly Projection[] = [templateProjection];

import { listReleased } from "../applications/index.ts";
import { readHistory } from "../ledger/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import { FILE_KINDS } from "./file-kinds.ts";
import { CaseFile } from "./schema.ts";

/**
 * Files that officers put to a case, in the order in which its events named them. Names of applicants' files stay sealed: they
 * are told by kind only. Letters are no attachments and are listed by their own slice.
 */
export async function listCaseFiles(
  db: Queryable,
  { agencyId, applicationId }: { readonly agencyId: number; readonly applicationId: string },
): Promise<readonly CaseFile[]> {
  const history = await readHistory(db, agencyId, { kind: "application", id: applicationId });
  const named = history.flatMap((event) => event.documents.map((sha256) => ({ sha256, event })));
  if (named.length === 0) return [];
  const rows = await db
    .selectFrom("attachment as a")
    .leftJoin("person as p", "p.person_id", "a.added_by")
    .leftJoin("stored_file as s", (join) => join.onRef("s.agency_id", "=", "a.agency_id").onRef("s.sha256", "=", "a.sha256"))
    .select(["a.sha256", "a.belongs_to", "a.name", "a.media_type", "a.size", "a.findings", "p.name as added_by", "s.erased_at"])
    .where("a.agency_id", "=", agencyId)
    .where(
      "a.sha256",
      "in",
      named.map(({ sha256 }) => sha256),
    )
    .execute();
  const known = new Map(rows.map((row) => [row.sha256, row]));
  const stages = new Map(listReleased(history).map(({ sha256, stage }) => [sha256, stage]));
  const seen = new Set<string>();
  return named.flatMap(({ sha256, event }): readonly CaseFile[] => {
    const row = known.get(sha256);
    if (row === undefined || seen.has(sha256)) return [];
    seen.add(sha256);
    const kind = FILE_KINDS[row.media_type]?.label ?? row.media_type;
    return [
      {
        sha256,
        name: row.name ?? `申请人的材料（${kind}）`,
        kind,
        size: row.size,
        belongsTo: row.belongs_to === "applicant" ? "applicant" : "office",
        findings: CaseFile.shape.findings.catch([]).parse(row.findings),
        addedOn: event.on,
        addedBy: row.added_by,
        isErased: row.erased_at !== null,
        released: stages.get(sha256) ?? null,
      },
    ];
  });
}

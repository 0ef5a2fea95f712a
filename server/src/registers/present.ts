import { APPLICANT_KIND_WORDS, type Calendar, foldCase, getOutcome, type PlainDate, STATE_WORDS } from "@gongkai/statute";
import { maskName } from "../applications/index.ts";
import { FIELD_NAMES, FIELDS } from "./fields.ts";
import type { ImportRecord } from "./import-store.ts";
import type { TakenRow } from "./imported-case.ts";
import type { RegisterImport, RegisterImportPage } from "./schema.ts";

export function presentImport(record: ImportRecord, names: ReadonlyMap<string, string>): RegisterImport {
  return {
    id: record.import_id,
    name: record.name,
    format: record.format,
    state: record.state,
    rowCount: record.row_count,
    doneRows: record.done_rows,
    imported: record.imported,
    refused: record.refused,
    withdrawn: record.withdrawn,
    lastProblem: record.last_problem,
    createdAt: record.created_at,
    createdBy: record.created_by === null ? null : (names.get(record.created_by) ?? null),
    version: record.version,
  };
}

const SHOWN_ROWS = 20;
const SHOWN_PROBLEMS = 500;

type Preview = NonNullable<RegisterImportPage["preview"]>;

/** The first rows as they would be taken, the applicant masked as in lists, and what is wrong with which row. */
export function presentPreview(rows: readonly TakenRow[], on: { readonly today: PlainDate; readonly calendar: Calendar }): Preview {
  const good = rows.filter(({ taken }) => taken !== undefined);
  return {
    good: good.length,
    bad: rows.length - good.length,
    rows: good.slice(0, SHOWN_ROWS).map((row) => presentRow(row, on)),
    problems: rows.flatMap(({ row, problems }) => problems.map((problem) => ({ row, ...problem }))).slice(0, SHOWN_PROBLEMS),
  };
}

function presentRow(
  { row, taken, remarks }: TakenRow,
  on: { readonly today: PlainDate; readonly calendar: Calendar },
): Preview["rows"][number] {
  const base = { row, number: taken?.number ?? null, remarks: [...remarks] };
  if (taken?.kind !== "application") {
    const filed = taken?.file.events[0]?.on ?? null;
    return { ...base, applicant: "", applicantKind: null, receivedOn: filed, title: "复议诉讼案件", state: "", outcome: null };
  }
  const { receivedOn, state, outcome } = foldCase(taken.file, on);
  return {
    ...base,
    applicant: taken.applicant.name === undefined ? "（未载明）" : maskName({ kind: taken.applicant.kind, name: taken.applicant.name }),
    applicantKind: APPLICANT_KIND_WORDS[taken.applicant.kind],
    receivedOn,
    title: taken.request.title,
    state: STATE_WORDS[state],
    outcome: outcome === null ? null : getOutcome(outcome).label,
  };
}

export const IMPORT_FIELDS = FIELD_NAMES.map((name) => ({ name, label: FIELDS[name].label }));

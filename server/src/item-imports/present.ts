import { screenWords } from "../disclosures/index.ts";
import type { ImportRecord } from "../imports/index.ts";
import type { Misprint } from "../screening/index.ts";
import { escapeText } from "../screening/index.ts";
import { ITEM_FIELD_NAMES, ITEM_FIELDS } from "./fields.ts";
import type { ItemImport, ItemImportPage } from "./schema.ts";
import type { CheckedRow } from "./taken-row.ts";

export function presentItemImport(record: ImportRecord, names: ReadonlyMap<string, string>): ItemImport {
  return {
    id: record.import_id,
    name: record.name,
    state: record.state,
    rowCount: record.row_count,
    doneRows: record.done_rows,
    imported: record.imported,
    drafts: record.drafts,
    refused: record.refused,
    withdrawn: record.withdrawn,
    files: record.package_sha256 !== null,
    review: record.statement,
    createdAt: record.created_at,
    createdBy: record.created_by === null ? null : (names.get(record.created_by) ?? null),
    version: record.version,
  };
}

const SHOWN_ROWS = 20;
const SHOWN_PROBLEMS = 500;
/** Screening every row takes as long as the work itself; the first ones tell what to expect. */
const SCREENED_ROWS = 100;

/** The first rows as they would be taken, what is wrong with which row, and how many of the first screening would hold back. */
export function presentPreview(
  rows: readonly CheckedRow[],
  { entryLabel, misprints }: { readonly entryLabel: (id: string) => string; readonly misprints: readonly Misprint[] },
): NonNullable<ItemImportPage["preview"]> {
  const good = rows.flatMap(({ row, item, remarks }) => (item === undefined ? [] : [{ row, item, remarks }]));
  const screened = good.slice(0, SCREENED_ROWS);
  return {
    good: good.length,
    bad: rows.length - good.length,
    screened: screened.length,
    found: screened.filter(({ item: { fields, text } }) =>
      screenWords({ fields, publisher: fields.publisher }, `<p>${escapeText(text)}</p>`, misprints).some(
        ({ severity }) => severity === "block",
      ),
    ).length,
    rows: good.slice(0, SHOWN_ROWS).map(({ row, item, remarks }) => ({
      row,
      title: item.fields.title,
      indexNumber: item.indexNumber === "" ? null : item.indexNumber,
      documentNumber: item.fields.documentNumber,
      publishedOn: item.publishedOn,
      entry: entryLabel(item.fields.entry),
      genre: item.fields.genre,
      text:
        item.textFile ??
        item.text
          .replaceAll(/<[^>]*>|\s+/g, " ")
          .trim()
          .slice(0, 60),
      attachments: item.attachments.length,
      remarks: [...remarks],
    })),
    problems: rows.flatMap(({ row, problems }) => problems.map((problem) => ({ row, ...problem }))).slice(0, SHOWN_PROBLEMS),
  };
}

export const ITEM_IMPORT_FIELDS = ITEM_FIELD_NAMES.map((name) => ({ name, label: ITEM_FIELDS[name].label }));

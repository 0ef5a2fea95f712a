import { setImmediate } from "node:timers/promises";
import type { PlainDate } from "@gongkai/statute";
import { sql } from "kysely";
import { addressKey, listTakenIndexNumbers } from "../disclosures/index.ts";
import { findSameFile, type ImportRecord } from "../imports/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import { addMinutes } from "../platform/instant.ts";
import { type KnownEntries, loadEntries } from "./known-entries.ts";
import type { ItemMapping } from "./mapping.ts";
import { fileFinder, type ItemContent } from "./package.ts";
import { takeRow } from "./take-row.ts";
import type { CheckedRow } from "./taken-row.ts";

/** Rows worked on before others get their turn. */
const AT_ONE_GO = 200;

export interface Checked {
  readonly rows: readonly CheckedRow[];
  readonly entries: KnownEntries;
}

/** Every row as it would be taken, with all that is wrong: with the row, between rows, and beside what the organ has. Files are not opened. */
export async function checkImport(
  db: Queryable,
  record: Pick<ImportRecord, "agency_id" | "import_id" | "source_hash">,
  content: ItemContent,
  { mapping, today }: { readonly mapping: ItemMapping; readonly today: PlainDate },
): Promise<Checked> {
  const entries = await loadEntries(db, record.agency_id);
  const options = { mapping, headings: content.headings, today, entries, findFile: fileFinder(content.files) };
  const rows: CheckedRow[] = [];
  for (const [index, { row, cells }] of content.rows.entries()) {
    if (index % AT_ONE_GO === 0) await setImmediate();
    rows.push(takeRow(row, cells, options));
  }
  const same = await findSameFile(db, record);
  if (same !== undefined) {
    const message = `同一文件已于${addMinutes(same.created_at, 8 * 60).slice(0, 10)}移入过，不能重复移入；需要重新移入的，请先撤销那一次。`;
    return { entries, rows: rows.map((row) => refuseRow(row, { at: "", found: "", message })) };
  }
  return { entries, rows: refuseTwice(rows, await listTaken(db, record.agency_id, rows)) };
}

/** What tells an item from others: its old index number and its old address. */
export interface TakenMarks {
  readonly numbers: ReadonlySet<string>;
  readonly addresses: ReadonlySet<string>;
}

/** Which of the rows' numbers and addresses items of the organ bear already. */
export async function listTaken(db: Queryable, agencyId: number, rows: readonly CheckedRow[]): Promise<TakenMarks> {
  const items = rows.flatMap(({ item }) => (item === undefined ? [] : [item]));
  const numbers = items.map(({ indexNumber }) => indexNumber).filter((number) => number !== "");
  const keys = items.map(({ address }) => addressKey(address)).filter((key) => key !== null);
  const found =
    keys.length === 0
      ? []
      : await db
          .selectFrom("published_item")
          .select("origin_key")
          .where("agency_id", "=", agencyId)
          .where(sql<boolean>`origin_key = any(${keys}::text[])`)
          .execute();
  return {
    numbers: await listTakenIndexNumbers(db, agencyId, numbers),
    addresses: new Set(found.flatMap(({ origin_key: key }) => (key === null ? [] : [key]))),
  };
}

/** Refuses rows whose number or address is there already, or stands in a row above. */
export function refuseTwice(rows: readonly CheckedRow[], taken: TakenMarks): readonly CheckedRow[] {
  const numbers = new Map<string, number>();
  const addresses = new Map<string, number>();
  return rows.map((row) => {
    if (row.item === undefined) return row;
    const { indexNumber, address } = row.item;
    const key = addressKey(address);
    const sameNumber = indexNumber === "" ? undefined : numbers.get(indexNumber);
    const sameAddress = key === null ? undefined : addresses.get(key);
    if (indexNumber !== "" && sameNumber === undefined) numbers.set(indexNumber, row.row);
    if (key !== null && sameAddress === undefined) addresses.set(key, row.row);
    if (taken.numbers.has(indexNumber))
      return refuseRow(row, { at: "索引号", found: indexNumber, message: "这一索引号的信息已在系统中，不能重复移入。" });
    if (sameNumber !== undefined) return refuseRow(row, { at: "索引号", found: indexNumber, message: `索引号与第${sameNumber}行相同。` });
    if (key !== null && taken.addresses.has(key))
      return refuseRow(row, { at: "原网址", found: address, message: "这一网址的信息已在系统中，不能重复移入。" });
    if (sameAddress !== undefined) return refuseRow(row, { at: "原网址", found: address, message: `原网址与第${sameAddress}行相同。` });
    return row;
  });
}

export function refuseRow(row: CheckedRow, problem: CheckedRow["problems"][number]): CheckedRow {
  return { ...row, item: undefined, problems: [...row.problems, problem] };
}

import { setImmediate } from "node:timers/promises";
import { type Calendar, type PlainDate } from "@gongkai/statute";
import { sql } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";
import { addMinutes } from "../platform/instant.ts";
import { findSameFile } from "../imports/index.ts";
import type { ImportContent, ImportRecord } from "./import-store.ts";
import type { TakenRow } from "./imported-case.ts";
import { takeCase } from "./take-case.ts";
import { takeRow } from "./take-row.ts";

/** Rows worked on before others get their turn. */
const AT_ONE_GO = 500;

export interface CheckOptions {
  readonly today: PlainDate;
  readonly calendar: Calendar;
}

export type CheckedImport = Pick<ImportRecord, "agency_id" | "import_id" | "source_hash" | "mapping">;

/** Every row as it would be taken, with all that is wrong: with the row, between rows, and beside what the organ has. */
export async function checkImport(
  db: Queryable,
  record: CheckedImport,
  content: ImportContent,
  options: CheckOptions,
): Promise<readonly TakenRow[]> {
  const agency = await db
    .selectFrom("agency")
    .select(["name", "short_name", "code"])
    .where("agency_id", "=", record.agency_id)
    .executeTakeFirstOrThrow();
  const agencyNames = [agency.name, agency.short_name, agency.code];
  const rows: TakenRow[] = [];
  const count = content.format === "cases" ? content.values.length : content.rows.length;
  for (let index = 0; index < count; index += 1) {
    if (index % AT_ONE_GO === 0) await setImmediate();
    if (content.format === "cases") rows.push(takeCase(index + 1, content.values[index], { today: options.today, agencyNames }));
    else {
      const { row = index + 1, cells = [] } = content.rows[index] ?? {};
      rows.push(takeRow(row, cells, { mapping: record.mapping, headings: content.headings, ...options }));
    }
  }
  const same = await findSameFile(db, record);
  if (same !== undefined) {
    const message = `同一文件已于${inShanghai(same.created_at)}导入过，不能重复导入；需要重新导入的，请先撤销那一次。`;
    return rows.map((row) => ({ ...row, taken: undefined, problems: [...row.problems, { at: "", found: "", message }] }));
  }
  return refuseTaken(rows, await listTakenNumbers(db, record.agency_id, numbersOf(rows)));
}

function numbersOf(rows: readonly TakenRow[]): readonly string[] {
  return rows.flatMap(({ taken }) => (taken?.kind === "application" && taken.number !== null ? [taken.number] : []));
}

/** Which of these numbers cases of the organ bear already. */
export async function listTakenNumbers(db: Queryable, agencyId: number, numbers: readonly string[]): Promise<ReadonlySet<string>> {
  if (numbers.length === 0) return new Set();
  const rows = await db
    .selectFrom("application")
    .select("number")
    .where("agency_id", "=", agencyId)
    .where(sql<boolean>`number = any(${numbers}::text[])`)
    .execute();
  return new Set(rows.flatMap(({ number }) => (number === null ? [] : [number])));
}

function refuseTaken(rows: readonly TakenRow[], taken: ReadonlySet<string>): readonly TakenRow[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    if (row.taken?.kind !== "application" || row.taken.number === null) return row;
    const { number } = row.taken;
    const before = seen.get(number);
    if (before === undefined) seen.set(number, row.row);
    const message = taken.has(number)
      ? "这一编号的申请已在系统中，不能重复导入。"
      : before === undefined
        ? undefined
        : `编号与第${before}行相同。`;
    return message === undefined ? row : { ...row, taken: undefined, problems: [...row.problems, { at: "编号", found: number, message }] };
  });
}

function inShanghai(instant: string): string {
  return addMinutes(instant, 8 * 60).slice(0, 10);
}

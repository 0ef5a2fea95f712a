import { type Edition, editionOfYear, tallyCases, officialCalendar } from "@gongkai/statute";
import { sql } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";

/** Cells of tables 3 and 4 by key. */
export type CaseCells = Readonly<Record<string, number>>;

interface CountedRow {
  readonly agency_id: number;
  readonly applicant_kind: string;
  /** Received in the year; else carried in. */
  readonly is_new: boolean;
  /** Row of its result; null while it is carried out. */
  readonly row: string | null;
  readonly count: number;
}

interface CountedRemedy {
  readonly agency_id: number;
  readonly kind: string;
  readonly result: string;
  readonly count: number;
}

/** Tables 3 and 4 of a year as the organ's cases make them. Equal to statute's `tallyCases` over the same cases. */
export async function countTables(
  db: Queryable,
  agencyId: number,
  year: number,
  edition: Edition = editionOfYear(year),
): Promise<CaseCells> {
  const counted = await countByAgency(db, [agencyId], year, edition);
  return counted.get(agencyId) ?? emptyCells(edition);
}

/** Tables 3 and 4 of a year for many organs at once. Regional: a question to several organs by name. */
export async function regionCountTables(
  db: Queryable,
  agencyIds: readonly number[],
  year: number,
  edition: Edition = editionOfYear(year),
): Promise<ReadonlyMap<number, CaseCells>> {
  return countByAgency(db, agencyIds, year, edition);
}

async function countByAgency(
  db: Queryable,
  agencyIds: readonly number[],
  year: number,
  edition: Edition,
): Promise<ReadonlyMap<number, CaseCells>> {
  const [rows, remedies] = await Promise.all([countRows(db, agencyIds, year, edition), countRemedies(db, agencyIds, year)]);
  const empty = emptyCells(edition);
  const tables = new Map(agencyIds.map((agencyId) => [agencyId, { ...empty } as Record<string, number>]));
  for (const { agency_id, is_new: isNew, row, applicant_kind, count } of rows) {
    const cells = tables.get(agency_id);
    if (cells === undefined) continue;
    // Each application stands once as new or carried in, and once by its result or as carried out.
    for (const counted of [isNew ? "new" : "carriedIn", ...(row === null ? ["carriedOut"] : [row, "total"])]) {
      for (const column of [applicant_kind, "total"]) add(cells, `t3.${counted}.${column}`, count);
    }
  }
  for (const { agency_id, kind, result, count } of remedies) {
    const cells = tables.get(agency_id);
    if (cells === undefined) continue;
    for (const column of [result, "total"]) add(cells, `t4.${kind}.${column}`, count);
  }
  return tables;
}

/**
 * Applications of the year by what they count as. What was dealt with in it or later, and what still is not, are two ranges of
 * one index that holds all this counts (`application_by_year`): years gone by cost nothing.
 */
async function countRows(db: Queryable, agencyIds: readonly number[], year: number, edition: Edition): Promise<readonly CountedRow[]> {
  const result = sql.ref(edition === "2019" ? "row_2019" : "row_2021");
  const { rows } = await sql<CountedRow>`
    select agency_id, applicant_kind, is_new, row, count(*) as count
    from (
      select agency_id, applicant_kind, received_year = ${year} as is_new, case when counted_year = ${year} then ${result} end as row
      from application where agency_id = any(${agencyIds}::int[]) and counted_year >= ${year} and received_year <= ${year}
      union all
      select agency_id, applicant_kind, received_year = ${year}, null
      from application where agency_id = any(${agencyIds}::int[]) and counted_year is null and received_year <= ${year}
    ) as standing
    group by 1, 2, 3, 4`.execute(db);
  return rows;
}

/** What was concluded in the year, and what was pending at its end. */
async function countRemedies(db: Queryable, agencyIds: readonly number[], year: number): Promise<readonly CountedRemedy[]> {
  const { rows } = await sql<CountedRemedy>`
    select agency_id, kind, case when decided_year = ${year} then result else 'pending' end as result, count(*) as count
    from remedy
    where agency_id = any(${agencyIds}::int[]) and filed_year <= ${year} and (decided_year is null or decided_year >= ${year})
    group by 1, 2, 3`.execute(db);
  return rows;
}

/** Every cell of the two tables, each 0. */
function emptyCells(edition: Edition): CaseCells {
  return tallyCases([], edition === "2019" ? 2020 : 2021, edition, { calendar: officialCalendar() }).cells;
}

function add(cells: Record<string, number>, key: string, count: number): void {
  cells[key] = (cells[key] ?? 0) + count;
}

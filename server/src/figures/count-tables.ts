import { type Edition, editionOfYear, tallyCases, officialCalendar } from "@gongkai/statute";
import { sql } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";

/** Cells of tables 3 and 4 by key. */
export type CaseCells = Readonly<Record<string, number>>;

interface CountedRow {
  readonly agency_id: number;
  readonly row: string;
  readonly applicant_kind: string;
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
  const tables = new Map(agencyIds.map((agencyId) => [agencyId, { ...emptyCells(edition) } as Record<string, number>]));
  for (const { agency_id, row, applicant_kind, count } of rows) {
    const cells = tables.get(agency_id);
    if (cells === undefined) continue;
    const isResult = row !== "new" && row !== "carriedIn" && row !== "carriedOut";
    for (const counted of isResult ? [row, "total"] : [row]) {
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

/** Each application once as new or carried in, and once by its result or as carried out. */
async function countRows(db: Queryable, agencyIds: readonly number[], year: number, edition: Edition): Promise<readonly CountedRow[]> {
  const result = sql.ref(edition === "2019" ? "row_2019" : "row_2021");
  const { rows } = await sql<CountedRow>`
    select agency_id, side.row, applicant_kind, count(*) as count
    from application
    cross join lateral (values
      (case when received_year = ${year} then 'new' else 'carriedIn' end),
      (case when counted_year = ${year} then ${result} else 'carriedOut' end)
    ) as side (row)
    where agency_id = any(${agencyIds}::int[]) and received_year <= ${year} and (counted_year is null or counted_year >= ${year})
    group by agency_id, side.row, applicant_kind`.execute(db);
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

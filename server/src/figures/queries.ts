import { sql } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";
import type { CaseCells } from "./count-tables.ts";

export interface Snapshot {
  readonly takenAt: string;
  readonly version: number;
  readonly cells: CaseCells;
}

export async function findSnapshot(db: Queryable, agencyId: number, year: number): Promise<Snapshot | undefined> {
  const row = await db
    .selectFrom("report_snapshot")
    .selectAll()
    .where("agency_id", "=", agencyId)
    .where("year", "=", year)
    .executeTakeFirst();
  return row === undefined ? undefined : { takenAt: row.taken_at, version: row.version, cells: row.cells as CaseCells }; // takeSnapshot wrote them
}

/** Which of these organs have published a year's figures. Regional: a question to several organs by name. */
export async function regionPublished(db: Queryable, agencyIds: readonly number[], year: number): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ agency_id: number }>`
    select agency_id from report_snapshot where agency_id = any(${agencyIds}::int[]) and year = ${year}`.execute(db);
  return new Set(rows.map(({ agency_id }) => agency_id));
}

/** Cases overdue today by organ. Regional: a question to several organs by name. */
export async function regionOverdue(db: Queryable, agencyIds: readonly number[], today: string): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ agency_id: number; count: number }>`
    select agency_id, count(*) as count from application
    where agency_id = any(${agencyIds}::int[]) and decided_on is null and due_on < ${today} and resumes_on is null
    group by agency_id`.execute(db);
  return new Map(rows.map(({ agency_id, count }) => [agency_id, count]));
}

/** Received and answered by month of a year. */
export async function countByMonth(db: Queryable, agencyId: number, year: number) {
  const { rows } = await sql<{ month: number; received: number; answered: number }>`
    select month::int as month,
      count(*) filter (where side = 'received') as received,
      count(*) filter (where side = 'answered') as answered
    from (
      select extract(month from received_on) as month, 'received' as side from application
      where agency_id = ${agencyId} and received_on between ${`${year}-01-01`} and ${`${year}-12-31`}
      union all
      select extract(month from decided_on), 'answered' from application
      where agency_id = ${agencyId} and decided_on between ${`${year}-01-01`} and ${`${year}-12-31`}
    ) as months
    group by month`.execute(db);
  const known = new Map(rows.map((row) => [row.month, row]));
  return Array.from({ length: 12 }, (_, index) => {
    const { received = 0, answered = 0 } = known.get(index + 1) ?? {};
    return { month: index + 1, received, answered };
  });
}

/** How many answers of a year went out, how many late, and calendar days from receipt to answer on average. */
export async function countOnTime(db: Queryable, agencyId: number, year: number) {
  const { rows } = await sql<{ answered: number; late: number; average: string | null }>`
    select count(*) as answered, count(*) filter (where answered_late) as late, avg(decided_on - received_on)::numeric(8, 1) as average
    from application
    where agency_id = ${agencyId} and decided_on between ${`${year}-01-01`} and ${`${year}-12-31`}`.execute(db);
  const { answered = 0, late = 0, average = null } = rows[0] ?? {};
  return { answered, late, averageDays: average === null ? null : Number(average) };
}

/** What each handler had and has: received and answered in a year, open and overdue on a day. Nobody's cases stand last. */
export async function countByHandler(db: Queryable, agencyId: number, year: number, today: string) {
  const [from, until] = [`${year}-01-01`, `${year}-12-31`];
  const { rows } = await sql<{
    id: string | null;
    name: string | null;
    received: number;
    open: number;
    overdue: number;
    answered: number;
    late: number;
    average: string | null;
  }>`
    with counted as (
      select handler_id,
        count(*) filter (where received_on between ${from} and ${until}) as received,
        count(*) filter (where decided_on is null) as open,
        count(*) filter (where decided_on is null and due_on < ${today} and resumes_on is null) as overdue,
        count(*) filter (where decided_on between ${from} and ${until}) as answered,
        count(*) filter (where decided_on between ${from} and ${until} and answered_late) as late,
        avg(decided_on - received_on) filter (where decided_on between ${from} and ${until})::numeric(8, 1) as average
      from application
      where agency_id = ${agencyId} and received_on <= ${until} and (decided_on is null or decided_on >= ${from})
      group by handler_id
    )
    select c.handler_id as id, p.name, c.received, c.open, c.overdue, c.answered, c.late, c.average
    from counted as c left join person as p on p.person_id = c.handler_id
    order by c.handler_id is null, c.open desc, c.answered desc, p.name`.execute(db);
  return rows.map(({ name, average, ...row }) => ({
    ...row,
    name: name ?? "没有交办",
    averageDays: average === null ? null : Number(average),
  }));
}

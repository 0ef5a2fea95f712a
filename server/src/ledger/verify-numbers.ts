import { sql } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";
import type { LedgerFault } from "./fault.ts";

/**
 * A series must hold every number from 1 to the last one given, less those that an import of the chain says were given
 * elsewhere; each as it stands in an event of what bears it.
 */
export async function verifyNumbers(db: Queryable, agencyId: number): Promise<readonly LedgerFault[]> {
  return [...(await verifySeries(db, agencyId)), ...(await verifyBearers(db, agencyId))];
}

async function verifySeries(db: Queryable, agencyId: number): Promise<readonly LedgerFault[]> {
  const { rows } = await sql<{ series: string; year: number; last: number; given: number; missing: string | null }>`
    with given as (
      select series, year, count(*)::int as given, max(number) as highest from issued_number where agency_id = ${agencyId} group by series, year
    ), counted as (
      select series, year, last_number, starts_at from number_series where agency_id = ${agencyId}
    ), skip as (
      select part.series, part.year, part."startsAt" as starts_at, part."lastBefore" as last_before
      from event, jsonb_to_recordset(payload -> 'continued') as part (series text, year integer, "startsAt" integer, "lastBefore" integer)
      where agency_id = ${agencyId} and type in ('casesImported', 'itemsTakenOver') and jsonb_typeof(payload -> 'continued') = 'array'
    ), skipped as (
      select series, year, sum(starts_at - 1 - last_before)::int as many, max(starts_at) as top from skip group by series, year
    )
    select series, year, coalesce(last_number, 0) - coalesce(many, 0) as last, coalesce(given.given, 0) as given,
      (select string_agg(number::text, '、' order by number) from (
        select place.number from generate_series(1, greatest(last_number, highest)) as place (number)
        where not exists (
          select 1 from issued_number as n
          where n.agency_id = ${agencyId} and n.series = coalesce(given.series, counted.series, skipped.series)
            and n.year = coalesce(given.year, counted.year, skipped.year) and n.number = place.number
        ) and not exists (
          select 1 from skip
          where skip.series = coalesce(given.series, counted.series, skipped.series) and skip.year = coalesce(given.year, counted.year, skipped.year)
            and place.number > skip.last_before and place.number < skip.starts_at
        ) limit 20) as gap) as missing
    from given full join counted using (series, year) full join skipped using (series, year)
    where coalesce(last_number, 0) - coalesce(many, 0) <> coalesce(given.given, 0)
      or coalesce(last_number, 0) <> greatest(coalesce(highest, 0), coalesce(top, 1) - 1)
      or coalesce(starts_at, 1) <> coalesce(top, 1)
    order by series, year`.execute(db);
  return rows.map(({ series, year, last, given, missing }) => ({
    agencyId,
    sequence: 0,
    fault: "number-gap",
    message: `编号系列 ${series}${year === 0 ? "" : `（${year}年）`}应已发出${last}个号，实有${given}个${missing === null ? "：有号码多出，或者起始号没有导入的记载" : `，缺第${missing}号`}。`,
  }));
}

/** Whoever takes a number writes it, as printed, into an event of what bears it (`runCommand` sees to it); the chain keeps that event. */
async function verifyBearers(db: Queryable, agencyId: number): Promise<readonly LedgerFault[]> {
  const { rows } = await sql<{ series: string; year: number; number: number; printed: string; sequence: number | null }>`
    select n.series, n.year, n.number, n.printed,
      (select min(e.sequence) from event as e
       where e.agency_id = ${agencyId} and e.stream_kind = n.stream_kind and e.stream_id = n.stream_id) as sequence
    from issued_number as n
    where n.agency_id = ${agencyId} and not exists (
      select 1 from event as e
      where e.agency_id = ${agencyId} and e.stream_kind = n.stream_kind and e.stream_id = n.stream_id
        and jsonb_path_exists(e.payload, '$.** ? (@ == $printed)', jsonb_build_object('printed', n.printed)))
    order by n.series, n.year, n.number`.execute(db);
  return rows.map(({ series, year, number, printed, sequence }) => ({
    agencyId,
    sequence: sequence ?? 0,
    fault: "number-mismatch",
    message: `编号系列 ${series}${year === 0 ? "" : `（${year}年）`}的第${number}号登记为“${printed}”，${sequence === null ? "但没有对应的事件" : `与该事项（自第${sequence}号事件起）记载的编号不符`}。`,
  }));
}

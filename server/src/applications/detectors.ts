import { FEE_BY_ITEMS, feeFor, priceOfUnit } from "@gongkai/statute";
import { sql } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";
import type { ListedRow } from "./queries.ts";
import type { Detected } from "./page-schema.ts";

/** What the organ's other cases tell of this one: asked before, asked by others, one of very many. */
export async function detect(db: Queryable, agencyId: number, of: ListedRow): Promise<Detected> {
  const month = (of.received_on ?? of.submitted_on).slice(0, 7);
  const { rows } = await sql<{
    repeated: number;
    first_number: string | null;
    others: number;
    applicants: number;
    in_month: number;
    place: number;
    in_year: number;
  }>`
    with same as (
      select application_id, applicant_key, number, submitted_on from application where agency_id = ${agencyId} and request_key = ${of.request_key}
    ), theirs as (
      select application_id, coalesce(received_on, submitted_on) as on_date, number from application where agency_id = ${agencyId} and applicant_key = ${of.applicant_key}
    ), month as (
      select application_id, row_number() over (order by on_date, number nulls last, application_id) as place from theirs
      where on_date >= ${`${month}-01`}::date and on_date < (${`${month}-01`}::date + interval '1 month')
    )
    select
      (select count(*) from same where applicant_key = ${of.applicant_key} and application_id <> ${of.application_id}) as repeated,
      (select number from same where applicant_key = ${of.applicant_key} and application_id <> ${of.application_id} and submitted_on <= ${of.submitted_on}
        order by submitted_on, number limit 1) as first_number,
      (select count(*) from same where applicant_key <> ${of.applicant_key}) as others,
      (select count(distinct applicant_key) from same) as applicants,
      (select count(*) from month) as in_month,
      coalesce((select place from month where application_id = ${of.application_id}), 0) as place,
      (select count(*) from theirs where on_date > ${of.submitted_on}::date - interval '1 year' and on_date <= ${of.submitted_on}) as in_year`.execute(
    db,
  );
  const {
    repeated = 0,
    first_number = null,
    others = 0,
    applicants = 1,
    in_month: inMonth = 0,
    place = 0,
    in_year: inYear = 0,
  } = rows[0] ?? {};
  return {
    repeated: { count: repeated, firstNumber: first_number },
    askedByOthers: { count: others, applicants },
    mass: {
      month,
      inMonth,
      place,
      inYear,
      itemFee: place === 0 ? 0 : priceOfUnit(FEE_BY_ITEMS, place),
      monthFee: feeFor(FEE_BY_ITEMS, inMonth),
      scheme: FEE_BY_ITEMS.says,
      cites: FEE_BY_ITEMS.cites,
    },
  };
}

export interface OftenAskedRow {
  readonly request_key: string;
  readonly application_id: string;
  readonly summary: string;
  readonly applications: number;
  readonly applicants: number;
  readonly disclosed: number;
  readonly already_public: number;
  readonly first_on: string;
  readonly last_on: string;
}

const MOST_LISTED = 200;

/**
 * What several applicants asked for since a day (Art. 44): the same request by at least so many of them, the most asked first.
 * Requests without an applicant or title to compare, brought in from old registers, are left out.
 */
export async function listOftenAsked(
  db: Queryable,
  agencyId: number,
  { since, least }: { readonly since: string; readonly least: number },
): Promise<readonly OftenAskedRow[]> {
  const { rows } = await sql<OftenAskedRow>`
    select request_key, count(*) as applications, count(distinct applicant_key) as applicants,
      (array_agg(application_id order by submitted_on desc, application_id))[1] as application_id,
      (array_agg(summary order by submitted_on desc, application_id))[1] as summary,
      count(*) filter (where outcome in ('granted', 'partial')) as disclosed,
      count(*) filter (where outcome = 'alreadyPublic') as already_public,
      min(submitted_on) as first_on, max(submitted_on) as last_on
    from application
    where agency_id = ${agencyId} and submitted_on > ${since} and request_key not like 'unknown:%'
    group by request_key
    having count(distinct applicant_key) >= ${least}
    order by applicants desc, last_on desc, request_key
    limit ${MOST_LISTED}`.execute(db);
  return rows;
}

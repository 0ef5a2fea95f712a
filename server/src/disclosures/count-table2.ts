import { type Edition, editionOfYear } from "@gongkai/statute";
import { sql } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";
import { NORMATIVES } from "./words.ts";

export interface Table2Count {
  readonly edition: Edition;
  /** Cells of item (一) of table 2, by key: `t2.normative.effective`. The other rows of table 2 are not in this register. */
  readonly cells: Readonly<Record<string, number>>;
}

/**
 * Item (一) of table 2 from the register of rules and normative documents. 2021: issued in the year, repealed or lapsed in it, in
 * force at its end. 2019: made in the year, published in it, public in all at its end. What was withdrawn counts nowhere.
 */
export async function countTable2(db: Queryable, agencyId: number, year: number): Promise<Table2Count> {
  const edition = editionOfYear(year);
  const [from, until] = [`${year}-01-01`, `${year}-12-31`];
  const isOver = sql`(validity in ('repealed', 'lapsed') and validity_changed_on <= ${until})`;
  const { rows } = await sql<{ normative: string; made: number; published: number; total: number; repealed: number; effective: number }>`
    select normative,
      (count(*) filter (where formed_on between ${from} and ${until}))::int as made,
      (count(*) filter (where published_on between ${from} and ${until}))::int as published,
      (count(*) filter (where published_on <= ${until}))::int as total,
      (count(*) filter (where validity in ('repealed', 'lapsed') and validity_changed_on between ${from} and ${until}))::int as repealed,
      (count(*) filter (where formed_on <= ${until} and not ${isOver}))::int as effective
    from published_item
    where agency_id = ${agencyId} and normative is not null and status in ('published', 'expired')
    group by normative`.execute(db);
  const cells = Object.keys(NORMATIVES).flatMap((kind) => {
    const { made = 0, published = 0, total = 0, repealed = 0, effective = 0 } = rows.find(({ normative }) => normative === kind) ?? {};
    const columns: Readonly<Record<string, number>> =
      edition === "2019" ? { made, published, total } : { issued: made, repealed, effective };
    return Object.entries(columns).map(([column, count]) => [`t2.${kind}.${column}`, count] as const);
  });
  return { edition, cells: Object.fromEntries(cells) };
}

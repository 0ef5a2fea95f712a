import { sql } from "kysely";
import type { Queryable } from "../../platform/database/open-database.ts";
import type { Organ } from "./organ.ts";

export interface ListedItem {
  readonly agency_id: number;
  readonly item_id: string;
  readonly title: string;
  readonly genre: string;
  readonly document_number: string | null;
  readonly published_on: string;
  readonly correction_on: string | null;
  readonly validity: string | null;
}

export interface NewestItem extends ListedItem {
  readonly published_at: string;
  readonly summary: string;
  readonly hash: string;
}

/** All organs, those that were closed too, the installation itself left out. Regional. */
export async function regionListOrgans(db: Queryable): Promise<readonly Organ[]> {
  return db
    .selectFrom("agency")
    .select(["agency_id", "code", "name", "short_name", "kind", "parent_id", "is_demo", "contact", "closed_on"])
    .where("kind", "<>", "platform")
    .orderBy("agency_id")
    .execute();
}

/** How many items each organ has public. Regional. */
export async function regionCountItems(db: Queryable): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ agency_id: number; total: number }>`
    select agency_id, count(*)::int as total from published_item where status = 'published' group by agency_id`.execute(db);
  return new Map(rows.map(({ agency_id, total }) => [agency_id, total]));
}

/** The newest items of all organs. Regional. */
export async function regionListNewest(db: Queryable, limit: number): Promise<readonly NewestItem[]> {
  const { rows } = await sql<NewestItem>`
    select agency_id, item_id, title, genre, document_number, published_on, correction_on, validity, published_at, summary, hash from published_item
    where status = 'published' order by published_at desc, item_id limit ${limit}`.execute(db);
  return rows;
}

export type FacetName = "statutory" | "genre" | "topic" | "year" | "validity";
export type Facets = Readonly<Record<FacetName, readonly { readonly value: string; readonly total: number }[]>>;

/** How many public items of an organ have each value; under one node of the law, when it is given. */
export async function countFacets(db: Queryable, agencyId: number, node?: string): Promise<Facets> {
  const { rows } = await sql<{
    statutory: string | null;
    genre: string | null;
    topic: string | null;
    year: number | null;
    validity: string | null;
    total: number;
    facet: number;
  }>`
    select statutory, genre, topic, extract(year from published_on)::int as year, validity, count(*)::int as total,
      grouping(statutory, genre, topic, extract(year from published_on)::int, validity) as facet
    from published_item where agency_id = ${agencyId} and status = 'published'
      ${node === undefined ? sql`` : sql`and (statutory = ${node} or statutory like ${`${node.replaceAll(/[%_\\]/g, "")}.%`})`}
    group by grouping sets ((statutory), (genre), (topic), (extract(year from published_on)::int), (validity))`.execute(db);
  // grouping() has a bit for each column, the first the highest; it is 0 for the column grouped by.
  const pick = (facet: number, name: FacetName) =>
    rows.flatMap((row) => (row.facet === facet && row[name] !== null ? [{ value: String(row[name]), total: row.total }] : []));
  const most = (counts: readonly { value: string; total: number }[]) => counts.toSorted((a, b) => b.total - a.total);
  return {
    statutory: pick(0b01111, "statutory"),
    genre: most(pick(0b10111, "genre")),
    topic: most(pick(0b11011, "topic")),
    year: pick(0b11101, "year").toSorted((a, b) => Number(b.value) - Number(a.value)),
    validity: most(pick(0b11110, "validity")),
  };
}

/** How many addresses a sitemap may hold, with room to spare. */
export const SITEMAP_SIZE = 40_000;

/** The public items of an organ in order of their numbers, for its sitemaps. */
export async function listAddresses(
  db: Queryable,
  agencyId: number,
  page: number,
): Promise<readonly { readonly item_id: string; readonly changed: string }[]> {
  const { rows } = await sql<{ item_id: string; changed: string }>`
    select item_id, (published_at at time zone 'Asia/Shanghai')::date as changed from published_item
    where agency_id = ${agencyId} and status = 'published' order by item_id limit ${SITEMAP_SIZE} offset ${(page - 1) * SITEMAP_SIZE}`.execute(
    db,
  );
  return rows;
}

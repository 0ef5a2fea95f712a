import { type Selectable, sql } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";
import type { CatalogueEntryRow, DisclosurePageRow, PublishedItemRow } from "../platform/database/row-types.ts";
import type { Guide, ItemAttachment } from "./schema.ts";

/*
 * What public pages may ask. Everything here starts from published_item, which holds nothing that was not reviewed and
 * published; a text is reached only through the text_version named there.
 */

export type PublicItemRecord = Selectable<PublishedItemRow>;

/** A line of a list; the text is not in it. */
export interface PublicItem extends Omit<PublicItemRecord, "attachments" | "agency_id" | "version"> {
  readonly attachments: readonly ItemAttachment[];
}

export interface PublicItemQuery {
  /** A node of the statutory tree; `20.6` also finds what stands below it. */
  readonly statutory?: string | undefined;
  readonly entry?: string | undefined;
  readonly genre?: string | undefined;
  readonly topic?: string | undefined;
  readonly normative?: string | undefined;
  readonly validity?: string | undefined;
  /** Year of first publication. */
  readonly year?: number | undefined;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

/** Items the public may read, the newest first. Stubs of withdrawn and expired ones are reached by address only. */
export async function listPublicItems(
  db: Queryable,
  agencyId: number,
  { statutory, entry, genre, topic, normative, validity, year, page, pageSize }: PublicItemQuery,
): Promise<{ readonly items: readonly PublicItem[]; readonly total: number }> {
  let matching = db.selectFrom("published_item").where("agency_id", "=", agencyId).where("status", "=", "published");
  if (statutory !== undefined) {
    matching = matching.where((eb) =>
      eb.or([eb("statutory", "=", statutory), eb("statutory", "like", `${statutory.replaceAll(/[%_\\]/g, "")}.%`)]),
    );
  }
  if (entry !== undefined) matching = matching.where("entry_id", "=", entry);
  if (genre !== undefined) matching = matching.where("genre", "=", genre);
  if (topic !== undefined) matching = matching.where("topic", "=", topic);
  if (normative !== undefined) matching = matching.where("normative", "=", normative);
  if (validity !== undefined) matching = matching.where("validity", "=", validity);
  if (year !== undefined) matching = matching.where("published_on", ">=", `${year}-01-01`).where("published_on", "<=", `${year}-12-31`);
  const [rows, { total }] = await Promise.all([
    matching
      .selectAll()
      .orderBy("published_at", "desc")
      .orderBy("item_id")
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute(),
    matching.select((eb) => eb.fn.countAll<number>().as("total")).executeTakeFirstOrThrow(),
  ]);
  return { items: rows.map(presentPublic), total };
}

/** A file the public may download: only while the item that carries it is public. */
export async function findPublicAttachment(
  db: Queryable,
  agencyId: number,
  { itemId, sha256 }: { readonly itemId: string; readonly sha256: string },
): Promise<ItemAttachment | undefined> {
  const row = await db
    .selectFrom("published_item")
    .select("attachments")
    .where("agency_id", "=", agencyId)
    .where("item_id", "=", itemId)
    .where("status", "in", ["published", "expired"])
    .executeTakeFirst();
  return attachmentsOf(row?.attachments).find((attachment) => attachment.sha256 === sha256);
}

/** How many public items stand under each node of the statutory tree. */
export async function countPublicItems(db: Queryable, agencyId: number): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom("published_item")
    .select(["statutory", (eb) => eb.fn.countAll<number>().as("total")])
    .where("agency_id", "=", agencyId)
    .where("status", "=", "published")
    .groupBy("statutory")
    .execute();
  return new Map(rows.map(({ statutory, total }) => [statutory ?? "", total]));
}

/** Regional: the public items of several organs, the newest first, for region pages, feeds and the sitemap. */
export async function regionListPublicItems(
  db: Queryable,
  agencyIds: readonly number[],
  { limit, before }: { readonly limit: number; readonly before?: string | undefined },
): Promise<readonly (PublicItem & { readonly agency_id: number })[]> {
  if (agencyIds.length === 0) return [];
  let matching = db.selectFrom("published_item").selectAll().where("agency_id", "in", agencyIds).where("status", "=", "published");
  if (before !== undefined) matching = matching.where("published_at", "<", before);
  const rows = await matching.orderBy("published_at", "desc").orderBy("item_id").limit(limit).execute();
  return rows.map((row) => ({ ...presentPublic(row), agency_id: row.agency_id }));
}

/** The organ's catalogue as the public sees it: entries that are open. */
export function listPublicCatalogue(db: Queryable, agencyId: number): Promise<readonly Selectable<CatalogueEntryRow>[]> {
  return db
    .selectFrom("catalogue_entry")
    .selectAll()
    .where("agency_id", "=", agencyId)
    .where("closed_on", "is", null)
    .orderBy("statutory")
    .orderBy("position")
    .orderBy("entry_id")
    .execute();
}

/** The organ's guide (指南); undefined until it is written. */
export async function findGuide(
  db: Queryable,
  agencyId: number,
): Promise<{ readonly guide: Guide; readonly updatedOn: string; readonly version: number } | undefined> {
  const row = await db
    .selectFrom("disclosure_page")
    .selectAll()
    .where("agency_id", "=", agencyId)
    .where("kind", "=", "guide")
    .executeTakeFirst();
  return row === undefined ? undefined : { guide: row.fields as Guide, updatedOn: row.updated_on, version: row.version }; // written by writeGuide, checked by its schema
}

/** The organ's systems (制度) that hold: fields are `{documentNumber, html}`. */
export function listSystems(db: Queryable, agencyId: number): Promise<readonly Selectable<DisclosurePageRow>[]> {
  return db
    .selectFrom("disclosure_page")
    .selectAll()
    .where("agency_id", "=", agencyId)
    .where("kind", "=", "system")
    .where("closed_on", "is", null)
    .orderBy("updated_on", "desc")
    .orderBy("page_id")
    .execute();
}

/** The organs that have published anything, for region pages. Regional. */
export async function regionListPublishers(db: Queryable): Promise<readonly { readonly agency_id: number; readonly total: number }[]> {
  const { rows } = await sql<{ agency_id: number; total: number }>`
    select agency_id, count(*)::int as total from published_item where status = 'published' group by agency_id order by agency_id`.execute(
    db,
  );
  return rows;
}

/** A row without what only the program needs. */
export function presentPublic({ agency_id: _agency, version: _version, attachments, ...row }: PublicItemRecord): PublicItem {
  return { ...row, attachments: attachmentsOf(attachments) };
}

function attachmentsOf(attachments: unknown): readonly ItemAttachment[] {
  return Array.isArray(attachments) ? (attachments as readonly ItemAttachment[]) : []; // the projection wrote them
}

/** Gives the pictures of a body their addresses; the address of one is the caller's to know. */
export function addressPictures(html: string, addressOf: (sha256: string) => string): string {
  return html.replaceAll(
    / data-file="([0-9a-f]{64})"/g,
    (_, sha256: string) => ` src="${addressOf(sha256).replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`,
  );
}

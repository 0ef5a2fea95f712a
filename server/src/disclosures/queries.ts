import type { Selectable } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";
import type { CatalogueEntryRow, ItemRow, TransferBatchRow } from "../platform/database/row-types.ts";
import type { ItemQuery } from "./schema.ts";

export type ItemRecord = Selectable<ItemRow>;

/** Items of the organ as the office sees them, drafts among them; those with the nearest limit first. */
export async function listItems(
  db: Queryable,
  agencyId: number,
  query: ItemQuery,
): Promise<{ readonly rows: readonly ItemRecord[]; readonly total: number }> {
  let matching = db.selectFrom("item").where("agency_id", "=", agencyId);
  const { state, attribute, entry, application, statutory, normative, validity, dueBy, reviewAgainBy, lapsedBy, text, page, pageSize } =
    query;
  if (state !== undefined) matching = matching.where("state", "=", state);
  if (attribute !== undefined) matching = matching.where("attribute", "=", attribute);
  if (entry !== undefined) matching = matching.where("entry_id", "=", entry);
  if (application !== undefined) matching = matching.where("application_id", "=", application);
  if (statutory !== undefined) matching = matching.where("statutory", "=", statutory);
  if (normative !== undefined) matching = matching.where("normative", "=", normative);
  if (validity !== undefined) matching = matching.where("validity", "=", validity);
  if (dueBy !== undefined) matching = matching.where("due_on", "<=", dueBy);
  if (reviewAgainBy !== undefined) matching = matching.where("review_again_on", "<=", reviewAgainBy);
  if (lapsedBy !== undefined) matching = matching.where("valid_until", "<=", lapsedBy).where("validity", "in", ["effective", "amended"]);
  if (text !== undefined && text !== "") {
    const pattern = `%${text.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`;
    matching = matching.where((eb) =>
      eb.or([eb("title", "ilike", pattern), eb("index_number", "ilike", pattern), eb("document_number", "ilike", pattern)]),
    );
  }
  const [rows, { total }] = await Promise.all([
    matching
      .selectAll()
      .orderBy("due_on", (order) => order.asc().nullsLast())
      .orderBy("published_at", (order) => order.desc().nullsFirst())
      .orderBy("item_id")
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute(),
    matching.select((eb) => eb.fn.countAll<number>().as("total")).executeTakeFirstOrThrow(),
  ]);
  return { rows, total };
}

export function findItem(db: Queryable, agencyId: number, itemId: string): Promise<ItemRecord | undefined> {
  return db.selectFrom("item").selectAll().where("agency_id", "=", agencyId).where("item_id", "=", itemId).executeTakeFirst();
}

/** Every version of a text, without the text. */
export function listTextVersions(db: Queryable, agencyId: number, itemId: string) {
  return db
    .selectFrom("item_text")
    .select(["text_version", "written_at", "erased_at"])
    .where("agency_id", "=", agencyId)
    .where("item_id", "=", itemId)
    .orderBy("text_version")
    .execute();
}

export async function findPlainText(db: Queryable, agencyId: number, itemId: string, textVersion: number): Promise<string | undefined> {
  const row = await db
    .selectFrom("item_text")
    .select("plain")
    .where("agency_id", "=", agencyId)
    .where("item_id", "=", itemId)
    .where("text_version", "=", textVersion)
    .executeTakeFirst();
  return row?.plain ?? undefined;
}

/** A file of an item as the office sees it: attachments of any version, originals of cleaned ones among them. */
export async function findItemFile(db: Queryable, agencyId: number, sha256: string) {
  return db
    .selectFrom("stored_file")
    .innerJoin("file_text", (join) =>
      join.onRef("file_text.agency_id", "=", "stored_file.agency_id").onRef("file_text.sha256", "=", "stored_file.sha256"),
    )
    .select(["stored_file.sha256", "media_type", "size"])
    .where("stored_file.agency_id", "=", agencyId)
    .where("stored_file.sha256", "=", sha256)
    .where("erased_at", "is", null)
    .executeTakeFirst();
}

/** The whole catalogue of the organ, closed entries last under each node, each with how many public items stand under it. */
export async function listCatalogue(
  db: Queryable,
  agencyId: number,
): Promise<readonly (Selectable<CatalogueEntryRow> & { readonly items: number })[]> {
  const [entries, counts] = await Promise.all([
    db
      .selectFrom("catalogue_entry")
      .selectAll()
      .where("agency_id", "=", agencyId)
      .orderBy("statutory")
      .orderBy((eb) => eb("closed_on", "is not", null))
      .orderBy("position")
      .orderBy("entry_id")
      .execute(),
    db
      .selectFrom("published_item")
      .select(["entry_id", (eb) => eb.fn.countAll<number>().as("items")])
      .where("agency_id", "=", agencyId)
      .where("status", "=", "published")
      .groupBy("entry_id")
      .execute(),
  ]);
  return entries.map((entry) => ({ ...entry, items: counts.find(({ entry_id }) => entry_id === entry.entry_id)?.items ?? 0 }));
}

export function listTransfers(db: Queryable, agencyId: number): Promise<readonly Selectable<TransferBatchRow>[]> {
  return db
    .selectFrom("transfer_batch")
    .selectAll()
    .where("agency_id", "=", agencyId)
    .orderBy("made_on", "desc")
    .orderBy("number", "desc")
    .limit(500)
    .execute();
}

export function findTransfer(db: Queryable, agencyId: number, batchId: string): Promise<Selectable<TransferBatchRow> | undefined> {
  return db.selectFrom("transfer_batch").selectAll().where("agency_id", "=", agencyId).where("batch_id", "=", batchId).executeTakeFirst();
}

/** Names of people, by id. */
export async function listNames(db: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("person")
    .select(["person_id", "name"])
    .where("person_id", "in", [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ person_id, name }) => [person_id, name]));
}

import { sql } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";
import { cutAllWords, cutWords } from "../platform/segment-words.ts";
import { LEXEME, listLexemes } from "./lexemes.ts";

/** Attachments beyond this are not searched through: a tsvector holds at most a megabyte. */
const MOST_BYTES = 600_000;
/** Of a text beyond this length only the beginning is searched through. */
const MOST_LETTERS = 300_000;
const LONGEST_WORD = 60;

/**
 * Brings the index of search up to date with what is public of one item; called in the transaction that publishes, corrects
 * or withdraws it, so that search never shows more, or less, than the portal.
 */
export async function indexItem(tx: Queryable, agencyId: number, itemId: string): Promise<void> {
  const item = await tx
    .selectFrom("published_item")
    .selectAll()
    .select(sql<string>`(published_at at time zone 'Asia/Shanghai')::date`.as("published_day"))
    .where("agency_id", "=", agencyId)
    .where("item_id", "=", itemId)
    .where("status", "=", "published")
    .executeTakeFirst();
  if (item === undefined) {
    await tx.deleteFrom("search_document").where("agency_id", "=", agencyId).where("item_id", "=", itemId).execute();
    return;
  }
  const text = await tx
    .selectFrom("item_text")
    .select("plain")
    .where("agency_id", "=", agencyId)
    .where("item_id", "=", itemId)
    .where("text_version", "=", item.text_version ?? 0)
    .executeTakeFirst();
  const facts = [
    item.title,
    item.summary,
    item.document_number,
    item.unified_number,
    item.index_number,
    item.publisher,
    item.topic,
    ...item.keywords,
  ];
  const words = listWords([...facts, text?.plain?.slice(0, MOST_LETTERS)].join("\n"));
  const lexemes = [...listLexemes(item), ...listWords(`${item.title}\n${item.document_number ?? ""}`).map(LEXEME.titleWord), ...words];
  const files = Array.isArray(item.attachments) ? item.attachments.flatMap((one) => shaOf(one)) : [];
  await sql`
    insert into search_document (agency_id, item_id, version, published_at, published_day, year, genre, topic, normative, validity, search)
    values (${agencyId}, ${itemId}, ${item.version}, ${item.published_at}, ${item.published_day}, ${Number(item.published_on.slice(0, 4))}, ${item.genre}, ${item.topic}, ${item.normative}, ${item.validity},
      array_to_tsvector(${lexemes}::text[])
      || coalesce((
        select string_agg(search::text, ' ' order by sha256)::tsvector from (
          select sha256, strip(search) as search, sum(pg_column_size(search)) over (order by sha256) as bytes
          from file_text where agency_id = ${agencyId} and sha256 = any(${files}::text[]) and search is not null
        ) attached where bytes < ${MOST_BYTES}
      ), ''::tsvector))
    on conflict (agency_id, item_id) do update set
      version = excluded.version, published_at = excluded.published_at, published_day = excluded.published_day, year = excluded.year, genre = excluded.genre,
      topic = excluded.topic, normative = excluded.normative, validity = excluded.validity, search = excluded.search`.execute(tx);
}

/** The words as they are cut, and every other word of the dictionary: nobody knows how a query will be cut. */
function listWords(text: string): readonly string[] {
  return [...new Set([...cutWords(text), ...cutAllWords(text)])].filter((word) => word.length <= LONGEST_WORD && !/^[~^]/.test(word));
}

function shaOf(attachment: unknown): readonly string[] {
  const { sha256 } = attachment as { sha256?: unknown }; // an entry of a JSON array the projection wrote
  return typeof sha256 === "string" ? [sha256] : [];
}

/** Items whose index is older than what is public of them, or is missing, or should be gone: after an import past the commands, or a rebuild. Regional. */
export async function regionListUnindexed(
  db: Queryable,
  limit: number,
): Promise<readonly { readonly agency_id: number; readonly item_id: string }[]> {
  const { rows } = await sql<{ agency_id: number; item_id: string }>`
    select coalesce(p.agency_id, s.agency_id) as agency_id, coalesce(p.item_id, s.item_id) as item_id
    from (select agency_id, item_id, version from published_item where status = 'published') p
    full join search_document s on s.agency_id = p.agency_id and s.item_id = p.item_id
    where p.version is distinct from s.version limit ${limit}`.execute(db);
  return rows;
}

/** Makes the index right where it is not; gives how many items that were. */
export async function catchUpIndex(db: Queryable, limit = 10_000): Promise<number> {
  const items = await regionListUnindexed(db, limit);
  for (const { agency_id: agencyId, item_id: itemId } of items) await indexItem(db, agencyId, itemId);
  return items.length;
}

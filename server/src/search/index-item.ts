import { setImmediate } from "node:timers/promises";
import { type RawBuilder, type Selectable, sql } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";
import type { PublishedItemRow } from "../platform/database/row-types.ts";
import { cutAllWords, cutWords } from "../platform/segment-words.ts";
import { LEXEME, listLexemes } from "./lexemes.ts";

/** Attachments beyond this are not searched through: a tsvector holds at most a megabyte. */
const MOST_BYTES = 600_000;
/** Of a text beyond this length only the beginning is searched through. */
const MOST_LETTERS = 300_000;
const LONGEST_WORD = 60;

/** Rows of one statement, and words of one batch in memory. */
const AT_ONCE = 200;

/** {@link indexItems} of one item. */
export function indexItem(tx: Queryable, agencyId: number, itemId: string): Promise<void> {
  return indexItems(tx, agencyId, [itemId]);
}

/**
 * Brings the index of search up to date with what is public of some items; called in the transaction that publishes, corrects
 * or withdraws them, so that search never shows more, or less, than the portal.
 */
export async function indexItems(tx: Queryable, agencyId: number, itemIds: readonly string[]): Promise<void> {
  for (let from = 0; from < itemIds.length; from += AT_ONCE) await indexBatch(tx, agencyId, itemIds.slice(from, from + AT_ONCE));
}

async function indexBatch(tx: Queryable, agencyId: number, itemIds: readonly string[]): Promise<void> {
  const items = await tx
    .selectFrom("published_item as p")
    .leftJoin("item_text as t", (join) =>
      join.onRef("t.agency_id", "=", "p.agency_id").onRef("t.item_id", "=", "p.item_id").onRef("t.text_version", "=", "p.text_version"),
    )
    .selectAll("p")
    .select(["t.plain", sql<string>`(p.published_at at time zone 'Asia/Shanghai')::date`.as("published_day")])
    .where("p.agency_id", "=", agencyId)
    .where("p.item_id", "in", itemIds)
    .where("p.status", "=", "published")
    .execute();
  const found = new Set(items.map(({ item_id }) => item_id));
  const gone = itemIds.filter((id) => !found.has(id));
  if (gone.length > 0) await tx.deleteFrom("search_document").where("agency_id", "=", agencyId).where("item_id", "in", gone).execute();
  if (items.length === 0) return;
  await sql`
    insert into search_document (agency_id, item_id, version, published_at, published_day, year, genre, topic, normative, validity, search)
    values ${sql.join(await rowsOf(tx, items))}
    on conflict (agency_id, item_id) do update set
      version = excluded.version, published_at = excluded.published_at, published_day = excluded.published_day, year = excluded.year, genre = excluded.genre,
      topic = excluded.topic, normative = excluded.normative, validity = excluded.validity, search = excluded.search`.execute(tx);
}

type Indexed = Selectable<PublishedItemRow> & { readonly plain: string | null; readonly published_day: string };

/** Cutting words takes milliseconds a text: of many, others get their turn in between. */
async function rowsOf(tx: Queryable, items: readonly Indexed[]): Promise<readonly RawBuilder<unknown>[]> {
  const rows: RawBuilder<unknown>[] = [];
  for (const item of items) {
    if (rows.length > 0) await setImmediate();
    rows.push(rowOf(item, await wordsOfFiles(tx, item)));
  }
  return rows;
}

/** The words of an item's files, the smallest hash first, as many files as fit. Asked for apart: on a distributed database an insert asks nothing. */
async function wordsOfFiles(tx: Queryable, { agency_id: agencyId, attachments }: Indexed): Promise<string> {
  const files = Array.isArray(attachments) ? attachments.flatMap((one) => shaOf(one)) : [];
  if (files.length === 0) return "";
  const { rows } = await sql<{ words: string | null }>`
    select string_agg(search::text, ' ' order by sha256) as words from (
      select sha256, strip(search) as search, sum(pg_column_size(search)) over (order by sha256) as bytes
      from file_text where agency_id = ${agencyId} and sha256 = any(${files}::text[]) and search is not null
    ) attached where bytes < ${MOST_BYTES}`.execute(tx);
  return rows[0]?.words ?? "";
}

function rowOf(item: Indexed, wordsOfFiles: string): RawBuilder<unknown> {
  const { agency_id: agencyId, item_id: itemId, title } = item;
  const facts = [
    title,
    item.summary,
    item.document_number,
    item.unified_number,
    item.index_number,
    item.publisher,
    item.topic,
    ...item.keywords,
  ];
  const words = listWords([...facts, item.plain?.slice(0, MOST_LETTERS)].join("\n"));
  const lexemes = [...listLexemes(item), ...listWords(`${title}\n${item.document_number ?? ""}`).map(LEXEME.titleWord), ...words];
  return sql`(${agencyId}, ${itemId}, ${item.version}, ${item.published_at}::timestamptz, ${item.published_day}::date, ${Number(item.published_on.slice(0, 4))},
    ${item.genre}, ${item.topic}::text, ${item.normative}::text, ${item.validity}::text, array_to_tsvector(${lexemes}::text[]) || ${wordsOfFiles}::tsvector)`;
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

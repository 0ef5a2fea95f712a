import type { Queryable } from "../platform/database/open-database.ts";
import { parseInstant } from "../platform/database/parse-values.ts";
import { readByKey } from "../platform/database/read-by-key.ts";
import { presentPublic, type PublicItem, type PublicItemRecord } from "./public-items.ts";

/** A page of the portal: the item with its text, or what is left of it. */
export type PublicItemPage =
  | {
      readonly status: "published" | "expired";
      readonly item: PublicItem;
      /** Sanitised; pictures are `<img data-file="sha256" alt="…">` without an address, see `addressPictures`. Null when nothing of an expired item is shown. */
      readonly html: string | null;
      readonly plain: string | null;
      /** Those of the links that are public. */
      readonly interprets: readonly PublicLink[];
      readonly interpretedBy: readonly PublicLink[];
      /** What the organ's catalogue calls its entry; entries that were closed since keep their names. */
      readonly entry: string | null;
    }
  | {
      readonly status: "withdrawn";
      readonly item: Pick<PublicItem, "item_id" | "title" | "index_number" | "published_on" | "withdrawn_at" | "withdrawal_reason">;
    };

export interface PublicLink {
  readonly item_id: string;
  readonly title: string;
  readonly index_number: string;
}

/** What `page` says, as PostgreSQL writes it. */
interface Found {
  readonly item: PublicItemRecord;
  /** `published_at`, `first_published_at`, `withdrawn_at`: within JSON they are written another way. */
  readonly instants: readonly [string, string, string | null];
  readonly html: string | null;
  readonly plain: string | null;
  readonly links: readonly PublicLink[] | null;
  readonly entry: string | null;
}

const ITEM_PAGE = `/* by key */
select json_build_object('item', to_json(p), 'instants', array[p.published_at::text, p.first_published_at::text, p.withdrawn_at::text], 'html', t.html, 'plain', t.plain,
  'entry', case e.sub_item when '' then e.name else e.name || '：' || e.sub_item end,
  'links', case when cardinality(p.interprets) + cardinality(p.interpreted_by) > 0 then (
    select json_agg(json_build_object('item_id', l.item_id, 'title', l.title, 'index_number', l.index_number)) from published_item l
    where l.agency_id = p.agency_id and l.status = 'published' and l.item_id = any(p.interprets || p.interpreted_by)) end)::text as page
from published_item p
left join item_text t on t.agency_id = p.agency_id and t.item_id = p.item_id and t.text_version = p.text_version
left join catalogue_entry e on e.agency_id = p.agency_id and e.entry_id = p.entry_id
where p.agency_id = $1 and p.item_id = $2`;

/**
 * The item as the public may see it; undefined when it was never published (a draft's address answers like none at all).
 * One question, ready as text, with a JSON text for an answer: four questions built each time, and forty columns, cost the
 * server three times as much.
 */
export async function findPublicItem(db: Queryable, agencyId: number, itemId: string): Promise<PublicItemPage | undefined> {
  const page = await readByKey(db, ITEM_PAGE, [agencyId, itemId]);
  if (page === undefined) return undefined;
  const { item, instants, html, plain, links, entry } = JSON.parse(page) as Found; // written by the query above
  const [published, first, withdrawn] = instants;
  const record: PublicItemRecord = {
    ...item,
    published_at: parseInstant(published),
    first_published_at: parseInstant(first),
    withdrawn_at: withdrawn === null ? null : parseInstant(withdrawn),
  };
  if (record.status === "withdrawn") {
    const { item_id, title, index_number, published_on, withdrawn_at, withdrawal_reason } = record;
    return { status: "withdrawn", item: { item_id, title, index_number, published_on, withdrawn_at, withdrawal_reason } };
  }
  const linked = (ids: readonly string[]) => ids.flatMap((id) => (links ?? []).filter(({ item_id }) => item_id === id));
  return {
    status: record.status === "expired" ? "expired" : "published",
    item: presentPublic(record),
    html,
    plain,
    interprets: linked(record.interprets),
    interpretedBy: linked(record.interpreted_by),
    entry,
  };
}

import { sql } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";

/**
 * An address as it is compared: without scheme, `www.`, anchor and the case of the host; null for what is no web address.
 *
 * @example addressKey("HTTP://www.Yunxi.gov.cn/jyj/t1.html#top") // "yunxi.gov.cn/jyj/t1.html"
 */
export function addressKey(address: string): string | null {
  const url = URL.parse(address.trim());
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) return null;
  const path = url.pathname.replace(/\/+$/, "");
  return `${url.host.replace(/^www\./, "")}${path}${url.search}`;
}

/** What is public of an item that was taken over from an old address: for links that still point there. Regional; stubs are found too. */
export async function regionFindMoved(
  db: Queryable,
  address: string,
): Promise<{ readonly code: string; readonly itemId: string } | undefined> {
  const key = addressKey(address);
  if (key === null) return undefined;
  const { rows } = await sql<{ code: string; item_id: string }>`
    select a.code, p.item_id from published_item p join agency a on a.agency_id = p.agency_id
    where p.origin_key = ${key} order by p.status = 'published' desc, p.published_at desc, p.item_id limit 1`.execute(db);
  const [row] = rows;
  return row === undefined ? undefined : { code: row.code, itemId: row.item_id };
}

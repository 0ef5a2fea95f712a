import { sql } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";
import { cutWords } from "../platform/segment-words.ts";

/** Something already public that may answer what is about to be asked (Art. 36(1)). */
export interface PublishedAnswer {
  readonly title: string;
  readonly href: string;
  /** Legal date, Asia/Shanghai. */
  readonly publishedOn: string;
}

/** An organ as the finder needs it. */
export interface PublishedBy {
  readonly agencyId: number;
  readonly code: string;
  readonly name: string;
}

/** Looks in one place for what is public already. Slices that publish hand in their own; the results stand one after another. */
export type PublishedFinder = (db: Queryable, organ: PublishedBy, words: readonly string[]) => Promise<readonly PublishedAnswer[]>;

const MOST = 8;

/** The words of a request that tell it from others. */
export function tellingWords(text: string): readonly string[] {
  return [...new Set(cutWords(text))].filter((word) => [...word].length > 1 && !COMMON.has(word)).slice(0, 12);
}

const COMMON: ReadonlySet<string> = new Set([
  "政府",
  "信息",
  "公开",
  "申请",
  "关于",
  "有关",
  "情况",
  "相关",
  "文件",
  "资料",
  "需要",
  "获取",
  "材料",
  "内容",
  "以及",
  "我们",
  "本人",
]);

/** Everything the finders know, each only once. What one of them cannot say stops nobody from applying. */
export async function findPublished(
  db: Queryable,
  organ: PublishedBy,
  text: string,
  finders: readonly PublishedFinder[],
): Promise<readonly PublishedAnswer[]> {
  const words = tellingWords(text);
  if (words.length === 0) return [];
  const found = (await Promise.all(finders.map((find) => find(db, organ, words)))).flat();
  return found.filter(({ href }, index) => found.findIndex((other) => other.href === href) === index).slice(0, MOST);
}

/** A search for any of the words, the best match first. */
export function anyOf(words: readonly string[]) {
  return sql`to_tsquery('simple', ${words.map((word) => `'${word.replaceAll("'", "''").replaceAll("\\", "")}'`).join(" | ")})`;
}

/** Published items of the organ whose title or text has the words. `addressOf`: where the portal shows an item. */
export function itemFinder(addressOf: (organ: PublishedBy, itemId: string) => string): PublishedFinder {
  return async (db, organ, words) => {
    const query = anyOf(words);
    const rows = await db
      .selectFrom("published_item as item")
      .innerJoin("item_text as text", (join) =>
        join
          .onRef("text.agency_id", "=", "item.agency_id")
          .onRef("text.item_id", "=", "item.item_id")
          .onRef("text.text_version", "=", "item.text_version"),
      )
      .select(["item.item_id", "item.title", "item.published_on"])
      .where("item.agency_id", "=", organ.agencyId)
      .where("item.status", "=", "published")
      .where(sql<boolean>`text.search @@ ${query}`)
      .orderBy(sql`ts_rank(text.search, ${query})`, "desc")
      .limit(MOST)
      .execute();
    return rows.map(({ item_id, title, published_on }) => ({ title, href: addressOf(organ, item_id), publishedOn: published_on }));
  };
}

const ABOUT_REPORTS = /年报|年度报告|统计|收到.*申请|复议|诉讼|工作总结/;

/** The library of annual reports: how many applications an organ had and how they ended need not be asked for. */
export const reportFinder: PublishedFinder = async (_db, { name }, words) => {
  const about = words.join("");
  if (!ABOUT_REPORTS.test(about)) return [];
  return [{ title: `${name}政府信息公开工作年度报告`, href: `/reports?organ=${encodeURIComponent(name)}`, publishedOn: "" }];
};

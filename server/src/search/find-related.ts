import { type RawBuilder, sql } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";
import { LEXEME } from "./lexemes.ts";
import { segmentTokens } from "./segment-tokens.ts";
import { listWindows } from "./time-windows.ts";

/** Something public that may be what is asked for. */
export interface RelatedItem {
  readonly agency_id: number;
  readonly item_id: string;
  readonly title: string;
  readonly published_on: string;
}

const MOST_WORDS = 8;
/** Looked at closely: those with enough of the words, the newest. */
const MOST_LOOKED_AT = 200;

/** Words that stand in every request and every document, and tell nothing apart. */
const COMMON: ReadonlySet<string> = new Set(
  "政府 信息 公开 申请 关于 有关 情况 相关 文件 资料 需要 获取 材料 内容 以及 我们 本人 结果 工作 通知 全县 全市 全省 全区 本县 本市 年度 时间 具体 所有 全部 目前 进行 要求 希望 了解 知道 提供".split(
    " ",
  ),
);

/** The words of a sentence that tell it from others; years and other numbers apart, which alone say nothing. */
export function tellingTokens(text: string): { readonly words: readonly string[]; readonly numbers: readonly string[] } {
  const tokens = segmentTokens(text).filter((word) => [...word].length > 1 && !COMMON.has(word));
  const isNumber = (word: string) => /^[\p{N}年.]+$/u.test(word);
  return { words: tokens.filter((word) => !isNumber(word)).slice(0, MOST_WORDS), numbers: tokens.filter(isNumber).slice(0, 2) };
}

/**
 * Public items that have at least half of the telling words of a sentence, one of them in the title; the likeliest first. For
 * people who say what they want, where {@link regionFindResults} is for people who search. Of one organ or of all: regional.
 */
export async function regionFindRelated(
  db: Queryable,
  text: string,
  { agencyId, most }: { readonly agencyId?: number | undefined; readonly most: number },
): Promise<readonly RelatedItem[]> {
  const { words, numbers } = tellingTokens(text);
  if (words.length === 0) return [];
  const least = Math.ceil(words.length / 2);
  const enough = [
    anyOf(least === 1 ? words.map(exactly) : pairsOf(words).map(([one, other]) => allOf([exactly(one), exactly(other)]))),
    anyOf(words.map((word) => exactly(LEXEME.titleWord(word)))),
    ...(agencyId === undefined ? [] : [exactly(LEXEME.agency(agencyId))]),
  ];
  const has = (word: string) => sql`(search @@ ${exactly(word)})::int`;
  const sum = (all: readonly string[]) => (all.length === 0 ? sql`0` : sql.join(all.map(has), sql` + `));
  let needed = 0;
  for (const { lexemes, size } of await listWindows(db)) {
    if (lexemes !== undefined && size < needed) continue;
    const conditions = lexemes === undefined ? enough : [...enough, anyOf(lexemes.map(exactly))];
    const { rows } = await sql<RelatedItem & { looked_at: number }>`
      select p.agency_id, p.item_id, p.title, p.published_on, looked_at from (
        select agency_id, item_id, published_at, ${sum(words)} as found, ${sum(numbers)} as numbers,
          ${sum(words.map(LEXEME.titleWord))} as in_title, count(*) over ()::int as looked_at
        from (select agency_id, item_id, published_at, search from search_document where ${allMet(conditions)}
          order by published_at desc, item_id limit ${MOST_LOOKED_AT}) as newest
      ) as scored
      join published_item p on p.agency_id = scored.agency_id and p.item_id = scored.item_id and p.status = 'published'
      where found >= ${least}
      order by found + 2 * in_title + numbers desc, scored.published_at desc, p.item_id limit ${most}`.execute(db);
    const lookedAt = rows[0]?.looked_at;
    if (lexemes === undefined || (lookedAt ?? 0) >= MOST_LOOKED_AT) return rows.map(({ looked_at: _, ...item }) => item);
    needed = lookedAt === undefined ? 0 : (MOST_LOOKED_AT * size) / lookedAt;
  }
  return [];
}

function pairsOf(words: readonly string[]): readonly (readonly [string, string])[] {
  return words.flatMap((one, index) => words.slice(index + 1).map((other) => [one, other] as const));
}

/** A lexeme as it stands in the index, not cut again. */
function exactly(lexeme: string): RawBuilder<unknown> {
  return sql`${`'${lexeme.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`}::tsquery`;
}

/** Each asked for on its own: PostgreSQL then skips from one list of the index to where the next may meet it. */
const allMet = (queries: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  sql.join(
    queries.map((query) => sql`search @@ ${query}`),
    sql` and `,
  );
const allOf = (queries: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql`(${sql.join(queries, sql` && `)})`;
const anyOf = (queries: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql`(${sql.join(queries, sql` || `)})`;

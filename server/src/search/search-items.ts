import { type RawBuilder, sql } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";
import { LEXEME } from "./lexemes.ts";
import type { ParsedQuery } from "./parse-query.ts";
import { listWindows, type TimeWindow } from "./time-windows.ts";

export interface SearchFilter {
  readonly agencyId?: number | undefined;
  readonly genre?: string | undefined;
  readonly topic?: string | undefined;
  readonly year?: number | undefined;
  readonly normative?: string | undefined;
  readonly validity?: string | undefined;
  /** Only the policy library. */
  readonly policy?: boolean | undefined;
}

export interface Hit {
  readonly agency_id: number;
  readonly item_id: string;
  readonly genre: string;
  readonly topic: string | null;
  readonly normative: string | null;
  readonly validity: string | null;
  readonly year: number;
  readonly inTitle: boolean;
}

export interface Hits {
  /** Those with all words in the title first, then the newest first; never more than {@link MOST_HITS}. */
  readonly hits: readonly Hit[];
  /** There are more than are listed. */
  readonly isCapped: boolean;
}

/** Nobody reads on beyond this; what is found is narrowed down instead. */
export const MOST_HITS = 500;

/**
 * The public items that have all that is asked for, of one organ or of all. Looks at the newest days first and goes back
 * only as far as it must, so that a word that stands everywhere is found as quickly as a rare one. Regional.
 */
export async function regionSearchItems(
  db: Queryable,
  query: ParsedQuery,
  filter: SearchFilter,
  { windows, mostHits = MOST_HITS }: { readonly windows?: readonly TimeWindow[]; readonly mostHits?: number } = {},
): Promise<Hits> {
  const within = { windows: windows ?? (await listWindows(db, filter.year)), mostHits };
  const filters = filterLexemes(filter).map(quoteLexeme);
  const words = conditionsOf(query, (word) => word);
  if (words.length === 0) {
    const found = await look(db, filters, { ...within, phrases: [] });
    return { hits: found.rows.slice(0, mostHits).map((row) => ({ ...row, inTitle: false })), isCapped: found.isFull };
  }
  const titles = conditionsOf(query, LEXEME.titleWord);
  const inTitle = await look(db, [...filters, ...titles], { ...within, phrases: query.phrases, isTitle: true });
  const elsewhere = inTitle.isFull ? NOTHING : await look(db, [...filters, ...words], { ...within, phrases: query.phrases });
  const known = new Set(inTitle.rows.map(keyOf));
  const hits = [
    ...inTitle.rows.map((row) => ({ ...row, inTitle: true })),
    ...elsewhere.rows.filter((row) => !known.has(keyOf(row))).map((row) => ({ ...row, inTitle: false })),
  ];
  return { hits: hits.slice(0, mostHits), isCapped: inTitle.isFull || elsewhere.isFull || hits.length > mostHits };
}

/** What must be met for every part of the query: a part that can be met in one way only gives a condition for each of its words. */
function conditionsOf({ parts }: ParsedQuery, lexemeOf: (word: string) => string): readonly string[] {
  return parts.flatMap((ways) => {
    const [only = [], ...others] = ways.filter((way) => way.length > 0).map((way) => way.map((word) => quoteLexeme(lexemeOf(word))));
    return others.length === 0 ? only : [[only, ...others].map(allOf).join(" | ")];
  });
}

/** Texts read for a phrase: of all that have its words, the newest. */
const MOST_READ = 1_000;

type Row = Omit<Hit, "inTitle">;

interface Found {
  readonly rows: readonly Row[];
  /** There may be more. */
  readonly isFull: boolean;
}

const NOTHING: Found = { rows: [], isFull: false };
const keyOf = ({ agency_id: agencyId, item_id: itemId }: Row): string => `${agencyId} ${itemId}`;

interface Looked {
  readonly phrases: readonly string[];
  readonly windows: readonly TimeWindow[];
  readonly mostHits: number;
  /** Phrases count only where they stand in the title. */
  readonly isTitle?: boolean;
}

async function look(db: Queryable, conditions: readonly string[], { phrases, windows, mostHits, isTitle = false }: Looked): Promise<Found> {
  const most = phrases.length === 0 ? mostHits + 1 : MOST_READ;
  let needed = 0;
  for (const { lexemes, size } of windows) {
    if (lexemes !== undefined && size < needed) continue;
    const within = lexemes === undefined ? conditions : [...conditions, lexemes.map(quoteLexeme).join(" | ")];
    const { rows, seen } = await ask(db, within, { most, phrases, isTitle, isLast: lexemes === undefined });
    if (seen < most && lexemes !== undefined) {
      // As many in the rest as here: what is seldom is looked for everywhere at once, many months together cost more.
      needed = (1.1 * most * size) / seen;
      continue;
    }
    return { rows, isFull: seen === most || rows.length > mostHits };
  }
  return { rows: [], isFull: false };
}

interface Asked extends Pick<Looked, "phrases"> {
  readonly most: number;
  readonly isTitle: boolean;
  /** There is no wider window: fewer than `most` will do. */
  readonly isLast: boolean;
}

const COLUMNS = sql.raw("agency_id, item_id, genre, topic, normative, validity, year");

/**
 * The newest that meet all conditions and say the phrases, and how many were seen that meet the conditions. Each condition is
 * asked for on its own: PostgreSQL then skips from one list of the index to where the next may meet it, where one question of
 * many words has it weigh every entry of every list, up to ten times as slow.
 */
async function ask(
  db: Queryable,
  conditions: readonly string[],
  { most, phrases, isTitle, isLast }: Asked,
): Promise<{ readonly rows: readonly Row[]; readonly seen: number }> {
  const met = conditions.map((condition) => sql`search @@ ${condition}::tsquery`);
  const where = met.length === 0 ? sql`` : sql`where ${sql.join(met, sql` and `)}`;
  if (phrases.length === 0) {
    const { rows } = await sql<Row>`
      select ${COLUMNS} from search_document ${where} order by published_at desc, item_id limit ${most}`.execute(db);
    return { rows, seen: rows.length };
  }
  // One row at least tells how many were seen; where too few were, their texts are not read.
  const { rows } = await sql<{ [Column in keyof Row]: Row[Column] | null } & { seen: number }>`
    with found as materialized (
      select ${COLUMNS}, published_at from search_document ${where} order by published_at desc, item_id limit ${most}
    ), counted as materialized (select count(*)::int as seen from found)
    select said.*, seen from counted left join (
      select f.* from counted as enough join found f on enough.seen >= ${isLast ? 0 : most}
      join published_item p on p.agency_id = f.agency_id and p.item_id = f.item_id
      ${isTitle ? sql`` : sql`left join item_text t on t.agency_id = p.agency_id and t.item_id = p.item_id and t.text_version = p.text_version`}
      where ${sql.join(phrases.map(isTitle ? titleSays : itemSays), sql` and `)}
    ) as said on true
    order by said.published_at desc, said.item_id`.execute(db);
  return { rows: rows.filter((row): row is Row & { seen: number } => row.item_id !== null), seen: rows[0]?.seen ?? 0 };
}

const titleSays = (phrase: string): RawBuilder<boolean> => says(sql`p.title`, phrase);

/** The words stand side by side as they were typed: in the title, the summary, the text or an attachment. */
function itemSays(phrase: string): RawBuilder<boolean> {
  return sql`(${says(sql`p.title`, phrase)} or ${says(sql`p.summary`, phrase)} or ${says(sql`t.plain`, phrase)} or (p.attachments <> '[]' and exists (
    select 1 from jsonb_array_elements(p.attachments) a join file_text f on f.agency_id = p.agency_id and f.sha256 = a ->> 'sha256' where ${says(sql`f.text`, phrase)})))`;
}

/** Letters may be upper or lower case; without any, the quicker comparison will do. */
function says(column: RawBuilder<unknown>, phrase: string): RawBuilder<boolean> {
  return /[a-z]/i.test(phrase) ? sql<boolean>`strpos(lower(${column}), ${phrase}) > 0` : sql<boolean>`strpos(${column}, ${phrase}) > 0`;
}

function filterLexemes({ agencyId, genre, topic, year, normative, validity, policy }: SearchFilter): readonly string[] {
  return [
    ...(agencyId === undefined ? [] : [LEXEME.agency(agencyId)]),
    ...(genre === undefined ? [] : [LEXEME.genre(genre)]),
    ...(topic === undefined ? [] : [LEXEME.topic(topic)]),
    ...(year === undefined ? [] : [LEXEME.year(year)]),
    ...(normative === undefined ? [] : [LEXEME.normative(normative)]),
    ...(validity === undefined ? [] : [LEXEME.validity(validity)]),
    ...(policy === true ? [LEXEME.policy()] : []),
  ];
}

/** A lexeme as it stands in the index, not cut again, as PostgreSQL writes queries. */
const quoteLexeme = (lexeme: string): string => `'${lexeme.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;

const allOf = (lexemes: readonly string[]): string => `(${lexemes.join(" & ")})`;

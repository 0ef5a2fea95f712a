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
  const within = { windows: windows ?? (await listWindows(db)), mostHits };
  const filters = filterLexemes(filter).map(exactly);
  const words = query.parts.map((ways) => anyOf(ways.map((way) => allOf(way.map(exactly)))));
  if (words.length === 0) {
    const found = await look(db, filters, { ...within, phrases: [] });
    return { hits: found.rows.slice(0, mostHits).map((row) => ({ ...row, inTitle: false })), isCapped: found.isFull };
  }
  const titles = query.parts.map((ways) => anyOf(ways.map((way) => allOf(way.map((word) => exactly(LEXEME.titleWord(word)))))));
  const inTitle = await look(db, [...filters, ...titles], { ...within, phrases: query.phrases, isTitle: true });
  const elsewhere = inTitle.isFull ? NOTHING : await look(db, [...filters, ...words], { ...within, phrases: query.phrases });
  const known = new Set(inTitle.rows.map(keyOf));
  const hits = [
    ...inTitle.rows.map((row) => ({ ...row, inTitle: true })),
    ...elsewhere.rows.filter((row) => !known.has(keyOf(row))).map((row) => ({ ...row, inTitle: false })),
  ];
  return { hits: hits.slice(0, mostHits), isCapped: inTitle.isFull || elsewhere.isFull || hits.length > mostHits };
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

async function look(
  db: Queryable,
  conditions: readonly RawBuilder<unknown>[],
  { phrases, windows, mostHits, isTitle = false }: Looked,
): Promise<Found> {
  const most = phrases.length === 0 ? mostHits + 1 : MOST_READ;
  let needed = 0;
  for (const { lexemes, size } of windows) {
    if (lexemes !== undefined && size < needed) continue;
    const rows = await ask(db, lexemes === undefined ? conditions : [...conditions, anyOf(lexemes.map(exactly))], most);
    if (rows.length < most && lexemes !== undefined) {
      // As many in the rest as here: what is seldom is looked for everywhere at once, many months together cost more.
      needed = (1.1 * most * size) / rows.length;
      continue;
    }
    const kept = phrases.length === 0 ? rows : await (isTitle ? keepTitled : keepThoseThatSay)(db, rows, phrases);
    return { rows: kept, isFull: rows.length === most || kept.length > mostHits };
  }
  return { rows: [], isFull: false };
}

async function ask(db: Queryable, conditions: readonly RawBuilder<unknown>[], most: number): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select agency_id, item_id, genre, topic, normative, validity, year from search_document
    ${conditions.length === 0 ? sql`` : sql`where search @@ (${allOf(conditions)})`}
    order by published_at desc, item_id limit ${most}`.execute(db);
  return rows;
}

async function keepTitled(db: Queryable, rows: readonly Row[], phrases: readonly string[]): Promise<readonly Row[]> {
  if (rows.length === 0) return rows;
  const { rows: kept } = await sql<{ item_id: string }>`
    select p.item_id from unnest(${rows.map((row) => row.agency_id)}::int[], ${rows.map((row) => row.item_id)}::uuid[]) as asked (agency_id, item_id)
    join published_item p on p.agency_id = asked.agency_id and p.item_id = asked.item_id
    where ${sql.join(
      phrases.map((phrase) => says(sql`p.title`, phrase)),
      sql` and `,
    )}`.execute(db);
  const ids = new Set(kept.map((row) => row.item_id));
  return rows.filter((row) => ids.has(row.item_id));
}

/** Those where the words stand side by side as they were typed: in the title, the summary, the text or an attachment. */
async function keepThoseThatSay(db: Queryable, rows: readonly Row[], phrases: readonly string[]): Promise<readonly Row[]> {
  if (rows.length === 0) return rows;
  const { rows: kept } = await sql<{ item_id: string }>`
    select p.item_id from unnest(${rows.map((row) => row.agency_id)}::int[], ${rows.map((row) => row.item_id)}::uuid[]) as asked (agency_id, item_id)
    join published_item p on p.agency_id = asked.agency_id and p.item_id = asked.item_id
    left join item_text t on t.agency_id = p.agency_id and t.item_id = p.item_id and t.text_version = p.text_version
    where ${sql.join(
      phrases.map(
        (
          phrase,
        ) => sql`(${says(sql`p.title`, phrase)} or ${says(sql`p.summary`, phrase)} or ${says(sql`t.plain`, phrase)} or (p.attachments <> '[]' and exists (
          select 1 from jsonb_array_elements(p.attachments) a join file_text f on f.agency_id = p.agency_id and f.sha256 = a ->> 'sha256' where ${says(sql`f.text`, phrase)})))`,
      ),
      sql` and `,
    )}`.execute(db);
  const ids = new Set(kept.map((row) => row.item_id));
  return rows.filter((row) => ids.has(row.item_id));
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

/** A lexeme as it stands in the index, not cut again. */
function exactly(lexeme: string): RawBuilder<unknown> {
  return sql`${`'${lexeme.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`}::tsquery`;
}

const allOf = (queries: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql`(${sql.join(queries, sql` && `)})`;
const anyOf = (queries: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql`(${sql.join(queries, sql` || `)})`;

import { sql } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";
import { findSnippet, markWords, type MarkedPiece } from "./highlight.ts";
import type { ParsedQuery } from "./parse-query.ts";
import { parseQuery } from "./parse-query.ts";
import { type Hit, regionSearchItems, type SearchFilter } from "./search-items.ts";

export interface SearchRequest extends SearchFilter {
  readonly text: string;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

export interface SearchResult {
  readonly item: ResultItem;
  readonly title: readonly MarkedPiece[];
  /** Of the body, else of an attachment, else the summary. */
  readonly snippet: readonly MarkedPiece[];
  /** The attachment the snippet is of. */
  readonly attachment: string | undefined;
}

export interface ResultItem {
  readonly agency_id: number;
  readonly item_id: string;
  readonly title: string;
  readonly summary: string;
  readonly genre: string;
  readonly topic: string | null;
  readonly document_number: string | null;
  readonly index_number: string;
  readonly published_on: string;
  readonly correction_on: string | null;
  readonly normative: string | null;
  readonly validity: string | null;
}

/** How many of what was found have each value of a facet, most first. */
export type Counts = readonly { readonly value: string; readonly total: number }[];

export interface SearchResults {
  readonly results: readonly SearchResult[];
  /** How many were found; when `isCapped`, at least so many. */
  readonly total: number;
  readonly isCapped: boolean;
  readonly page: number;
  readonly pages: number;
  readonly facets: Readonly<Record<"agency" | "genre" | "topic" | "year" | "validity", Counts>>;
}

/** Searches what is public, of one organ or of all: a page of results with the words marked, and the facets of all that was found. Regional. */
export async function regionFindResults(db: Queryable, { text, page, pageSize, ...filter }: SearchRequest): Promise<SearchResults> {
  const query = parseQuery(text);
  // What has no word in it, such as a lone bracket, stands nowhere; asking for nothing lists everything.
  const asksForNoWord = text.trim() !== "" && query.parts.length === 0;
  const { hits, isCapped } = asksForNoWord ? { hits: [], isCapped: false } : await regionSearchItems(db, query, filter);
  const pages = Math.max(1, Math.ceil(hits.length / pageSize));
  const shown = Math.min(page, pages);
  return {
    results: await describe(db, query, hits.slice((shown - 1) * pageSize, shown * pageSize)),
    total: hits.length,
    isCapped,
    page: shown,
    pages,
    facets: {
      agency: countBy(hits, ({ agency_id: agencyId }) => String(agencyId)),
      genre: countBy(hits, ({ genre }) => genre),
      topic: countBy(hits, ({ topic }) => topic),
      year: countBy(hits, ({ year }) => String(year)).toSorted((a, b) => Number(b.value) - Number(a.value)),
      validity: countBy(hits, ({ validity }) => validity),
    },
  };
}

function countBy(hits: readonly Hit[], valueOf: (hit: Hit) => string | null): Counts {
  const counts = new Map<string, number>();
  for (const hit of hits) {
    const value = valueOf(hit);
    if (value !== null && value !== "") counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([value, total]) => ({ value, total })).toSorted((a, b) => b.total - a.total);
}

/** Reads what the page shows from what is public at this moment: what was withdrawn meanwhile is left out. */
async function describe(db: Queryable, { marks }: ParsedQuery, hits: readonly Hit[]): Promise<readonly SearchResult[]> {
  if (hits.length === 0) return [];
  const { rows } = await sql<ResultItem & { readonly attachments: unknown; readonly plain: string | null }>`/* by key */
    select p.agency_id, p.item_id, p.title, p.summary, p.genre, p.topic, p.document_number, p.index_number, p.published_on, p.correction_on,
      p.normative, p.validity, p.attachments, t.plain
    from unnest(${hits.map((hit) => hit.agency_id)}::int[], ${hits.map((hit) => hit.item_id)}::uuid[]) as asked (agency_id, item_id)
    join published_item p on p.agency_id = asked.agency_id and p.item_id = asked.item_id and p.status = 'published'
    left join item_text t on t.agency_id = p.agency_id and t.item_id = p.item_id and t.text_version = p.text_version`.execute(db);
  const found = hits.flatMap((hit) => rows.filter((row) => row.item_id === hit.item_id && row.agency_id === hit.agency_id));
  const results: SearchResult[] = [];
  for (const { plain, attachments, ...item } of found) {
    const body = marks.length === 0 ? undefined : findSnippet(plain ?? "", marks);
    const attached = body !== undefined || marks.length === 0 ? undefined : await findInAttachments(db, item.agency_id, attachments, marks);
    results.push({
      item,
      title: markWords(item.title, marks),
      snippet:
        body ??
        attached?.snippet ??
        markWords(item.summary === "" ? (plain ?? "").replaceAll(/\s+/g, " ").slice(0, 140) : item.summary, marks),
      attachment: attached?.name,
    });
  }
  return results;
}

async function findInAttachments(db: Queryable, agencyId: number, attachments: unknown, marks: readonly string[]) {
  const files = (Array.isArray(attachments) ? attachments : []) as readonly { sha256: string; name: string }[]; // the projection wrote them
  if (files.length === 0) return undefined;
  const texts = await db
    .selectFrom("file_text")
    .select(["sha256", "text"])
    .where("agency_id", "=", agencyId)
    .where(
      "sha256",
      "in",
      files.map(({ sha256 }) => sha256),
    )
    .execute();
  for (const { sha256, text } of texts) {
    const snippet = findSnippet(text, marks);
    if (snippet !== undefined) return { snippet, name: files.find((file) => file.sha256 === sha256)?.name };
  }
  return undefined;
}

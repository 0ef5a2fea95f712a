import { GENRES, VALIDITIES } from "../disclosures/words.ts";
import type { Ledger } from "../ledger/index.ts";
import type { App } from "../platform/http.ts";
import { type Counts, regionFindResults, type SearchResults } from "./find-results.ts";
import { SearchAnswer, SearchQuery } from "./schema.ts";

const PAGE_SIZE = 20;

interface NamedOrgan {
  readonly agency_id: number;
  readonly code: string;
  readonly name: string;
}

export interface SearchRoutesOptions {
  readonly ledger: Pick<Ledger, "db">;
  readonly organs: () => Promise<readonly NamedOrgan[]>;
}

/** Search for programs; the page /search is the portal's. */
export function searchRoutes(app: App, { ledger: { db }, organs }: SearchRoutesOptions): void {
  app.get(
    "/api/v1/search",
    {
      config: { audience: "public" },
      schema: {
        tags: ["主动公开"],
        summary: "搜索公开的政府信息",
        description:
          "检索标题、正文、文号、索引号和附件内容。空格隔开的词须同时出现；引号内的须一字不差；常见的别称一并检索。标题命中的在前，其余从新到旧，最多列出 500 条。",
        querystring: SearchQuery,
        response: { 200: SearchAnswer },
      },
    },
    async ({ query }) => {
      const all = await organs();
      const { q: text, organ, page, ...filter } = query;
      const agency = organ === undefined ? undefined : all.find(({ code }) => code === organ);
      const agencyId = organ === undefined ? undefined : (agency?.agency_id ?? -1);
      return presentSearch(text, all, await regionFindResults(db, { text, ...filter, agencyId, page, pageSize: PAGE_SIZE }));
    },
  );
}

/** What was found, for programs; codes and names of organs in place of numbers. */
export function presentSearch(query: string, organs: readonly NamedOrgan[], found: SearchResults): SearchAnswer {
  const byId = new Map(organs.map((organ) => [String(organ.agency_id), organ]));
  const label = (counts: Counts, words: Readonly<Record<string, string>>) =>
    counts.map(({ value, total }) => ({ value, label: words[value] ?? value, total }));
  return {
    query,
    total: found.total,
    isCapped: found.isCapped,
    page: found.page,
    pages: found.pages,
    results: found.results.map(({ item, title, snippet, attachment }) => {
      const organ = byId.get(String(item.agency_id));
      return {
        id: item.item_id,
        organ: organ?.code ?? "",
        organName: organ?.name ?? "",
        address: `/organs/${organ?.code ?? ""}/items/${item.item_id}`,
        title: item.title,
        titlePieces: title,
        snippet,
        attachment: attachment ?? null,
        genre: item.genre,
        topic: item.topic,
        documentNumber: item.document_number,
        indexNumber: item.index_number,
        publishedOn: item.published_on,
        normative: item.normative,
        validity: item.validity,
      };
    }),
    facets: {
      organ: found.facets.agency.flatMap(({ value, total }) => {
        const organ = byId.get(value);
        return organ === undefined ? [] : [{ value: organ.code, label: organ.name, total }];
      }),
      genre: label(found.facets.genre, GENRES),
      topic: label(found.facets.topic, {}),
      year: found.facets.year.map(({ value, total }) => ({ value, label: `${value}年`, total })),
      validity: label(found.facets.validity, VALIDITIES),
    },
  };
}

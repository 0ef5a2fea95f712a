import { regionFindResults, type SearchResults } from "../../search/index.ts";
import { presentSearch } from "../../search/routes.ts";
import { SearchQuery } from "../../search/schema.ts";
import type { App } from "../../platform/http.ts";
import { genreWords, validityWords } from "./item-words.ts";
import type { Organ } from "./organ.ts";
import { answerPage, frameOf, PUBLIC, type Site, withQuery } from "./site.ts";

const PAGE_SIZE = 20;

/** The search page and the policy library: one search, two doors. */
export function findRoutes(app: App, site: Site): void {
  const { db, render, directory } = site;
  const DOORS = [
    { base: "/search", isPolicy: false },
    { base: "/policies", isPolicy: true },
  ] as const;
  for (const { base, isPolicy } of DOORS) {
    for (const isJson of [false, true]) {
      app.get(`${base}${isJson ? ".json" : ""}`, { ...PUBLIC, schema: { hide: true, querystring: SearchQuery } }, (request, reply) =>
        answerPage(site, request, reply, { isJson }, async () => {
          const { q: text, organ: code, page, ...filter } = request.query;
          const organs = await directory.list();
          const organ = code === undefined ? undefined : organs.find((one) => one.code === code);
          const asksNothing = !isPolicy && text === "";
          const found = asksNothing
            ? undefined
            : await regionFindResults(db, {
                text,
                ...filter,
                policy: isPolicy,
                agencyId: code === undefined ? undefined : (organ?.agency_id ?? -1),
                page,
                pageSize: PAGE_SIZE,
              });
          const chosen = {
            organ: code,
            genre: filter.genre,
            topic: filter.topic,
            year: filter.year === undefined ? undefined : String(filter.year),
            validity: filter.validity,
          };
          const query = { q: text, ...chosen };
          const path = withQuery(base, { ...query, page: page === 1 ? undefined : page });
          const view = {
            frame: { ...frameOf(site, path, organ), isDemo: organs.some((one) => one.is_demo) },
            query: text,
            organ,
            facets: found === undefined ? [] : listFacets(found, organs),
            chosen,
            organOf: (agencyId: number) => organs.find((one) => one.agency_id === agencyId),
            addressOf: (changed: Readonly<Record<string, string | undefined>>) => withQuery(base, { ...query, ...changed }),
          };
          return {
            path,
            html: () =>
              isPolicy && found !== undefined ? render.renderPoliciesPage({ ...view, found }) : render.renderSearchPage({ ...view, found }),
            json: () => (found === undefined ? { query: text, total: 0, results: [] } : presentSearch(text, organs, found)),
          };
        }),
      );
    }
  }
}

function listFacets({ facets }: SearchResults, organs: readonly Organ[]) {
  return [
    {
      name: "organ",
      label: "机关",
      values: facets.agency.flatMap(({ value, total }) => {
        const organ = organs.find((one) => String(one.agency_id) === value);
        return organ === undefined ? [] : [{ value: organ.code, label: organ.short_name, total }];
      }),
    },
    { name: "genre", label: "体裁", values: facets.genre.map((one) => ({ ...one, label: genreWords(one.value) })) },
    { name: "topic", label: "主题", values: facets.topic.map((one) => ({ ...one, label: one.value })) },
    { name: "year", label: "年份", values: facets.year.map((one) => ({ ...one, label: `${one.value}年` })) },
    { name: "validity", label: "有效性", values: facets.validity.map((one) => ({ ...one, label: validityWords(one.value) })) },
  ];
}

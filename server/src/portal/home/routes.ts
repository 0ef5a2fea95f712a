import type { App } from "../../platform/http.ts";
import { isOpen, type Organ } from "../disclosures/organ.ts";
import { regionCountItems, regionListNewest } from "../disclosures/queries.ts";
import { answerPage, frameOf, PUBLIC, type Site } from "../disclosures/site.ts";

const NEWEST = 12;

/** The front page. */
export function homeRoutes(app: App, site: Site): void {
  const load = async () => {
    const [all, counts, newest] = await Promise.all([site.directory.list(), regionCountItems(site.db), regionListNewest(site.db, NEWEST)]);
    const organs = all.filter(isOpen).map((organ) => ({ organ, total: counts.get(organ.agency_id) ?? 0 }));
    const total = organs.reduce((sum, one) => sum + one.total, 0);
    const lead = findLead(all.filter(isOpen));
    const frame = { ...frameOf(site, "/", undefined), isDemo: all.some((organ) => organ.is_demo) };
    return {
      path: "/",
      html: () =>
        site.render.renderHomePage({ frame, lead, organs, total, newest, organOf: (id) => all.find((organ) => organ.agency_id === id) }),
      json: () => ({
        total,
        organs: organs.map(({ organ: { code, name }, total: ofOrgan }) => ({ code, name, total: ofOrgan, address: `/organs/${code}` })),
        newest: newest.map((item) => ({
          ...presentListed(item),
          address: `/organs/${all.find(({ agency_id: id }) => id === item.agency_id)?.code ?? ""}/items/${item.item_id}`,
        })),
      }),
    };
  };
  for (const [path, isJson] of [
    ["/", false],
    ["/index.json", true],
  ] as const) {
    app.get(path, PUBLIC, (request, reply) => answerPage(site, request, reply, { isJson }, load));
  }
}

/** The government the site is of: the organ that leads others and is led by none. */
function findLead(organs: readonly Organ[]): Organ | undefined {
  const numbers = new Set(organs.map(({ agency_id: id }) => id));
  const tops = organs.filter(({ parent_id: parent }) => parent === null || !numbers.has(parent));
  return tops.find((top) => organs.some(({ parent_id: parent }) => parent === top.agency_id)) ?? (tops.length === 1 ? tops[0] : undefined);
}

function presentListed(item: {
  item_id: string;
  title: string;
  genre: string;
  document_number: string | null;
  published_on: string;
  validity: string | null;
}) {
  return {
    id: item.item_id,
    title: item.title,
    genre: item.genre,
    documentNumber: item.document_number,
    publishedOn: item.published_on,
    validity: item.validity,
  };
}

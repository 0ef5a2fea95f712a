import { z } from "zod";
import { type PublicItem, listPublicItems } from "../../disclosures/index.ts";
import { findStatutoryNode } from "../../disclosures/statutory-catalogue.ts";
import { httpDate } from "../../platform/answer-cached.ts";
import type { App } from "../../platform/http.ts";
import { Chosen } from "../../search/schema.ts";
import { OrganParams } from "./organ-routes.ts";
import { listAddresses, regionCountItems, regionListNewest, SITEMAP_SIZE } from "./queries.ts";
import { answerMissing, PUBLIC, scopeOf, type Site } from "./site.ts";

const MOST_IN_FEED = 50;

/** RSS of all organs, of each organ and of each of its columns; sitemaps of every item. */
export function feedRoutes(app: App, site: Site): void {
  const { db, directory, cache, origin } = site;

  app.get("/feed.xml", PUBLIC, async (request, reply) => {
    const version = cache.version();
    const [items, organs] = await Promise.all([regionListNewest(db, MOST_IN_FEED), directory.list()]);
    const lines = items.flatMap((item) => {
      const organ = organs.find(({ agency_id: id }) => id === item.agency_id);
      return organ === undefined
        ? []
        : [{ ...item, address: `${origin()}/organs/${organ.code}/items/${item.item_id}`, category: organ.name, isDemo: organ.is_demo }];
    });
    const make = () => writeFeed({ title: "新公开的政府信息", link: `${origin()}/`, own: `${origin()}/feed.xml`, items: lines });
    return cache.answer(request, reply, version, { type: "rss", key: "/feed.xml", make });
  });

  app.get(
    "/organs/:organ/feed.xml",
    {
      ...PUBLIC,
      schema: { hide: true, params: OrganParams, querystring: z.object({ node: Chosen(20) }) },
    },
    async (request, reply) => {
      const organ = await directory.find(request.params.organ);
      const { node } = request.query;
      const found = node === undefined ? undefined : findStatutoryNode(node);
      if (organ === undefined || (node !== undefined && found === undefined)) return answerMissing(site, reply);
      const scope = scopeOf(organ);
      const version = cache.version(scope);
      const { items } = await listPublicItems(db, organ.agency_id, { statutory: node, page: 1, pageSize: MOST_IN_FEED });
      const own = `/organs/${organ.code}/feed.xml${node === undefined ? "" : `?node=${node}`}`;
      const make = () =>
        writeFeed({
          title: `${organ.name}：${found?.label ?? "新公开的信息"}`,
          link: `${origin()}/organs/${organ.code}`,
          own: origin() + own,
          items: items.map((item) => ({
            ...item,
            address: `${origin()}/organs/${organ.code}/items/${item.item_id}`,
            category: found?.label ?? organ.name,
            isDemo: organ.is_demo,
          })),
        });
      return cache.answer(request, reply, version, { type: "rss", key: own, make }, scope);
    },
  );

  app.get("/sitemap-items.xml", PUBLIC, async (request, reply) => {
    const version = cache.version();
    const [organs, counts] = await Promise.all([directory.list(), regionCountItems(db)]);
    const maps = organs.flatMap((organ) =>
      Array.from(
        { length: Math.max(1, Math.ceil((counts.get(organ.agency_id) ?? 0) / SITEMAP_SIZE)) },
        (_, index) => `${origin()}/organs/${organ.code}/sitemap.xml${index === 0 ? "" : `?page=${index + 1}`}`,
      ),
    );
    const make = () => `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${maps.map((address) => `<sitemap><loc>${escapeXml(address)}</loc></sitemap>`).join("\n")}
</sitemapindex>
`;
    return cache.answer(request, reply, version, { type: "xml", key: "/sitemap-items.xml", make });
  });

  app.get(
    "/organs/:organ/sitemap.xml",
    {
      ...PUBLIC,
      schema: {
        hide: true,
        params: OrganParams,
        querystring: z.object({ page: z.coerce.number().int().min(1).max(1_000).catch(1).default(1) }),
      },
    },
    async (request, reply) => {
      const organ = await directory.find(request.params.organ);
      if (organ === undefined) return answerMissing(site, reply);
      const scope = scopeOf(organ);
      const version = cache.version(scope);
      const items = await listAddresses(db, organ.agency_id, request.query.page);
      const base = `${origin()}/organs/${organ.code}`;
      const parts =
        request.query.page > 1
          ? []
          : ["", "/guide", "/systems", "/items", "/reports"].map((part) => `<url><loc>${base}${part}</loc></url>`);
      const make = () => `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${[...parts, ...items.map(({ item_id: id, changed }) => `<url><loc>${base}/items/${id}</loc><lastmod>${changed}</lastmod></url>`)].join("\n")}
</urlset>
`;
      return cache.answer(
        request,
        reply,
        version,
        { type: "xml", key: `/organs/${organ.code}/sitemap.xml?page=${request.query.page}`, make },
        scope,
      );
    },
  );
}

interface FeedLine extends Pick<PublicItem, "item_id" | "title"> {
  readonly published_at: string;
  readonly summary: string;
  readonly hash: string;
  readonly address: string;
  readonly category: string;
  readonly isDemo: boolean;
}

function writeFeed({
  title,
  link,
  own,
  items,
}: {
  readonly title: string;
  readonly link: string;
  readonly own: string;
  readonly items: readonly FeedLine[];
}): string {
  const lines = items.map(
    (item) => `<item>
<title>${escapeXml((item.isDemo ? "【演示数据】" : "") + item.title)}</title>
<link>${escapeXml(item.address)}</link>
<guid isPermaLink="false">sha256:${item.hash}</guid>
<pubDate>${httpDate(item.published_at)}</pubDate>
<category>${escapeXml(item.category)}</category>
<description>${escapeXml(item.summary)}</description>
</item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${escapeXml(title)}</title>
<link>${escapeXml(link)}</link>
<atom:link href="${escapeXml(own)}" rel="self" type="application/rss+xml"/>
<description>${escapeXml(title)}</description>
<language>zh-CN</language>
${lines.join("\n")}
</channel>
</rss>
`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

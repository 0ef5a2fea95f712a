import { composeTitle } from "@gongkai/annual-report";
import { httpDate } from "../platform/answer-cached.ts";
import { keyOf, type PublishedReport } from "./published-report.ts";
import { instantOf, type Shelf } from "./shelf.ts";

const MOST_IN_FEED = 50;

/** The latest reports as RSS 2.0. `origin`: the site's address without a final slash. */
export function writeFeed(shelf: Shelf, origin: string): string {
  const latest = shelf.reports.toSorted((a, b) => instantOf(b.recordedAt) - instantOf(a.recordedAt)).slice(0, MOST_IN_FEED);
  const items = latest.map(
    (published) => `<item>
<title>${escapeXml(mark(published) + composeTitle(published.report))}</title>
<link>${escapeXml(`${origin}/reports/${keyOf(published)}`)}</link>
<guid isPermaLink="false">sha256:${published.hash}</guid>
<pubDate>${httpDate(published.recordedAt)}</pubDate>
<category>${escapeXml(published.organ.name)}</category>
<description>${escapeXml(`${published.organ.name}，${published.report.year}年度，${published.report.edition}年版格式。`)}</description>
</item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>年报库 - 新发布的政府信息公开工作年度报告</title>
<link>${escapeXml(`${origin}/reports`)}</link>
<atom:link href="${escapeXml(`${origin}/reports/feed.xml`)}" rel="self" type="application/rss+xml"/>
<description>各机关新发布的政府信息公开工作年度报告</description>
<language>zh-CN</language>
${shelf.changedAt === undefined ? "" : `<lastBuildDate>${httpDate(shelf.changedAt)}</lastBuildDate>\n`}${items.join("\n")}
</channel>
</rss>
`;
}

/** Every page of the library for search engines. */
export function writeSitemap(shelf: Shelf, origin: string): string {
  const dayOf = (published: PublishedReport | undefined): string =>
    published === undefined ? "" : `<lastmod>${published.publishedOn}</lastmod>`;
  const addresses: readonly (readonly [string, PublishedReport | undefined])[] = [
    ["/check-up", undefined],
    ["/reports", undefined],
    ["/reports/region", undefined],
    ["/reports/data", undefined],
    ...shelf.organs.map(({ organ, reports }) => [`/reports/${organ.slug}`, reports.at(-1)] as const),
    ...shelf.reports.map((published) => [`/reports/${keyOf(published)}`, published] as const),
  ];
  const entries = addresses.map(([path, published]) => `<url><loc>${escapeXml(origin + path)}</loc>${dayOf(published)}</url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join("\n")}
</urlset>
`;
}

/** Everything public may be found; combinations of two reports and searches lead nowhere new. */
export function writeRobots(origin: string): string {
  return `User-agent: *
Disallow: /reports/compare
Disallow: /reports?*
Disallow: /api/
Disallow: /search
Disallow: /verify?*

Sitemap: ${origin}/sitemap.xml
Sitemap: ${origin}/sitemap-items.xml
`;
}

function mark({ demo }: PublishedReport): string {
  return demo === undefined ? "" : "【示例数据】";
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

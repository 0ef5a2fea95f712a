import { compareReports, composeTitle, type Report } from "@gongkai/annual-report";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../platform/http.ts";
import type { Settings } from "../settings.ts";
import { asksForView, loadPortalPages } from "../portal/index.ts";
import { createAnswerCache } from "../platform/answer-cached.ts";
import { contentHash } from "./canonical-json.ts";
import { checkPublished } from "./check-published.ts";
import { DOWNLOAD_FORMATS, DOWNLOADS } from "./downloads.ts";
import { KEY_FIGURES, keyFiguresOf } from "./key-figures.ts";
import type { Library } from "./library.ts";
import { LICENCE } from "./licence.ts";
import { listReports, type Order, type Sort } from "./list-reports.ts";
import { nearestOrgans } from "./nearest-organs.ts";
import { ComparePageQuery, ListPageQuery, PageParams, RegionPageQuery, VerifyPageQuery } from "./page-query.ts";
import { publishedAt } from "./published-at.ts";
import { asReport, keyOf, type PublishedReport } from "./published-report.ts";
import { LEVELS } from "./schema.ts";
import { sumRegion } from "./sum-region.ts";
import { CSV_COLUMNS } from "./write-csv.ts";

const PUBLIC = { config: { audience: "public" }, schema: { hide: true } } as const;
const HTML = "text/html; charset=utf-8";
const PAGE_SIZE = 20;
/** What a reader expects first: the newest year, the names from the beginning, the latest, the most. */
const USUAL_ORDER = { year: "desc", organ: "asc", published: "desc", received: "desc" } as const satisfies Record<Sort, Order>;

export interface PageRoutesOptions {
  readonly library: Library;
  readonly origin: () => string;
  readonly settings: Pick<Settings, "siteName" | "siteIdCode">;
}

/** The library's pages. All work without script, and are made once for each state of the shelf. */
export async function libraryPageRoutes(app: App, { library, origin, settings }: PageRoutesOptions): Promise<void> {
  const { assets, render } = await loadPortalPages(settings);
  const answers = createAnswerCache();
  const version = () => `${origin()} ${library.shelf().version}`;
  const frame = (path: string) => ({ assets, origin: origin(), path, isDemo: library.isDemo() });

  /** `path` is the canonical address: the same page under other spellings of the query is made once. */
  function page(request: FastifyRequest, reply: FastifyReply, path: string, make: () => string): FastifyReply | Promise<FastifyReply> {
    const isUnfinished = asksForView(request);
    return answers.answer(request, reply, {
      key: path,
      version: version(),
      type: HTML,
      make,
      isUnfinished,
      vary: "cookie",
    });
  }

  // Most pages were asked for before under the very same address: those go out before it is read again.
  app.recallFirst((asked) => {
    const finished = answers.recall(asked, version);
    return finished === undefined || asksForView(asked) ? undefined : finished;
  });

  function missing(reply: FastifyReply, asked: string, message?: string, found = nearestOrgans(library.shelf(), asked)): FastifyReply {
    return reply
      .code(404)
      .header("cache-control", "no-store")
      .type(HTML)
      .send(render.renderMissingPage({ frame: frame("/reports"), asked: asked.slice(0, 100), message, organs: found }));
  }

  app.get("/reports", { ...PUBLIC, schema: { hide: true, querystring: ListPageQuery } }, (request, reply) => {
    const shelf = library.shelf();
    const { sort, order = USUAL_ORDER[sort], ...query } = request.query;
    const address = (number: number): string =>
      withQuery("/reports", {
        ...query,
        sort: sort === "year" ? undefined : sort,
        order: order === USUAL_ORDER[sort] ? undefined : order,
        page: number === 1 ? undefined : number,
      });
    return page(request, reply, address(query.page), () => {
      const listed = listReports(shelf, query, { sort, order, page: query.page, pageSize: PAGE_SIZE });
      return render.renderListPage({
        frame: frame(address(listed.page)),
        query: { ...query, sort, order },
        usualOrder: USUAL_ORDER,
        listed,
        rows: listed.reports.map((published) => ({
          published,
          figures: keyFiguresOf(published.report),
          title: composeTitle(published.report),
        })),
        years: shelf.years,
        regions: shelf.regions,
        levels: LEVELS,
        organCount: shelf.organs.length,
        reportCount: shelf.reports.length,
      });
    });
  });

  app.get("/reports/data", PUBLIC, (request, reply) =>
    page(request, reply, "/reports/data", () =>
      render.renderDataPage({ frame: frame("/reports/data"), columns: CSV_COLUMNS, licence: LICENCE }),
    ),
  );

  app.get("/reports/region", { ...PUBLIC, schema: { hide: true, querystring: RegionPageQuery } }, (request, reply) => {
    const shelf = library.shelf();
    const { region, level, edition } = request.query;
    const year = request.query.year ?? shelf.years[0];
    const path = withQuery("/reports/region", { year, region, level, edition });
    return page(request, reply, path, () =>
      render.renderRegionPage({
        frame: frame(path),
        sum: year === undefined ? undefined : sumRegion(shelf, { year, region, level, edition }),
        edition,
        years: shelf.years,
        regions: shelf.regions,
        levels: LEVELS,
      }),
    );
  });

  app.get("/reports/compare", { ...PUBLIC, schema: { hide: true, querystring: ComparePageQuery } }, (request, reply) => {
    const shelf = library.shelf();
    const { show } = request.query;
    const [a, b] = [request.query.a, request.query.b].map((key) => findByKey(key));
    const path = withQuery("/reports/compare", { a: request.query.a, b: request.query.b, show });
    return page(request, reply, path, () =>
      render.renderComparePage({
        frame: frame(path),
        asked: { a: request.query.a, b: request.query.b },
        sides: a === undefined || b === undefined ? undefined : { a: sideOf(a), b: sideOf(b) },
        comparison: a === undefined || b === undefined ? undefined : compareReports(asReport(a), asReport(b)),
        isAll: show === "all",
        keyFigures: KEY_FIGURES,
        organs: shelf.organs,
      }),
    );
  });

  app.get("/reports/:organ", { ...PUBLIC, schema: { hide: true, params: PageParams } }, (request, reply) => {
    const shelf = library.shelf();
    const asked = request.params.organ;
    const found = shelf.findOrgan(asked);
    if (found === undefined) {
      const named = shelf.organs.find(({ organ }) => organ.name === asked);
      return named === undefined ? missing(reply, asked) : reply.redirect(`/reports/${named.organ.slug}`, 301);
    }
    const path = `/reports/${found.organ.slug}`;
    return page(request, reply, path, () =>
      render.renderOrganPage({
        frame: frame(path),
        found,
        levels: LEVELS,
        keyFigures: KEY_FIGURES,
        years: found.reports.map((published) => ({
          published,
          figures: keyFiguresOf(published.report),
          title: composeTitle(published.report),
        })),
      }),
    );
  });

  app.get("/reports/:organ/:year", { ...PUBLIC, schema: { hide: true, params: PageParams } }, (request, reply) => {
    const found = findReport(request.params);
    if (found === undefined) return missingReport(reply, request.params);
    const shelf = library.shelf();
    const path = `/reports/${keyOf(found)}`;
    return page(request, reply, path, () =>
      render.renderReportPage({
        frame: frame(path),
        ...sideOf(found),
        publishedAt: publishedAt(found),
        levels: LEVELS,
        findings: checkPublished(shelf, found),
        previous: shelf.findReport(found.organ.slug, found.report.year - 1),
        next: shelf.findReport(found.organ.slug, found.report.year + 1),
        downloads: DOWNLOAD_FORMATS.map((format) => ({ format, name: DOWNLOADS[format].name })),
      }),
    );
  });

  app.get(
    "/reports/:organ/:year/verify",
    { ...PUBLIC, schema: { hide: true, params: PageParams, querystring: VerifyPageQuery } },
    async (request, reply) => {
      const found = findReport(request.params);
      if (found === undefined) return missingReport(reply, request.params);
      // What is kept may have been changed behind the server's back: the answer is worked out anew each time.
      const kept = await library.reread(found.organ.slug, found.report.year);
      return reply
        .type(HTML)
        .header("cache-control", "no-store")
        .send(
          render.renderVerifyPage({
            frame: frame(`/reports/${keyOf(found)}/verify`),
            ...sideOf(found),
            shown: found.hash,
            computed: kept === undefined ? undefined : contentHash(kept),
            asked: request.query.hash === "" ? undefined : request.query.hash,
          }),
        );
    },
  );

  function findByKey(key: string | undefined): PublishedReport | undefined {
    const [, organ = "", year] = /^([^/]+)\/(\d{4})$/.exec(key ?? "") ?? [];
    return findReport({ organ, year });
  }

  function findReport({ organ, year = "" }: PageParams): PublishedReport | undefined {
    return /^\d{4}$/.test(year) ? library.shelf().findReport(organ, Number(year)) : undefined;
  }

  function missingReport(reply: FastifyReply, { organ, year = "" }: PageParams): FastifyReply {
    const known = library.shelf().findOrgan(organ);
    if (known === undefined) return missing(reply, organ);
    return missing(reply, `${known.organ.name} ${year}`, `年报库里没有${known.organ.name}这一年度的报告。`, [known]);
  }
}

type PageParams = { organ: string; year?: string | undefined };

function sideOf(published: PublishedReport): {
  published: PublishedReport;
  report: Report;
  title: string;
  figures: ReturnType<typeof keyFiguresOf>;
} {
  return { published, report: asReport(published), title: composeTitle(published.report), figures: keyFiguresOf(published.report) };
}

function withQuery(path: string, values: Readonly<Record<string, string | number | undefined>>): string {
  const query = new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
  return query.size === 0 ? path : `${path}?${query.toString().replaceAll("%2F", "/")}`;
}

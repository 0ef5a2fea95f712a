import type { FastifyReply } from "fastify";
import { z } from "zod";
import type { App } from "../platform/http.ts";
import { createAnswerCache, httpDate, isKnown } from "../platform/answer-cached.ts";
import { createDownloadCache, DOWNLOAD_FORMATS, downloadName, DOWNLOADS } from "./downloads.ts";
import type { Library } from "./library.ts";
import { Slug, Year } from "./schema.ts";
import { writeFeed, writeRobots, writeSitemap } from "./write-feed.ts";

const PUBLIC = { config: { audience: "public" }, schema: { hide: true } } as const;

const FileParams = z.object({ organ: Slug, year: Year, format: z.enum(DOWNLOAD_FORMATS) });

export interface FileRoutesOptions {
  readonly library: Library;
  /** The site's address without a final slash; asked with every answer, for it may be known only once the server listens. */
  readonly origin: () => string;
}

/** The reports as files, and what machines look for beside the pages: feed, sitemap, robots. */
export function libraryFileRoutes(app: App, { library, origin }: FileRoutesOptions): void {
  const downloads = createDownloadCache();
  const { answer } = createAnswerCache();

  app.get(
    "/reports/:organ/:year/report.:format",
    { ...PUBLIC, schema: { hide: true, params: FileParams } },
    async (request, reply): Promise<FastifyReply> => {
      const { organ, year, format } = request.params;
      const published = library.shelf().findReport(organ, year);
      if (published === undefined) {
        reply.callNotFound();
        return reply;
      }
      const { bytes, etag } = await downloads.get(published, format);
      reply.header("etag", etag).header("last-modified", httpDate(published.recordedAt)).header("cache-control", "no-cache");
      if (isKnown(request, etag, published.recordedAt)) return reply.code(304).send();
      const name = encodeURIComponent(downloadName(published, format));
      return reply
        .type(DOWNLOADS[format].type)
        .header("content-disposition", `attachment; filename="${organ}-${year}.${format}"; filename*=UTF-8''${name}`)
        .send(bytes);
    },
  );

  const texts = [
    ["/reports/feed.xml", "application/rss+xml; charset=utf-8", () => writeFeed(library.shelf(), origin())],
    ["/sitemap.xml", "application/xml; charset=utf-8", () => writeSitemap(library.shelf(), origin())],
    ["/robots.txt", "text/plain; charset=utf-8", () => writeRobots(origin())],
  ] as const;
  for (const [path, type, make] of texts) {
    app.get(path, PUBLIC, (request, reply) => {
      const { version, changedAt } = library.shelf();
      return answer(request, reply, { key: `${path} ${origin()}`, version, changedAt, type, make });
    });
  }
}

import type { FastifyReply, FastifyRequest } from "fastify";
import type { Shelf } from "../../library/index.ts";
import type { Queryable } from "../../platform/database/open-database.ts";
import type { FileStore } from "../../platform/files/file-store.ts";
import type { App } from "../../platform/http.ts";
import type { Dependencies } from "../../slices.ts";
import { loadPortalPages, type PortalPages } from "../portal-pages.ts";
import { createPageCache, type MadePage, type PageCache, acceptsJson, type Scope } from "./page-cache.ts";
import type { Organ } from "./organ.ts";
import { openOrganDirectory, type OrganDirectory } from "./organ-directory.ts";

/** What the pages of this folder are made with. */
export interface Site extends PortalPages {
  readonly db: Queryable;
  readonly files: FileStore;
  readonly cache: PageCache;
  readonly directory: OrganDirectory;
  /** The site's address without a final slash. */
  readonly origin: () => string;
  /** The library's shelf; undefined where the library is not part of the server. */
  readonly shelf: () => Shelf | undefined;
  /** Today in Asia/Shanghai. */
  readonly today: () => string;
  readonly uploadMaxMb: number;
}

export async function openSite(app: App, { ledger, files, clock, settings, itemsWatch }: Dependencies): Promise<Site> {
  const { assets, render } = await loadPortalPages(settings);
  // Never taken from the request: a page is kept and shown to others, and its canonical address must be ours.
  let known = settings.baseUrl;
  const origin = (): string => {
    if (known === undefined && app.server.listening) known = app.listeningOrigin; // does not change any more
    return known ?? `http://${settings.host}:${settings.port}`;
  };
  const shelf = (): Shelf | undefined => (app.hasDecorator("reportShelf") ? app.reportShelf() : undefined);
  const cache = createPageCache(itemsWatch, () => `${clock.today()} ${origin()} ${shelf()?.version ?? ""}`);
  const directory = openOrganDirectory(ledger.db, itemsWatch);
  recallPages(app, cache, directory);
  return {
    assets,
    render,
    db: ledger.db,
    files,
    cache,
    directory,
    origin,
    shelf,
    today: () => clock.today(),
    uploadMaxMb: settings.uploadMaxMb,
  };
}

export const PUBLIC = { config: { audience: "public" }, schema: { hide: true } } as const;
export const HTML = "text/html; charset=utf-8";
export const JSON_TYPE = "application/json; charset=utf-8";

/** What a page is, as HTML and as JSON: whichever is asked for is made. */
export interface LoadedPage {
  /** Canonical address. */
  readonly path: string;
  readonly html: () => string;
  readonly json: () => unknown;
  /** It was withdrawn: told each time anew, so that caches and search engines forget it. */
  readonly isGone?: boolean;
}

/** Takes `.json` from the end of an address's last part. */
export function splitJson(part: string): { readonly name: string; readonly isJson: boolean } {
  return part.endsWith(".json") ? { name: part.slice(0, -5), isJson: true } : { name: part, isJson: false };
}

/** Most pages were asked for before under the very same address: they go out before it is read again. */
function recallPages(app: App, cache: PageCache, directory: OrganDirectory): void {
  app.recallFirst((asked) => {
    const code = /^\/organs\/([^/?]+)/.exec(asked.url)?.[1];
    const organ = code === undefined ? undefined : directory.recall(code);
    return code === undefined || organ !== undefined ? cache.recall(asked, organ && scopeOf(organ)) : undefined;
  });
}

export const scopeOf = ({ code, agency_id: agencyId }: Organ): Scope => ({ code, agencyId });

/** Loads a page and answers it, remembered until something changes. `undefined`: there is no such page. */
export async function answerPage(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  { organ, isJson }: { readonly organ?: Organ | undefined; readonly isJson: boolean },
  load: () => Promise<LoadedPage | undefined>,
): Promise<FastifyReply> {
  const scope = organ === undefined ? undefined : scopeOf(organ);
  const version = site.cache.version(scope); // before anything is read
  const page = await load();
  if (page === undefined) return answerMissing(site, reply);
  const wantsJson = isJson || acceptsJson(request);
  if (page.isGone === true) {
    reply.code(410).header("cache-control", "no-store");
    return wantsJson ? reply.type(JSON_TYPE).send(JSON.stringify(page.json())) : reply.type(HTML).send(page.html());
  }
  const made: MadePage = wantsJson
    ? { type: "json", key: page.path, make: () => JSON.stringify(page.json()) }
    : { type: "html", key: page.path, make: page.html };
  return site.cache.answer(request, reply, version, made, scope);
}

/** The same for what never was, what is a draft and what is gone: nobody learns which. */
export function answerMissing(site: Site, reply: FastifyReply): FastifyReply {
  const { request } = reply;
  if (acceptsJson(request) || /\.json(?:\?|$)/.test(request.url)) {
    const problem = { status: 404, error: "not-found", message: "没有找到公开的内容，请检查网址是否完整。", requestId: request.id };
    return reply.code(404).header("cache-control", "no-store").type(JSON_TYPE).send(JSON.stringify(problem));
  }
  const frame = { assets: site.assets, origin: site.origin(), path: "/organs", isDemo: false };
  return reply.code(404).header("cache-control", "no-store").type(HTML).send(site.render.renderDisclosureMissingPage({ frame }));
}

export function frameOf(site: Site, path: string, organ: Organ | undefined) {
  return { assets: site.assets, origin: site.origin(), path, isDemo: organ?.is_demo ?? false };
}

export function withQuery(path: string, values: Readonly<Record<string, string | number | undefined>>): string {
  const query = new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) => (value === undefined || value === "" ? [] : [[name, String(value)]])),
  );
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}

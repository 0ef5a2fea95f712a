import QRCode from "qrcode";
import { z } from "zod";
import {
  addressPictures,
  findPublicAttachment,
  findPublicItem,
  findPublishedRecord,
  listPublicCatalogue,
  listPublicItems,
  listPublicKeys,
  type PublicItem,
  type PublicItemQuery,
} from "../../disclosures/index.ts";
import { findStatutoryNode } from "../../disclosures/statutory-catalogue.ts";
import { isKnown } from "../../platform/answer-cached.ts";
import type { App } from "../../platform/http.ts";
import { Chosen } from "../../search/schema.ts";
import { inShanghai } from "./in-shanghai.ts";
import { genreWords, validityWords } from "./item-words.ts";
import { acceptsJson } from "./page-cache.ts";
import { countNodes, OrganParams } from "./organ-routes.ts";
import { presentItem } from "./present-item.ts";
import type { Organ } from "./organ.ts";
import { countFacets } from "./queries.ts";
import { answerMissing, answerPage, frameOf, type LoadedPage, PUBLIC, type Site, splitJson, withQuery } from "./site.ts";

const PAGE_SIZE = 20;
const Uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Pictures a browser shows; anything else is only ever downloaded. */
const PICTURES: readonly string[] = ["image/png", "image/jpeg", "image/gif", "image/webp"];

/** What makes no sense is left out, not refused: people change addresses by hand. */
const ItemsQuery = z.object({
  node: Chosen(20).transform((node) => (node === undefined ? undefined : findStatutoryNode(node)?.id)),
  entry: z.string().regex(Uuid).optional().catch(undefined),
  genre: Chosen(40),
  topic: Chosen(60),
  year: z.coerce.number().int().min(1900).max(2999).optional().catch(undefined),
  validity: Chosen(20),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
});

const ItemParams = OrganParams.extend({ item: z.string().max(60) });
const FileParams = ItemParams.extend({ file: z.string().regex(/^[0-9a-f]{64}$/) });

/** The list of an organ's items, each item, its files and its QR code. */
export function itemRoutes(app: App, site: Site): void {
  const { db, render, directory, files } = site;

  for (const [ending, isJson] of [
    ["", false],
    [".json", true],
  ] as const) {
    app.get(
      `/organs/:organ/items${ending}`,
      { ...PUBLIC, schema: { hide: true, params: OrganParams, querystring: ItemsQuery } },
      async (request, reply) => {
        const organ = await directory.find(request.params.organ);
        if (organ === undefined) return answerMissing(site, reply);
        const { node, page: asked, ...filter } = request.query;
        return answerPage(site, request, reply, { organ, isJson }, async () => {
          const [{ items, total, page }, whole, ofNode, catalogue] = await Promise.all([
            listPage(db, organ, { statutory: node, ...filter, page: asked, pageSize: PAGE_SIZE }),
            countFacets(db, organ.agency_id),
            node === undefined ? undefined : countFacets(db, organ.agency_id, node),
            listPublicCatalogue(db, organ.agency_id),
          ]);
          const facets = ofNode ?? whole;
          const query = { node, ...filter, year: filter.year === undefined ? undefined : String(filter.year) };
          const base = `/organs/${organ.code}/items`;
          const path = withQuery(base, { ...query, page: page === 1 ? undefined : page });
          return {
            path,
            html: () =>
              render.renderItemsPage({
                frame: frameOf(site, path, organ),
                organ,
                nodes: countNodes(organ, whole.statutory),
                chosenNode: node === undefined ? undefined : findStatutoryNode(node),
                entries: node === undefined ? [] : catalogue.filter(({ statutory }) => statutory === node),
                chosen: { ...query, page: undefined, node: undefined },
                facets: [
                  { name: "genre", label: "体裁", values: facets.genre.map((one) => ({ ...one, label: genreWords(one.value) })) },
                  { name: "topic", label: "主题", values: facets.topic.map((one) => ({ ...one, label: one.value })) },
                  { name: "year", label: "年份", values: facets.year.map((one) => ({ ...one, label: `${one.value}年` })) },
                  {
                    name: "validity",
                    label: "有效性",
                    values: facets.validity.map((one) => ({ ...one, label: validityWords(one.value) })),
                  },
                ],
                items,
                total,
                page,
                pages: Math.ceil(total / PAGE_SIZE),
                addressOf: (changed) => withQuery(base, { ...query, ...changed }),
              }),
            json: () => ({
              organ: organ.code,
              total,
              page,
              pageSize: PAGE_SIZE,
              facets,
              items: items.map((item) => presentItem(organ, item)),
            }),
          };
        });
      },
    );
  }

  app.get("/organs/:organ/items/:item", { ...PUBLIC, schema: { hide: true, params: ItemParams } }, async (request, reply) => {
    const organ = await directory.find(request.params.organ);
    const { name: itemId, isJson } = splitJson(request.params.item);
    if (organ === undefined || !Uuid.test(itemId)) return answerMissing(site, reply);
    return answerPage(site, request, reply, { organ, isJson }, () =>
      loadItem(site, organ, itemId, { withRecord: isJson || acceptsJson(request) }),
    );
  });

  app.get("/organs/:organ/items/:item/qr.svg", { ...PUBLIC, schema: { hide: true, params: ItemParams } }, async (request, reply) => {
    const organ = await directory.find(request.params.organ);
    const itemId = request.params.item;
    if (organ === undefined || !Uuid.test(itemId)) return answerMissing(site, reply);
    // Only the address is in it: it may be drawn for any, and tells nothing.
    const svg = await QRCode.toString(`${site.origin()}/organs/${organ.code}/items/${itemId}`, {
      type: "svg",
      margin: 1,
      errorCorrectionLevel: "M",
    });
    return reply.header("cache-control", "public, max-age=86400").type("image/svg+xml").send(svg);
  });

  app.get("/organs/:organ/items/:item/files/:file", { ...PUBLIC, schema: { hide: true, params: FileParams } }, async (request, reply) => {
    const { item: itemId, file: sha256 } = request.params;
    const organ = await directory.find(request.params.organ);
    if (organ === undefined || !Uuid.test(itemId)) return answerMissing(site, reply);
    // Asked each time, and of the database: a file is gone in the moment its item is.
    const found = await findPublicAttachment(db, organ.agency_id, { itemId, sha256 });
    const kept = found === undefined ? undefined : await files.stream(sha256);
    if (found === undefined || kept === undefined) return answerMissing(site, reply);
    const etag = `"${sha256.slice(0, 32)}"`;
    reply.header("cache-control", "no-cache").header("etag", etag);
    if (isKnown(request, etag)) {
      kept.content.destroy();
      return reply.code(304).send();
    }
    const isPicture = found.isInline && PICTURES.includes(found.mediaType);
    return reply
      .type(isPicture ? found.mediaType : "application/octet-stream")
      .header("content-length", kept.size)
      .header(
        "content-disposition",
        isPicture ? "inline" : `attachment; filename*=UTF-8''${encodeURIComponent(found.name).replaceAll("'", "%27")}`,
      )
      .send(kept.content);
  });
}

/** A page of the list; the last one, when there are not so many. */
async function listPage(db: Site["db"], { agency_id: agencyId }: Organ, query: PublicItemQuery) {
  const listed = await listPublicItems(db, agencyId, query);
  const last = Math.max(1, Math.ceil(listed.total / query.pageSize));
  if (query.page <= last) return { ...listed, page: query.page };
  return { ...(await listPublicItems(db, agencyId, { ...query, page: last })), page: last };
}

/** An item's page, or what is left of it; undefined for what never was public. `withRecord`: as JSON it says what was signed, and by which key. */
export async function loadItem(
  site: Site,
  organ: Organ,
  itemId: string,
  { withRecord = false }: { readonly withRecord?: boolean } = {},
): Promise<LoadedPage | undefined> {
  const { db, render } = site;
  const path = `/organs/${organ.code}/items/${itemId}`;
  const found = await findPublicItem(db, organ.agency_id, itemId);
  if (found === undefined) return undefined;
  const frame = frameOf(site, path, organ);
  if (found.status === "withdrawn") {
    const { item } = found;
    const withdrawnOn = item.withdrawn_at === null ? undefined : inShanghai(item.withdrawn_at).slice(0, 10);
    return {
      path,
      isGone: true,
      html: () => render.renderStubPage({ frame, organ, item, withdrawnOn }),
      json: () => ({
        id: itemId,
        organ: organ.code,
        status: "withdrawn",
        title: item.title,
        indexNumber: item.index_number,
        withdrawnOn,
        reason: item.withdrawal_reason,
      }),
    };
  }
  const { item, status, plain, interprets, interpretedBy, entry } = found;
  const node = item.statutory === null ? undefined : findStatutoryNode(item.statutory);
  const signed = withRecord ? await findSigned(db, organ, item) : {};
  const html = found.html === null ? null : addressPictures(found.html, (sha256) => `${path}/files/${sha256}`);
  return {
    path,
    html: () =>
      render.renderItemPage({
        frame,
        organ,
        item,
        isExpired: status === "expired",
        html,
        plain,
        interprets,
        interpretedBy,
        node,
        entry,
        publishedAt: inShanghai(item.published_at),
        today: site.today(),
      }),
    json: () => ({
      ...presentItem(organ, item),
      ...signed,
      status,
      html,
      plain,
      interprets: interprets.map((link) => ({
        id: link.item_id,
        title: link.title,
        address: `/organs/${organ.code}/items/${link.item_id}`,
      })),
      interpretedBy: interpretedBy.map((link) => ({
        id: link.item_id,
        title: link.title,
        address: `/organs/${organ.code}/items/${link.item_id}`,
      })),
    }),
  };
}

/** The record whose canonical JSON has the item's hash, and the key that signed it. */
async function findSigned(db: Site["db"], { agency_id: agencyId, code }: Organ, { item_id: itemId, key_id: keyId }: PublicItem) {
  const [record, keys] = await Promise.all([findPublishedRecord(db, { agencyId, agencyCode: code, itemId }), listPublicKeys(db, agencyId)]);
  return { record: record ?? null, publicKey: keys.find((key) => key.key_id === keyId)?.public_key ?? null };
}

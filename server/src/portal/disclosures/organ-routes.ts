import { composeTitle } from "@gongkai/annual-report";
import { z } from "zod";
import { findGuide, listPublicItems, listSystems } from "../../disclosures/index.ts";
import { listStatutoryNodes } from "../../disclosures/statutory-catalogue.ts";
import type { App } from "../../platform/http.ts";
import { presentItem } from "./present-item.ts";
import { countFacets, regionCountItems } from "./queries.ts";
import { answerMissing, answerPage, frameOf, PUBLIC, type Site, splitJson } from "./site.ts";
import type { System } from "./systems-page.tsx";
import { isOpen, type Organ } from "./organ.ts";

const NEWEST = 10;
export const OrganParams = z.object({ organ: z.string().max(100) });

/** The pages of an organ, apart from its items. */
export function organRoutes(app: App, site: Site): void {
  const { db, render, directory } = site;

  for (const [path, isJson] of [
    ["/organs", false],
    ["/organs.json", true],
  ] as const) {
    app.get(path, PUBLIC, (request, reply) =>
      answerPage(site, request, reply, { isJson }, async () => {
        const [all, counts] = await Promise.all([directory.list(), regionCountItems(db)]);
        const organs = inOrder(all.filter(isOpen)).map((one) => ({ ...one, total: counts.get(one.organ.agency_id) ?? 0 }));
        const frame = { ...frameOf(site, "/organs", undefined), isDemo: all.some((organ) => organ.is_demo) };
        return {
          path: "/organs",
          html: () => render.renderOrgansPage({ frame, organs }),
          json: () => ({
            organs: organs.map(({ organ, total }) => ({ code: organ.code, name: organ.name, total, address: `/organs/${organ.code}` })),
          }),
        };
      }),
    );
  }

  app.get("/organs/:organ", { ...PUBLIC, schema: { hide: true, params: OrganParams } }, async (request, reply) => {
    const { name: code, isJson } = splitJson(request.params.organ);
    const organ = await directory.find(code);
    if (organ === undefined) return answerMissing(site, reply);
    return answerPage(site, request, reply, { organ, isJson }, async () => {
      const [{ items: newest, total }, facets, found, systems, all] = await Promise.all([
        listPublicItems(db, organ.agency_id, { page: 1, pageSize: NEWEST }),
        countFacets(db, organ.agency_id),
        findGuide(db, organ.agency_id),
        listSystems(db, organ.agency_id),
        directory.list(),
      ]);
      const nodes = countNodes(organ, facets.statutory);
      return {
        path: `/organs/${organ.code}`,
        html: () =>
          render.renderDisclosureOrganPage({
            frame: frameOf(site, `/organs/${organ.code}`, organ),
            organ,
            total,
            newest: newest.map((item) => ({ ...item, agency_id: organ.agency_id })),
            nodes,
            guideUpdatedOn: found?.updatedOn,
            systems: systems.length,
            subordinates: all.filter((one) => one.parent_id === organ.agency_id && isOpen(one)),
          }),
        json: () => ({
          code: organ.code,
          name: organ.name,
          total,
          guideUpdatedOn: found?.updatedOn ?? null,
          systems: systems.length,
          nodes,
          newest: newest.map((item) => presentItem(organ, item)),
        }),
      };
    });
  });

  for (const [ending, isJson] of [
    ["", false],
    [".json", true],
  ] as const) {
    app.get(`/organs/:organ/guide${ending}`, { ...PUBLIC, schema: { hide: true, params: OrganParams } }, async (request, reply) => {
      const organ = await directory.find(request.params.organ);
      if (organ === undefined) return answerMissing(site, reply);
      const path = `/organs/${organ.code}/guide`;
      return answerPage(site, request, reply, { organ, isJson }, async () => {
        const found = await findGuide(db, organ.agency_id);
        return {
          path,
          html: () => render.renderDisclosureGuidePage({ frame: frameOf(site, path, organ), organ, found }),
          json: () => ({ organ: organ.code, guide: found?.guide ?? null, updatedOn: found?.updatedOn ?? null }),
        };
      });
    });

    app.get(`/organs/:organ/systems${ending}`, { ...PUBLIC, schema: { hide: true, params: OrganParams } }, async (request, reply) => {
      const organ = await directory.find(request.params.organ);
      if (organ === undefined) return answerMissing(site, reply);
      const path = `/organs/${organ.code}/systems`;
      return answerPage(site, request, reply, { organ, isJson }, async () => {
        const systems = (await listSystems(db, organ.agency_id)).map(readSystem);
        return {
          path,
          html: () => render.renderSystemsPage({ frame: frameOf(site, path, organ), organ, systems }),
          json: () => ({
            organ: organ.code,
            systems: systems.map(({ html: _html, ...system }) => ({ ...system, address: `${path}/${system.page_id}` })),
          }),
        };
      });
    });

    app.get(`/organs/:organ/reports${ending}`, { ...PUBLIC, schema: { hide: true, params: OrganParams } }, async (request, reply) => {
      const organ = await directory.find(request.params.organ);
      if (organ === undefined) return answerMissing(site, reply);
      const path = `/organs/${organ.code}/reports`;
      return answerPage(site, request, reply, { organ, isJson }, async () => {
        const reports = listReportsOf(site, organ);
        return {
          path,
          html: () => render.renderOrganReportsPage({ frame: frameOf(site, path, organ), organ, reports }),
          json: () => ({ organ: organ.code, reports }),
        };
      });
    });
  }

  app.get(
    "/organs/:organ/systems/:page",
    { ...PUBLIC, schema: { hide: true, params: OrganParams.extend({ page: z.string().max(60) }) } },
    async (request, reply) => {
      const organ = await directory.find(request.params.organ);
      if (organ === undefined) return answerMissing(site, reply);
      const { name: pageId, isJson } = splitJson(request.params.page);
      const path = `/organs/${organ.code}/systems/${pageId}`;
      return answerPage(site, request, reply, { organ, isJson }, async () => {
        const system = (await listSystems(db, organ.agency_id)).map(readSystem).find((one) => one.page_id === pageId);
        if (system === undefined) return undefined;
        return { path, html: () => render.renderSystemPage({ frame: frameOf(site, path, organ), organ, system }), json: () => system };
      });
    },
  );
}

/** Each organ after the one that leads it. */
function inOrder(organs: readonly Organ[]): readonly { readonly organ: Organ; readonly depth: number }[] {
  const numbers = new Set(organs.map(({ agency_id: id }) => id));
  const below = (parent: Organ | undefined, depth: number): readonly { organ: Organ; depth: number }[] =>
    organs
      .filter(({ parent_id: id }) => (parent === undefined ? id === null || !numbers.has(id) : id === parent.agency_id))
      .flatMap((organ) => [{ organ, depth }, ...below(organ, depth + 1)]);
  return below(undefined, 0);
}

/** The nodes an organ publishes under, each with the number of its items. */
export function countNodes(organ: Organ, counts: readonly { readonly value: string; readonly total: number }[]) {
  return listStatutoryNodes(organ.kind).map(({ id, label }) => ({
    id,
    label,
    total: counts.filter(({ value }) => value === id || value.startsWith(`${id}.`)).reduce((sum, { total }) => sum + total, 0),
  }));
}

function readSystem(row: Awaited<ReturnType<typeof listSystems>>[number]): System {
  const { documentNumber = "", html = "" } = row.fields as { documentNumber?: string; html?: string }; // written by writeSystem, checked by its schema
  return { page_id: row.page_id, title: row.title, documentNumber, html, updatedOn: row.updated_on };
}

function listReportsOf(site: Site, organ: Organ) {
  const found = site.shelf()?.organs.find(({ organ: { slug, name } }) => slug === organ.code || name === organ.name);
  return (found?.reports ?? []).toReversed().map(({ report, publishedOn }) => ({
    year: report.year,
    title: composeTitle(report),
    address: `/reports/${found?.organ.slug ?? ""}/${report.year}`,
    publishedOn,
  }));
}

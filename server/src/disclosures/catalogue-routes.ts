import { officeOf } from "../agencies/index.ts";
import type { App } from "../platform/http.ts";
import type { Dependencies } from "../slices.ts";
import { answer, callOf, sendFile } from "./catalogue-answers.ts";
import { writeCatalogue } from "./catalogue-file.ts";
import { addEntry, changeEntry, closeEntry } from "./change-catalogue.ts";
import { presentEntry } from "./present-item.ts";
import { listPublicCatalogue } from "./public-items.ts";
import { listCatalogue } from "./queries.ts";
import { Catalogue, CatalogueEntryGiven, ChangeCatalogueEntry, EntryDone, EntryParams, ItemAct, ItemAgency } from "./schema.ts";
import { listStatutoryNodes } from "./statutory-catalogue.ts";

const BASE = "/api/v1/agencies/:agency";
const TAGS = ["公开目录"];
const READ = { config: { audience: "staff", roles: "anyPost", supervised: true } } as const;
const KEEP = { config: { audience: "staff", roles: ["officeHead"] } } as const;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The organ's catalogue. As a workbook it comes in by `upload-routes.ts`. */
export function catalogueRoutes(app: App, { ledger }: Pick<Dependencies, "ledger">): void {
  const { db } = ledger;

  app.get(
    `${BASE}/catalogue`,
    { ...READ, schema: { tags: TAGS, summary: "主动公开基本目录", params: ItemAgency, response: { 200: Catalogue } } },
    async (request) => {
      const { agency } = officeOf(request);
      const nodes = listStatutoryNodes(agency.kind).map(({ id, label, cites, content }) => ({ id, label, cites, content }));
      return { nodes, entries: (await listCatalogue(db, agency.agency_id)).map(presentEntry) };
    },
  );
  app.get(
    `${BASE}/catalogue.xlsx`,
    { ...READ, schema: { tags: TAGS, summary: "导出目录", params: ItemAgency } },
    async (request, reply) => {
      const { agency } = officeOf(request);
      const bytes = await writeCatalogue(`${agency.name}主动公开基本目录`, await listPublicCatalogue(db, agency.agency_id));
      return sendFile(reply, bytes, XLSX, `${agency.name}主动公开基本目录.xlsx`);
    },
  );
  app.post(
    `${BASE}/catalogue`,
    {
      ...KEEP,
      schema: { tags: TAGS, summary: "增加目录条目", params: ItemAgency, body: CatalogueEntryGiven, response: { 200: EntryDone } },
    },
    async (request, reply) => answer(request, reply, await addEntry(ledger, callOf(request, request.body))),
  );
  app.put(
    `${BASE}/catalogue/:entry`,
    {
      ...KEEP,
      schema: { tags: TAGS, summary: "修改目录条目", params: EntryParams, body: ChangeCatalogueEntry, response: { 200: EntryDone } },
    },
    async (request, reply) =>
      answer(request, reply, await changeEntry(ledger, { ...callOf(request, request.body), entryId: request.params.entry })),
  );
  app.post(
    `${BASE}/catalogue/:entry/closure`,
    { ...KEEP, schema: { tags: TAGS, summary: "停用目录条目", params: EntryParams, body: ItemAct, response: { 200: EntryDone } } },
    async (request, reply) =>
      answer(request, reply, await closeEntry(ledger, { ...callOf(request, request.body), entryId: request.params.entry })),
  );
}

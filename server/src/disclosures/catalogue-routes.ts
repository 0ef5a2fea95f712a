import type { FastifyReply, FastifyRequest } from "fastify";
import type { Result } from "@gongkai/statute";
import { writeDocx, writeXlsx } from "@gongkai/document/write";
import { z } from "zod";
import { officeOf } from "../agencies/index.ts";
import { officerOf } from "../applications/index.ts";
import { answerRefusal } from "../platform/answer-refusal.ts";
import { commandKeyOf } from "../platform/command-key.ts";
import type { App } from "../platform/http.ts";
import type { Dependencies } from "../slices.ts";
import { writeCatalogue } from "./catalogue-file.ts";
import { CATALOGUE_REFUSALS, type CatalogueRefusal } from "./catalogue-refusals.ts";
import { addEntry, changeEntry, closeEntry } from "./change-catalogue.ts";
import { composeTransfer, makeTransfer, replaceTransferred, signTransfer } from "./make-transfer.ts";
import { presentEntry, presentTransfer } from "./present-item.ts";
import { findGuide, listPublicCatalogue, listSystems } from "./public-items.ts";
import { findItemFile, findTransfer, listCatalogue, listTransfers } from "./queries.ts";
import {
  ItemAgency,
  BatchParams,
  Catalogue,
  CatalogueEntryGiven,
  ChangeCatalogueEntry,
  EntryDone,
  EntryParams,
  Guide,
  ItemAct,
  MakeTransfer,
  PageParams,
  ReplaceTransferred,
  SignTransfer,
  SystemGiven,
  TransferFileQuery,
  TransferList,
  WriteGuide,
} from "./schema.ts";
import { listStatutoryNodes } from "./statutory-catalogue.ts";
import { closeSystem, writeGuide, writeSystem } from "./write-pages.ts";

const BASE = "/api/v1/agencies/:agency";
const TAGS = ["公开目录"];
const READ = { config: { audience: "staff", roles: "anyPost", supervised: true } } as const;
const KEEP = { config: { audience: "staff", roles: ["officeHead"] } } as const;
const TRANSFER = { config: { audience: "staff", roles: ["officeHead", "registrar"] } } as const;
const MEDIA = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;
const SystemList = z.object({
  systems: z.array(z.object({ id: z.uuid(), title: z.string(), fields: z.unknown(), updatedOn: z.string(), version: z.int() })).readonly(),
});

/** Catalogue, guide, systems, transfers. What is uploaded comes in by `upload-routes.ts`. */
export function catalogueRoutes(app: App, { ledger, files }: Pick<Dependencies, "ledger" | "files">): void {
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
      return sendFile(reply, bytes, MEDIA.xlsx, `${agency.name}主动公开基本目录.xlsx`);
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

  app.get(
    `${BASE}/guide`,
    {
      ...READ,
      schema: {
        tags: TAGS,
        summary: "公开指南",
        params: ItemAgency,
        response: { 200: z.object({ guide: Guide, updatedOn: z.string(), version: z.int() }) },
      },
    },
    async (request, reply) =>
      (await findGuide(db, officerOf(request).agencyId)) ?? answerRefusal(request, reply, "not-found", CATALOGUE_REFUSALS["not-found"]),
  );
  app.put(
    `${BASE}/guide`,
    { ...KEEP, schema: { tags: TAGS, summary: "编制公开指南", params: ItemAgency, body: WriteGuide, response: { 200: EntryDone } } },
    async (request, reply) => answer(request, reply, await writeGuide(ledger, callOf(request, request.body))),
  );
  app.get(
    `${BASE}/systems`,
    { ...READ, schema: { tags: TAGS, summary: "公开制度", params: ItemAgency, response: { 200: SystemList } } },
    async (request) => ({
      systems: (await listSystems(db, officerOf(request).agencyId)).map((row) => ({
        id: row.page_id,
        title: row.title,
        fields: row.fields,
        updatedOn: row.updated_on,
        version: row.version,
      })),
    }),
  );
  app.post(
    `${BASE}/systems`,
    { ...KEEP, schema: { tags: TAGS, summary: "增加公开制度", params: ItemAgency, body: SystemGiven, response: { 200: EntryDone } } },
    async (request, reply) => answer(request, reply, await writeSystem(ledger, callOf(request, request.body))),
  );
  app.put(
    `${BASE}/systems/:page`,
    { ...KEEP, schema: { tags: TAGS, summary: "修改公开制度", params: PageParams, body: SystemGiven, response: { 200: EntryDone } } },
    async (request, reply) =>
      answer(request, reply, await writeSystem(ledger, { ...callOf(request, request.body), pageId: request.params.page })),
  );
  app.post(
    `${BASE}/systems/:page/closure`,
    { ...KEEP, schema: { tags: TAGS, summary: "停用公开制度", params: PageParams, body: ItemAct, response: { 200: EntryDone } } },
    async (request, reply) =>
      answer(request, reply, await closeSystem(ledger, { ...callOf(request, request.body), pageId: request.params.page })),
  );

  app.get(
    `${BASE}/transfers`,
    { ...READ, schema: { tags: TAGS, summary: "移送批次", params: ItemAgency, response: { 200: TransferList } } },
    async (request) => ({
      transfers: (await listTransfers(db, officerOf(request).agencyId)).map(presentTransfer),
    }),
  );
  app.post(
    `${BASE}/transfers`,
    { ...TRANSFER, schema: { tags: TAGS, summary: "编制移送清单", params: ItemAgency, body: MakeTransfer, response: { 200: EntryDone } } },
    async (request, reply) => answer(request, reply, await makeTransfer(ledger, callOf(request, request.body))),
  );
  app.get(
    `${BASE}/transfers/:batch/file`,
    { ...READ, schema: { tags: TAGS, summary: "移送清单", params: BatchParams, querystring: TransferFileQuery } },
    async (request, reply) => {
      const { agency } = officeOf(request);
      const row = await findTransfer(db, agency.agency_id, request.params.batch);
      if (row === undefined) return answerRefusal(request, reply, "not-found", CATALOGUE_REFUSALS["not-found"]);
      const doc = composeTransfer(agency.name, presentTransfer(row));
      const { format } = request.query;
      return sendFile(
        reply,
        format === "docx" ? await writeDocx(doc) : await writeXlsx(doc),
        MEDIA[format],
        `${row.number}移送清单.${format}`,
      );
    },
  );
  app.post(
    `${BASE}/transfers/:batch/receipt`,
    { ...TRANSFER, schema: { tags: TAGS, summary: "登记签收", params: BatchParams, body: SignTransfer, response: { 200: EntryDone } } },
    async (request, reply) =>
      answer(request, reply, await signTransfer(ledger, { ...callOf(request, request.body), batchId: request.params.batch })),
  );
  app.post(
    `${BASE}/transfers/:batch/replacement`,
    {
      ...TRANSFER,
      schema: { tags: TAGS, summary: "请求替换", params: BatchParams, body: ReplaceTransferred, response: { 200: EntryDone } },
    },
    async (request, reply) =>
      answer(request, reply, await replaceTransferred(ledger, { ...callOf(request, request.body), batchId: request.params.batch })),
  );

  app.get(
    `${BASE}/item-files/:sha256`,
    {
      ...READ,
      schema: { tags: TAGS, summary: "信息的附件（内部）", params: ItemAgency.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }) },
    },
    async (request, reply) => {
      const row = await findItemFile(db, officerOf(request).agencyId, request.params.sha256);
      const bytes = row === undefined ? undefined : await files.find(row.sha256);
      if (row === undefined || bytes === undefined) return answerRefusal(request, reply, "not-found", CATALOGUE_REFUSALS["not-found"]);
      return sendFile(reply, bytes, row.media_type, row.sha256);
    },
  );
}

function callOf<Given>(request: FastifyRequest, given: Given) {
  const officer = officerOf(request);
  return { agencyId: officer.agencyId, officer, given, commandKey: commandKeyOf(request) };
}

function answer<Value>(request: FastifyRequest, reply: FastifyReply, done: Result<Value, CatalogueRefusal>) {
  return done.ok ? done.value : answerRefusal(request, reply, done.refusal, CATALOGUE_REFUSALS[done.refusal]);
}

function sendFile(reply: FastifyReply, bytes: Uint8Array, mediaType: string, name: string): FastifyReply {
  return reply
    .header("content-type", mediaType)
    .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header("cache-control", "no-store")
    .send(Buffer.from(bytes));
}

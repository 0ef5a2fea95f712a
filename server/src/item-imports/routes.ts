import { plainDate, type Result } from "@gongkai/statute";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { actingAs, officerOf } from "../applications/index.ts";
import { listMisprints, listNames } from "../disclosures/index.ts";
import { cancelImport, findImportRecord, type ImportRecord, listImportRecords, undoImport } from "../imports/index.ts";
import { answerRefusal } from "../platform/answer-refusal.ts";
import { commandKeyOf } from "../platform/command-key.ts";
import type { App } from "../platform/http.ts";
import { receiveFiles } from "../reports/index.ts";
import { ImportStep } from "../registers/schema.ts";
import type { Dependencies } from "../slices.ts";
import { checkImport } from "./check-import.ts";
import { changeItemMapping, createItemImport, startItemImport } from "./import-steps.ts";
import { ITEM_IMPORTS, mappingOf, openContent } from "./item-import.ts";
import { readHandedIn } from "./package.ts";
import { ITEM_IMPORT_FIELDS, presentItemImport, presentPreview } from "./present.ts";
import { listDrafts, listEntryLabels, listRefusedRows } from "./queries.ts";
import { ITEM_IMPORT_REFUSALS, type ItemImportRefusal } from "./refusals.ts";
import {
  ChangeItemMapping,
  ItemImportChanged,
  ItemImportCreated,
  ItemImportList,
  ItemImportPage,
  ItemImportParams,
  ItemRegisterFile,
  OneItemImportParams,
  StartItemImport,
} from "./schema.ts";
import { writeRefusedRows, writeTemplate } from "./write-sheets.ts";

const BASE = "/api/v1/agencies/:agency/item-imports";
const TAGS = ["信息移入"];
const PREPARERS = ["registrar", "officeHead"] as const;
const PREPARE = { config: { audience: "staff", roles: [...PREPARERS] } } as const;
const ANSWER_FOR = { config: { audience: "staff", roles: ["officeHead"] } } as const;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Items that were public elsewhere: upload, columns, preview, taking over, what was left out, cancel, undo. */
export async function itemImportRoutes(app: App, { ledger, files, readers, settings }: Dependencies): Promise<void> {
  const stores = { ledger, files };
  const { db } = ledger;
  const today = () => plainDate(ledger.clock.today());
  const find = (request: FastifyRequest<{ Params: { import: string } }>) =>
    findImportRecord(db, ITEM_IMPORTS.formats, officerOf(request).agencyId, request.params.import);

  await app.register(async (plain) => {
    const scope = plain.withTypeProvider<ZodTypeProvider>();
    await receiveFiles(scope, { uploadMaxMb: settings.uploadMaxMb, mostFiles: 1 });
    scope.post(
      BASE,
      {
        ...PREPARE,
        schema: {
          tags: TAGS,
          summary: "上传要移入的信息目录清单",
          description: "有标题行的清单（xlsx、csv），或者装有清单和各条信息的正文文件、附件的压缩包（zip）。上传后先核对，不立即移入。",
          consumes: ["multipart/form-data"],
          params: ItemImportParams,
          body: ItemRegisterFile,
          response: { 200: ItemImportCreated },
        },
      },
      async (request, reply) => {
        const officer = actingAs(officerOf(request), PREPARERS);
        const { name } = request.body.file;
        const bytes = new Uint8Array(await request.body.file.arrayBuffer());
        const read = await readHandedIn(readers, { name, bytes });
        if (!read.ok) return refuse(request, reply, read.refusal);
        return answer(request, reply, await createItemImport(stores, { agencyId: officer.agencyId, officer, name, bytes, ...read.value }));
      },
    );
  });

  app.get(
    BASE,
    { ...PREPARE, schema: { tags: TAGS, summary: "历次移入", params: ItemImportParams, response: { 200: ItemImportList } } },
    async (request) => {
      const records = await listImportRecords(db, ITEM_IMPORTS.formats, officerOf(request).agencyId);
      const names = await namesOf(records);
      return { imports: records.map((record) => presentItemImport(record, names)) };
    },
  );

  app.get(
    `${BASE}/template.xlsx`,
    { ...PREPARE, schema: { tags: TAGS, summary: "清单模板", params: ItemImportParams } },
    (_request, reply) => sendSheet(reply, writeTemplate(), "信息目录清单模板.xlsx"),
  );

  app.get(
    `${BASE}/:import`,
    {
      ...PREPARE,
      schema: { tags: TAGS, summary: "一次移入：对应关系、预览、进度", params: OneItemImportParams, response: { 200: ItemImportPage } },
    },
    async (request, reply) => {
      const record = await find(request);
      if (record === undefined) return refuse(request, reply, "not-found");
      const { agency_id: agencyId } = record;
      const mapping = mappingOf(record);
      const entries = await listEntryLabels(db, agencyId);
      const labels = new Map(entries.map(({ id, label }) => [id, label]));
      const content = record.state === "draft" ? await openContent(stores, record) : undefined;
      const preview =
        content === undefined
          ? null
          : presentPreview((await checkImport(db, record, content, { mapping, today: today() })).rows, {
              entryLabel: (id) => labels.get(id) ?? "",
              misprints: await listMisprints(db, agencyId),
            });
      reply.header("cache-control", "no-store");
      return {
        import: presentItemImport(record, await namesOf([record])),
        mapping,
        columns: record.columns,
        fields: ITEM_IMPORT_FIELDS,
        entries,
        preview,
        drafts: record.drafts === 0 ? [] : await listDrafts(db, agencyId, record.import_id),
      };
    },
  );

  app.get(
    `${BASE}/:import/refused-rows.xlsx`,
    { ...PREPARE, schema: { tags: TAGS, summary: "不能移入或者没有移入的行，附逐行的问题", params: OneItemImportParams } },
    async (request, reply) => {
      const record = await find(request);
      if (record === undefined) return refuse(request, reply, "not-found");
      const content = record.state === "draft" ? await openContent(stores, record) : undefined;
      const rows =
        content === undefined
          ? await listRefusedRows(db, record.agency_id, record.import_id)
          : (await checkImport(db, record, content, { mapping: mappingOf(record), today: today() })).rows.filter(
              ({ item }) => item === undefined,
            );
      if (rows.length === 0) return refuse(request, reply, "no-refused-rows");
      return sendSheet(reply, writeRefusedRows(record.columns, rows), `未移入的行_${record.name.replace(/\.\w+$/, "")}.xlsx`);
    },
  );

  app.put(
    `${BASE}/:import/mapping`,
    {
      ...PREPARE,
      schema: {
        tags: TAGS,
        summary: "更改列的对应关系",
        params: OneItemImportParams,
        body: ChangeItemMapping,
        response: { 200: ItemImportChanged },
      },
    },
    async (request, reply) => answer(request, reply, await changeItemMapping(stores, { ...callOf(request), ...request.body })),
  );

  app.post(
    `${BASE}/:import/start`,
    {
      ...ANSWER_FOR,
      schema: {
        tags: TAGS,
        summary: "开始移入没有问题的行",
        description: "由政府信息公开工作机构负责人确认原公开时的审查情况。移入时逐条筛查，发现问题的不公开，转为草稿等待审查。",
        params: OneItemImportParams,
        body: StartItemImport,
        response: { 200: ItemImportChanged },
      },
    },
    async (request, reply) =>
      answer(request, reply, await startItemImport(stores, { ...callOf(request), ...request.body, today: today(), queued: true })),
  );

  app.post(
    `${BASE}/:import/cancel`,
    {
      ...PREPARE,
      schema: {
        tags: TAGS,
        summary: "停止移入，或者放弃尚未开始的移入",
        params: OneItemImportParams,
        response: { 200: ItemImportChanged },
      },
    },
    async (request, reply) => answer(request, reply, await cancelImport(stores, ITEM_IMPORTS, callOf(request))),
  );

  app.post(
    `${BASE}/:import/undo`,
    {
      ...ANSWER_FOR,
      schema: {
        tags: TAGS,
        summary: "撤销移入，收回移入后没有继续办理的信息",
        params: OneItemImportParams,
        body: ImportStep,
        response: { 200: ItemImportChanged },
      },
    },
    async (request, reply) =>
      answer(request, reply, await undoImport(stores, ITEM_IMPORTS, { ...callOf(request), version: request.body.version, queued: true })),
  );

  const namesOf = (records: readonly ImportRecord[]) =>
    listNames(
      db,
      records.flatMap(({ created_by }) => (created_by === null ? [] : [created_by])),
    );
}

function callOf(request: FastifyRequest<{ Params: { import: string } }>) {
  const officer = actingAs(officerOf(request), PREPARERS);
  return { agencyId: officer.agencyId, importId: request.params.import, officer, commandKey: commandKeyOf(request) };
}

function sendSheet(reply: FastifyReply, bytes: Uint8Array, name: string): FastifyReply {
  return reply
    .type(XLSX)
    .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header("cache-control", "no-store")
    .header("x-content-type-options", "nosniff")
    .send(Buffer.from(bytes));
}

function answer<Value>(request: FastifyRequest, reply: FastifyReply, done: Result<Value, ItemImportRefusal>) {
  return done.ok ? done.value : refuse(request, reply, done.refusal);
}

function refuse(request: FastifyRequest, reply: FastifyReply, refusal: ItemImportRefusal): FastifyReply {
  return answerRefusal(request, reply, refusal, ITEM_IMPORT_REFUSALS[refusal]);
}

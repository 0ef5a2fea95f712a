import { plainDate } from "@gongkai/statute";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { Readable } from "node:stream";
import { actingAs, officerOf } from "../applications/index.ts";
import { answerRefusal } from "../platform/answer-refusal.ts";
import { commandKeyOf } from "../platform/command-key.ts";
import type { App } from "../platform/http.ts";
import { receiveFiles } from "../reports/index.ts";
import type { Dependencies } from "../slices.ts";
import { checkImport } from "./check-import.ts";
import { exportCases, writeRegister } from "./export-cases.ts";
import { cancelImport, changeMapping, createImport, startImport, undoImport } from "./import-steps.ts";
import { findImport, listImports, openContent } from "./import-store.ts";
import { IMPORT_FIELDS, presentImport, presentPreview } from "./present.ts";
import { readRegister } from "./read-register.ts";
import { recordExport } from "./record-export.ts";
import { REGISTER_REFUSALS, type RegisterRefusal } from "./refusals.ts";
import {
  ChangeMapping,
  ExportRegister,
  ImportChanged,
  ImportCreated,
  ImportParams,
  ImportStep,
  RegisterFile,
  RegisterImportList,
  RegisterImportPage,
  RegisterParams,
} from "./schema.ts";

const BASE = "/api/v1/agencies/:agency/register-imports";
const TAGS = ["台账导入导出"];
const KEEPERS = ["registrar", "officeHead"] as const;
const OFFICE = { config: { audience: "staff", roles: [...KEEPERS] } } as const;

/** Registers in and out: upload, columns, preview, run, cancel, undo; export with or without identities. */
export async function registerRoutes(app: App, { ledger, files, readers, calendar, settings }: Dependencies): Promise<void> {
  const stores = { ledger, files };
  const { db } = ledger;
  const on = () => ({ today: plainDate(ledger.clock.today()), calendar: calendar() });
  const officer = (request: FastifyRequest) => actingAs(officerOf(request), KEEPERS);

  await app.register(async (plain) => {
    const scope = plain.withTypeProvider<ZodTypeProvider>();
    await receiveFiles(scope, { uploadMaxMb: settings.uploadMaxMb, mostFiles: 1 });
    scope.post(
      BASE,
      {
        ...OFFICE,
        schema: {
          tags: TAGS,
          summary: "上传要导入的台账",
          description: "xlsx 等有标题行的表格，或者案件文件（JSON：一件、多件或者每行一件）。上传后先核对，不立即导入。",
          consumes: ["multipart/form-data"],
          params: RegisterParams,
          body: RegisterFile,
          response: { 200: ImportCreated },
        },
      },
      async (request, reply) => {
        const who = officer(request);
        const { name } = request.body.file;
        const bytes = new Uint8Array(await request.body.file.arrayBuffer());
        const read = await readRegister(readers, { name, bytes });
        if (!read.ok) return refuse(request, reply, read.refusal);
        const made = await createImport(stores, { agencyId: who.agencyId, officer: who, name, bytes, content: read.value });
        return made.ok ? made.value : refuse(request, reply, made.refusal);
      },
    );
  });

  app.get(
    BASE,
    { ...OFFICE, schema: { tags: TAGS, summary: "历次导入", params: RegisterParams, response: { 200: RegisterImportList } } },
    async (request) => {
      const rows = await listImports(db, officerOf(request).agencyId);
      const names = await namesOf(rows.flatMap(({ created_by }) => (created_by === null ? [] : [created_by])));
      return { imports: rows.map((row) => presentImport(row, names)) };
    },
  );

  app.get(
    `${BASE}/:import`,
    {
      ...OFFICE,
      schema: { tags: TAGS, summary: "一次导入：对应关系、预览、进度", params: ImportParams, response: { 200: RegisterImportPage } },
    },
    async (request, reply) => {
      const record = await findImport(db, officerOf(request).agencyId, request.params.import);
      if (record === undefined) return refuse(request, reply, "not-found");
      const content = record.state === "draft" ? await openContent(stores, record) : undefined;
      const preview = content === undefined ? null : presentPreview(await checkImport(db, record, content, on()), on());
      const names = await namesOf(record.created_by === null ? [] : [record.created_by]);
      reply.header("cache-control", "no-store");
      return { import: presentImport(record, names), mapping: record.mapping, columns: record.columns, fields: IMPORT_FIELDS, preview };
    },
  );

  app.put(
    `${BASE}/:import/mapping`,
    {
      ...OFFICE,
      schema: { tags: TAGS, summary: "更改列的对应关系", params: ImportParams, body: ChangeMapping, response: { 200: ImportChanged } },
    },
    async (request, reply) => {
      const { version, mapping } = request.body;
      const done = await changeMapping(stores, { ...callOf(request), version, mapping });
      return done.ok ? done.value : refuse(request, reply, done.refusal);
    },
  );

  app.post(
    `${BASE}/:import/start`,
    {
      ...OFFICE,
      schema: { tags: TAGS, summary: "开始导入没有问题的行", params: ImportParams, body: ImportStep, response: { 200: ImportChanged } },
    },
    async (request, reply) => {
      const done = await startImport(stores, { ...callOf(request), ...on(), version: request.body.version, queued: true });
      return done.ok ? done.value : refuse(request, reply, done.refusal);
    },
  );

  app.post(
    `${BASE}/:import/cancel`,
    {
      ...OFFICE,
      schema: { tags: TAGS, summary: "停止导入，或者放弃尚未开始的导入", params: ImportParams, response: { 200: ImportChanged } },
    },
    async (request, reply) => {
      const done = await cancelImport(stores, callOf(request));
      return done.ok ? done.value : refuse(request, reply, done.refusal);
    },
  );

  app.post(
    `${BASE}/:import/undo`,
    {
      ...OFFICE,
      schema: {
        tags: TAGS,
        summary: "撤销导入，收回所导入的案件",
        params: ImportParams,
        body: ImportStep,
        response: { 200: ImportChanged },
      },
    },
    async (request, reply) => {
      const done = await undoImport(stores, { ...callOf(request), version: request.body.version, queued: true });
      return done.ok ? done.value : refuse(request, reply, done.refusal);
    },
  );

  app.post(
    "/api/v1/agencies/:agency/register-exports",
    {
      ...OFFICE,
      schema: { tags: TAGS, summary: "导出台账（xlsx）或者案件文件（JSON，每行一件）", params: RegisterParams, body: ExportRegister },
    },
    async (request, reply) => {
      const who = officer(request);
      const { format, year, withIdentities, reason } = request.body;
      const { agencyId } = who;
      const allowed = await recordExport(ledger, { agencyId, officer: who, year, withIdentities, reason });
      if (!allowed.ok) return refuse(request, reply, allowed.refusal);
      const name = `依申请公开台账${year === undefined ? "" : `${year}`}.${format === "xlsx" ? "xlsx" : "jsonl"}`;
      reply
        .header("cache-control", "no-store")
        .header("x-content-type-options", "nosniff")
        .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
      const call = { agencyId, year, withIdentities };
      if (format === "xlsx") {
        reply.type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        return reply.send(Buffer.from(await writeRegister(ledger, { ...call, ...on() })));
      }
      return reply.type("application/jsonl; charset=utf-8").send(Readable.from(linesOf(exportCases(ledger, call))));
    },
  );

  const callOf = (request: FastifyRequest<{ Params: { import: string } }>) => {
    const who = officer(request);
    return { agencyId: who.agencyId, importId: request.params.import, officer: who, commandKey: commandKeyOf(request) };
  };

  async function namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await db
      .selectFrom("person")
      .select(["person_id", "name"])
      .where("person_id", "in", [...new Set(ids)])
      .execute();
    return new Map(rows.map(({ person_id, name }) => [person_id, name]));
  }
}

async function* linesOf(cases: AsyncIterable<object>): AsyncGenerator<string> {
  for await (const one of cases) yield `${JSON.stringify(one)}\n`;
}

function refuse(request: FastifyRequest, reply: FastifyReply, refusal: RegisterRefusal): FastifyReply {
  return answerRefusal(request, reply, refusal, REGISTER_REFUSALS[refusal]);
}

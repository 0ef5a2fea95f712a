import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { officerOf } from "../applications/index.ts";
import { answerRefusal } from "../platform/answer-refusal.ts";
import { commandKeyOf } from "../platform/command-key.ts";
import type { App } from "../platform/http.ts";
import { receiveFiles } from "../reports/index.ts";
import type { Dependencies } from "../slices.ts";
import { importCatalogue, parseCatalogue, previewCatalogue } from "./catalogue-file.ts";
import { CATALOGUE_REFUSALS } from "./catalogue-refusals.ts";
import { ATTACHMENT_REFUSALS, keepAttachment, readersOf } from "./keep-attachment.ts";
import { bodyOfDocument, sanitiseBody } from "./sanitise-body.ts";
import { CatalogueFile, CatalogueImported, CataloguePreview, ItemAgency } from "./schema.ts";
import { findStatutoryNode } from "./statutory-catalogue.ts";

const BASE = "/api/v1/agencies/:agency";
const TAGS = ["公开目录"];
const KEEP = { config: { audience: "staff", roles: ["officeHead"] } } as const;
const UPLOAD = { config: { audience: "staff", roles: ["handler", "unitHead", "officeHead"] } } as const;
const KeptFile = z.object({ sha256: z.string(), name: z.string(), mediaType: z.string(), size: z.int() });
const ImportedBody = z.object({ title: z.string().nullable(), html: z.string(), notes: z.array(z.string()).readonly() });
const ImportQuery = z.object({ statutory: z.string().max(20).default("20.15").describe("文件中没有写明法定类别的条目归入") });

/** What the office uploads: attachments of items, documents that become a body, catalogues as workbooks. */
export async function disclosureUploadRoutes(app: App, { ledger, files, readers, settings }: Dependencies): Promise<void> {
  await app.register(async (plain) => {
    const scope = plain.withTypeProvider<ZodTypeProvider>();
    await receiveFiles(scope, { uploadMaxMb: settings.uploadMaxMb, mostFiles: 1 });
    const form = { consumes: ["multipart/form-data"], body: CatalogueFile };

    scope.post(
      `${BASE}/item-files`,
      { ...UPLOAD, schema: { tags: TAGS, summary: "上传附件", params: ItemAgency, ...form, response: { 200: KeptFile } } },
      async (request, reply) => {
        const officer = officerOf(request);
        const { file } = request.body;
        const bytes = new Uint8Array(await file.arrayBuffer());
        const kept = await keepAttachment(
          ledger,
          { files, readers: readersOf(readers) },
          { agencyId: officer.agencyId, officer, bytes, name: file.name },
        );
        return kept.ok ? kept.value : answerRefusal(request, reply, kept.refusal, ATTACHMENT_REFUSALS[kept.refusal]);
      },
    );

    scope.post(
      `${BASE}/item-bodies`,
      {
        ...UPLOAD,
        schema: {
          tags: TAGS,
          summary: "从文件导入正文",
          description: "读取docx等文件的文字和表格，不保存。",
          params: ItemAgency,
          ...form,
          response: { 200: ImportedBody },
        },
      },
      async (request, reply) => {
        const { file } = request.body;
        const read = await readers.read(new Uint8Array(await file.arrayBuffer()), { name: file.name });
        if (!read.ok) return answerRefusal(request, reply, "file-unreadable", { status: 422, message: read.message });
        return {
          title: read.doc.title,
          html: sanitiseBody(bodyOfDocument(read.doc)).html,
          notes: read.doc.notes.map(({ message }) => message),
        };
      },
    );

    scope.post(
      `${BASE}/catalogue/import-preview`,
      {
        ...KEEP,
        schema: {
          tags: TAGS,
          summary: "核对要导入的目录，不导入",
          params: ItemAgency,
          querystring: ImportQuery,
          ...form,
          response: { 200: CataloguePreview },
        },
      },
      async (request, reply) => {
        const read = await readCatalogue(request);
        if (!read.ok) return answerRefusal(request, reply, read.refusal, CATALOGUE_REFUSALS[read.refusal]);
        return previewCatalogue(ledger.db, { agencyId: officerOf(request).agencyId, ...read.value });
      },
    );

    scope.post(
      `${BASE}/catalogue/import`,
      {
        ...KEEP,
        schema: {
          tags: TAGS,
          summary: "导入目录",
          params: ItemAgency,
          querystring: ImportQuery,
          ...form,
          response: { 200: CatalogueImported },
        },
      },
      async (request, reply) => {
        const read = await readCatalogue(request);
        if (!read.ok) return answerRefusal(request, reply, read.refusal, CATALOGUE_REFUSALS[read.refusal]);
        const officer = officerOf(request);
        const call = { agencyId: officer.agencyId, officer, ...read.value, commandKey: commandKeyOf(request) };
        const done = await importCatalogue(ledger, call);
        return done.ok ? done.value : answerRefusal(request, reply, done.refusal, CATALOGUE_REFUSALS[done.refusal]);
      },
    );

    async function readCatalogue({
      body: { file },
      query: { statutory },
    }: {
      readonly body: { readonly file: File };
      readonly query: { readonly statutory: string };
    }) {
      if (findStatutoryNode(statutory) === undefined) return { ok: false, refusal: "node-not-found" } as const;
      const read = await readers.read(new Uint8Array(await file.arrayBuffer()), { name: file.name });
      if (!read.ok) return { ok: false, refusal: "file-unreadable" } as const;
      const value = parseCatalogue(read.doc, statutory);
      return value === undefined ? ({ ok: false, refusal: "no-catalogue-in-file" } as const) : ({ ok: true, value } as const);
    }
  });
}

import type { FastifyReply, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { officerOf } from "../applications/index.ts";
import { answerRefusal, type RefusalWords } from "../platform/answer-refusal.ts";
import type { App } from "../platform/http.ts";
import { receiveFiles } from "../reports/index.ts";
import type { Dependencies } from "../slices.ts";
import { commandKeyOf } from "../platform/command-key.ts";
import { type AddRefusal, addToCase } from "./add-to-case.ts";
import { listCaseFiles } from "./case-files.ts";
import { ATTACHMENT_REFUSALS, keepAttachment, openAttachment } from "./keep-attachment.ts";
import { sendAttachment } from "./send-attachment.ts";
import {
  AddCaseFiles,
  AttachmentForm,
  AttachmentParams,
  CaseFileList,
  CaseFilesAdded,
  CaseFilesParams,
  KeptAttachment,
  OneAttachment,
} from "./schema.ts";

const BASE = "/api/v1/agencies/:agency/files";
const TAGS = ["附件"];
const CASE_FILES = "/api/v1/agencies/:agency/applications/:application/files";
const STAFF = { config: { audience: "staff", roles: "anyPost" } } as const;
const REFUSALS = {
  ...ATTACHMENT_REFUSALS,
  "case-missing": { status: 404, message: "没有找到这件申请，请返回列表重新查找。" },
  "changed-meanwhile": { status: 409, message: "这件申请刚刚被他人办理过，已取得最新情况，请再点一次。" },
} as const satisfies Record<AddRefusal, RefusalWords>;

/** Files that officers put to cases. */
export async function attachmentRoutes(app: App, { ledger, files, readers, settings }: Dependencies): Promise<void> {
  await app.register(async (plain) => {
    const scope = plain.withTypeProvider<ZodTypeProvider>();
    await receiveFiles(scope, { uploadMaxMb: settings.uploadMaxMb, mostFiles: 1 });
    scope.post(
      BASE,
      {
        ...STAFF,
        schema: {
          tags: TAGS,
          summary: "上传附件",
          description:
            "按内容识别类型。返回的 sha256 写入办理事项的 documents，或者随文书草稿保存；在此之前不能下载，七日内没有使用的自动清除。",
          consumes: ["multipart/form-data"],
          params: AttachmentParams,
          body: AttachmentForm,
          response: { 200: KeptAttachment },
        },
      },
      async (request, reply) => {
        const officer = officerOf(request);
        const { file, belongsTo } = request.body;
        const bytes = new Uint8Array(await file.arrayBuffer());
        const kept = await keepAttachment({ ledger, files }, readers, {
          agencyId: officer.agencyId,
          officer,
          name: file.name,
          bytes,
          belongsTo,
        });
        return kept.ok ? kept.value : refuse(request, reply, kept.refusal);
      },
    );
  });

  app.get(
    CASE_FILES,
    { ...STAFF, schema: { tags: TAGS, summary: "案件的附件", params: CaseFilesParams, response: { 200: CaseFileList } } },
    async (request) => {
      const { agencyId } = officerOf(request);
      const { application: applicationId } = request.params;
      return { files: await listCaseFiles(ledger.db, { agencyId, applicationId }), mostMegabytes: settings.uploadMaxMb };
    },
  );

  app.post(
    CASE_FILES,
    {
      ...STAFF,
      schema: {
        tags: TAGS,
        summary: "把上传的文件列入案件",
        params: CaseFilesParams,
        body: AddCaseFiles,
        response: { 200: CaseFilesAdded },
      },
    },
    async (request, reply) => {
      const officer = officerOf(request);
      const { application: applicationId } = request.params;
      const call = { ...request.body, agencyId: officer.agencyId, applicationId, officer, commandKey: commandKeyOf(request) };
      const added = await addToCase(ledger, call);
      return added.ok ? added.value : refuse(request, reply, added.refusal);
    },
  );

  app.get(
    `${BASE}/:sha256`,
    { ...STAFF, schema: { tags: TAGS, summary: "下载附件（申请人的材料留下记录）", params: OneAttachment } },
    async (request, reply) => {
      const officer = officerOf(request);
      const opened = await openAttachment({ ledger, files }, { agencyId: officer.agencyId, officer, sha256: request.params.sha256 });
      if (!opened.ok) return refuse(request, reply, opened.refusal);
      return sendAttachment(reply, opened.value);
    },
  );
}

function refuse(request: FastifyRequest, reply: FastifyReply, refusal: AddRefusal): FastifyReply {
  return answerRefusal(request, reply, refusal, REFUSALS[refusal]);
}

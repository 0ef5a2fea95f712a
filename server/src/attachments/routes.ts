import type { FastifyReply, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { officerOf } from "../applications/index.ts";
import { answerRefusal } from "../platform/answer-refusal.ts";
import type { App } from "../platform/http.ts";
import { receiveFiles } from "../reports/index.ts";
import type { Dependencies } from "../slices.ts";
import { ATTACHMENT_REFUSALS, type AttachmentRefusal, keepAttachment, openAttachment } from "./keep-attachment.ts";
import { AttachmentForm, AttachmentParams, KeptAttachment, OneAttachment } from "./schema.ts";

const BASE = "/api/v1/agencies/:agency/files";
const TAGS = ["附件"];
const STAFF = { config: { audience: "staff", roles: "anyPost" } } as const;

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
          description: "按内容识别类型。返回的 sha256 写入办理事项的 documents；写入之前不能下载。",
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
    `${BASE}/:sha256`,
    { ...STAFF, schema: { tags: TAGS, summary: "下载附件（申请人的材料留下记录）", params: OneAttachment } },
    async (request, reply) => {
      const officer = officerOf(request);
      const opened = await openAttachment({ ledger, files }, { agencyId: officer.agencyId, officer, sha256: request.params.sha256 });
      if (!opened.ok) return refuse(request, reply, opened.refusal);
      const { name, mediaType, bytes } = opened.value;
      return reply
        .header("cache-control", "no-store")
        .header("x-content-type-options", "nosniff")
        .header("content-security-policy", "default-src 'none'; sandbox")
        .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", "%27")}`)
        .type(mediaType)
        .send(bytes);
    },
  );
}

function refuse(request: FastifyRequest, reply: FastifyReply, refusal: AttachmentRefusal): FastifyReply {
  return answerRefusal(request, reply, refusal, ATTACHMENT_REFUSALS[refusal]);
}

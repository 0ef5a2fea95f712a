import { z } from "zod";

export const AttachmentParams = z.object({ agency: z.string() });
export const OneAttachment = AttachmentParams.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/** POST /agencies/:agency/files: a form with one file. */
export const AttachmentForm = z.object({
  file: z.instanceof(File).meta({ format: "binary" }),
  belongsTo: z.enum(["office", "applicant"]).default("office").describe("applicant：申请人或者第三方的材料，加密保存，查看留下记录"),
});

export const KeptAttachment = z
  .object({
    sha256: z.string().describe("办理事项时写入 documents"),
    name: z.string(),
    mediaType: z.string(),
    size: z.int(),
    findings: z
      .array(z.object({ rule: z.string(), message: z.string() }))
      .readonly()
      .describe("隐藏的工作表、批注、修订、文件属性等；只提示，不拒收"),
  })
  .meta({ id: "KeptAttachment" });
export type KeptAttachment = z.infer<typeof KeptAttachment>;

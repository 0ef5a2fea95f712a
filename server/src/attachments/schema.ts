import { z } from "zod";

export const AttachmentParams = z.object({ agency: z.string() });
export const OneAttachment = AttachmentParams.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/** POST /agencies/:agency/files: a form with one file. */
export const AttachmentForm = z.object({
  file: z.instanceof(File).meta({ format: "binary" }),
  belongsTo: z.enum(["office", "applicant"]).default("office").describe("applicant：申请人或者第三方的材料，加密保存，查看留下记录"),
});

const Findings = z
  .array(z.object({ rule: z.string(), message: z.string() }))
  .readonly()
  .describe("隐藏的工作表、批注、修订、文件属性等；只提示，不拒收");

export const KeptAttachment = z
  .object({
    sha256: z.string().describe("办理事项时写入 documents"),
    name: z.string(),
    mediaType: z.string(),
    size: z.int(),
    findings: Findings,
  })
  .meta({ id: "KeptAttachment" });
export type KeptAttachment = z.infer<typeof KeptAttachment>;

export const CaseFilesParams = AttachmentParams.extend({ application: z.uuid() });

/** GET /agencies/:agency/applications/:application/files: what officers put to a case. */
export const CaseFile = z
  .object({
    sha256: z.string(),
    name: z.string().describe("申请人的材料不显示原名"),
    kind: z.string(),
    size: z.int().describe("字节"),
    belongsTo: z.enum(["office", "applicant"]),
    findings: Findings,
    addedOn: z.string(),
    addedBy: z.string().nullable(),
    isErased: z.boolean().describe("已按保存期限清除"),
    released: z
      .enum(["returned", "drafted", "signed", "served"])
      .nullable()
      .describe("随答复提供给申请人：drafted 待签发，signed 待送达，served 已送达，returned 随退回的答复稿；null 不提供"),
  })
  .meta({ id: "CaseFile" });
export type CaseFile = z.infer<typeof CaseFile>;
export const CaseFileList = z.object({ files: z.array(CaseFile).readonly(), mostMegabytes: z.int() }).meta({ id: "CaseFileList" });

/** POST …/files: puts uploaded files to the case. */
export const AddCaseFiles = z
  .strictObject({
    version: z.int().min(1).describe("办理前看到的版本号"),
    documents: z
      .array(z.string().regex(/^[0-9a-f]{64}$/))
      .min(1)
      .max(50),
    note: z.string().trim().max(200).default("").describe("是什么材料，写入办理记录，不含个人信息"),
  })
  .meta({ id: "AddCaseFiles" });
export type AddCaseFiles = z.infer<typeof AddCaseFiles>;
export const CaseFilesAdded = z.object({ version: z.int() }).meta({ id: "CaseFilesAdded" });

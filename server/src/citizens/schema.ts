import { z } from "zod";
import { SUSPICION_WORDS, type Suspicion } from "./suspicion-words.ts";
import { STATEMENT_WORDS, type StatementKind } from "./statement-words.ts";

const SUSPICIONS = Object.keys(SUSPICION_WORDS) as [Suspicion, ...Suspicion[]]; // its own keys, and there are some
const KINDS = Object.keys(STATEMENT_WORDS) as [StatementKind, ...StatementKind[]]; // likewise

export const IntakeParams = z.object({ agency: z.string() });
export const CaseParams = z.object({ agency: z.string(), application: z.uuid() });
export const CaseFileParams = CaseParams.extend({ file: z.uuid() });
export const ConsultationParams = CaseParams.extend({ consultation: z.string().max(40) });

/** An application sent through the internet that waits to be confirmed. */
export const IntakeEntry = z
  .object({
    id: z.uuid(),
    receiptNumber: z.string(),
    summary: z.string(),
    applicantName: z.string().describe("公民隐去名字"),
    applicantKind: z.string(),
    submittedOn: z.string(),
    files: z.int().describe("附件数"),
    isSuspected: z.boolean().describe("可能是垃圾信息：仅供留意，不影响受理"),
    suspicions: z.array(z.object({ code: z.enum(SUSPICIONS), words: z.string() })).readonly(),
    isSetAside: z.boolean().describe("已搁置：不在待办中，可以恢复"),
    setAsideReason: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: "IntakeEntry" });
export const IntakeList = z.object({ applications: z.array(IntakeEntry).readonly() }).meta({ id: "IntakeList" });
export type IntakeList = z.infer<typeof IntakeList>;
export type IntakeEntry = z.infer<typeof IntakeEntry>;

export const SetAside = z
  .strictObject({ version: z.int(), reason: z.string().trim().min(1).max(500).describe("申请人在查询进度时可以看到") })
  .meta({ id: "SetAside" });
export const BringBack = z.strictObject({ version: z.int() }).meta({ id: "BringBack" });
export const IntakeDone = z.object({ version: z.int() }).meta({ id: "IntakeDone" });

/** What an applicant or a third party handed in. */
export const CitizenFile = z
  .object({
    id: z.uuid(),
    size: z.int(),
    mediaType: z.string(),
    remark: z.string().nullable().describe("上传时的提示，如含有修订"),
    addedAt: z.string(),
    statement: z.uuid().nullable().describe("随哪次陈述提交；null 为申请的附件"),
    isErased: z.boolean(),
  })
  .meta({ id: "CitizenFile" });
export const CitizenStatement = z
  .object({ id: z.uuid(), kind: z.enum(KINDS), kindWords: z.string(), givenOn: z.string() })
  .meta({ id: "CitizenStatement" });
export const CitizenPapers = z
  .object({
    receiptNumber: z.string().nullable().describe("回执号；没有的为 null"),
    setAsideReason: z.string().nullable().describe("为什么搁置；没有搁置的为 null"),
    suspicions: z.array(z.object({ code: z.enum(SUSPICIONS), words: z.string() })).readonly(),
    files: z.array(CitizenFile).readonly(),
    statements: z.array(CitizenStatement).readonly(),
    consultations: z
      .array(z.object({ id: z.string(), sentOn: z.string() }))
      .readonly()
      .describe("正在征求意见的第三方，可以生成链接"),
    links: z
      .array(
        z.object({
          id: z.uuid(),
          consultation: z.string(),
          createdAt: z.string(),
          expiresAt: z.string(),
          openedAt: z.string().nullable(),
          usedAt: z.string().nullable(),
          isRevoked: z.boolean(),
        }),
      )
      .readonly(),
  })
  .meta({ id: "CitizenPapers" });
export type CitizenPapers = z.infer<typeof CitizenPapers>;

export const StatementParams = CaseParams.extend({ statement: z.uuid() });
export const StatementText = z.object({ text: z.string() }).meta({ id: "CitizenStatementText" });

export type CitizenFile = z.infer<typeof CitizenFile>;

export const NewThirdPartyLink = z
  .strictObject({
    about: z.string().trim().min(1).max(2000).describe("拟公开的、涉及第三方的信息；不得写明申请人"),
    why: z.string().trim().min(1).max(2000).describe("为什么可能损害其合法权益"),
  })
  .meta({ id: "NewThirdPartyLink" });
export type NewThirdPartyLink = z.infer<typeof NewThirdPartyLink>;
export const ThirdPartyLink = z
  .object({ url: z.string().describe("一次性链接，只显示这一次"), expiresAt: z.string() })
  .meta({ id: "ThirdPartyLink" });

export const QueryAccess = z
  .object({ receiptNumber: z.string(), code: z.string().describe("查询码，只显示这一次") })
  .meta({ id: "QueryAccess" });

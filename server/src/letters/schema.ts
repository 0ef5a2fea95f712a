import { ACT_NAMES, OUTCOME_CODES } from "@gongkai/statute";
import { z } from "zod";
import { KeptAttachment } from "../attachments/schema.ts";
import { FIELDS, type FieldName } from "./letter-fields.ts";

const FIELD_NAMES = Object.keys(FIELDS) as [FieldName, ...FieldName[]]; // an object with these keys
/** What an officer filled in: dates as 2026-03-02, choices by their code. */
export const LetterFields = z.partialRecord(z.enum(FIELD_NAMES), z.string().trim().max(5000)).meta({ id: "LetterFields" });
export type LetterFields = z.infer<typeof LetterFields>;

const Kind = z.string().max(60).describe("文书种类，如 correction、answer.granted");
const Version = z.int().min(0).describe("保存前看到的版本号；新稿和程序自带模板为 0");

const LetterIssue = z.object({ code: z.string(), text: z.string() });

export const LetterParams = z.object({ agency: z.string(), application: z.uuid(), letter: z.uuid() });
export const LetterFileParams = LetterParams.extend({ format: z.enum(["docx", "pdf", "html"]) });
export const LetterKindParams = z.object({ agency: z.string(), kind: Kind });

export const ListedLetter = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    title: z.string(),
    state: z.enum(["draft", "issued"]),
    number: z.string().nullable(),
    issuedOn: z.string().nullable(),
    changedAt: z.string(),
    changedBy: z.string().nullable().describe("修改人或者发出人的姓名"),
    sha256: z.string().nullable().describe("发出时固定的内容的哈希值"),
    isErased: z.boolean().describe("内容已按保存期限清除"),
    version: z.int(),
  })
  .meta({ id: "ListedLetter" });
export type ListedLetter = z.infer<typeof ListedLetter>;
export const LetterList = z.object({ letters: z.array(ListedLetter).readonly() }).meta({ id: "LetterList" });

const Chosen = z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(50);

/** POST …/letters and PUT …/letters/:letter */
export const SaveLetter = z
  .strictObject({
    kind: Kind,
    version: Version,
    fields: LetterFields,
    files: z
      .strictObject({
        released: Chosen.describe("提供给申请人的文件"),
        documents: Chosen.describe("办理材料，列入案卷，不提供给申请人"),
      })
      .optional()
      .describe("为草稿选定的本机关文件（先上传），随草稿保存；略去则不变"),
  })
  .meta({ id: "SaveLetter" });
export type SaveLetter = z.infer<typeof SaveLetter>;
export const LetterSaved = z.object({ id: z.uuid(), version: z.int() }).meta({ id: "LetterSaved" });

const Kept = z.array(KeptAttachment).readonly();
export const DraftFiles = z.object({ released: Kept, documents: Kept }).meta({ id: "DraftFiles" });
export type DraftFiles = z.infer<typeof DraftFiles>;

export const LetterDraft = ListedLetter.extend({
  fields: LetterFields,
  files: DraftFiles.nullable().describe("随草稿保存的文件，可以下载；没有选过或者已随送审进入案件的为 null"),
}).meta({ id: "LetterDraft" });
export type LetterDraft = z.infer<typeof LetterDraft>;

export const PreviewLetter = z
  .strictObject({
    kind: Kind,
    fields: LetterFields.default({}),
    article: z.string().trim().max(100).optional().describe("答复所依据的条款"),
    cooperatingUnitIds: z.array(z.uuid()).max(20).optional(),
  })
  .meta({ id: "PreviewLetter" });
export type PreviewLetter = z.infer<typeof PreviewLetter>;

const Consequences = z
  .object({
    outcome: z.enum(OUTCOME_CODES),
    kind: z.string(),
    title: z.string(),
    article: z.string(),
    remedy: z.enum(["reconsiderFirst", "either", "none", "configurable"]),
    row: z.string().describe("表三的行（2021年版）"),
  })
  .meta({ id: "OutcomeConsequences", description: "选定答复类型即确定的文书、条款、救济途径和表三的行" });

export const LetterPreview = z
  .object({
    title: z.string(),
    html: z.string().describe("文书正文的 HTML 片段，文字均已转义"),
    issues: z.array(LetterIssue).readonly().describe("还缺什么、哪里填写有误"),
    consequences: Consequences.nullable(),
  })
  .meta({ id: "LetterPreview" });
export type LetterPreview = z.infer<typeof LetterPreview>;

export const IssueLetter = z.strictObject({ version: Version }).meta({ id: "IssueLetter" });
/** POST …/letters/:letter/removal */
export const RemoveLetter = z.strictObject({ version: Version }).meta({ id: "RemoveLetter" });
export const LetterRemoved = z.object({ id: z.uuid() }).meta({ id: "LetterRemoved" });
export const LetterIssued = z
  .object({ id: z.uuid(), kind: z.string(), number: z.string().nullable(), caseVersion: z.int().describe("案件的最新版本号") })
  .meta({ id: "LetterIssued" });

const DescribedField = z
  .object({
    name: z.enum(FIELD_NAMES),
    label: z.string().describe("模板中写作 {名称}"),
    meaning: z.string(),
    type: z.enum(["text", "paragraph", "date", "number", "choice"]),
    from: z.enum(["case", "law", "officer"]).describe("case 取自案卷，law 依法确定，officer 由承办人填写"),
    isMandatory: z.boolean(),
    choices: z.record(z.string(), z.string()).optional(),
  })
  .meta({ id: "LetterField" });
export type DescribedField = z.infer<typeof DescribedField>;

export const DescribedKind = z
  .object({
    kind: z.string(),
    title: z.string(),
    purpose: z.string(),
    cites: z.string(),
    to: z.enum(["applicant", "consulted", "units", "file"]),
    acts: z.array(z.enum(ACT_NAMES)).readonly(),
    isIssuedAlone: z.boolean().describe("可以不随办理事项单独发出"),
    fields: z.array(DescribedField).readonly(),
    consequences: Consequences.nullable(),
  })
  .meta({ id: "LetterKind" });
export type DescribedKind = z.infer<typeof DescribedKind>;
export const LetterKindList = z.object({ kinds: z.array(DescribedKind).readonly() }).meta({ id: "LetterKindList" });

const Wording = {
  title: z.string().trim().min(1).max(60),
  lines: z
    .array(z.string().max(2000))
    .min(1)
    .max(80)
    .describe("每行一段：{字段}，[有空缺时略去的内容]，以 | 开头的为表格的一行，〔落款〕、---（另页）、# 小标题各占一行"),
};

export const LetterTemplateView = z
  .object({
    kind: z.string(),
    version: z.int(),
    isOwn: z.boolean().describe("true：本机关自行修改过"),
    title: z.string(),
    lines: z.array(z.string()).readonly(),
    /** The one that comes with the program. */
    usual: z.object({ title: z.string(), lines: z.array(z.string()).readonly() }).describe("程序自带的模板"),
    fields: z.array(DescribedField).readonly().describe("可以使用的字段"),
    versions: z
      .array(
        z.object({
          version: z.int(),
          changedAt: z.string(),
          changedBy: z.string().nullable(),
          isReset: z.boolean(),
          title: z.string(),
          lines: z.array(z.string()).readonly(),
        }),
      )
      .readonly(),
  })
  .meta({ id: "LetterTemplate" });
export type LetterTemplateView = z.infer<typeof LetterTemplateView>;

export const LetterTemplateList = z
  .object({
    templates: z
      .array(z.object({ kind: z.string(), title: z.string(), purpose: z.string(), version: z.int(), isOwn: z.boolean() }))
      .readonly(),
  })
  .meta({ id: "LetterTemplateList" });

export const SaveTemplate = z.strictObject({ version: Version, ...Wording }).meta({ id: "SaveLetterTemplate" });
export const ResetTemplate = z.strictObject({ version: Version }).meta({ id: "ResetLetterTemplate" });
export const PreviewTemplate = z.strictObject(Wording).meta({ id: "PreviewLetterTemplate" });
export const TemplateSaved = z.object({ version: z.int() }).meta({ id: "LetterTemplateSaved" });
export const TemplatePreview = z
  .object({ html: z.string(), issues: z.array(LetterIssue).readonly() })
  .meta({ id: "LetterTemplatePreview" });

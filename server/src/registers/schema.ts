import { z } from "zod";
import { FIELD_NAMES } from "./fields.ts";
import { ImportMapping } from "./mapping.ts";

export { FIELD_NAMES, type FieldName } from "./fields.ts";
export { ImportMapping } from "./mapping.ts";

export const RegisterParams = z.object({ agency: z.string() });
export const ImportParams = RegisterParams.extend({ import: z.uuid() });

/** POST …/register-imports: a form with one file. */
export const RegisterFile = z.object({ file: z.instanceof(File).meta({ format: "binary" }) });

export const ImportStep = z.strictObject({ version: z.int().min(1) }).meta({ id: "ImportStep" });
export const ChangeMapping = z.strictObject({ version: z.int().min(1), mapping: ImportMapping }).meta({ id: "ChangeImportMapping" });

const Problem = z.object({ at: z.string().describe("列名，或者案件文件中的位置"), found: z.string(), message: z.string() });

export const RegisterImport = z
  .object({
    id: z.uuid(),
    name: z.string(),
    format: z.enum(["cases", "table"]),
    state: z.enum(["draft", "running", "finished", "cancelled", "withdrawing", "withdrawn"]),
    rowCount: z.int(),
    doneRows: z.int(),
    imported: z.int(),
    refused: z.int(),
    withdrawn: z.int(),
    lastProblem: z.string().nullable(),
    createdAt: z.string(),
    createdBy: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: "RegisterImport" });
export type RegisterImport = z.infer<typeof RegisterImport>;

export const RegisterImportList = z.object({ imports: z.array(RegisterImport).readonly() }).meta({ id: "RegisterImportList" });

/** GET …/register-imports/:import: a draft with its first rows as they would be taken, and what is wrong with which row. */
export const RegisterImportPage = z
  .object({
    import: RegisterImport,
    mapping: ImportMapping,
    columns: z.array(z.string()).readonly().describe("台账的列标题，按顺序"),
    fields: z.array(z.object({ name: z.enum(FIELD_NAMES), label: z.string() })).readonly(),
    preview: z
      .object({
        good: z.int().describe("可以导入的行数"),
        bad: z.int().describe("有问题、不会导入的行数"),
        rows: z
          .array(
            z.object({
              row: z.int(),
              number: z.string().nullable(),
              applicant: z.string(),
              applicantKind: z.string().nullable(),
              receivedOn: z.string().nullable(),
              title: z.string(),
              state: z.string(),
              outcome: z.string().nullable(),
              remarks: z.array(Problem).readonly(),
            }),
          )
          .readonly()
          .describe("前20行，导入后的样子"),
        problems: z
          .array(Problem.extend({ row: z.int() }))
          .readonly()
          .describe("逐行的问题，最多500条"),
      })
      .nullable()
      .describe("只有尚未开始的导入才有"),
  })
  .meta({ id: "RegisterImportPage" });
export type RegisterImportPage = z.infer<typeof RegisterImportPage>;

export const ImportCreated = z.object({ id: z.uuid() }).meta({ id: "ImportCreated" });
export const ImportChanged = z.object({ version: z.int() }).meta({ id: "ImportChanged" });

/** POST …/register-exports: the answer is the file. */
export const ExportRegister = z
  .strictObject({
    format: z.enum(["xlsx", "json"]),
    year: z.int().min(2008).max(2200).optional().describe("列入该年度报告的案件；不填时为全部"),
    withIdentities: z.boolean().default(false).describe("包括申请人的姓名、证件号码和联系方式，留下记录"),
    reason: z.string().trim().max(200).default("").describe("包括申请人信息时的理由"),
  })
  .refine(({ withIdentities, reason }) => !withIdentities || reason !== "", { error: "导出申请人信息应当写明理由。", path: ["reason"] })
  .meta({ id: "ExportRegister" });
export type ExportRegister = z.infer<typeof ExportRegister>;

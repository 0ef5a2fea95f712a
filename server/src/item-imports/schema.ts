import { z } from "zod";
import { GENRES, keysOf } from "../disclosures/words.ts";
import { ImportStep } from "../registers/schema.ts";
import { ITEM_FIELD_NAMES } from "./fields.ts";
import { ItemMapping } from "./mapping.ts";

export { ITEM_FIELD_NAMES, type ItemFieldName } from "./fields.ts";
export { ItemMapping } from "./mapping.ts";

export const ItemImportParams = z.object({ agency: z.string() });
export const OneItemImportParams = ItemImportParams.extend({ import: z.uuid() });

/** POST …/item-imports: a form with one file. */
export const ItemRegisterFile = z.object({ file: z.instanceof(File).meta({ format: "binary" }) });

export const ChangeItemMapping = ImportStep.extend({ mapping: ItemMapping }).meta({ id: "ChangeItemImportMapping" });
export const StartItemImport = ImportStep.extend({
  review: z.string().trim().min(5).max(500).describe("这些信息原来公开时的审查情况，由政府信息公开工作机构负责人确认"),
}).meta({ id: "StartItemImport" });
export type StartItemImport = z.infer<typeof StartItemImport>;

const Problem = z.object({ at: z.string().describe("列名"), found: z.string(), message: z.string() });

export const ItemImport = z
  .object({
    id: z.uuid(),
    name: z.string(),
    state: z.enum(["draft", "running", "finished", "cancelled", "withdrawing", "withdrawn"]),
    rowCount: z.int(),
    doneRows: z.int(),
    imported: z.int().describe("已经移入的条数，包括转为草稿的"),
    drafts: z.int().describe("其中筛查发现问题、转为草稿等待审查的"),
    refused: z.int(),
    withdrawn: z.int(),
    files: z.boolean().describe("随清单带有文件"),
    review: z.string().nullable().describe("原公开时的审查情况"),
    createdAt: z.string(),
    createdBy: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: "ItemImport" });
export type ItemImport = z.infer<typeof ItemImport>;
export const ItemImportList = z.object({ imports: z.array(ItemImport).readonly() }).meta({ id: "ItemImportList" });

/** GET …/item-imports/:import: a draft with its first rows as they would be taken and what is wrong with which; afterwards what became drafts. */
export const ItemImportPage = z
  .object({
    import: ItemImport,
    mapping: ItemMapping,
    columns: z.array(z.string()).readonly().describe("清单的列标题，按顺序"),
    fields: z.array(z.object({ name: z.enum(ITEM_FIELD_NAMES), label: z.string() })).readonly(),
    entries: z
      .array(z.object({ id: z.uuid(), label: z.string() }))
      .readonly()
      .describe("本机关可以归入的目录条目"),
    preview: z
      .object({
        good: z.int().describe("可以移入的行数"),
        bad: z.int().describe("有问题、不会移入的行数"),
        screened: z.int().describe("试筛查的行数"),
        found: z.int().describe("其中筛查发现问题、将转为草稿的行数"),
        rows: z
          .array(
            z.object({
              row: z.int(),
              title: z.string(),
              indexNumber: z.string().nullable(),
              documentNumber: z.string(),
              publishedOn: z.string(),
              entry: z.string(),
              genre: z.enum(keysOf(GENRES)),
              text: z.string().describe("正文开头，或者文件名"),
              attachments: z.int(),
              remarks: z.array(Problem).readonly(),
            }),
          )
          .readonly()
          .describe("前20行，移入后的样子"),
        problems: z
          .array(Problem.extend({ row: z.int() }))
          .readonly()
          .describe("逐行的问题，最多500条"),
      })
      .nullable()
      .describe("只有尚未开始的才有"),
    drafts: z
      .array(z.object({ row: z.int(), item: z.uuid(), title: z.string() }))
      .readonly()
      .describe("筛查发现问题、转为草稿的，最多200条"),
  })
  .meta({ id: "ItemImportPage" });
export type ItemImportPage = z.infer<typeof ItemImportPage>;

export const ItemImportCreated = z.object({ id: z.uuid() }).meta({ id: "ItemImportCreated" });
export const ItemImportChanged = z.object({ version: z.int() }).meta({ id: "ItemImportChanged" });

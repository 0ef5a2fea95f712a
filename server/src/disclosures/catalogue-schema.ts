import { z } from "zod";
import { ItemAgency } from "./item-draft-schema.ts";
import { Line, NeededLine, NullableDay, Text, Version } from "./schema-parts.ts";
import { keysOf, LIMIT_KINDS } from "./words.ts";

export const EntryParams = ItemAgency.extend({ entry: z.uuid() });

/** The nine columns of a standard catalogue, and where the entry stands. */
export const CatalogueEntryGiven = z
  .strictObject({
    statutory: NeededLine(20).describe("法定主动公开内容的节点，如 20.7"),
    name: NeededLine(100).describe("公开事项（一级）"),
    subItem: Line(100).default("").describe("公开事项（二级）"),
    content: Text(1_000).default("").describe("公开内容（要素）"),
    basis: Text(1_000).default("").describe("公开依据"),
    limitKind: z.enum(keysOf(LIMIT_KINDS)).default("workingDays"),
    limitDays: z.int().min(1).max(250).nullable().default(20).describe("工作日数；按月、按季度、每两周的为 null"),
    subject: Line(200).default("").describe("公开主体"),
    channel: Line(200).default("").describe("公开渠道和载体"),
    audience: Line(100).default("全社会").describe("公开对象"),
    way: z.enum(["proactive", "onRequest"]).default("proactive").describe("公开方式"),
    level: Line(60).default("").describe("公开层级"),
    unit: z.uuid().nullable().default(null),
    position: z.int().min(0).max(100_000).default(0),
  })
  .meta({ id: "CatalogueEntryGiven" });
export type CatalogueEntryGiven = z.infer<typeof CatalogueEntryGiven>;
export const ChangeCatalogueEntry = CatalogueEntryGiven.extend({ version: Version }).meta({ id: "ChangeCatalogueEntry" });
export type ChangeCatalogueEntry = z.infer<typeof ChangeCatalogueEntry>;
export const CatalogueEntry = CatalogueEntryGiven.extend({
  id: z.uuid(),
  limitWords: z.string(),
  openedOn: z.string(),
  closedOn: NullableDay,
  items: z.int().describe("已发布的信息条数"),
  version: z.int(),
}).meta({ id: "CatalogueEntry" });
export type CatalogueEntry = z.infer<typeof CatalogueEntry>;
export const StatutoryNode = z
  .object({ id: z.string(), label: z.string(), cites: z.string(), content: z.string() })
  .meta({ id: "StatutoryNode" });
export const Catalogue = z
  .object({ nodes: z.array(StatutoryNode).readonly(), entries: z.array(CatalogueEntry).readonly() })
  .meta({ id: "DisclosureCatalogue" });
export type Catalogue = z.infer<typeof Catalogue>;
export const EntryDone = z.object({ id: z.uuid(), version: z.int() }).meta({ id: "CatalogueEntryDone" });
export type EntryDone = z.infer<typeof EntryDone>;
export const CatalogueFile = z.object({ file: z.file() });
export const CatalogueImported = z
  .object({ added: z.int(), changed: z.int(), problems: z.array(z.object({ row: z.int(), message: z.string() })).readonly() })
  .meta({ id: "CatalogueImported" });
export type CatalogueImported = z.infer<typeof CatalogueImported>;

/** POST …/catalogue/import-preview: what an import would do. */
export const CataloguePreview = z
  .object({
    rows: z
      .array(
        z.object({
          row: z.int().describe("表格的第几行"),
          what: z.enum(["added", "changed", "same", "refused"]),
          statutory: z.string(),
          name: z.string(),
          subItem: z.string(),
          content: z.string(),
          limitWords: z.string(),
        }),
      )
      .readonly(),
    problems: z.array(z.object({ row: z.int(), message: z.string() })).readonly(),
  })
  .meta({ id: "CataloguePreview" });
export type CataloguePreview = z.infer<typeof CataloguePreview>;

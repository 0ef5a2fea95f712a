import { z } from "zod";
import { ItemAgency } from "./item-draft-schema.ts";
import { Line, NeededLine, NeededText, Text } from "./schema-parts.ts";

export const PageParams = ItemAgency.extend({ page: z.uuid() });

/** Art. 12: what the guide must say. */
export const Guide = z
  .strictObject({
    classification: NeededText(2_000).describe("政府信息的分类"),
    arrangement: NeededText(2_000).describe("编排体系"),
    ways: NeededText(4_000).describe("获取方式"),
    applying: Text(8_000).default("").describe("依申请公开的办理程序"),
    officeName: NeededLine(100),
    officeAddress: NeededLine(200),
    officeHours: NeededLine(200),
    telephone: NeededLine(60),
    fax: Line(60).default(""),
    internet: NeededLine(200).describe("互联网联系方式"),
    remedies: Text(2_000).default("").describe("监督和救济"),
  })
  .meta({ id: "DisclosureGuide" });
export type Guide = z.infer<typeof Guide>;
export const WriteGuide = Guide.extend({ version: z.int().min(0).describe("首次编制为 0") }).meta({ id: "WriteDisclosureGuide" });
export type WriteGuide = z.infer<typeof WriteGuide>;
export const SystemGiven = z
  .strictObject({
    title: NeededLine(200),
    documentNumber: Line(80).default(""),
    html: z.string().min(1).max(1_000_000),
    version: z.int().min(0).default(0),
  })
  .meta({ id: "DisclosureSystemGiven" });
export type SystemGiven = z.infer<typeof SystemGiven>;

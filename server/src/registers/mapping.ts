import { APPLICANT_KINDS, CHANNELS, OUTCOME_CODES } from "@gongkai/statute";
import { z } from "zod";
import { FIELD_NAMES } from "./fields.ts";

/** How the columns of a register are taken. Guessed first; whoever imports may change all of it. */
export const ImportMapping = z
  .strictObject({
    columns: z.partialRecord(z.enum(FIELD_NAMES), z.int().min(0).max(500)).describe("字段所在的列，自 0 起；没有的列不写"),
    applicantKind: z.enum(APPLICANT_KINDS).nullable().describe("没有申请人类型列，或者该列空白时采用；null 表示逐行报告"),
    channel: z.enum(CHANNELS).nullable().describe("没有申请方式列，或者该列空白时采用；null 表示逐行报告"),
    outcomes: z.record(z.string().min(1).max(60), z.enum([...OUTCOME_CODES, "withdrawn"])).describe("答复类型中的用语与答复类型代码的对应"),
    closeAnswered: z.boolean().describe("已答复的视为已办结归档"),
  })
  .meta({ id: "ImportMapping" });
export type ImportMapping = z.infer<typeof ImportMapping>;

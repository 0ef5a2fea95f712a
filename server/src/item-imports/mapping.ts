import { z } from "zod";
import { GENRES, keysOf } from "../disclosures/words.ts";
import { ITEM_FIELD_NAMES } from "./fields.ts";

/** How the columns of a register of items are taken. Guessed first; whoever imports may change all of it. */
export const ItemMapping = z
  .strictObject({
    columns: z.partialRecord(z.enum(ITEM_FIELD_NAMES), z.int().min(0).max(500)).describe("字段所在的列，自 0 起；没有的列不写"),
    entry: z.uuid().nullable().describe("没有目录列，或者该列空白时归入的目录条目；null 表示逐行报告"),
    entries: z.record(z.string().min(1).max(100), z.uuid()).describe("目录列中的用语与本机关目录条目的对应"),
    genre: z.enum(keysOf(GENRES)).nullable().describe("没有体裁列，标题也看不出时采用；null 表示“其他”"),
  })
  .meta({ id: "ItemImportMapping" });
export type ItemMapping = z.infer<typeof ItemMapping>;

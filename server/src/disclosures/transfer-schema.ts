import { z } from "zod";
import { ItemAgency } from "./item-draft-schema.ts";
import { Day, NeededLine, NeededText, NullableDay, Version } from "./schema-parts.ts";
import { keysOf, RECEIVER_KINDS } from "./words.ts";

export const BatchParams = ItemAgency.extend({ batch: z.uuid() });

export const MakeTransfer = z
  .strictObject({
    receiverKind: z.enum(keysOf(RECEIVER_KINDS)),
    receiver: NeededLine(100),
    from: Day.describe("发布日期自"),
    until: Day.describe("发布日期至"),
  })
  .meta({ id: "MakeTransfer" });
export type MakeTransfer = z.infer<typeof MakeTransfer>;
export const SignTransfer = z
  .strictObject({ version: Version, on: Day, by: NeededLine(60).describe("签收单位或者岗位") })
  .meta({ id: "SignTransfer" });
export type SignTransfer = z.infer<typeof SignTransfer>;
export const ReplaceTransferred = z
  .strictObject({ version: Version, items: z.array(z.uuid()).min(1).max(1_000), reason: NeededText(300) })
  .meta({ id: "ReplaceTransferred" });
export type ReplaceTransferred = z.infer<typeof ReplaceTransferred>;
export const TransferredItem = z
  .object({
    item: z.string(),
    indexNumber: z.string(),
    title: z.string(),
    documentNumber: z.string(),
    publishedOn: z.string(),
    hash: z.string(),
  })
  .meta({ id: "TransferredItem" });
export type TransferredItem = z.infer<typeof TransferredItem>;
export const Transfer = z
  .object({
    id: z.uuid(),
    number: z.string(),
    receiverKind: z.enum(keysOf(RECEIVER_KINDS)),
    receiver: z.string(),
    from: z.string(),
    until: z.string(),
    items: z.array(TransferredItem).readonly(),
    isNil: z.boolean(),
    madeOn: z.string(),
    receivedOn: NullableDay,
    receivedBy: z.string().nullable(),
    replacement: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: "Transfer" });
export type Transfer = z.infer<typeof Transfer>;
export const TransferList = z.object({ transfers: z.array(Transfer).readonly() }).meta({ id: "TransferList" });
export const TransferFileQuery = z.object({ format: z.enum(["docx", "xlsx"]).default("docx") });

import { isPlainDate } from "@gongkai/statute";
import { z } from "zod";
import { ItemDraft } from "./item-draft-schema.ts";
import { NullableDay } from "./schema-parts.ts";
import { ATTRIBUTES, GENRES, ITEM_STATES, keysOf, NORMATIVES, VALIDITIES } from "./words.ts";

export const ItemQuery = z.object({
  state: z.enum(keysOf(ITEM_STATES)).optional(),
  attribute: z.enum(keysOf(ATTRIBUTES)).optional(),
  entry: z.uuid().optional(),
  application: z.uuid().optional().describe("由这件申请的答复转来的（条例第四十四条）"),
  statutory: z.string().max(20).optional(),
  normative: z.enum(keysOf(NORMATIVES)).optional(),
  validity: z.enum(keysOf(VALIDITIES)).optional(),
  dueBy: z.string().refine(isPlainDate).optional().describe("尚未发布、期限在该日或之前的"),
  reviewAgainBy: z.string().refine(isPlainDate).optional().describe("到该日应当重新审查的"),
  lapsedBy: z.string().refine(isPlainDate).optional().describe("清理：仍标为有效、失效日期在该日或之前的"),
  text: z.string().trim().max(100).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
});
export type ItemQuery = z.infer<typeof ItemQuery>;

export const ListedItem = z
  .object({
    id: z.uuid(),
    title: z.string(),
    state: z.enum(keysOf(ITEM_STATES)),
    stateWords: z.string(),
    genre: z.enum(keysOf(GENRES)),
    attribute: z.enum(keysOf(ATTRIBUTES)).nullable(),
    entry: z.string().nullable(),
    statutory: z.string().nullable(),
    documentNumber: z.string().nullable(),
    indexNumber: z.string().nullable(),
    formedOn: z.string(),
    dueOn: NullableDay,
    dueLimit: z.string().nullable(),
    isProvisional: z.boolean(),
    publicVersion: z.int(),
    publishedAt: NullableDay,
    scheduledAt: NullableDay,
    reviewAgainOn: NullableDay,
    normative: z.enum(keysOf(NORMATIVES)).nullable(),
    validity: z.enum(keysOf(VALIDITIES)).nullable(),
    validUntil: NullableDay,
    waitingRole: z.string().nullable(),
    awaitsTakeDownApproval: z.boolean(),
    version: z.int(),
  })
  .meta({ id: "ListedItem" });
export type ListedItem = z.infer<typeof ListedItem>;
export const ItemList = z
  .object({ items: z.array(ListedItem).readonly(), total: z.int(), page: z.int(), pageSize: z.int() })
  .meta({ id: "ItemList" });

export const ScreeningFinding = z
  .object({
    fingerprint: z.string(),
    rule: z.string(),
    severity: z.enum(["block", "warn", "hint"]),
    source: z.string().describe("title、summary、body，或者附件的文件名"),
    start: z.int(),
    end: z.int(),
    found: z.string(),
    context: z.string(),
    reason: z.string(),
    suggestion: z.string(),
    replacement: z.string().nullable().describe("一键替换的内容；不能自动处理的为 null"),
    verdict: z.object({ reason: z.string(), by: z.string().nullable(), on: z.string() }).nullable(),
  })
  .meta({ id: "ScreeningFinding" });
export const Screening = z
  .object({
    contentHash: z.string(),
    isCurrent: z.boolean(),
    screenedAt: z.string(),
    findings: z.array(ScreeningFinding).readonly(),
    blocking: z.int(),
  })
  .meta({ id: "ItemScreening" });
export type Screening = z.infer<typeof Screening>;

export const ItemAttachment = z
  .object({ sha256: z.string(), name: z.string(), mediaType: z.string(), size: z.int(), isInline: z.boolean().describe("正文中的图片") })
  .meta({ id: "ItemAttachment" });
export type ItemAttachment = z.infer<typeof ItemAttachment>;

export const ItemPage = z
  .object({
    item: ListedItem,
    draft: ItemDraft.omit({ html: true, attachments: true, formedOn: true, effectiveOn: true, validUntil: true, expiresOn: true }).extend({
      formedOn: z.string(),
      effectiveOn: NullableDay,
      validUntil: NullableDay,
      expiresOn: NullableDay,
    }),
    html: z.string().nullable().describe("已清除的为 null"),
    attachments: z.array(ItemAttachment).readonly(),
    mark: z
      .object({ attribute: z.string(), reason: z.string(), basis: z.string(), reviewAgainOn: NullableDay, inheritedFrom: z.unknown() })
      .nullable(),
    review: z.object({
      chain: z.array(z.string()).readonly(),
      step: z.int(),
      signatures: z
        .array(z.object({ step: z.int(), role: z.string(), by: z.string().nullable(), on: z.string(), opinion: z.string() }))
        .readonly(),
      form: z.array(z.object({ id: z.string(), label: z.string() })).readonly(),
    }),
    screening: Screening.nullable(),
    origin: z
      .object({
        address: z.string(),
        publishedOn: z.string(),
        indexNumber: z.string(),
        review: z.string().describe("原公开时的审查情况"),
        takenOverOn: NullableDay.describe("作为已经公开的信息移入的日期；转为草稿重新审查的为 null"),
      })
      .nullable()
      .describe("从原网站移入的信息"),
    acts: z.array(z.string()).readonly().describe("现在可以办理的事项"),
    interprets: z.array(z.string()).readonly(),
    interpretedBy: z.array(z.string()).readonly(),
    versions: z.array(z.object({ textVersion: z.int(), writtenAt: z.string(), isErased: z.boolean() })).readonly(),
    timeline: z
      .array(z.object({ type: z.string(), words: z.string(), on: z.string(), at: z.string(), by: z.string().nullable(), note: z.string() }))
      .readonly(),
  })
  .meta({ id: "ItemPage" });
export type ItemPage = z.infer<typeof ItemPage>;

export const VersionsQuery = z.object({ from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(1) });
export const TextDifference = z
  .object({ pieces: z.array(z.object({ kind: z.enum(["same", "added", "removed"]), text: z.string() })).readonly() })
  .meta({ id: "TextDifference" });

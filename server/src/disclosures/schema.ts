import { isPlainDate, plainDate, PUBLICATION_KINDS } from "@gongkai/statute";
import { z } from "zod";
import { ATTRIBUTES, EXPIRES_AS, GENRES, ITEM_STATES, keysOf, LIMIT_KINDS, NORMATIVES, RECEIVER_KINDS, VALIDITIES } from "./words.ts";

const ONE_LINE = /^\P{Cc}*$/u;
const Line = (most: number) => z.string().trim().max(most).regex(ONE_LINE);
const NeededLine = (most: number) => z.string().trim().min(1).max(most).regex(ONE_LINE);
const Text = (most: number) => z.string().trim().max(most);
const NeededText = (most: number) => z.string().trim().min(1).max(most);
const Day = z
  .string()
  .refine(isPlainDate)
  .transform((text) => plainDate(text));
const Version = z.int().min(1).describe("修改前看到的版本号；已被他人修改的，答复 409 changed-meanwhile");
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Instant = z.iso.datetime();

export const ItemAgency = z.object({ agency: z.string() });
export const ItemParams = ItemAgency.extend({ item: z.uuid() });
export const EntryParams = ItemAgency.extend({ entry: z.uuid() });
export const PageParams = ItemAgency.extend({ page: z.uuid() });
export const BatchParams = ItemAgency.extend({ batch: z.uuid() });

export const GivenAttachment = z
  .strictObject({ sha256: Sha256, name: NeededLine(200).describe("下载时的文件名") })
  .meta({ id: "GivenAttachment" });

/** What a drafter writes; law.md §9.3. */
export const ItemDraft = z
  .strictObject({
    title: NeededLine(300),
    summary: Text(1_000).default("").describe("内容概述"),
    genre: z.enum(keysOf(GENRES)),
    entry: z.uuid().describe("主动公开基本目录的条目"),
    documentNumber: Line(80).default("").describe("发文字号"),
    unifiedNumber: Line(80).default("").describe("统一编号"),
    topic: Line(60).default("").describe("主题分类"),
    keywords: z.array(NeededLine(30)).max(20).default([]),
    publisher: Line(100).default("").describe("发布机构；不填为本机关"),
    source: Line(100).default("").describe("信息来源"),
    audience: Line(60).default("").describe("公开范围"),
    formedOn: Day.describe("形成或者变更之日，公开期限自次日起计算"),
    effectiveOn: Day.nullable().default(null).describe("实施日期"),
    validUntil: Day.nullable().default(null).describe("失效日期"),
    expiresOn: Day.nullable().default(null).describe("公开时限：最后一个公开日"),
    expiresAs: z.enum(keysOf(EXPIRES_AS)).default("stub"),
    normative: z.enum(keysOf(NORMATIVES)).nullable().default(null),
    publicationKind: z.enum(PUBLICATION_KINDS).default("general").describe("budget：预算、决算，另有法定期限"),
    html: z.string().max(5_000_000).describe("正文；脚本、样式、外部图片会被去除"),
    attachments: z.array(GivenAttachment).max(50).default([]),
    correction: Text(500).default("").describe("更正说明；只用于更正已经发布的信息"),
  })
  .meta({ id: "ItemDraft" });
export type ItemDraft = z.infer<typeof ItemDraft>;

export const ReviseItem = ItemDraft.extend({ version: Version }).meta({ id: "ReviseItem" });
export type ReviseItem = z.infer<typeof ReviseItem>;

/** 公开属性源头认定. */
export const MarkItem = z
  .strictObject({
    version: Version,
    attribute: z.enum(keysOf(ATTRIBUTES)),
    reason: Text(500).default("").describe("主动公开以外的属性必须填写"),
    basis: Line(200).default("").describe("依据，如《条例》第十六条第二款"),
    reviewAgainOn: Day.nullable().default(null).describe("重新审查日期（条例第十八条）；依申请公开、不予公开必须填写"),
    inheritedFrom: z
      .strictObject({ organ: NeededLine(100), documentNumber: NeededLine(80), attribute: z.enum(keysOf(ATTRIBUTES)) })
      .nullable()
      .default(null)
      .describe("转发文件的原文及其公开属性"),
  })
  .meta({ id: "MarkItem" });
export type MarkItem = z.infer<typeof MarkItem>;

export const ItemAct = z.strictObject({ version: Version }).meta({ id: "ItemAct" });
export type ItemAct = z.infer<typeof ItemAct>;

export const JudgeFinding = z
  .strictObject({ version: Version, fingerprint: NeededLine(64), reason: NeededText(300).describe("为什么可以公开") })
  .meta({ id: "JudgeFinding" });
export type JudgeFinding = z.infer<typeof JudgeFinding>;

export const MaskFindings = z
  .strictObject({ version: Version, fingerprints: z.array(NeededLine(64)).min(1).max(1_000) })
  .meta({ id: "MaskFindings" });
export type MaskFindings = z.infer<typeof MaskFindings>;

export const CHECK_ANSWERS = ["clear", "present", "notApplicable"] as const;
export const ReviewChecks = z.record(z.string(), z.enum(CHECK_ANSWERS)).meta({ id: "ReviewChecks" });

export const SubmitItem = z
  .strictObject({
    version: Version,
    carrier: z.enum(["document", "other"]).default("document").describe("公文类、非公文类"),
    ways: z
      .array(z.enum(["website", "newMedia", "gazette", "newspaper", "radio", "television", "noticeBoard", "other"]))
      .min(1)
      .default(["website"]),
    plannedOn: Day.nullable().default(null),
    checks: ReviewChecks.default({}),
    note: Text(500).default(""),
  })
  .meta({ id: "SubmitItem" });
export type SubmitItem = z.infer<typeof SubmitItem>;

export const ReviewItem = z
  .strictObject({ version: Version, opinion: NeededText(500), checks: ReviewChecks.default({}) })
  .meta({ id: "ReviewItem" });
export type ReviewItem = z.infer<typeof ReviewItem>;

export const GiveReason = z.strictObject({ version: Version, reason: NeededText(500) }).meta({ id: "GiveItemReason" });
export type GiveReason = z.infer<typeof GiveReason>;

export const ScheduleItem = z.strictObject({ version: Version, at: Instant.describe("发布时间，UTC") }).meta({ id: "ScheduleItem" });
export type ScheduleItem = z.infer<typeof ScheduleItem>;

export const WithdrawItem = z
  .strictObject({
    version: Version,
    reason: NeededText(300).describe("向公众说明的理由"),
    publicTitle: Line(300).default("").describe("保留页上的标题；标题本身含有不宜公开内容时填写"),
    eraseTexts: z.boolean().default(false).describe("同时清除正文（涉及国家秘密、个人隐私泄露时）"),
  })
  .meta({ id: "WithdrawItem" });
export type WithdrawItem = z.infer<typeof WithdrawItem>;

export const ChangeValidity = z
  .strictObject({
    version: Version,
    validity: z.enum(keysOf(VALIDITIES)),
    on: Day.describe("自何日起"),
    note: NeededLine(200).describe("依据，如 云溪县人民政府令第3号"),
  })
  .meta({ id: "ChangeValidity" });
export type ChangeValidity = z.infer<typeof ChangeValidity>;

export const LinkInterpretation = z
  .strictObject({ version: Version, document: z.uuid().describe("被解读的文件") })
  .meta({ id: "LinkInterpretation" });
export type LinkInterpretation = z.infer<typeof LinkInterpretation>;

export const ReviewAgain = z
  .strictObject({
    version: Version,
    conclusion: NeededText(500),
    nextOn: Day.nullable().default(null).describe("继续不公开的，下次重新审查日期；改为公开的不填"),
  })
  .meta({ id: "ReviewItemAgain" });
export type ReviewAgain = z.infer<typeof ReviewAgain>;

export const DraftFromApplication = z
  .strictObject({ application: z.uuid(), entry: z.uuid() })
  .meta({ id: "DraftFromApplication", description: "把已经答复的申请所涉信息转为主动公开的草稿（条例第四十四条）" });
export type DraftFromApplication = z.infer<typeof DraftFromApplication>;

export const ItemDone = z
  .object({
    id: z.uuid(),
    version: z.int(),
    state: z.enum(keysOf(ITEM_STATES)),
    indexNumber: z.string().nullable(),
    hash: z.string().nullable(),
  })
  .meta({ id: "ItemDone" });
export type ItemDone = z.infer<typeof ItemDone>;

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

const NullableDay = z.string().nullable();
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

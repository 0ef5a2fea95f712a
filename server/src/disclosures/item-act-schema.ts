import { z } from "zod";
import { Day, Instant, Line, NeededLine, NeededText, Text, Version } from "./schema-parts.ts";
import { ITEM_STATES, keysOf, VALIDITIES } from "./words.ts";

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

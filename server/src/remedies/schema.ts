import { isPlainDate, plainDate, REMEDIES } from "@gongkai/statute";
import { z } from "zod";

const Line = (most: number) => z.string().trim().max(most);
const NeededLine = (most: number) => z.string().trim().min(1).max(most);
const Day = z
  .string()
  .refine(isPlainDate)
  .transform((text) => plainDate(text));
const Version = z.int().min(1);

export const REMEDY_WORDS = {
  reconsideration: "行政复议",
  litigationDirect: "行政诉讼（未经复议直接起诉）",
  litigationAfter: "行政诉讼（复议后起诉）",
} as const satisfies Record<(typeof REMEDIES)[number], string>;

/** Results in their own terms, and the column of table 4 each counts in. [known; process.md §7] */
export const RESULT_DETAILS = {
  维持: "upheld",
  驳回请求: "upheld",
  撤销: "corrected",
  变更: "corrected",
  确认违法: "corrected",
  责令履行: "corrected",
  撤回: "other",
  终止: "other",
  调解和解: "other",
  不予受理: "other",
  驳回起诉: "other",
} as const;
export type ResultDetail = keyof typeof RESULT_DETAILS;
const RESULTS = Object.keys(RESULT_DETAILS) as [ResultDetail, ...ResultDetail[]]; // Object.keys forgets the literal types

/** POST /agencies/:agency/remedies */
export const FileRemedy = z
  .strictObject({
    kind: z.enum(REMEDIES),
    application: z.uuid().nullable().describe("所涉的申请；不涉及申请的为 null"),
    body: NeededLine(100).describe("复议机关或者人民法院"),
    number: Line(100).default("").describe("案号"),
    filedOn: Day.describe("申请人提出之日"),
    receivedOn: Day.optional().describe("本机关收到副本之日，答复期限自次日起计算"),
    isSimplified: z.boolean().default(false).describe("适用简易程序（行政复议法第五十四条）"),
  })
  .meta({ id: "FileRemedy" });
export type FileRemedy = z.infer<typeof FileRemedy>;

/** POST …/remedies/:remedy/copy: the organ got its copy. */
export const ReceiveCopy = z
  .strictObject({ version: Version, on: Day, isSimplified: z.boolean().default(false) })
  .meta({ id: "ReceiveCopy" });
export type ReceiveCopy = z.infer<typeof ReceiveCopy>;

/** POST …/remedies/:remedy/reply: the organ handed in its reply and evidence. */
export const ReplyToRemedy = z
  .strictObject({
    version: Version,
    on: Day.optional(),
    documents: z
      .array(z.string().regex(/^[0-9a-f]{64}$/))
      .max(50)
      .default([]),
  })
  .meta({ id: "ReplyToRemedy" });
export type ReplyToRemedy = z.infer<typeof ReplyToRemedy>;

/** POST …/remedies/:remedy/decision. `redoDays`: the decision orders a new answer within so many working days. */
export const DecideRemedy = z
  .strictObject({
    version: Version,
    on: Day.describe("决定或者判决送达本机关之日"),
    result: z.enum(RESULTS),
    redo: z.boolean().default(false).describe("责令重新答复：案件重新办理"),
    redoDays: z.int().min(1).max(60).optional().describe("责令重新答复的期限，工作日；不填为20个工作日"),
    documents: z
      .array(z.string().regex(/^[0-9a-f]{64}$/))
      .max(50)
      .default([]),
  })
  .meta({ id: "DecideRemedy" });
export type DecideRemedy = z.infer<typeof DecideRemedy>;

export const RemedyParams = z.object({ agency: z.string(), remedy: z.uuid() });

export const RemedyQuery = z.object({
  kind: z.enum(REMEDIES).optional(),
  open: z.stringbool().optional(),
  application: z.uuid().optional(),
  year: z.coerce.number().int().optional().describe("列入该年度表四的案件"),
  result: z.enum(["upheld", "corrected", "other", "pending", "total"]).optional().describe("表四的列，与 year 连用"),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
});
export type RemedyQuery = z.infer<typeof RemedyQuery>;

const NullableDay = z.string().nullable();
export const ListedRemedy = z
  .object({
    id: z.uuid(),
    kind: z.enum(REMEDIES),
    kindWords: z.string(),
    application: z.string().nullable(),
    applicationNumber: z.string().nullable(),
    body: z.string(),
    number: z.string().nullable(),
    filedOn: NullableDay,
    receivedOn: NullableDay,
    replyDueOn: NullableDay,
    repliedOn: NullableDay,
    decidedOn: NullableDay,
    result: z.enum(["upheld", "corrected", "other"]).nullable(),
    resultDetail: z.string().nullable(),
    redoDueOn: NullableDay,
    redoneOn: NullableDay,
    version: z.int(),
  })
  .meta({ id: "ListedRemedy" });
export type ListedRemedy = z.infer<typeof ListedRemedy>;

export const RemedyList = z
  .object({ remedies: z.array(ListedRemedy).readonly(), total: z.int(), page: z.int(), pageSize: z.int() })
  .meta({ id: "RemedyList" });
export const RemedyDone = z.object({ id: z.uuid(), version: z.int() }).meta({ id: "RemedyDone" });
export type RemedyDone = z.infer<typeof RemedyDone>;

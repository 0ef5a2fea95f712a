import { CHANNELS, isPlainDate, plainDate } from "@gongkai/statute";
import { z } from "zod";
import { Applicant } from "../applications/schema.ts";

const Line = (most: number) => z.string().trim().max(most);
const NeededLine = (most: number) => z.string().trim().min(1).max(most);
const Day = z
  .string()
  .refine(isPlainDate)
  .transform((text) => plainDate(text))
  .describe("日期，如 2026-03-02");
const Version = z.int().min(1);
const Documents = z
  .array(z.string().regex(/^[0-9a-f]{64}$/))
  .max(50)
  .default([]);

export const OWN_RECORD_STATES = ["received", "checked", "corrected", "refused", "transferred"] as const;
export type OwnRecordState = (typeof OWN_RECORD_STATES)[number];
export const OWN_RECORD_STATE_WORDS = {
  received: "已收到，待核实",
  checked: "已核实，待决定",
  corrected: "已更正",
  refused: "不予更正",
  transferred: "已转送或者告知",
} as const satisfies Record<OwnRecordState, string>;

/** What comparing the record with the proof showed. */
export const CHECK_FINDINGS = ["inaccurate", "accurate", "unproven", "notOurs"] as const;
export type CheckFinding = (typeof CHECK_FINDINGS)[number];
export const FINDING_WORDS = {
  inaccurate: "记录不准确",
  accurate: "记录准确",
  unproven: "证据不足以证明记录不准确",
  notOurs: "本机关无权更正",
} as const satisfies Record<CheckFinding, string>;

/** POST /agencies/:agency/own-records: Art. 41 asks for proof that the record is not accurate. */
export const ReceiveOwnRecord = z
  .strictObject({
    channel: z.enum(CHANNELS),
    applicant: Applicant,
    record: NeededLine(300).describe("哪一份政府信息中的哪一处记录"),
    wrong: NeededLine(2000).describe("申请人认为不准确的内容"),
    right: Line(2000).default("").describe("申请人主张的内容"),
    proof: NeededLine(1000).describe("证明记录不准确的证据（条例第四十一条）"),
    summary: NeededLine(100).describe("列表中显示的摘要，不含个人信息"),
    receivedOn: Day,
    documents: Documents,
  })
  .meta({ id: "ReceiveOwnRecord" });
export type ReceiveOwnRecord = z.infer<typeof ReceiveOwnRecord>;

export const CheckOwnRecord = z
  .strictObject({
    version: Version,
    on: Day.optional(),
    finding: z.enum(CHECK_FINDINGS),
    note: Line(2000).default(""),
    documents: Documents,
  })
  .meta({ id: "CheckOwnRecord" });
export type CheckOwnRecord = z.infer<typeof CheckOwnRecord>;

export const DecideOwnRecord = z
  .strictObject({
    version: Version,
    on: Day.optional(),
    decision: z.enum(["corrected", "refused", "transferred"]),
    reason: NeededLine(2000).describe("更正的内容、不予更正的理由，或者转送、告知的说明"),
    to: Line(100).default("").describe("转送或者告知申请人向其提出的行政机关"),
    documents: Documents,
  })
  .meta({ id: "DecideOwnRecord" });
export type DecideOwnRecord = z.infer<typeof DecideOwnRecord>;

export const TellOwnRecord = z
  .strictObject({
    version: Version,
    on: Day.optional(),
    letterNumber: Line(60).default("").describe("更正告知书文号"),
    proof: NeededLine(200).describe("送达凭证"),
    documents: Documents,
  })
  .meta({ id: "TellOwnRecord" });
export type TellOwnRecord = z.infer<typeof TellOwnRecord>;

export const OwnRecordsParams = z.object({ agency: z.string() });
export const OwnRecordParams = OwnRecordsParams.extend({ record: z.uuid() });
export const OwnRecordQuery = z.object({
  open: z.stringbool().optional(),
  year: z.coerce.number().int().optional().describe("收到的年度"),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
});
export type OwnRecordQuery = z.infer<typeof OwnRecordQuery>;

export const ListedOwnRecord = z
  .object({
    id: z.uuid(),
    number: z.string(),
    state: z.enum(OWN_RECORD_STATES),
    stateWords: z.string(),
    applicantName: z.string(),
    applicantKind: z.string(),
    channel: z.string(),
    summary: z.string(),
    receivedOn: z.string(),
    dueOn: z.string(),
    isProvisional: z.boolean(),
    isOverdue: z.boolean(),
    decidedOn: z.string().nullable(),
    decidedLate: z.boolean(),
    toldOn: z.string().nullable(),
    transferredTo: z.string().nullable(),
    waitingRole: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: "ListedOwnRecord" });
export type ListedOwnRecord = z.infer<typeof ListedOwnRecord>;

export const OwnRecordList = z
  .object({ records: z.array(ListedOwnRecord).readonly(), total: z.int(), page: z.int(), pageSize: z.int() })
  .meta({ id: "OwnRecordList" });

export const OwnRecordPage = z
  .object({
    record: ListedOwnRecord,
    timeline: z
      .array(
        z.object({
          type: z.string(),
          label: z.string(),
          on: z.string(),
          finding: z.string().nullable(),
          letterNumber: z.string().nullable(),
          documents: z.array(z.string()).readonly(),
        }),
      )
      .readonly(),
  })
  .meta({ id: "OwnRecordPage" });
export type OwnRecordPage = z.infer<typeof OwnRecordPage>;

/** POST …/content: what was asked and decided, opened from its seals; leaves a record. */
export const OwnRecordContent = z
  .object({
    applicant: Applicant,
    record: z.string(),
    wrong: z.string(),
    right: z.string(),
    proof: z.string(),
    notes: z.array(z.object({ type: z.string(), on: z.string(), text: z.string() })).readonly(),
  })
  .meta({ id: "OwnRecordContent" });
export type OwnRecordContent = z.infer<typeof OwnRecordContent>;

export const OwnRecordDone = z
  .object({ id: z.uuid(), number: z.string(), state: z.enum(OWN_RECORD_STATES), version: z.int() })
  .meta({ id: "OwnRecordDone" });
export type OwnRecordDone = z.infer<typeof OwnRecordDone>;

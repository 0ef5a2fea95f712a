import { ACT_NAMES, APPLICANT_KINDS, CASE_STATES, CHANNELS, isPlainDate, OUTCOME_CODES, plainDate } from "@gongkai/statute";
import { z } from "zod";
import { CARRIERS, DELIVERIES, ID_TYPES } from "./choices.ts";

const Line = (most: number) => z.string().trim().max(most);
const NeededLine = (most: number) => z.string().trim().min(1).max(most);
const Day = z
  .string()
  .refine(isPlainDate)
  .transform((text) => plainDate(text))
  .describe("日期，如 2026-03-02");
const Version = z.int().min(1).describe("办理前看到的版本号；其间已被他人办理的，答复 409 changed-meanwhile");

/** Who applies (Art. 29(2)1). Sealed at rest; nothing of it stands in events, logs or lists but a masked name. */
export const Applicant = z
  .strictObject({
    kind: z.enum(APPLICANT_KINDS),
    name: NeededLine(100).describe("姓名或者名称"),
    idType: z.enum(ID_TYPES).optional(),
    idNumber: Line(40).optional().describe("身份证件号码"),
    creditCode: Line(40).optional().describe("统一社会信用代码"),
    representative: Line(60).optional().describe("法定代表人或者负责人"),
    agent: z
      .strictObject({ name: NeededLine(60), idNumber: Line(40).optional() })
      .optional()
      .describe("代理人，须有授权委托书"),
    telephone: Line(40).optional(),
    address: Line(200).optional(),
    postcode: Line(10).optional(),
    email: z.union([z.literal(""), z.email().max(200)]).optional(),
  })
  .meta({ id: "Applicant" });
export type Applicant = z.infer<typeof Applicant>;

/** What is asked for and how (Art. 29(2)2–3). Purpose is not asked: that has not been lawful since 2019. */
export const InformationRequest = z
  .strictObject({
    title: NeededLine(200).describe("政府信息的名称"),
    description: z.string().trim().max(5000).default("").describe("便于查询的其他特征性描述"),
    documentNumber: Line(100).optional().describe("文号"),
    period: Line(100).optional().describe("信息的时间范围"),
    carrier: z.enum(CARRIERS),
    delivery: z.enum(DELIVERIES),
    help: Line(500).optional().describe("阅读困难或者视听障碍需要的帮助"),
  })
  .meta({ id: "InformationRequest" });
export type InformationRequest = z.infer<typeof InformationRequest>;

/** POST /agencies/:agency/applications: an application on paper, by fax or by word of mouth, entered by the office. */
export const RegisterApplication = z
  .strictObject({
    channel: z.enum(CHANNELS),
    applicant: Applicant,
    request: InformationRequest,
    submittedOn: Day.describe("提交、签收或者寄达之日"),
    confirmedOn: Day.optional().describe("与申请人确认之日（网上、传真、平常信函）"),
    summary: Line(100).optional().describe("列表中显示的内容摘要，不含个人信息；不填时取所需信息的名称"),
    documents: z
      .array(z.string().regex(/^[0-9a-f]{64}$/))
      .max(50)
      .default([]),
  })
  .meta({ id: "RegisterApplication" });
export type RegisterApplication = z.infer<typeof RegisterApplication>;

/** POST /agencies/:agency/applications/:application/acts/:act. What an act needs beside these, its refusals tell. */
export const PerformAct = z
  .strictObject({
    version: Version,
    on: Day.optional().describe("实际发生之日，补记时填写；默认为今天"),
    reason: z.string().trim().max(5000).optional(),
    correctBy: Day.optional().describe("补正期限"),
    consultation: Line(40).optional().describe("征求意见的编号"),
    consulted: Line(200).optional().describe("征求意见的对象；其身份加密保存"),
    receivedOn: Day.optional().describe("对方收到文书之日"),
    position: z.enum(["agree", "object", "none"]).optional(),
    days: z.int().min(1).max(60).optional().describe("工作日数"),
    amount: z.number().min(0).max(1_000_000).optional().describe("收费金额，元"),
    outcome: z.enum(OUTCOME_CODES).optional(),
    article: Line(100).optional(),
    remedy: z.enum(["reconsiderFirst", "either", "none", "configurable"]).optional(),
    isSealed: z.boolean().optional().describe("文书已加盖印章"),
    unitId: z.uuid().optional(),
    handlerId: z.uuid().optional(),
    cooperatingUnitIds: z.array(z.uuid()).max(20).optional(),
    receiptNumber: Line(60).optional().describe("财政票据号码"),
    deliveryWay: z.enum(DELIVERIES).optional(),
    proof: Line(200).optional().describe("送达凭证：挂号单号、签收人等"),
    letterId: z.uuid().optional().describe("随该事项发出的文书（草稿）"),
    letter: z.record(z.string().max(40), z.string().trim().max(5000)).optional().describe("随该事项发出的文书中另行填写的字段"),
    documents: z
      .array(z.string().regex(/^[0-9a-f]{64}$/))
      .max(50)
      .optional(),
    released: z
      .array(z.string().regex(/^[0-9a-f]{64}$/))
      .max(50)
      .optional()
      .describe("随答复提供给申请人的文件（先上传）；拟写答复、当场答复时填写，答复送达后申请人可以下载"),
  })
  .meta({ id: "PerformAct" });
export type PerformAct = z.infer<typeof PerformAct>;

/** POST …/review: passing the draft on to the next step. */
export const ReviewDraft = z.strictObject({ version: Version, opinion: Line(2000).default("") }).meta({ id: "ReviewDraft" });
export type ReviewDraft = z.infer<typeof ReviewDraft>;

export const ReviewDone = z.object({ version: z.int(), step: z.int() }).meta({ id: "ReviewDone" });
export type ReviewDone = z.infer<typeof ReviewDone>;

export const AgencyOnly = z.object({ agency: z.string() });
export const ApplicationParams = z.object({ agency: z.string(), application: z.uuid() });
export const ActParams = ApplicationParams.extend({ act: z.enum(ACT_NAMES) });

export const CASE_URGENCIES = ["overdue", "today", "soon", "later", "paused", "done"] as const;

/** Filters of the list; all may stand in the address. */
export const ListQuery = z.object({
  q: z.string().trim().max(100).optional().describe("检索词：编号、摘要、所需信息"),
  state: z
    .array(z.enum(CASE_STATES))
    .or(z.enum(CASE_STATES).transform((one) => [one]))
    .optional(),
  open: z.stringbool().optional().describe("true：尚未答复"),
  overdue: z.stringbool().optional(),
  mine: z.stringbool().optional().describe("true：轮到本人办理的"),
  outcome: z
    .array(z.enum(OUTCOME_CODES))
    .or(z.enum(OUTCOME_CODES).transform((one) => [one]))
    .optional(),
  channel: z.enum(CHANNELS).optional(),
  applicantKind: z.enum(APPLICANT_KINDS).optional(),
  unit: z.uuid().optional(),
  handler: z.uuid().optional(),
  receivedFrom: z.string().refine(isPlainDate).optional(),
  receivedTo: z.string().refine(isPlainDate).optional(),
  dueTo: z.string().refine(isPlainDate).optional(),
  year: z.coerce.number().int().optional().describe("列入该年度表三的申请"),
  row: z.string().max(60).optional().describe("表三的行，与 year 连用，如 granted、new、carriedOut"),
  sort: z.enum(["due", "-received", "received", "-number", "number"]).default("due"),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListQuery = z.infer<typeof ListQuery>;

const NullableDay = z.string().nullable();

export const ListedApplication = z
  .object({
    id: z.uuid(),
    number: z.string().nullable(),
    summary: z.string(),
    applicantName: z.string(),
    applicantKind: z.enum(APPLICANT_KINDS),
    channel: z.enum(CHANNELS),
    state: z.enum(CASE_STATES),
    stateWords: z.string(),
    receivedOn: NullableDay,
    dueOn: NullableDay,
    leftDays: z.int().nullable().describe("剩余工作日，逾期为负"),
    urgency: z.enum(CASE_URGENCIES),
    isProvisional: z.boolean(),
    wasExtended: z.boolean(),
    decidedOn: NullableDay,
    outcome: z.enum(OUTCOME_CODES).nullable(),
    outcomeWords: z.string().nullable(),
    unitId: z.string().nullable(),
    handlerId: z.string().nullable(),
    handlerName: z.string().nullable(),
    waitingRole: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: "ListedApplication" });
export type ListedApplication = z.infer<typeof ListedApplication>;

export const ApplicationList = z
  .object({
    applications: z.array(ListedApplication).readonly(),
    total: z.int().describe("符合条件的件数"),
    page: z.int(),
    pageSize: z.int(),
  })
  .meta({ id: "ApplicationList" });
export type ApplicationList = z.infer<typeof ApplicationList>;

export const OftenAskedQuery = z.object({
  least: z.coerce.number().int().min(2).max(1000).optional().describe("至少多少名申请人；不填时按机关的设置，默认3名"),
});

/** GET …/applications/often-asked: Art. 44. */
export const OftenAsked = z
  .object({
    since: z.string(),
    least: z.int(),
    items: z
      .array(
        z.object({
          summary: z.string(),
          applicationId: z.string().describe("最近的一件"),
          applications: z.int(),
          applicants: z.int(),
          disclosed: z.int().describe("答复为予以公开、部分公开的件数"),
          alreadyPublic: z.int(),
          firstOn: z.string(),
          lastOn: z.string(),
          advice: z.string(),
        }),
      )
      .readonly(),
  })
  .meta({ id: "OftenAsked" });
export type OftenAsked = z.infer<typeof OftenAsked>;

/** POST …/applications/assignments */
export const AssignMany = z
  .strictObject({
    applications: z
      .array(z.strictObject({ id: z.uuid(), version: Version }))
      .min(1)
      .max(200),
    unitId: z.uuid().optional(),
    handlerId: z.uuid().optional(),
    cooperatingUnitIds: z.array(z.uuid()).max(20).optional(),
    reason: z.string().trim().max(5000).optional(),
  })
  .meta({ id: "AssignMany" });
export type AssignMany = z.infer<typeof AssignMany>;

export const AssignedMany = z
  .object({
    done: z.array(z.object({ id: z.string(), version: z.int() })).readonly(),
    refused: z.array(z.object({ id: z.string(), error: z.string(), message: z.string() })).readonly(),
  })
  .meta({ id: "AssignedMany" });
export type AssignedMany = z.infer<typeof AssignedMany>;

/** Filters of a list under a name of one's own. */
export const SavedView = z
  .strictObject({
    list: z
      .string()
      .regex(/^[a-z][a-zA-Z-]{0,39}$/)
      .describe("哪个列表，如 applications"),
    name: NeededLine(60),
    query: z.string().max(2000).describe("地址中的查询部分"),
  })
  .meta({ id: "SavedView" });
export type SavedView = z.infer<typeof SavedView>;
export const SavedViewList = z.object({ views: z.array(SavedView).readonly() }).meta({ id: "SavedViewList" });
export const ViewName = SavedView.pick({ list: true, name: true });

import type { ApplicantKind, EventType } from "../case/case-file.ts";
import type { CaseState, Irregularity, IrregularityCode } from "../case/standing.ts";
import type { RemedyStatus } from "../case/fold-remedy.ts";
import type { Channel } from "../receipt/receipt.ts";

/** How an application comes in. */
export const CHANNEL_WORDS = {
  inPerson: "当面提交",
  postSigned: "挂号信、EMS",
  postOrdinary: "平常信函",
  internet: "互联网",
  fax: "传真",
  oral: "口头",
} as const satisfies Record<Channel, string>;

/** The columns of table 3. */
export const APPLICANT_KIND_WORDS = {
  natural: "自然人",
  business: "商业企业",
  research: "科研机构",
  welfare: "社会公益组织",
  legal: "法律服务机构",
  other: "其他",
} as const satisfies Record<ApplicantKind, string>;

/** What the office calls the states of a case. */
export const STATE_WORDS = {
  draft: "未提交",
  submitted: "已提交，待确认",
  received: "已收到",
  registered: "已登记",
  awaitingCorrection: "等待申请人补正",
  awaitingReasons: "等待申请人说明理由",
  awaitingFee: "等待缴费",
  consulting: "正在征求意见",
  handling: "办理中",
  approval: "审批中",
  decided: "已答复",
  delivered: "已送达",
  closed: "已办结归档",
  abandoned: "视为放弃，不再处理",
  withdrawn: "申请人已撤回",
  reopened: "被责令重新答复",
} as const satisfies Record<CaseState, string>;

/** What the office calls the events of a case. */
export const EVENT_WORDS = {
  submitted: "提交申请",
  confirmed: "与申请人确认",
  correctionAsked: "告知补正",
  corrected: "收到补正",
  correctionExpired: "逾期未补正",
  reasonsAsked: "要求说明理由",
  reasonsGiven: "说明理由",
  consultationSent: "征求意见",
  opinionReceived: "收到意见",
  opinionExpired: "逾期未提出意见",
  extended: "延长答复期限",
  feeNotified: "收费通知",
  feePaid: "缴费",
  feeExpired: "逾期未缴费",
  replied: "答复",
  delivered: "送达",
  withdrawn: "撤回申请",
  reopened: "责令重新答复",
  closed: "归档",
} as const satisfies Record<EventType, string>;

export const IRREGULARITY_WORDS = {
  "not-permitted": "在当时的状态下不能发生",
  "not-confirmed": "尚未与申请人确认即办理，以当日为收到申请之日",
  "correction-late": "超过7个工作日才告知补正",
  "correction-twice": "补正只能一次性告知",
  "corrected-late": "补正晚于告知的期限",
  "before-limit-ends": "期限尚未届满",
  "extension-twice": "已经延长过一次",
  "extension-late": "答复期限已过，不能延长",
  "extension-too-long": "延长超过20个工作日",
  "extension-not-approved": "延长未经政府信息公开工作机构负责人同意",
  "fee-late": "答复期限已过才发收费通知",
  "fee-twice": "已经发过收费通知",
  "paid-late": "缴费晚于规定的期限",
  "unknown-consultation": "没有对应的征求意见",
  "consultation-open": "征求意见尚未结束即答复",
} as const satisfies Record<IrregularityCode, string>;

/** A sentence on an event that the law does not allow as it stands. */
export function describeIrregularity({ type, problem, effect }: Pick<Irregularity, "type" | "problem" | "effect">): string {
  return `“${EVENT_WORDS[type]}”：${IRREGULARITY_WORDS[problem]}${effect === "none" ? "，该事项不发生效力" : ""}。`;
}

const RESULTS = { upheld: "结果维持", corrected: "结果纠正", other: "其他结果" } as const;

/** The state of a reconsideration or lawsuit. */
export function describeRemedy({ state, result }: Pick<RemedyStatus, "state" | "result">): string {
  return { draft: "尚未提出", pending: "尚未审结", decided: `已审结${result === null ? "" : `：${RESULTS[result]}`}` }[state];
}

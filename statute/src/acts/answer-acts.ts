import { REGULATIONS } from "../in-force.ts";
import { plainDate } from "../plain-date.ts";
import type { CaseState } from "../case/standing.ts";
import type { ActName } from "./act.ts";
import type { ActEntry } from "./act-entry.ts";
import {
  closed,
  consulting,
  DAY_17,
  DAY_3,
  decided,
  delivered,
  denial,
  drafted,
  extended,
  handling,
  letter,
  objected,
} from "./example-histories.ts";

const on = plainDate;

/** While the answer is being prepared. */
const IN_HAND: readonly CaseState[] = ["registered", "handling", "awaitingReasons", "consulting", "approval"];
const BEFORE_DECISION: readonly CaseState[] = ["submitted", "received", ...IN_HAND, "awaitingCorrection", "awaitingFee", "reopened"];

const PRACTICE = "（无专条，依实践）";

/** The extension, the answer and what comes after it. */
export const ANSWER_ACTS = {
  extend: {
    label: "延长答复期限",
    cites: `${REGULATIONS}第三十三条第二款`,
    by: ["officeHead"],
    from: IN_HAND,
    says: "需要延长的，在答复期限内经工作机构负责人同意并告知申请人，延长最多20个工作日，只延长一次。",
    consequence: "在现有期限上增加所延长的工作日",
    cases: [
      { when: "期限届满当日", events: handling, today: on("2026-03-30"), details: { days: 20, reason: "需要调阅历史档案" }, refusal: null },
      { when: "期限次日", events: handling, today: on("2026-03-31"), details: { days: 20, reason: "调档" }, refusal: "extension-late" },
      { when: "已经延长过", events: extended, today: DAY_17, details: { days: 5, reason: "调档" }, refusal: "extension-twice" },
      { when: "延长21个工作日", events: handling, today: DAY_3, details: { days: 21, reason: "调档" }, refusal: "extension-too-long" },
      {
        when: "由分管领导批准",
        events: handling,
        today: DAY_3,
        details: { by: ["leader"], days: 20, reason: "调档" },
        refusal: "not-ones-act",
      },
      { when: "没有理由", events: handling, today: DAY_3, details: { days: 20 }, refusal: "reason-missing" },
    ],
  },
  draftReply: {
    label: "拟写答复",
    cites: `${REGULATIONS}第三十六条`,
    by: ["handler"],
    from: ["handling", "reopened"],
    says: "承办人拟写答复，写明结果、依据的条款，不予公开的写明理由。",
    consequence: "进入审批，期限照常计算",
    cases: [
      { when: "予以公开", events: handling, today: DAY_3, details: letter, refusal: null },
      { when: "没有答复结果", events: handling, today: DAY_3, refusal: "outcome-missing" },
      { when: "不予公开而没有理由", events: handling, today: DAY_3, details: denial, refusal: "reasons-missing" },
      { when: "第三方的期限未满，意见未到", events: consulting, today: on("2026-03-20"), details: letter, refusal: "wrong-state" },
    ],
  },
  return: {
    label: "退回修改",
    cites: `${REGULATIONS}第四十五条`,
    by: ["unitHead", "officeHead", "secrecyReviewer", "legalReviewer", "leader"],
    from: ["approval"],
    says: "审核人退回答复稿并写明原因。",
    consequence: "退回办理，期限照常计算",
    cases: [
      { when: "写明原因", events: drafted, today: DAY_17, details: { reason: "所引条款有误" }, refusal: null },
      { when: "没有写明原因", events: drafted, today: DAY_17, refusal: "reason-missing" },
    ],
  },
  override: {
    label: "因公共利益决定公开",
    cites: `${REGULATIONS}第十五条、第三十二条`,
    by: ["leader"],
    from: ["approval"],
    says: "第三方不同意公开，但不公开会对公共利益造成重大影响的，可以决定公开，并将内容和理由书面告知第三方。",
    consequence: "期限照常计算",
    cases: [
      {
        when: "第三方不同意",
        events: [...objected, { type: "noted", on: on("2026-03-23"), name: "drafted" }],
        today: on("2026-03-24"),
        details: { reason: "涉及饮用水安全" },
        refusal: null,
      },
      { when: "没有第三方反对", events: drafted, today: DAY_17, details: { reason: "涉及公共利益" }, refusal: "nothing-to-override" },
    ],
  },
  sign: {
    label: "签发答复",
    cites: `${REGULATIONS}第三十三条、第三十六条`,
    confidence: "inference",
    by: ["leader", "officeHead"],
    from: ["approval"],
    says: "审核完毕后签发编号；没有结果、条款、理由（不予公开的）、救济途径和印章的，不得发出。逾期的仍应答复，标明逾期。",
    consequence: "答复期限停止计算",
    cases: [
      { when: "期限内", events: drafted, today: on("2026-03-20"), details: letter, refusal: null },
      { when: "期限已过", events: drafted, today: on("2026-03-31"), details: letter, refusal: null, warning: "reply-late" },
      { when: "没有答复结果", events: drafted, today: DAY_17, refusal: "outcome-missing" },
      {
        when: "没有引用条款",
        events: drafted,
        today: DAY_17,
        details: { outcome: "granted", remedy: "either", isSealed: true },
        refusal: "article-missing",
      },
      { when: "不予公开而没有理由", events: drafted, today: DAY_17, details: denial, refusal: "reasons-missing" },
      {
        when: "不予公开而没有告知先行复议",
        events: drafted,
        today: DAY_17,
        details: { ...denial, reason: "属于内部工作流程", remedy: "either" },
        refusal: "remedy-wrong",
      },
      { when: "没有盖章", events: drafted, today: DAY_17, details: { ...letter, isSealed: false }, refusal: "seal-missing" },
      { when: "尚未审核", events: handling, today: DAY_17, details: letter, refusal: "wrong-state" },
    ],
  },
  serve: {
    label: "送达",
    cites: `${REGULATIONS}第四十条`,
    confidence: "known",
    by: ["registrar"],
    from: ["decided"],
    says: "按申请人要求的方式送达答复，留存送达凭证。",
    consequence: "申请人的救济期限自其知道答复时起算",
    cases: [
      { when: "已经签发", events: decided, today: on("2026-03-23"), refusal: null },
      { when: "尚未签发", events: drafted, today: on("2026-03-23"), refusal: "not-decided" },
    ],
  },
  withdraw: {
    label: "撤回申请",
    cites: PRACTICE,
    confidence: "known",
    by: ["applicant", "registrar"],
    from: BEFORE_DECISION,
    says: "答复之前申请人可以撤回申请，由申请人签字或确认。",
    consequence: "案件办结，不再计算期限",
    cases: [
      { when: "办理中", events: handling, today: DAY_3, refusal: null },
      { when: "已经答复", events: decided, today: on("2026-03-23"), refusal: "wrong-state" },
    ],
  },
  close: {
    label: "归档",
    cites: `${REGULATIONS}第四十五条`,
    by: ["registrar"],
    from: ["delivered", "abandoned", "withdrawn"],
    says: "送达或者不再处理后，材料齐全的归档。",
    consequence: "不影响期限",
    cases: [
      { when: "已经送达", events: delivered, today: on("2026-03-25"), refusal: null },
      { when: "尚未送达", events: decided, today: on("2026-03-25"), refusal: "wrong-state" },
    ],
  },
  reopen: {
    label: "重新答复",
    cites: "《行政复议法》第六十四条、《行政诉讼法》第七十条",
    confidence: "known",
    by: ["officeHead"],
    from: ["decided", "delivered", "closed"],
    says: "复议决定或者判决责令重新答复的，重新办理，期限依该决定或判决；未确定期限的参照20个工作日掌握。",
    consequence: "自收到决定或判决次日起计算新的期限",
    cases: [
      { when: "责令10个工作日内答复", events: closed, today: on("2026-06-01"), details: { days: 10 }, refusal: null },
      { when: "尚未答复", events: handling, today: DAY_17, details: { days: 10 }, refusal: "wrong-state" },
    ],
  },
} as const satisfies Partial<Record<ActName, ActEntry>>;

import type { CaseEvent } from "../case/case-file.ts";
import type { CaseState } from "../case/standing.ts";
import { FEE_RULES, REGULATIONS, SINCE } from "../in-force.ts";
import { plainDate } from "../plain-date.ts";
import type { Confidence } from "../rule.ts";
import type { Act, ActCase, ActName } from "./act.ts";
import type { Role } from "./roles.ts";

const on = plainDate;
const PRACTICE = "（无专条，依实践）";

/** A case that reaches every state, step by step; received on Monday 2 March 2026. */
const received: readonly CaseEvent[] = [{ type: "submitted", on: on("2026-03-02") }];
const registered: readonly CaseEvent[] = [...received, { type: "noted", on: on("2026-03-02"), name: "registered" }];
const handling: readonly CaseEvent[] = [...registered, { type: "noted", on: on("2026-03-03"), name: "assigned" }];
const correctionAsked: readonly CaseEvent[] = [...handling, { type: "correctionAsked", on: on("2026-03-10"), by: on("2026-03-24") }];
const corrected: readonly CaseEvent[] = [...correctionAsked, { type: "corrected", on: on("2026-03-18") }];
const reasonsAsked: readonly CaseEvent[] = [...handling, { type: "reasonsAsked", on: on("2026-03-05") }];
const feeNotified: readonly CaseEvent[] = [
  ...handling,
  { type: "feeNotified", on: on("2026-03-13"), amount: 380, receivedOn: on("2026-03-16") },
];
const consulting: readonly CaseEvent[] = [
  ...handling,
  { type: "consultationSent", on: on("2026-03-09"), with: "thirdParty", id: "1", receivedOn: on("2026-03-11") },
];
const objected: readonly CaseEvent[] = [...consulting, { type: "opinionReceived", on: on("2026-03-20"), id: "1", position: "object" }];
const extended: readonly CaseEvent[] = [...handling, { type: "extended", on: on("2026-03-16"), days: 5 }];
const drafted: readonly CaseEvent[] = [...handling, { type: "noted", on: on("2026-03-16"), name: "drafted" }];
const decided: readonly CaseEvent[] = [...drafted, { type: "replied", on: on("2026-03-20"), outcome: "granted" }];
const delivered: readonly CaseEvent[] = [...decided, { type: "delivered", on: on("2026-03-23") }];
const closed: readonly CaseEvent[] = [...delivered, { type: "closed", on: on("2026-03-25") }];

const [DAY_3, DAY_17] = [on("2026-03-05"), on("2026-03-17")];
const letter = { outcome: "granted", article: "第三十六条第二项", remedy: "either", isSealed: true } as const;
const denial = { outcome: "denied.internal", article: "第十六条第一款", remedy: "reconsiderFirst", isSealed: true } as const;

/** While the answer is being prepared. */
const IN_HAND: readonly CaseState[] = ["registered", "handling", "awaitingReasons", "consulting", "approval"];
const BEFORE_DECISION: readonly CaseState[] = [
  "submitted",
  "received",
  ...IN_HAND,
  "awaitingCorrection",
  "awaitingFee",
  "reopened",
];

interface Entry {
  readonly label: string;
  readonly cites: string;
  readonly confidence?: Confidence;
  readonly by: readonly Role[];
  readonly proposedBy?: Role;
  readonly approvedBy?: Role;
  readonly from: readonly CaseState[];
  readonly says: string;
  readonly consequence: string;
  readonly cases: readonly ActCase[];
}

const ENTRIES: Readonly<Record<ActName, Entry>> = {
  submit: {
    label: "提交申请",
    cites: `${REGULATIONS}第二十九条、第三十一条`,
    by: ["applicant", "registrar"],
    from: ["draft"],
    says: "申请人提出申请；口头申请由工作机构代为填写。",
    consequence: "当面提交和签收邮寄的，自提交（签收）次日起计算20个工作日；网上、传真和平常信函自确认次日起计算",
    cases: [
      { when: "网上提交", channel: "internet", events: [], today: DAY_3, refusal: null },
      { when: "已经提交过", events: received, today: DAY_3, refusal: "wrong-state" },
    ],
  },
  confirm: {
    label: "与申请人确认",
    cites: `${REGULATIONS}第三十一条`,
    by: ["registrar"],
    from: ["submitted"],
    says: "网上、传真提交的由双方确认收到；平常信函在收到当日与申请人确认。",
    consequence: "以确认之日为收到申请之日，自次日起计算20个工作日",
    cases: [
      { when: "网上提交，次日确认", channel: "internet", events: received, today: on("2026-03-03"), refusal: null },
      {
        when: "平常信函，次日才确认",
        channel: "postOrdinary",
        events: received,
        today: on("2026-03-03"),
        refusal: null,
        warning: "confirmation-late",
      },
      { when: "当面提交，已经收到", events: received, today: DAY_3, refusal: "wrong-state" },
    ],
  },
  register: {
    label: "登记",
    cites: `${REGULATIONS}第四十五条`,
    by: ["registrar"],
    from: ["received"],
    says: "收到申请后编号登记，出具接收回执。",
    consequence: "期限照常计算",
    cases: [{ when: "已经收到", events: received, today: on("2026-03-02"), refusal: null }],
  },
  answerOnSpot: {
    label: "当场答复",
    cites: `${REGULATIONS}第三十三条第一款`,
    by: ["registrar"],
    approvedBy: "officeHead",
    from: ["received", "registered"],
    says: "能够当场答复的当场答复，由政府信息公开工作机构负责人同意。",
    consequence: "答复期限停止计算，案件办结",
    cases: [
      { when: "当场告知", events: received, today: on("2026-03-02"), details: letter, refusal: null },
      { when: "没有答复结果", events: received, today: on("2026-03-02"), refusal: "outcome-missing" },
    ],
  },
  assign: {
    label: "交办",
    cites: `${REGULATIONS}第四十五条`,
    by: ["officeHead"],
    from: ["registered"],
    says: "工作机构负责人确定承办部门，需要时请其他部门协办。",
    consequence: "期限照常计算",
    cases: [
      { when: "已经登记", events: registered, today: on("2026-03-03"), refusal: null },
      { when: "由承办人自行交办", events: registered, today: on("2026-03-03"), details: { by: ["handler"] }, refusal: "not-ones-act" },
    ],
  },
  askCorrection: {
    label: "告知补正",
    cites: `${REGULATIONS}第三十条`,
    by: ["officeHead"],
    from: ["registered", "handling"],
    says: "申请内容不明确的，自收到申请之日起7个工作日内一次性告知补正，写明补正事项和期限；超过7个工作日的可以补记，标明逾期。",
    consequence: "停止计算期限，收到补正后重新计算20个工作日",
    cases: [
      {
        when: "收到后第7个工作日",
        events: handling,
        today: on("2026-03-11"),
        details: { correctBy: on("2026-03-25"), reason: "所需信息的名称不明确" },
        refusal: null,
      },
      {
        when: "收到后第8个工作日",
        events: handling,
        today: on("2026-03-12"),
        details: { correctBy: on("2026-03-25"), reason: "所需信息的名称不明确" },
        refusal: null,
        warning: "correction-late",
      },
      {
        when: "已经补正过一次",
        events: corrected,
        today: on("2026-03-19"),
        details: { correctBy: on("2026-03-25"), reason: "仍不明确" },
        refusal: "correction-twice",
      },
      { when: "没有写明期限", events: handling, today: DAY_3, details: { reason: "名称不明确" }, refusal: "period-missing" },
    ],
  },
  recordCorrection: {
    label: "登记补正",
    cites: `${REGULATIONS}第三十条`,
    by: ["applicant", "registrar"],
    from: ["awaitingCorrection"],
    says: "申请人补正的，自行政机关收到补正的申请之日起重新计算期限。",
    consequence: "自收到补正次日起重新计算20个工作日",
    cases: [
      { when: "期限内补正", events: correctionAsked, today: on("2026-03-18"), refusal: null },
      { when: "超过告知的期限", events: correctionAsked, today: on("2026-03-26"), refusal: null, warning: "corrected-late" },
      { when: "没有要求补正", events: handling, today: DAY_3, refusal: "wrong-state" },
    ],
  },
  expireCorrection: {
    label: "逾期未补正，不再处理",
    cites: `${REGULATIONS}第三十条`,
    by: ["officeHead"],
    proposedBy: "system",
    from: ["awaitingCorrection"],
    says: "申请人无正当理由逾期不补正的，视为放弃申请，由工作机构负责人确认。",
    consequence: "案件办结，不再计算期限",
    cases: [
      { when: "补正期限次日", events: correctionAsked, today: on("2026-03-25"), refusal: null },
      { when: "补正期限当日", events: correctionAsked, today: on("2026-03-24"), refusal: "limit-not-over" },
    ],
  },
  findUnclear: {
    label: "拟答复补正后仍不明确",
    cites: `${REGULATIONS}第三十条`,
    by: ["handler"],
    from: ["handling"],
    says: "申请人补正后内容仍不明确的，拟作无法提供的答复。",
    consequence: "进入审批，期限照常计算",
    cases: [
      { when: "已经补正", events: corrected, today: on("2026-03-19"), details: { reason: "补正后仍无法确定所指文件" }, refusal: null },
      { when: "没有要求过补正", events: handling, today: DAY_3, details: { reason: "不明确" }, refusal: "not-corrected" },
    ],
  },
  askReasons: {
    label: "要求说明理由",
    cites: `${REGULATIONS}第三十五条`,
    by: ["officeHead"],
    from: ["handling"],
    says: "申请数量、频次明显超过合理范围的，可以要求申请人说明理由。",
    consequence: "期限照常计算，条例未规定扣除",
    cases: [
      { when: "办理中", events: handling, today: DAY_3, details: { reason: "一个月内提出九十件" }, refusal: null },
      { when: "没有写明理由", events: handling, today: DAY_3, refusal: "reason-missing" },
    ],
  },
  acceptReasons: {
    label: "认可理由",
    cites: `${REGULATIONS}第三十五条`,
    by: ["officeHead"],
    from: ["awaitingReasons"],
    says: "申请理由合理的，继续办理；难以在期限内答复的，可以确定延迟答复的合理期限并告知申请人。",
    consequence: "期限照常计算",
    cases: [{ when: "已收到理由", events: reasonsAsked, today: on("2026-03-10"), refusal: null }],
  },
  rejectReasons: {
    label: "不认可理由，拟不予处理",
    cites: `${REGULATIONS}第三十五条`,
    by: ["officeHead"],
    from: ["awaitingReasons"],
    says: "申请理由不合理的，告知申请人不予处理。",
    consequence: "进入审批，期限照常计算",
    cases: [
      { when: "理由不合理", events: reasonsAsked, today: on("2026-03-10"), details: { reason: "与所需信息无关" }, refusal: null },
      { when: "没有写明不合理之处", events: reasonsAsked, today: on("2026-03-10"), refusal: "reason-missing" },
    ],
  },
  noticeFee: {
    label: "通知收费",
    cites: `${REGULATIONS}第四十二条、${FEE_RULES}`,
    by: ["officeHead"],
    from: ["handling"],
    says: "在答复期限内按申请人要求的方式发出收费通知，写明依据、标准、金额和缴纳方式；按件、按量只能选一种。",
    consequence: "停止计算期限，缴费后自次日起重新计算20个工作日",
    cases: [
      { when: "答复期限内", events: handling, today: on("2026-03-13"), details: { amount: 380 }, refusal: null },
      { when: "答复期限已过", events: handling, today: on("2026-03-31"), details: { amount: 380 }, refusal: "fee-late" },
      {
        when: "已经通知过",
        events: [...feeNotified, { type: "feePaid", on: on("2026-03-25") }],
        today: on("2026-03-26"),
        details: { amount: 380 },
        refusal: "fee-twice",
      },
      { when: "没有金额", events: handling, today: DAY_3, refusal: "amount-missing" },
    ],
  },
  recordPayment: {
    label: "登记缴费",
    cites: FEE_RULES,
    by: ["cashier"],
    from: ["awaitingFee"],
    says: "申请人缴费的，开具财政票据，答复期限自缴费次日起重新计算。",
    consequence: "自缴费次日起重新计算20个工作日",
    cases: [
      { when: "期限内缴费", events: feeNotified, today: on("2026-03-25"), refusal: null },
      { when: "逾期缴费", events: feeNotified, today: on("2026-04-15"), refusal: null, warning: "paid-late" },
      { when: "由承办人登记", events: feeNotified, today: on("2026-03-25"), details: { by: ["handler"] }, refusal: "not-ones-act" },
    ],
  },
  expireFee: {
    label: "逾期未缴费，不再处理",
    cites: FEE_RULES,
    by: ["officeHead"],
    proposedBy: "system",
    from: ["awaitingFee"],
    says: "申请人自收到收费通知次日起20个工作日内未缴纳的，视为放弃申请。",
    consequence: "案件办结，不再计算期限",
    cases: [
      { when: "缴费期限次日", events: feeNotified, today: on("2026-04-15"), refusal: null },
      { when: "缴费期限当日", events: feeNotified, today: on("2026-04-14"), refusal: "limit-not-over" },
    ],
  },
  consultThirdParty: {
    label: "征求第三方意见",
    cites: `${REGULATIONS}第三十二条、第三十三条第三款`,
    by: ["officeHead"],
    from: ["handling", "consulting", "reopened"],
    says: "公开可能损害第三方合法权益的，书面征求第三方意见，第三方自收到之日起15个工作日内提出；同时告知申请人。",
    consequence: "暂停计算期限，自发出次日起至收到意见（最迟为第三方收到后第15个工作日）不计，其后继续计算剩余的工作日",
    cases: [
      { when: "办理中", events: handling, today: on("2026-03-09"), details: { consultation: "1" }, refusal: null },
      { when: "编号与已有的相同", events: consulting, today: on("2026-03-12"), details: { consultation: "1" }, refusal: "consultation-known" },
      { when: "没有编号", events: handling, today: on("2026-03-09"), refusal: "consultation-missing" },
    ],
  },
  consultOrgan: {
    label: "征求其他机关意见",
    cites: `${REGULATIONS}第三十四条、第三十三条第三款`,
    by: ["officeHead"],
    from: ["handling", "consulting", "reopened"],
    says: "由多个机关共同制作的，牵头机关可以征求其他机关意见，对方自收到之日起15个工作日内提出，逾期视为同意公开。",
    consequence: "暂停计算期限，自发出次日起至收到意见（最迟为对方收到后第15个工作日）不计，其后继续计算剩余的工作日",
    cases: [
      { when: "已在征求第三方意见", events: consulting, today: on("2026-03-12"), details: { consultation: "2" }, refusal: null },
      { when: "答复已在审批", events: drafted, today: DAY_17, details: { consultation: "2" }, refusal: "wrong-state" },
    ],
  },
  recordOpinion: {
    label: "登记意见",
    cites: `${REGULATIONS}第三十二条、第三十三条第三款`,
    by: ["registrar", "thirdParty", "otherOrgan"],
    from: ["consulting"],
    says: "收到第三方或其他机关意见的，登记并确认；最后一项意见收到后期限继续计算。",
    consequence: "征求意见全部结束后，期限自次日起继续计算",
    cases: [
      { when: "收到意见", events: consulting, today: on("2026-03-20"), details: { consultation: "1", position: "object" }, refusal: null },
      { when: "没有这项征求意见", events: consulting, today: on("2026-03-20"), details: { consultation: "9" }, refusal: "unknown-consultation" },
    ],
  },
  expireOpinion: {
    label: "逾期未提出意见",
    cites: `${REGULATIONS}第三十二条、第三十四条`,
    by: ["system", "registrar"],
    from: ["consulting"],
    says: "第三方逾期未提出意见的，由行政机关决定是否公开；共同制作机关逾期的，视为同意公开。",
    consequence: "征求意见全部结束后，期限自对方期限届满次日起继续计算",
    cases: [
      { when: "对方期限次日", events: consulting, today: on("2026-04-02"), details: { consultation: "1" }, refusal: null },
      { when: "对方期限当日", events: consulting, today: on("2026-04-01"), details: { consultation: "1" }, refusal: "limit-not-over" },
    ],
  },
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
      { when: "没有引用条款", events: drafted, today: DAY_17, details: { outcome: "granted", remedy: "either", isSealed: true }, refusal: "article-missing" },
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
};

/** Every act as a rule. */
export const ACTS: readonly Act[] = Object.entries(ENTRIES).map(
  ([act, { confidence = "verified", ...entry }]): Act => ({
    kind: "act",
    id: `act-${act}`,
    act: act as ActName, // the keys of ENTRIES
    inForce: act === "reopen" ? SINCE.reconsideration2023 : entry.cites.includes(FEE_RULES) ? SINCE.fees2021 : SINCE.regulations2019,
    confidence,
    ...entry,
  }),
);

const BY_NAME = new Map(ACTS.map((act) => [act.act, act]));

/** The rule of an act. */
export function getAct(name: ActName): Act {
  const act = BY_NAME.get(name);
  if (act === undefined) throw new Error(`No act ${name}`);
  return act;
}

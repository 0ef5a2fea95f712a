import { FEE_RULES, REGULATIONS } from "../in-force.ts";
import { plainDate } from "../plain-date.ts";
import type { ActName } from "./act.ts";
import type { ActEntry } from "./act-entry.ts";
import { consulting, DAY_17, DAY_3, drafted, feeNotified, handling, reasonsAsked } from "./example-histories.ts";

const on = plainDate;

/** What the organ asks of others while it works on the answer: reasons, a fee, opinions. */
export const HANDLING_ACTS = {
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
      {
        when: "编号与已有的相同",
        events: consulting,
        today: on("2026-03-12"),
        details: { consultation: "1" },
        refusal: "consultation-known",
      },
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
      {
        when: "没有这项征求意见",
        events: consulting,
        today: on("2026-03-20"),
        details: { consultation: "9" },
        refusal: "unknown-consultation",
      },
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
} as const satisfies Partial<Record<ActName, ActEntry>>;

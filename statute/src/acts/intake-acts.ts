import { REGULATIONS } from "../in-force.ts";
import { plainDate } from "../plain-date.ts";
import type { ActName } from "./act.ts";
import type { ActEntry } from "./act-entry.ts";
import { corrected, correctionAsked, DAY_3, handling, letter, received, registered } from "./example-histories.ts";

const on = plainDate;

/** From the application to its correction. */
export const INTAKE_ACTS = {
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
} as const satisfies Partial<Record<ActName, ActEntry>>;

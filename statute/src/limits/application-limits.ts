import { FEE_RULES, REGULATIONS, SINCE } from "../in-force.ts";
import { plainDate } from "../plain-date.ts";
import { type Limit, workingDays } from "./limit.ts";

/** How long an organ has to answer. */
export const REPLY: Limit = {
  kind: "limit",
  id: "reply",
  cites: `${REGULATIONS}第三十三条第二款`,
  inForce: SINCE.regulations2019,
  confidence: "verified",
  says: "不能当场答复的，自收到申请之日起20个工作日内答复。",
  length: workingDays(20),
  runsFrom: "收到申请之日",
  cases: [
    { from: plainDate("2026-03-02"), on: plainDate("2026-03-30") },
    { from: plainDate("2026-02-09"), on: plainDate("2026-03-13") },
    { from: plainDate("2026-09-21"), on: plainDate("2026-10-26") },
  ],
};

/** Until when an applicant may be asked to correct. */
export const CORRECTION_NOTICE: Limit = {
  kind: "limit",
  id: "correction-notice",
  cites: `${REGULATIONS}第三十条`,
  inForce: SINCE.regulations2019,
  confidence: "verified",
  says: "申请内容不明确的，自收到申请之日起7个工作日内一次性告知申请人补正，说明需要补正的事项和合理的补正期限。",
  length: workingDays(7),
  runsFrom: "收到申请之日",
  cases: [
    { from: plainDate("2026-04-27"), on: plainDate("2026-05-09") },
    { from: plainDate("2026-03-02"), on: plainDate("2026-03-11") },
  ],
};

/** How long a third party has for its opinion. */
export const THIRD_PARTY_OPINION: Limit = {
  kind: "limit",
  id: "third-party-opinion",
  cites: `${REGULATIONS}第三十二条`,
  inForce: SINCE.regulations2019,
  confidence: "verified",
  says: "第三方自收到征求意见书之日起15个工作日内提出意见；逾期未提出的，由行政机关依照条例规定决定是否公开。",
  length: workingDays(15),
  runsFrom: "第三方收到征求意见书之日",
  cases: [{ from: plainDate("2026-03-11"), on: plainDate("2026-04-01") }],
};

/** How long a joint maker has for its opinion. */
export const ORGAN_OPINION: Limit = {
  kind: "limit",
  id: "organ-opinion",
  cites: `${REGULATIONS}第三十四条`,
  inForce: SINCE.regulations2019,
  confidence: "verified",
  says: "共同制作机关自收到征求意见书之日起15个工作日内提出意见，逾期未提出的视为同意公开。",
  length: workingDays(15),
  runsFrom: "被征求意见机关收到征求意见书之日",
  cases: [{ from: plainDate("2026-03-11"), on: plainDate("2026-04-01") }],
};

/** How long an applicant has to pay. */
export const FEE_PAYMENT: Limit = {
  kind: "limit",
  id: "fee-payment",
  cites: FEE_RULES,
  inForce: SINCE.fees2021,
  confidence: "verified",
  says: "申请人自收到收费通知次日起20个工作日内缴纳；逾期未缴纳的，视为放弃申请。",
  length: workingDays(20),
  runsFrom: "申请人收到收费通知之日",
  cases: [{ from: plainDate("2026-03-16"), on: plainDate("2026-04-14") }],
};

/** How long an organ has when it is ordered to answer again and no limit is set. */
export const REPLY_AGAIN: Limit = {
  kind: "limit",
  id: "reply-again",
  cites: `${REGULATIONS}第三十三条第二款`,
  inForce: SINCE.regulations2019,
  confidence: "inference",
  says: "被责令重新答复的，按决定或判决确定的期限；未确定期限的，参照20个工作日掌握。",
  length: workingDays(20),
  runsFrom: "收到决定或判决之日",
  cases: [{ from: plainDate("2026-03-02"), on: plainDate("2026-03-30") }],
};

export const APPLICATION_LIMITS = [REPLY, CORRECTION_NOTICE, THIRD_PARTY_OPINION, ORGAN_OPINION, FEE_PAYMENT, REPLY_AGAIN];

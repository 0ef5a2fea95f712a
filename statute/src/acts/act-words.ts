import type { ActRefusalCode, ActWarningCode } from "./act.ts";

/** Why an act is refused, in a sentence without its full stop. */
export const ACT_REFUSAL_WORDS = {
  "wrong-state": "案件现在的状态下不能办理这一事项",
  "not-decided": "答复尚未签发，不能送达",
  "not-ones-act": "这一事项不由您的岗位办理",
  "in-the-future": "日期不能晚于今天",
  "before-last-event": "日期早于案件已经记录的最后一个事项",
  "limit-not-over": "期限当日仍属对方，次日起才能办理",
  "before-limit-ends": "期限尚未届满",
  "correction-twice": "补正只能一次性告知，已经告知过",
  "not-corrected": "没有要求过补正，不能以补正后仍不明确答复",
  "extension-twice": "已经延长过一次，不能再次延长",
  "extension-late": "答复期限已过，不能延长",
  "extension-too-long": "延长不能超过20个工作日",
  "extension-not-approved": "延长应经政府信息公开工作机构负责人同意",
  "fee-late": "答复期限已过，不能再发收费通知",
  "fee-twice": "已经发过收费通知",
  "unknown-consultation": "没有这项尚未结束的征求意见",
  "consultation-open": "征求意见尚未结束",
  "consultation-missing": "请写明是哪一项征求意见",
  "consultation-known": "征求意见的编号与已有的相同",
  "nothing-to-override": "没有不同意公开的第三方",
  "reason-missing": "请写明理由或者事项",
  "period-missing": "请写明补正的期限",
  "period-before-notice": "补正的期限应晚于告知之日",
  "length-missing": "请写明工作日数，应为正整数",
  "amount-missing": "请写明收费金额",
  "outcome-missing": "没有答复结果",
  "article-missing": "没有引用条例的条款",
  "reasons-missing": "没有说明理由",
  "remedy-missing": "没有告知救济途径和期限",
  "remedy-wrong": "告知的救济途径与答复依据的条款不符",
  "seal-missing": "没有加盖印章",
} as const satisfies Record<ActRefusalCode, string>;

/** The rule a refusal rests on, where it is another than the act's own. */
export const ACT_REFUSAL_RULES: Partial<Record<ActRefusalCode, string>> = {
  "extension-twice": "extension-once",
  "extension-late": "extension",
  "extension-too-long": "extension",
  "extension-not-approved": "extension",
  "fee-late": "fee-stops",
  "remedy-wrong": "remedy-reconsider-first",
  "consultation-open": "consultation-pauses",
};

export const ACT_WARNING_WORDS = {
  "correction-late": "已超过7个工作日，将标明逾期告知补正",
  "corrected-late": "补正晚于告知的期限",
  "paid-late": "缴费晚于规定的期限",
  "reply-late": "答复期限已过，将标明逾期答复",
  "confirmation-late": "平常信函应在收到当日确认",
} as const satisfies Record<ActWarningCode, string>;

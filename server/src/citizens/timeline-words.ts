import { plainDate, inWords } from "@gongkai/statute";
import { STATEMENT_WORDS } from "./statement-words.ts";

type Payload = Readonly<Record<string, unknown>>;

/** Events as an applicant is told them; those not named here are the office's own business (drafts, reviews, notes). */
export const TIMELINE_WORDS: Readonly<Record<string, (payload: Payload) => readonly [label: string, text: string]>> = {
  submitted: () => ["您提交了申请", ""],
  confirmed: () => ["双方确认收到申请", "这一天是收到申请之日，自下一个工作日起计算20个工作日（条例第三十一条、第三十三条）。"],
  registered: ({ number }) => ["已登记", typeof number === "string" ? `登记编号 ${number}。` : ""],
  assigned: () => ["已交承办部门办理", ""],
  correctionAsked: ({ by }) => ["请您补正", typeof by === "string" ? `最迟${day(by)}。等待补正期间停止计算答复期限（条例第三十条）。` : ""],
  corrected: () => ["收到补正", "答复期限自收到补正的次日起重新计算20个工作日（条例第三十条）。"],
  correctionExpired: () => ["逾期没有补正，视为放弃申请", "条例第三十条。"],
  reasonsAsked: () => ["请您说明理由", "申请的数量、频次较多时可以要求说明理由；期限照常计算（条例第三十五条）。"],
  reasonsGiven: () => ["工作机构已审查您的理由", ""],
  consultationSent: ({ with: whom }) => [
    whom === "organ" ? "正在征求其他机关的意见" : "正在征求第三方的意见",
    "征求意见所需时间不计入答复期限（条例第三十三条第三款）。",
  ],
  opinionReceived: () => ["收到意见", "答复期限自次日起继续计算。"],
  opinionExpired: () => ["对方逾期没有提出意见", "答复期限自对方期限届满次日起继续计算（条例第三十二条、第三十四条）。"],
  extended: ({ days }) => [
    "延长答复期限",
    `经政府信息公开工作机构负责人同意，延长${typeof days === "number" ? days : ""}个工作日（条例第三十三条第二款）。`,
  ],
  feeNotified: ({ amount, payBy }) => [
    "通知缴纳信息处理费",
    `${typeof amount === "number" ? `${amount}元。` : ""}${typeof payBy === "string" ? `最迟${day(payBy)}缴纳。` : "自收到通知次日起20个工作日内缴纳。"}等待缴费期间停止计算答复期限。`,
  ],
  feePaid: () => ["收到缴费", "答复期限自缴费次日起重新计算20个工作日。"],
  feeExpired: () => ["逾期没有缴费，视为放弃申请", ""],
  replied: () => ["已作出答复", "答复书见“文书”。"],
  delivered: () => ["答复已送达", "复议、起诉的期限从您知道答复内容之日起计算。"],
  withdrawn: () => ["申请已撤回", ""],
  reopened: () => ["被责令重新答复", ""],
  closed: () => ["案件已归档", ""],
  statementGiven: ({ kind }) => [`您提交了${STATEMENT_WORDS[kind as keyof typeof STATEMENT_WORDS] ?? "材料"}`, ""],
  setAside: ({ reason }) => ["暂不办理", typeof reason === "string" ? `工作机构认为这不是政府信息公开申请：${reason}` : ""],
  broughtBack: () => ["重新等待确认", ""],
  anonymised: () => ["您的个人信息已按保存期限清除", ""],
};

function day(date: string): string {
  return inWords(plainDate(date));
}

import { LITIGATION_LAW, LITIGATION_RULES, RECONSIDERATION_LAW, SINCE } from "../in-force.ts";
import { days, type Length, type Limit, months, workingDays, years } from "../limits/limit.ts";
import { plainDate } from "../plain-date.ts";
import type { Confidence } from "../rule.ts";

const reconsideration = (id: string, article: string, says: string, length: Length, runsFrom: string, on: string): Limit => ({
  kind: "limit",
  id,
  cites: `${RECONSIDERATION_LAW}${article}`,
  inForce: SINCE.reconsideration2023,
  confidence: "verified",
  says,
  length,
  runsFrom,
  cases: [{ from: plainDate("2026-03-02"), on: plainDate(on) }],
});

const litigation = (
  id: string,
  article: string,
  says: string,
  length: Length,
  runsFrom: string,
  on: string,
  confidence: Confidence,
): Limit => ({
  kind: "limit",
  id,
  cites: `${LITIGATION_LAW}${article}`,
  inForce: SINCE.litigation2015,
  confidence,
  says,
  length,
  runsFrom,
  cases: [{ from: plainDate("2026-03-02"), on: plainDate(on) }],
});

/** The limits of reconsideration and litigation: who has how long. Calendar periods unless they say working days. */
// prettier-ignore
export const REMEDY_PERIODS: readonly Limit[] = [
  reconsideration("reconsideration-apply", "第二十条第一款", "自知道或者应当知道该行政行为之日起60日内申请行政复议。", days(60), "知道该行政行为之日", "2026-05-01"),
  reconsideration("reconsideration-apply-longest", "第二十条第三款", "未告知复议权利、机关和期限的，自知道之日起计算，但自知道该行政行为内容之日起最长不超过一年。", years(1), "知道该行政行为内容之日", "2027-03-02"),
  reconsideration("reconsideration-decide", "第六十二条第一款", "适用普通程序的，自受理之日起60日内作出复议决定；可延长不超过30日。", days(60), "受理之日", "2026-05-01"),
  reconsideration("reconsideration-decide-longest", "第六十二条第一款", "普通程序延长后，最迟自受理之日起90日内作出复议决定。", days(90), "受理之日", "2026-05-31"),
  reconsideration("reconsideration-decide-simplified", "第六十二条第二款", "适用简易程序的，自受理之日起30日内作出复议决定；政府信息公开案件可以适用。", days(30), "受理之日", "2026-04-01"),
  reconsideration("reconsideration-answer", "第四十八条", "普通程序：被申请人自收到申请书副本之日起10个工作日内提出书面答复并提交证据。", workingDays(10), "收到申请书副本之日", "2026-03-16"),
  reconsideration("reconsideration-answer-simplified", "第五十四条", "简易程序：被申请人自收到申请书副本之日起5个工作日内提出书面答复并提交证据。", workingDays(5), "收到申请书副本之日", "2026-03-09"),
  reconsideration("reconsideration-put-right", "第七十六条", "收到行政复议意见书之日起60日内，将纠正违法行为的情况报送复议机关。", days(60), "收到意见书之日", "2026-05-01"),
  { ...reconsideration("reconsideration-longest", "第二十一条", "任何情况下，自行政行为作出之日起超过五年申请复议的，不予受理。", years(5), "作出行政行为之日", "2031-03-02"), confidence: "known" },
  { ...reconsideration("reconsideration-inaction", "第二十条、第二十三条第一款第三项", "逾期未答复的，自答复期限届满之日起60日内申请行政复议。", days(60), "答复期限届满之日", "2026-05-01"), confidence: "inference" },
  reconsideration("sue-after-reconsideration-refused", "第三十四条", "应当先申请复议的，复议机关不予受理、驳回申请或者逾期不作答复，自收到决定书之日或者复议期限届满之日起15日内提起诉讼。", days(15), "收到决定书或者复议期限届满之日", "2026-03-17"),
  litigation("sue-after-reconsideration", "第四十五条", "不服复议决定的，自收到决定书之日起15日内提起诉讼；逾期不作决定的，自复议期满之日起15日内提起。", days(15), "收到复议决定书或者复议期满之日", "2026-03-17", "known"),
  litigation("sue-directly", "第四十六条第一款", "直接提起诉讼的，自知道或者应当知道作出行政行为之日起6个月内提出。", months(6), "知道作出行政行为之日", "2026-09-02", "verified"),
  litigation("sue-longest", "第四十六条第二款", "自行政行为作出之日起超过五年提起诉讼的，不予受理。", years(5), "作出行政行为之日", "2031-03-02", "known"),
  { ...litigation("sue-untold-longest", "", "未告知起诉期限的，自知道起诉期限之日起计算，但自知道行政行为内容之日起最长不超过一年。", years(1), "知道行政行为内容之日", "2027-03-02", "known"), cites: `${LITIGATION_RULES}第六十四条`, inForce: SINCE.litigationRules2018 },
  { ...litigation("sue-inaction", "", "逾期未答复的，自答复期限届满之日起6个月内提起诉讼。", months(6), "答复期限届满之日", "2026-09-02", "known"), cites: `${LITIGATION_RULES}第六十六条`, inForce: SINCE.litigationRules2018 },
  litigation("litigation-answer", "第六十七条第一款", "被告自收到起诉状副本之日起15日内提交作出行政行为的证据、依据和答辩状。", days(15), "收到起诉状副本之日", "2026-03-17", "known"),
  litigation("appeal-judgment", "第八十五条", "不服判决的，自判决书送达之日起15日内上诉。", days(15), "判决书送达之日", "2026-03-17", "known"),
  litigation("appeal-ruling", "第八十五条", "不服裁定的，自裁定书送达之日起10日内上诉。", days(10), "裁定书送达之日", "2026-03-12", "known"),
];

import {
  BUDGET_PUBLICATION,
  CORRECTION_NOTICE,
  DEPARTMENT_REPORT,
  FEE_PAYMENT,
  GOVERNMENT_REPORT,
  type Limit,
  ORGAN_OPINION,
  PUBLICATION,
  REMEDY_PERIODS,
  REPLY,
  REPLY_AGAIN,
  THIRD_PARTY_OPINION,
  TOWNSHIP_REPORT,
  type YearlyDate,
} from "@gongkai/statute";

/** A limit people ask for by its name. */
export interface NamedLimit {
  readonly rule: Limit | YearlyDate;
  readonly label: string;
  /** Periods of the parties in proceedings: a last day off puts them off. */
  readonly isOfProceedings: boolean;
}

const of = (rule: Limit | YearlyDate, label: string): NamedLimit => ({ rule, label, isOfProceedings: false });

const PROCEEDINGS: Readonly<Record<string, string>> = {
  "reconsideration-apply": "申请行政复议（60日）",
  "reconsideration-apply-longest": "申请行政复议，未告知权利的（1年）",
  "reconsideration-inaction": "逾期未答复，申请行政复议（60日）",
  "sue-directly": "直接提起诉讼（6个月）",
  "sue-untold-longest": "提起诉讼，未告知期限的（1年）",
  "sue-inaction": "逾期未答复，提起诉讼（6个月）",
  "sue-after-reconsideration": "不服复议决定，提起诉讼（15日）",
  "sue-after-reconsideration-refused": "复议不予受理、驳回或者逾期，提起诉讼（15日）",
  "reconsideration-answer": "被申请人书面答复，普通程序（10个工作日）",
  "reconsideration-answer-simplified": "被申请人书面答复，简易程序（5个工作日）",
  "reconsideration-decide": "复议决定，普通程序（60日）",
  "reconsideration-decide-longest": "复议决定，延长后（90日）",
  "reconsideration-decide-simplified": "复议决定，简易程序（30日）",
  "reconsideration-put-right": "报送复议意见书的纠正情况（60日）",
  "litigation-answer": "被告答辩举证（15日）",
  "appeal-judgment": "对判决上诉（15日）",
  "appeal-ruling": "对裁定上诉（10日）",
};

/** The limits by what they are about, in the order in which people look for them. */
export const LIMIT_GROUPS: readonly { readonly name: string; readonly limits: readonly NamedLimit[] }[] = [
  {
    name: "依申请公开",
    limits: [
      of(REPLY, "答复（20个工作日）"),
      of(CORRECTION_NOTICE, "告知补正（7个工作日）"),
      of(THIRD_PARTY_OPINION, "第三方提出意见（15个工作日）"),
      of(ORGAN_OPINION, "共同制作机关提出意见（15个工作日）"),
      of(FEE_PAYMENT, "申请人缴纳信息处理费（20个工作日）"),
      of(REPLY_AGAIN, "被责令重新答复，未定期限的（20个工作日）"),
    ],
  },
  { name: "主动公开", limits: [of(PUBLICATION, "公开政府信息（20个工作日）"), of(BUDGET_PUBLICATION, "公开预算、决算（20日）")] },
  {
    name: "年度报告",
    limits: [
      of(DEPARTMENT_REPORT, "政府部门公布年度报告（次年1月31日）"),
      of(GOVERNMENT_REPORT, "本级政府年度报告（次年3月31日）"),
      of(TOWNSHIP_REPORT, "乡镇公布年度报告（次年1月31日）"),
    ],
  },
  {
    name: "行政复议和行政诉讼",
    limits: REMEDY_PERIODS.flatMap((rule) => {
      const label = PROCEEDINGS[rule.id];
      return label === undefined ? [] : [{ rule, label, isOfProceedings: true }];
    }).toSorted((one, other) => orderOf(one) - orderOf(other)),
  },
];

function orderOf({ rule }: NamedLimit): number {
  return Object.keys(PROCEEDINGS).indexOf(rule.id);
}

export function findNamedLimit(id: string): NamedLimit | undefined {
  return LIMIT_GROUPS.flatMap(({ limits }) => limits).find(({ rule }) => rule.id === id);
}

/** What to count from, in a few words. */
export function startOf({ rule }: NamedLimit): string {
  return rule.kind === "limit" ? rule.runsFrom : "报告年度内的任一天";
}

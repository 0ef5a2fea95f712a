import { REGULATIONS, SINCE } from "../in-force.ts";
import { type PlainDate, plainDate } from "../plain-date.ts";
import type { Rule } from "../rule.ts";

/** A day of the year by which something has to be done. */
export interface YearlyDate extends Rule {
  readonly kind: "yearlyDate";
  readonly month: number;
  readonly day: number;
  /** For each case the year the report is about, and its last day. */
  readonly cases: readonly { readonly reportYear: number; readonly on: PlainDate }[];
}

/** The day by which the report on a year has to be public: a day of the year after. */
export function reportDueOn({ month, day }: YearlyDate, reportYear: number): PlainDate {
  return plainDate(`${reportYear + 1}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
}

export const DEPARTMENT_REPORT: YearlyDate = {
  kind: "yearlyDate",
  id: "report-of-department",
  cites: `${REGULATIONS}第四十九条第一款`,
  inForce: SINCE.regulations2019,
  confidence: "verified",
  says: "县级以上人民政府部门在每年1月31日前向本级主管部门提交上一年度报告并向社会公布。",
  month: 1,
  day: 31,
  cases: [{ reportYear: 2025, on: plainDate("2026-01-31") }],
};

export const GOVERNMENT_REPORT: YearlyDate = {
  kind: "yearlyDate",
  id: "report-of-government",
  cites: `${REGULATIONS}第四十九条第二款`,
  inForce: SINCE.regulations2019,
  confidence: "verified",
  says: "县级以上地方人民政府的政府信息公开工作主管部门在每年3月31日前向社会公布本级政府上一年度报告。",
  month: 3,
  day: 31,
  cases: [{ reportYear: 2025, on: plainDate("2026-03-31") }],
};

export const TOWNSHIP_REPORT: YearlyDate = {
  kind: "yearlyDate",
  id: "report-of-township",
  cites: `${REGULATIONS}第四十九条`,
  inForce: SINCE.regulations2019,
  confidence: "known",
  says: "条例未规定乡镇的期限，实践中随部门于1月31日前公布。",
  month: 1,
  day: 31,
  cases: [{ reportYear: 2025, on: plainDate("2026-01-31") }],
};

export const YEARLY_DATES = [DEPARTMENT_REPORT, GOVERNMENT_REPORT, TOWNSHIP_REPORT];

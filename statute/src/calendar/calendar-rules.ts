import { type PlainDate, plainDate } from "../plain-date.ts";
import type { Rule } from "../rule.ts";

/** A rule that says which days are working days. */
export interface CalendarRule extends Rule {
  readonly kind: "calendar";
  readonly cases: readonly { readonly date: PlainDate; readonly works: boolean }[];
}

export const WORKING_DAY: CalendarRule = {
  kind: "calendar",
  id: "working-day",
  cites: "国务院办公厅关于部分节假日安排的年度通知",
  inForce: { from: plainDate("2019-01-01") },
  confidence: "known",
  says: "工作日指周一至周五扣除放假日，加上调休上班的周六、周日。",
  cases: [
    { date: plainDate("2026-03-02"), works: true },
    { date: plainDate("2026-03-07"), works: false },
    { date: plainDate("2026-02-16"), works: false },
    { date: plainDate("2026-02-14"), works: true },
    { date: plainDate("2026-10-10"), works: true },
    { date: plainDate("2020-01-31"), works: false },
  ],
};

export const ASSUMED_HOLIDAYS: CalendarRule = {
  kind: "calendar",
  id: "assumed-holidays",
  cites: "《全国年节及纪念日放假办法》第二条",
  inForce: { from: plainDate("2025-01-01") },
  confidence: "known",
  says: "放假安排尚未公布的年份，只按法定节假日推算，结果为暂定，通知公布后重新计算。",
  cases: [
    { date: plainDate("2027-01-01"), works: false },
    { date: plainDate("2027-10-01"), works: false },
    { date: plainDate("2027-02-05"), works: false },
    { date: plainDate("2027-10-04"), works: true },
  ],
};

export const CALENDAR_RULES = [WORKING_DAY, ASSUMED_HOLIDAYS];

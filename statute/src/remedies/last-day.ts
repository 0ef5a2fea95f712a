import type { Calendar } from "../calendar/calendar.ts";
import { SINCE } from "../in-force.ts";
import { type PlainDate, plainDate } from "../plain-date.ts";
import type { Rule } from "../rule.ts";

/** What happens to a period of calendar days whose last day is a day off. */
export interface LastDayRule extends Rule {
  readonly kind: "lastDay";
  /** The day a period ends by counting, and the last day on which the act is still in time. */
  readonly cases: readonly { readonly ends: PlainDate; readonly lastDay: PlainDate }[];
}

/** By Art. 88 of the Reconsideration Law and Art. 101 of the Litigation Law, periods follow the Civil Procedure Law. */
export const LAST_DAY_OFF: LastDayRule = {
  kind: "lastDay",
  id: "last-day-off",
  cites: "《民事诉讼法》第八十五条第三款（《行政复议法》第八十八条、《行政诉讼法》第一百零一条）",
  inForce: SINCE.civilProcedure2024,
  confidence: "known",
  says: "复议、诉讼期间的最后一日是法定休假日的，以休假日后的第一日为期间届满的日期。",
  cases: [
    { ends: plainDate("2026-05-01"), lastDay: plainDate("2026-05-06") },
    { ends: plainDate("2026-05-09"), lastDay: plainDate("2026-05-09") },
    { ends: plainDate("2026-03-17"), lastDay: plainDate("2026-03-17") },
  ],
};

/** The last day on which an act of the parties is still in time, when its period ends on the day given. */
export function lastDayInTime(ends: PlainDate, calendar: Calendar): PlainDate {
  return calendar.describeDay(ends).works ? ends : calendar.findNth(calendar.countUpTo(ends) + 1);
}

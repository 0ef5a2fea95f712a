import { addDays, addMonths, type Calendar, type PlainDate, plainDate, weekdayOf } from "@gongkai/statute";

export interface MonthDay<Item> {
  readonly date: PlainDate;
  readonly isInMonth: boolean;
  readonly isWorkingDay: boolean;
  readonly items: readonly Item[];
}

/** The weeks of a month, Monday first, each day with what is due then. `month`: `YYYY-MM`. */
export function layOutMonth<Item extends { readonly dueOn: string | null }>(
  month: string,
  items: readonly Item[],
  calendar: Pick<Calendar, "describeDay">,
): readonly (readonly MonthDay<Item>[])[] {
  const first = plainDate(`${month}-01`);
  const last = lastOf(first);
  let date = addDays(first, 1 - weekdayOf(first));
  const weeks: MonthDay<Item>[][] = [];
  while (date <= last) {
    const week: MonthDay<Item>[] = [];
    for (let day = 0; day < 7; day++) {
      const on = date;
      week.push({
        date: on,
        isInMonth: on.startsWith(month),
        isWorkingDay: calendar.describeDay(on).works,
        items: items.filter(({ dueOn }) => dueOn === on),
      });
      date = addDays(date, 1);
    }
    weeks.push(week);
  }
  return weeks;
}

/** The month before or after. */
export function moveMonth(month: string, by: number): string {
  return addMonths(plainDate(`${month}-01`), by).slice(0, 7);
}

/** The last day of the month a day is in. */
export function lastOf(date: PlainDate): PlainDate {
  return addDays(addMonths(plainDate(`${date.slice(0, 7)}-01`), 1), -1);
}

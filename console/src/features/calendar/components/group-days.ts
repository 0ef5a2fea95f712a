import { addDays, isPlainDate } from "@gongkai/statute";

/** Days that follow each other under one name. */
export interface DayGroup {
  readonly name: string;
  readonly from: string;
  readonly until: string;
  readonly days: number;
}

/** Puts days off that follow each other under one name together, as the notice lists them. */
export function groupDays(days: Readonly<Record<string, string>>): readonly DayGroup[] {
  const groups: DayGroup[] = [];
  for (const [date, name] of Object.entries(days).toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const last = groups.at(-1);
    if (last !== undefined && last.name === name && dayAfter(last.until) === date)
      groups[groups.length - 1] = { ...last, until: date, days: last.days + 1 };
    else groups.push({ name, from: date, until: date, days: 1 });
  }
  return groups;
}

/** Every date from the first to the last, `YYYY-MM-DD`; at most a month, against slips of the pen. */
export function listDates(from: string, until: string): readonly string[] {
  const dates: string[] = [];
  for (let date: string | undefined = from; date !== undefined && date <= until && dates.length < 31; date = dayAfter(date))
    dates.push(date);
  return dates;
}

function dayAfter(date: string): string | undefined {
  return isPlainDate(date) ? addDays(date, 1) : undefined;
}

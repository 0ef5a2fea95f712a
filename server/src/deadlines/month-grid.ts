import { addDays, type PlainDate, plainDate, weekdayOf } from "@gongkai/statute";
import type { ShownDay } from "./answer.ts";

/** A month as a calendar on the wall: weeks from Monday to Sunday, with nothing where another month is. */
export interface Month {
  /** `2026年3月`. */
  readonly name: string;
  readonly isAssumed: boolean;
  readonly weeks: readonly (readonly (GridDay | null)[])[];
}

export interface GridDay {
  readonly day: number;
  /** Absent for a day before or after the limit. */
  readonly shown?: ShownDay;
}

/** The months that the days touch, which follow one another without a gap. */
export function layOutMonths(days: readonly ShownDay[]): readonly Month[] {
  const byDate = new Map<string, ShownDay>(days.map((day) => [day.date, day]));
  const months = [...new Set(days.map(({ date }) => date.slice(0, 7)))];
  return months.map((month) => {
    const first = plainDate(`${month}-01`);
    const cells: (GridDay | null)[] = Array.from({ length: weekdayOf(first) - 1 }, () => null);
    for (let date: PlainDate = first; date.startsWith(month); date = addDays(date, 1)) {
      const shown = byDate.get(date);
      cells.push({ day: Number(date.slice(8)), ...(shown === undefined ? {} : { shown }) });
    }
    while (cells.length % 7 !== 0) cells.push(null);
    const weeks = Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
    return {
      name: `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`,
      isAssumed: days.some(({ date, isAssumed }) => isAssumed && date.startsWith(month)),
      weeks,
    };
  });
}

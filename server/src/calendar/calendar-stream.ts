import { type CalendarYear, parseCalendarYear } from "@gongkai/statute";
import type { Projection, StoredEvent, StreamName } from "../ledger/index.ts";

/** The history of one year's holidays as entered here, in the ledger of the installation. */
export function calendarStream(year: number): StreamName {
  return { kind: "calendar", id: `00000000-0000-8000-8000-${String(year).padStart(12, "0")}` };
}

/** What a change of the calendar brought about, told once it is all done. Named by the sequence of the change. */
export function calendarChangeStream(sequence: number): StreamName {
  return { kind: "calendarChange", id: `00000000-0000-8000-8000-${String(sequence).padStart(12, "0")}` };
}

/** The year an event of a calendar stream sets; undefined for other events. */
export function yearSetBy({ type, payload }: Pick<StoredEvent, "type" | "payload">): CalendarYear | undefined {
  if (type !== "calendarYearSet") return undefined;
  const parsed = parseCalendarYear(payload["content"]);
  if (!parsed.ok) throw new Error(`The ledger holds a calendar year that is none: ${parsed.refusal}`);
  return parsed.value;
}

export const CALENDAR_PROJECTIONS: readonly Projection[] = [
  {
    streamKind: "calendar",
    table: "calendar_year",
    key: ["year"],
    rows: (history) => {
      const content = history.map(yearSetBy).findLast((year) => year !== undefined);
      return content === undefined ? [] : [{ year: content.year, content, version: history.length }];
    },
  },
];

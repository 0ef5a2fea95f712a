import { CalendarPreview, CalendarYearList, type PreviewCalendarYear, type SetCalendarYear } from "@gongkai/server/contract";
import { queryOptions } from "@tanstack/react-query";
import type { Http } from "../../../lib/http.ts";

export const CALENDAR_KEY = ["calendar"] as const;

export function calendarQuery(http: Http) {
  return queryOptions({ queryKey: CALENDAR_KEY, queryFn: ({ signal }) => http.read("/calendar", CalendarYearList, signal) });
}

/** What would change: days, and the limits that run over them. Nothing is saved. */
export function previewYear(http: Http, year: number, body: PreviewCalendarYear) {
  return http.send("POST", `/calendar/${year}/preview`, { body, answer: CalendarPreview });
}

export function setYear(http: Http, year: number, body: SetCalendarYear, key: string) {
  return http.send("PUT", `/calendar/${year}`, { body, key });
}

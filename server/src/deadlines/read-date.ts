import { isPlainDate, type PlainDate } from "@gongkai/statute";

/** Later dates could run out of the calendar. */
const LAST_YEAR = 2150;

/** A date as people type it: `2026-03-02`, `2026/3/2`, `2026.3.2`, `2026年3月2日`, `20260302`; undefined for anything else. */
export function readDate(text: string): PlainDate | undefined {
  const [, year, month = "", day = ""] =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  if (year === undefined || Number(year) > LAST_YEAR) return undefined;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isPlainDate(date) ? date : undefined;
}

/** What to say of a field that should hold a date. */
export function dateProblem(text: string, what: string): string {
  return text === "" ? `请填写${what}。` : `${what}“${text}”不是有效的日期，请按 2026-03-02 的格式填写。`;
}

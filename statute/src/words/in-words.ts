import type { PlainDate } from "../plain-date.ts";

/** A date as letters write it: `2026年3月2日`. */
export function inWords(date: PlainDate): string {
  return date.slice(0, 4) + (MONTHS[twoDigits(date, 5)] ?? "") + (DAYS[twoDigits(date, 8)] ?? "");
}

// Ready made, because every event of a fold writes a date.
const MONTHS = Array.from({ length: 13 }, (_, month) => `年${month}月`);
const DAYS = Array.from({ length: 32 }, (_, day) => `${day}日`);

function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}

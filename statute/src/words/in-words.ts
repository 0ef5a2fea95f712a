import type { PlainDate } from "../plain-date.ts";

/** A date as letters write it: `2026年3月2日`. */
export function inWords(date: PlainDate): string {
  return `${date.slice(0, 4)}年${date.slice(date[5] === "0" ? 6 : 5, 7)}月${date.slice(date[8] === "0" ? 9 : 8)}日`;
}

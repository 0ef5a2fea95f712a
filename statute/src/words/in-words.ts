import { type PlainDate, yearOf } from "../plain-date.ts";

/** A date as letters write it: `2026年3月2日`. */
export function inWords(date: PlainDate): string {
  const [month, day] = [twoDigits(date, 5), twoDigits(date, 8)];
  const ofYear = (WORDS[yearOf(date) - FIRST_YEAR] ??= []);
  return (ofYear[month * 32 + day] ??= `${date.slice(0, 4)}年${month}月${day}日`);
}

// Kept once written, because every event of a fold writes a date, and those of a register fall on the same few hundred days.
const FIRST_YEAR = 1900;
const WORDS: string[][] = [];

function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}

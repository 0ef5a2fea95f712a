import { isBar, isPadding } from "./text-rows.ts";

/** What one look at a line tells. */
export interface LineSurvey {
  readonly start: number;
  readonly end: number;
  /** Counted from 1. */
  readonly line: number;
  /** The range between leading and trailing blanks and tabs; empty when there is nothing else. */
  readonly textStart: number;
  readonly textEnd: number;
  readonly tabs: number;
  readonly bars: number;
  /** The first or last visible character is a bar. */
  readonly barAtEdge: boolean;
  /** Two blanks or more stand between texts, as between columns. */
  readonly hasGap: boolean;
  /** A Chinese full stop stands in it, as only sentences have. */
  readonly hasStop: boolean;
}

/** Looks at every character of a line once, up to the end of the line or `limit`. */
export function surveyLine(text: string, start: number, limit: number, line: number): LineSurvey {
  let end = limit;
  let textStart = -1;
  let textEnd = start;
  let tabs = 0;
  let bars = 0;
  let blanks = 0;
  let barAtEdge = false;
  let lastIsBar = false;
  let hasGap = false;
  let hasStop = false;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    // Chinese characters, digits and letters are most of a text: they need no further look.
    const isCommon = (code > 0x3002 && code < 0xfeff) || (code >= 48 && code <= 122);
    if (isCommon && textStart >= 0 && blanks < 2) {
      blanks = 0;
      textEnd = i + 1;
      lastIsBar = false;
    } else if (code === 32) {
      do blanks++;
      while (text.charCodeAt(i + 1) === 32 && ++i < limit);
    } else if (code === 10) end = i; // which ends the loop
    else if (code === 9) tabs++;
    else if (isPadding(code)) blanks++;
    else {
      if (textStart < 0) textStart = i;
      else if (blanks > 1) hasGap = true;
      blanks = 0;
      textEnd = i + 1;
      if (code === 0x3002) hasStop = true;
      lastIsBar = isBar(code);
      if (lastIsBar) {
        bars++;
        if (textStart === i) barAtEdge = true;
      }
    }
  }
  if (textStart < 0) textStart = start;
  return { start, end, line, textStart, textEnd, tabs, bars, barAtEdge: barAtEdge || lastIsBar, hasGap, hasStop };
}

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
}

/** Looks at every character of a line once. */
export function surveyLine(text: string, start: number, end: number, line: number): LineSurvey {
  let textStart = -1;
  let textEnd = start;
  let tabs = 0;
  let bars = 0;
  let blanks = 0;
  let barAtEdge = false;
  let lastIsBar = false;
  let hasGap = false;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 9) tabs++;
    else if (isPadding(code)) blanks++;
    else {
      if (textStart < 0) textStart = i;
      else if (blanks > 1) hasGap = true;
      blanks = 0;
      textEnd = i + 1;
      lastIsBar = isBar(code);
      if (lastIsBar) {
        bars++;
        if (textStart === i) barAtEdge = true;
      }
    }
  }
  if (textStart < 0) textStart = start;
  return { start, end, line, textStart, textEnd, tabs, bars, barAtEdge: barAtEdge || lastIsBar, hasGap };
}

import type { LineSurvey } from "./plain-text-line.ts";
import type { SourceCell, SourceDoc } from "./source-doc.ts";
import { splitTabs } from "./text-rows.ts";
import type { CellRange } from "./text-rows.ts";

/** Longest text of a line marked as a cell; a longer one is prose with an indentation. */
const LONGEST_MARKED_CELL = 80;
const NUMBER_ONLY = /^(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|[（(]?\d{1,2}[)）、.．]|[-•·●])$/;

/**
 * Adds a line that holds tabs: a row of cells; a single cell when the one tab stands at the line's edge, as extractors
 * that print one cell per line leave it; a paragraph when the tab only indents it or follows its number.
 */
export function addTabLine(doc: SourceDoc, text: string, survey: LineSurvey, cellText: (raw: string) => string): void {
  const { start, end, line, tabs, textStart, textEnd } = survey;
  if (tabs === 1 && doc.lastRow().length <= 1 && !isBetween(text.indexOf("\t", start), textStart, textEnd)) {
    const only: CellRange = textEnd > textStart ? [textStart, textEnd] : [end, end];
    if (isProse(text, only)) doc.paragraph(cellText(text.slice(textStart, textEnd)), textStart, textEnd, line);
    else doc.row([cellAt(text, only, cellText)], start, end, line);
    return;
  }
  const ranges = splitTabs(text, start, end);
  if (tabs === 1 && doc.lastRow().length === 0 && isNumbered(text, ranges)) {
    // "一、<tab>总体情况": a list number as Word writes it, not a table.
    doc.paragraph(cellText(text.slice(textStart, textEnd).replace("\t", "")), textStart, textEnd, line);
    return;
  }
  if (text.charCodeAt(textStart) === 45 && ranges.every((range) => isEmpty(range) || isDashes(text, range))) return; // a rule left from a Markdown table
  doc.row(
    ranges.map((range) => cellAt(text, range, cellText)),
    start,
    end,
    line,
  );
}

/** A number and its words. A row of "-" and a figure is none. */
function isNumbered(text: string, [number, words]: readonly CellRange[]): boolean {
  if (!number || !words || isEmpty(number)) return false;
  return NUMBER_ONLY.test(text.slice(...number)) && /\p{L}/u.test(text.slice(...words));
}

function isEmpty([start, end]: CellRange): boolean {
  return end === start;
}

function isBetween(place: number, start: number, end: number): boolean {
  return place > start && place < end;
}

/** Three dashes or more and nothing else; one or two say "none". */
function isDashes(text: string, [start, end]: CellRange): boolean {
  for (let i = start; i < end; i++) if (text.charCodeAt(i) !== 45) return false;
  return end - start >= 3;
}

function isProse(text: string, [start, end]: CellRange): boolean {
  return end - start > LONGEST_MARKED_CELL || (end - start > 40 && text[end - 1] === "。");
}

function cellAt(text: string, [start, end]: CellRange, cellText: (raw: string) => string): SourceCell {
  return { text: end > start ? cellText(text.slice(start, end)) : "", start, end };
}

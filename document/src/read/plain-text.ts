import type { Doc } from "../doc.ts";
import { checkLength } from "./limits.ts";
import { addLayoutRun } from "./plain-text-layout.ts";
import { surveyLine } from "./plain-text-line.ts";
import type { LineSurvey } from "./plain-text-line.ts";
import { createSourceDoc } from "./source-doc.ts";
import type { SourceCell, SourceDoc } from "./source-doc.ts";
import { isRule, splitBars, splitTabs } from "./text-rows.ts";
import type { CellRange } from "./text-rows.ts";

/** Longest text of a line marked as a cell; a longer one is prose with an indentation. */
const LONGEST_MARKED_CELL = 80;
const NUMBER_ONLY = /^(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|[（(]?\d{1,2}[)）、.．]|[-•·●])$/;

/**
 * Reads plain text. Lines with tabs or bars are table rows; a line with one tab or bar at its edge is a row of one cell, as
 * extractors that print one cell per line leave it; lines of text in columns, as `pdftotext -layout` prints them, are rows whose
 * cells carry their horizontal extent in `at.box` (in display columns, a Chinese character being two; y is the line).
 * A blank line ends a table. Every other line is a paragraph; `# ` and `**` marks are understood. Places are ranges of
 * `text` itself, and a cell's text is exactly its range. Throws `LimitExceeded` on too much of it.
 */
export function parsePlainText(text: string): Doc {
  checkLength(text);
  const doc = createSourceDoc("text", text);
  const run: LineSurvey[] = []; // lines in a row without tabs or bars, which may turn out to be a table in columns
  const hasFormFeeds = text.includes("\f");
  let line = 0;
  let position = 0;

  const flush = (): void => {
    if (run.length > 0) addLayoutRun(doc, text, run);
    run.length = 0;
  };

  while (position <= text.length) {
    line++;
    let end = text.indexOf("\n", position);
    if (end < 0) end = text.length;
    let start = position;
    for (let feed = hasFormFeeds ? text.indexOf("\f", start) : -1; feed >= 0 && feed < end; feed = text.indexOf("\f", start)) {
      addLine(start, feed);
      flush();
      doc.pageBreak(feed, line);
      start = feed + 1;
    }
    addLine(start, end);
    position = end + 1;
  }
  flush();
  return doc.build();

  function addLine(start: number, end: number): void {
    const survey = surveyLine(text, start, end, line);
    if (survey.bars === 0 && survey.tabs === 0) {
      if (survey.textStart < survey.textEnd) {
        if (run.length === 0) doc.endTable();
        run.push(survey);
        return;
      }
      flush();
      doc.endTable();
      return;
    }
    flush();
    if (survey.bars > 0) addBarLine(doc, text, survey);
    else addTabLine(doc, text, survey);
  }
}

function addBarLine(doc: SourceDoc, text: string, survey: LineSurvey): void {
  const { start, end, line, bars, barAtEdge, textStart, textEnd } = survey;
  if (isRule(text, start, end)) return;
  const hasSpacedBar = bars === 1 && text.slice(start, end).includes(" | ");
  if (bars >= 2 || barAtEdge || hasSpacedBar) doc.row(cellsOf(text, splitBars(text, start, end)), start, end, line);
  else doc.paragraph(withoutMarks(text.slice(textStart, textEnd)), textStart, textEnd, line);
}

function addTabLine(doc: SourceDoc, text: string, survey: LineSurvey): void {
  const { start, end, line, tabs, textStart, textEnd } = survey;
  const ranges = splitTabs(text, start, end);
  const filled = ranges.filter(([from, to]) => to > from);
  const only = filled[0];
  if (filled.length <= 1 && tabs === 1 && doc.lastRowLength() <= 1) {
    if (only !== undefined && isProse(text, only)) doc.paragraph(withoutMarks(text.slice(...only)), ...only, line);
    else doc.row(cellsOf(text, [only ?? [end, end]]), start, end, line);
    return;
  }
  const isNumbered = filled.length === 2 && tabs === 1 && only !== undefined && NUMBER_ONLY.test(text.slice(...only));
  if (isNumbered && doc.lastRowLength() === 0) {
    // "一、<tab>总体情况": a list number as Word writes it, not a table.
    doc.paragraph(withoutMarks(text.slice(textStart, textEnd).replace("\t", "")), textStart, textEnd, line);
    return;
  }
  doc.row(cellsOf(text, ranges), start, end, line);
}

function isProse(text: string, [start, end]: CellRange): boolean {
  return end - start > LONGEST_MARKED_CELL || (end - start > 40 && text[end - 1] === "。");
}

function cellsOf(text: string, ranges: readonly CellRange[]): SourceCell[] {
  return ranges.map(([from, to]) => {
    let start = from;
    let end = to;
    if (end - start > 4 && text.startsWith("**", start) && text.startsWith("**", end - 2)) {
      start += 2;
      end -= 2;
    }
    return { text: text.slice(start, end), start, end };
  });
}

/** Emphasis marks that Markdown leaves in text that is otherwise plain. */
export function withoutMarks(text: string): string {
  return text.includes("**") ? text.replaceAll("**", "").trim() : text;
}

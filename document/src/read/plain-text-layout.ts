import { displayWidth } from "./plain-text-columns.ts";
import type { ColumnRuler } from "./plain-text-columns.ts";
import type { LineSurvey } from "./plain-text-line.ts";
import { withoutMarks } from "./plain-text-marks.ts";
import type { SourceDoc } from "./source-doc.ts";
import { withoutClosingMarks } from "./text-rows.ts";

/** A line as wide as this with no gap is running text, in display columns. */
const PROSE_WIDTH = 60;
const HEADING = /^(#{1,6})[ \u3000]+/;
const SECTION = /^[一二三四五六]、.*(?:情况|事项|问题)$/;

/**
 * Adds neighbouring lines without tabs or bars: as table rows where they stand in columns, else as paragraphs. Single texts
 * among rows in columns are parts of wrapped or centred cells, and become rows of one cell.
 */
export function addLayoutRun(doc: SourceDoc, text: string, run: readonly LineSurvey[], ruler: ColumnRuler): void {
  let first = -1;
  let last = -1;
  for (let i = 0; i < run.length; i++) {
    const survey = run[i];
    if (survey === undefined || !survey.hasGap || isProse(text, survey)) continue;
    if (first < 0) first = i;
    last = i;
  }
  run.forEach((survey, i) => {
    const inTable = first >= 0 && i >= first - 1 && i <= last + 1 && belongsToRows(text, survey);
    const { start, textStart, textEnd, line } = survey;
    if (inTable || (first >= 0 && i >= first && i <= last && isIndented(survey) && !isProse(text, survey))) {
      doc.row(ruler.cells(text, survey), start, textEnd, line);
    } else addTextLine(doc, text, textStart, textEnd, line);
  });
}

function addTextLine(doc: SourceDoc, text: string, start: number, end: number, line: number): void {
  const content = text.slice(start, end);
  const marks = content.charCodeAt(0) === 35 ? HEADING.exec(content) : null;
  if (marks === null) {
    doc.paragraph(withoutMarks(content), start, end, line);
    return;
  }
  const heading = withoutMarks(withoutClosingMarks(content.slice(marks[0].length)));
  doc.heading(marks[1]?.length ?? 1, heading, start + marks[0].length, end, line);
}

function isIndented({ start, textStart }: LineSurvey): boolean {
  return textStart - start >= 2;
}

function belongsToRows(text: string, survey: LineSurvey): boolean {
  if (isProse(text, survey)) return false;
  if (survey.hasGap || isIndented(survey)) return true;
  const content = text.slice(survey.textStart, survey.textEnd);
  return !SECTION.test(content) && !HEADING.test(content);
}

/** Running text: a full stop inside or at the end, or a long line with no columns in it. */
function isProse(text: string, { textStart, textEnd, hasGap, hasStop }: LineSurvey): boolean {
  if (hasStop) return true;
  return !hasGap && textEnd - textStart > PROSE_WIDTH / 2 && displayWidth(text, textStart, textEnd) > PROSE_WIDTH;
}

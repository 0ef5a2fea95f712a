import type { LineSurvey } from "./plain-text-line.ts";
import { withoutMarks } from "./plain-text.ts";
import type { SourceCell, SourceDoc } from "./source-doc.ts";
import { isPadding } from "./text-rows.ts";

/** A line as wide as this with no gap is running text, in display columns. */
const PROSE_WIDTH = 60;
const HEADING = /^(#{1,6})[ \u3000]+/;
const SECTION = /^[一二三四五六]、.*(?:情况|事项|问题)$/;

/**
 * Adds neighbouring lines without tabs or bars: as table rows where they stand in columns, else as paragraphs. Single texts
 * among rows in columns are parts of wrapped or centred cells, and become rows of one cell.
 */
export function addLayoutRun(doc: SourceDoc, text: string, run: readonly LineSurvey[]): void {
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
      doc.row(cellsInColumns(text, survey), start, textEnd, line);
    } else addTextLine(doc, text, textStart, textEnd, line);
  });
  doc.endTable();
}

function addTextLine(doc: SourceDoc, text: string, start: number, end: number, line: number): void {
  const content = text.slice(start, end);
  const marks = content.charCodeAt(0) === 35 ? HEADING.exec(content) : null;
  if (marks === null) {
    doc.paragraph(withoutMarks(content), start, end, line);
    return;
  }
  const heading = withoutMarks(content.slice(marks[0].length).replace(/\s+#+$/, ""));
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
function isProse(text: string, { textStart, textEnd, hasGap }: LineSurvey): boolean {
  const stop = text.indexOf("。", textStart);
  if (stop >= 0 && stop < textEnd) return true;
  return !hasGap && textEnd - textStart > PROSE_WIDTH / 2 && displayWidth(text, textStart, textEnd) > PROSE_WIDTH;
}

/** Cells parted by two blanks or more, each with its extent in display columns. */
function cellsInColumns(text: string, { start, end, line }: LineSurvey): SourceCell[] {
  const cells: SourceCell[] = [];
  let column = 0; // display column of the character looked at
  let cellStart = -1;
  let cellEnd = start;
  let x = 0;
  let right = 0;
  let blanks = 0;
  for (let i = start; i <= end; i++) {
    const code = i < end ? text.charCodeAt(i) : 32;
    if (isPadding(code)) {
      blanks++;
      if (cellStart >= 0 && (blanks === 2 || i === end)) {
        cells.push({
          text: text.slice(cellStart, cellEnd), start: cellStart, end: cellEnd,
          box: { x, y: line - 1, width: right - x, height: 1 },
        });
        cellStart = -1;
      }
    } else {
      if (cellStart < 0) {
        cellStart = i;
        x = column;
      }
      blanks = 0;
      cellEnd = i + 1;
      right = column + widthOf(code);
    }
    column += widthOf(code);
  }
  return cells;
}

function displayWidth(text: string, start: number, end: number): number {
  let width = 0;
  for (let i = start; i < end; i++) width += widthOf(text.charCodeAt(i));
  return width;
}

/** Display columns of a UTF-16 unit: two for Chinese characters and full-width signs; a surrogate is half a wide character. */
function widthOf(code: number): number {
  if (code < 0x1100) return 1;
  if (code <= 0x115f || (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7a3)) return 2;
  if ((code >= 0xf900 && code <= 0xfaff) || (code >= 0xfe30 && code <= 0xfe6f)) return 2;
  return (code >= 0xff01 && code <= 0xff60) || (code >= 0xffe0 && code <= 0xffe6) ? 2 : 1;
}

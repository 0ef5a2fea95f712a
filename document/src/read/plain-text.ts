import type { Doc } from "../doc.ts";
import { addBarLine } from "./bar-line.ts";
import { parseCopiedPage } from "./copied-page.ts";
import { checkLength } from "./limits.ts";
import { createColumnRuler } from "./plain-text-columns.ts";
import { addLayoutRun } from "./plain-text-layout.ts";
import { withoutMarks } from "./plain-text-marks.ts";
import { surveyLine } from "./plain-text-line.ts";
import type { LineSurvey } from "./plain-text-line.ts";
import { createSourceDoc } from "./source-doc.ts";
import { addTabLine } from "./tab-line.ts";
import { isRule } from "./text-rows.ts";

/** Lines weighed together at most; a longer run is a table anyway, or none. */
const LONGEST_RUN = 2000;

/**
 * Reads plain text. Lines with tabs or bars are table rows; a line with one tab or bar at its edge is a row of one cell, as
 * extractors that print one cell per line leave it; lines of text in columns, as `pdftotext -layout` prints them, are rows whose
 * cells carry their horizontal extent in `at.box` (in display columns, a Chinese character being two; y is the line).
 * A blank line ends a table. Every other line is a paragraph; `# ` and `**` marks are understood. Places are ranges of
 * `text` itself; a cell's text is exactly its range, less the marks. Throws `LimitExceeded` on too much of it.
 */
export function parsePlainText(text: string): Doc {
  checkLength(text);
  const copied = parseCopiedPage(text);
  if (copied !== undefined) return copied;
  const doc = createSourceDoc("text", text);
  const run: LineSurvey[] = []; // lines in a row without tabs or bars, which may turn out to be a table in columns
  const cellText = text.includes("**") ? withoutMarks : asItStands;
  const barSettings = { cellText, escapes: false };
  const ruler = createColumnRuler();
  let runGoesOn = false; // the run was too long to be weighed at once
  let isAfterRun = false;
  let line = 0;
  let position = 0;
  let feed = text.indexOf("\f"); // the next one

  const flush = (): void => {
    runGoesOn = false;
    if (run.length === 0) return;
    addLayoutRun(doc, text, run, ruler);
    run.length = 0;
    isAfterRun = true;
  };
  /** Rows in columns and rows of another kind are never of one table. */
  const endRun = (): void => {
    flush();
    if (isAfterRun) doc.endTable();
    isAfterRun = false;
  };

  while (position <= text.length) {
    line++;
    if (text.charCodeAt(position) === 10) {
      endRun();
      doc.endTable();
      position++;
      continue;
    }
    const survey = surveyLine(text, position, text.length, line);
    position = survey.end + 1;
    if (feed < 0 || feed > survey.end) addLine(survey);
    else addPages(survey);
  }
  flush();
  ruler.settle();
  return doc.build();

  /** A line in which form feeds stand. */
  function addPages({ start, end }: LineSurvey): void {
    let from = start;
    for (; feed >= 0 && feed < end; feed = text.indexOf("\f", from)) {
      addLine(surveyLine(text, from, feed, line));
      endRun();
      doc.pageBreak(feed, line);
      from = feed + 1;
    }
    addLine(surveyLine(text, from, end, line));
  }

  function addLine(survey: LineSurvey): void {
    const { start, end } = survey;
    if (isRuleStart(text.charCodeAt(survey.textStart)) && isRule(text, start, end)) return flush();
    const isTitle = text.charCodeAt(survey.textStart) === 35;
    if ((survey.bars === 0 && survey.tabs === 0) || isTitle) {
      if (survey.textStart < survey.textEnd) {
        if (run.length === 0 && !runGoesOn) doc.endTable();
        if (run.push(survey) === LONGEST_RUN) {
          flush();
          runGoesOn = true;
        }
        return;
      }
      endRun();
      doc.endTable();
      return;
    }
    endRun();
    if (survey.bars > 0) {
      if (!addBarLine(doc, text, survey, barSettings)) {
        const { textStart, textEnd } = survey;
        doc.paragraph(withoutMarks(text.slice(textStart, textEnd)), textStart, textEnd, line);
      }
    } else addTabLine(doc, text, survey, cellText);
  }
}

function asItStands(text: string): string {
  return text;
}

/** "+" and the strokes that draw a table's outline. */
function isRuleStart(code: number): boolean {
  return code === 43 || (code >= 0x2500 && code <= 0x257f);
}

import type { Doc } from "../doc.ts";
import { addBarLine } from "./bar-line.ts";
import { checkLength } from "./limits.ts";
import { addHtmlBlock, createHtmlBlockFinder } from "./markdown-html.ts";
import { inlineText } from "./markdown-inline.ts";
import { surveyLine } from "./plain-text-line.ts";
import type { LineSurvey } from "./plain-text-line.ts";
import { createSourceDoc } from "./source-doc.ts";
import type { SourceDoc } from "./source-doc.ts";
import { addTabLine } from "./tab-line.ts";
import { isRule, withoutClosingMarks } from "./text-rows.ts";

const ATX = /^(#{1,6})(?:[ \t\u3000]+|$)/;
const FENCE = /^(?:`{3,}|~{3,})/;
const QUOTE_MARKS = /[ \t]*(?:>[ \t]?){1,20}/y;
const LIST_MARK = /^(?:[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|>[ \t]?){1,20}/;
const THEMATIC_BREAK = /^(?:-[ \t]*){3,}$|^(?:\*[ \t]*){3,}$|^(?:_[ \t]*){3,}$/;

const MARKS = { cellText: inlineText, escapes: true };

/**
 * Reads Markdown as offices and converters write it: headings of both kinds, pipe tables with or without outer bars or
 * separator row, tables in HTML or parted by tabs, lists and emphasis with the marks taken off. A line is a paragraph,
 * unless the line before ends in two blanks or a backslash. A whole report may be quoted, or fenced as programs hand it over: what stands
 * within is read like anything else. Places are ranges of `text` itself. Throws `LimitExceeded` on too much of it.
 */
export function parseMarkdown(text: string): Doc {
  checkLength(text);
  const doc = createSourceDoc("markdown", text);
  const blockEndAt = createHtmlBlockFinder(text);
  let line = 0;
  let position = 0;
  let pending: LineSurvey[] = []; // lines of the paragraph being read

  function flush(): void {
    if (pending.length > 0) addParagraph(doc, text, pending);
    pending = [];
  }

  while (position < text.length) {
    line++;
    let end = text.indexOf("\n", position);
    if (end < 0) end = text.length;
    let survey = surveyLine(text, afterQuoteMarks(text, position, end), end, line);
    let content = text.slice(survey.textStart, survey.textEnd);
    const table = content.search(/<table[\s>]/i);
    if (table > 0) {
      // A table that begins within a line: what stands before it is a line of its own.
      end = survey.textStart + table;
      survey = surveyLine(text, position, end, line);
      content = text.slice(survey.textStart, survey.textEnd);
      position = end;
      line--;
    } else position = end + 1;

    if (content === "" && survey.tabs === 0) {
      flush();
      doc.endTable();
      continue;
    }
    const first = content.charCodeAt(0);
    if (first === 43 && isRule(text, survey.textStart, survey.textEnd)) {
      flush(); // +---+---+ between the rows of a grid table, which goes on below it
      continue;
    }
    if (first === 60) {
      const blockEnd = blockEndAt(survey.textStart);
      if (blockEnd > 0) {
        flush();
        addHtmlBlock(doc, text, survey.textStart, blockEnd, line);
        for (let i = text.indexOf("\n", survey.textStart); i >= 0 && i < blockEnd; i = text.indexOf("\n", i + 1)) line++;
        position = blockEnd;
        if (text.charCodeAt(position) === 10) position++;
        else line--; // the rest of the line is read as a line of its own
        continue;
      }
    }
    if ((first === 96 || first === 126) && FENCE.test(content)) {
      flush();
      continue;
    }
    const heading = first === 35 ? ATX.exec(content) : null;
    if (heading?.[1] !== undefined) {
      flush();
      const start = survey.textStart + heading[0].length;
      const title = inlineText(withoutClosingMarks(text.slice(start, survey.textEnd)));
      if (title !== "") doc.heading(heading[1].length, title, start, survey.textEnd, survey.line);
      continue;
    }
    if (survey.tabs > 0 && survey.bars === 0 && !LIST_MARK.test(content)) {
      flush();
      addTabLine(doc, text, survey, inlineText);
      continue;
    }
    const underlined = pending.length === 1 ? pending[0] : undefined;
    if (underlined !== undefined && isUnderline(text, underlined, content)) {
      pending = [];
      const { textStart, textEnd } = underlined;
      doc.heading(first === 61 ? 1 : 2, inlineText(text.slice(textStart, textEnd)), textStart, textEnd, underlined.line);
      continue;
    }
    if (survey.bars > 0) {
      flush();
      if (addBarLine(doc, text, survey, MARKS)) continue;
    }
    if (content.length < 200 && THEMATIC_BREAK.test(content)) {
      flush();
      doc.endTable();
      continue;
    }
    if (pending.length > 0 && !endsInHardBreak(text, pending[pending.length - 1])) flush();
    pending.push(survey);
  }
  flush();
  return doc.build();
}

/** Where the line goes on after the marks of a quotation, if it has any. */
function afterQuoteMarks(text: string, start: number, end: number): number {
  QUOTE_MARKS.lastIndex = start;
  return QUOTE_MARKS.test(text) ? Math.min(QUOTE_MARKS.lastIndex, end) : start;
}

function addParagraph(doc: SourceDoc, text: string, lines: readonly LineSurvey[]): void {
  const first = lines[0];
  const last = lines[lines.length - 1];
  if (first === undefined || last === undefined) return;
  const content = lines
    .map(({ textStart, textEnd }) => inlineText(text.slice(textStart, textEnd).replace(LIST_MARK, "").replace(/\\$/, "")))
    .filter(Boolean)
    .join("\n");
  if (content !== "") doc.paragraph(content, first.textStart, last.textEnd, first.line);
}

function endsInHardBreak(text: string, survey: LineSurvey | undefined): boolean {
  if (survey === undefined) return false;
  return text.charCodeAt(survey.textEnd - 1) === 92 || text.slice(survey.textEnd, survey.end).startsWith("  ");
}

/** A line of = or - under a short line makes that a heading; under a sentence it is only a rule. */
function isUnderline(text: string, above: LineSurvey, content: string): boolean {
  if (!/^(?:=+|-{2,})$/.test(content)) return false;
  const title = text.slice(above.textStart, above.textEnd);
  return title.length <= 60 && !/[。；;：:]$/.test(title) && !LIST_MARK.test(title);
}

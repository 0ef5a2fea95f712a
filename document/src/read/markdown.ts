import type { Doc } from "../doc.ts";
import { checkLength } from "./limits.ts";
import { addHtmlBlock, htmlBlockEnd } from "./markdown-html.ts";
import { inlineText } from "./markdown-inline.ts";
import { surveyLine } from "./plain-text-line.ts";
import type { LineSurvey } from "./plain-text-line.ts";
import { createSourceDoc } from "./source-doc.ts";
import type { SourceDoc } from "./source-doc.ts";
import { isRule, splitBars, splitTabs } from "./text-rows.ts";
import type { CellRange } from "./text-rows.ts";

const ATX = /^(#{1,6})(?:[ \t\u3000]+|$)/;
const FENCE = /^(`{3,}|~{3,})/;
const LIST_MARK = /^(?:[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|>[ \t]?)+/;
const THEMATIC_BREAK = /^(?:-[ \t]*){3,}$|^(?:\*[ \t]*){3,}$|^(?:_[ \t]*){3,}$/;

/**
 * Reads Markdown as offices and converters write it: headings of both kinds, pipe tables with or without outer bars or
 * separator row, tables in HTML or parted by tabs, lists and emphasis with the marks taken off. A line is a paragraph,
 * unless the line before ends in two blanks or a backslash. Places are ranges of `text` itself. Throws `LimitExceeded` on too much of it.
 */
export function parseMarkdown(text: string): Doc {
  checkLength(text);
  const doc = createSourceDoc("markdown", text);
  let line = 0;
  let position = 0;
  let fence = "";
  let pending: LineSurvey[] = []; // lines of the paragraph being read

  function flush(): void {
    if (pending.length > 0) addParagraph(doc, text, pending);
    pending = [];
  }

  while (position < text.length) {
    line++;
    let end = text.indexOf("\n", position);
    if (end < 0) end = text.length;
    const survey = surveyLine(text, position, end, line);
    position = end + 1;
    const content = text.slice(survey.textStart, survey.textEnd);

    if (fence !== "") {
      if (content.startsWith(fence)) fence = "";
      else if (content !== "") doc.paragraph(content, survey.textStart, survey.textEnd, line);
      continue;
    }
    if (content === "" && survey.tabs === 0) {
      flush();
      doc.endTable();
      continue;
    }
    if (survey.tabs > 0 && survey.tabs > leadingTabs(text, survey)) {
      flush();
      doc.row(cellsOf(text, splitTabs(text, survey.start, survey.end)), survey.start, survey.end, line);
      continue;
    }
    const first = content.charCodeAt(0);
    if (first === 60) {
      const blockEnd = htmlBlockEnd(text, survey.textStart);
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
    const isFence = first === 96 || first === 126 ? FENCE.exec(content) : null;
    if (isFence?.[1] !== undefined) {
      flush();
      fence = isFence[1];
      continue;
    }
    const heading = first === 35 ? ATX.exec(content) : null;
    if (heading?.[1] !== undefined) {
      flush();
      const start = survey.textStart + heading[0].length;
      const title = inlineText(text.slice(start, survey.textEnd).replace(/[ \t]+#+[ \t]*$/, ""));
      if (title !== "") doc.heading(heading[1].length, title, start, survey.textEnd, line);
      continue;
    }
    const underlined = pending.length === 1 ? pending[0] : undefined;
    if (underlined !== undefined && isUnderline(text, underlined, content)) {
      pending = [];
      const { textStart, textEnd } = underlined;
      doc.heading(first === 61 ? 1 : 2, inlineText(text.slice(textStart, textEnd)), textStart, textEnd, underlined.line);
      continue;
    }
    if (survey.bars > 0 && addBarLine(doc, text, survey, flush)) continue;
    if (THEMATIC_BREAK.test(content)) {
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

function leadingTabs(text: string, { start, textStart }: LineSurvey): number {
  let tabs = 0;
  for (let i = start; i < textStart; i++) if (text.charCodeAt(i) === 9) tabs++;
  return tabs;
}

/** True when the line belongs to a table, as a row or as a rule between rows. */
function addBarLine(doc: SourceDoc, text: string, survey: LineSurvey, flush: () => void): boolean {
  const { start, end, line, bars, barAtEdge } = survey;
  if (isRule(text, start, end)) {
    flush();
    doc.markHeadOnce();
    return true;
  }
  const content = text.slice(survey.textStart, survey.textEnd);
  if (bars < 2 && !barAtEdge && !/ \| |[^\\]\|/.test(content)) return false;
  flush();
  doc.row(cellsOf(text, splitBars(text, start, end, true)), start, end, line);
  return true;
}

function cellsOf(text: string, ranges: readonly CellRange[]): { text: string; start: number; end: number }[] {
  return ranges.map(([start, end]) => ({ text: inlineText(text.slice(start, end)), start, end }));
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

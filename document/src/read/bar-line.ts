import type { LineSurvey } from "./plain-text-line.ts";
import type { SourceCell, SourceDoc } from "./source-doc.ts";
import { isBar, isRule, splitBars } from "./text-rows.ts";

/**
 * Adds a line that holds bars, as a row of cells or as a rule between rows. False when its one bar stands in the middle of
 * text and makes no table.
 */
export function addBarLine(
  doc: SourceDoc,
  text: string,
  survey: LineSurvey,
  settings: { cellText: (raw: string) => string; escapes: boolean },
): boolean {
  const { start, end, line, bars, barAtEdge, textStart, textEnd } = survey;
  if (isRule(text, start, end)) {
    doc.rule();
    return true;
  }
  if (bars < 2 && !barAtEdge && !text.slice(textStart, textEnd).includes(" | ") && doc.lastRow().length < 2) return false;
  const cells: SourceCell[] = splitBars(text, start, end, settings.escapes).map(([from, to]) => ({
    text: to > from ? settings.cellText(text.slice(from, to)) : "",
    start: from,
    end: to,
  }));
  // Without outer bars, a bar at the edge has an empty cell beyond it: the row before tells.
  const above = doc.lastRow();
  if (above.length === cells.length + 1 && above.filter((cell) => cell.text !== "").length >= 2) {
    const barFirst = isBar(text.charCodeAt(textStart));
    const barLast = isBar(text.charCodeAt(textEnd - 1));
    if (barLast && !barFirst) cells.push({ text: "", start: end, end });
    if (barFirst && !barLast) cells.unshift({ text: "", start, end: start });
  }
  // A row of empty cells between outer bars looks like bars alone: it is as wide as the row before.
  if (cells.length === above.length + 1 && above.length > 1 && cells.every((cell) => cell.text === "")) cells.pop();
  doc.row(cells, start, end, line, {
    bars,
    isFirst: isBar(text.charCodeAt(textStart)),
    isLast: isBar(text.charCodeAt(textEnd - 1)),
    start,
    end,
  });
  return true;
}

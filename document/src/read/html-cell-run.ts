import type { Attributes } from "./html-attributes.ts";
import type { HtmlOpenTables } from "./html-open-tables.ts";
import { createPlainCell, findPlainCell } from "./html-plain-cell.ts";
import { addCell, openCell } from "./html-table.ts";
import { skipBlanks } from "./html-text.ts";

/**
 * Makes the function that reads the cell whose start tag stands at a range, and the cells of plain text behind it that begin with the
 * very same tag, as the figures of a row and of the next rows do. It says where to read on: behind the last cell read, or behind the
 * start tag of a cell that holds more than plain text and is left open.
 */
export function createCellRuns(
  source: string,
  tables: HtmlOpenTables,
): (isHeader: boolean, attributes: Attributes, region: number, start: number, end: number) => number {
  const plain = createPlainCell();

  return (isHeader, attributes, region, start, end) => {
    const startTag = source.slice(start, end);
    let open = tables.beginInRow(start);
    let at = start;
    for (;;) {
      const content = at + startTag.length;
      if (!findPlainCell(source, content, plain)) {
        openCell(open, isHeader, attributes, at);
        return content;
      }
      addCell(open, isHeader, attributes, plain.text, region, at, plain.after);
      at = skipBlanks(source, plain.after);
      if (!source.startsWith(startTag, at)) {
        const row = rowTurn(at);
        if (row < 0) return plain.after;
        open = tables.beginRow(row);
        at = skipBlanks(source, row + ROW.length);
        if (!source.startsWith(startTag, at)) return row + ROW.length;
      }
      tables.countCell();
    }
  };

  /** Where the next row begins, where that is all that the next two tags say; else -1. */
  function rowTurn(at: number): number {
    if (!source.startsWith(ROW_END, at)) return -1;
    const row = skipBlanks(source, at + ROW_END.length);
    return source.startsWith(ROW, row) ? row : -1;
  }
}

const ROW = "<tr>";
const ROW_END = "</tr>";

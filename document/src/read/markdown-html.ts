import { readHtml } from "./html-reader.ts";
import type { SourceDoc } from "./source-doc.ts";

const BLOCK_TAG = /^<(table|div|p|center|h[1-6]|ul|ol|section|details|!--)(?=[\s/>-])/i;

/** Where a block of HTML that begins at `start` ends; -1 when none begins there. */
export function htmlBlockEnd(text: string, start: number): number {
  const name = BLOCK_TAG.exec(text.slice(start, start + 12))?.[1]?.toLowerCase();
  if (name === undefined) return -1;
  if (name === "!--") {
    const end = text.indexOf("-->", start);
    return end < 0 ? -1 : end + 3;
  }
  // Up to the end tag that matches; nested elements of the same name count.
  const tags = new RegExp(`<(/?)${name}(?=[\\s/>])[^>]*>`, "gi");
  tags.lastIndex = start;
  let depth = 0;
  for (let match = tags.exec(text); match !== null; match = tags.exec(text)) {
    depth += match[1] === "/" ? -1 : 1;
    if (depth === 0) return tags.lastIndex;
  }
  const blank = text.indexOf("\n\n", start); // never closed: to the next empty line
  return blank < 0 ? text.length : blank;
}

/** Adds what a block of HTML holds; its cells' places are the ranges of their tags in the Markdown source. */
export function addHtmlBlock(doc: SourceDoc, text: string, start: number, end: number, line: number): void {
  for (const piece of readHtml(text.slice(start, end)).pieces) {
    const from = start + piece.start;
    const to = start + piece.end;
    if (piece.kind === "break") doc.pageBreak(from, line);
    else if (piece.kind === "table") {
      doc.endTable();
      addGrid(doc, piece.rows, start, line);
      doc.endTable();
    } else if (piece.level > 0) doc.heading(piece.level, piece.text, from, to, line);
    else doc.paragraph(piece.text, from, to, line);
  }
}

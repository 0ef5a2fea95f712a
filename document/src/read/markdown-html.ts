import { readHtml } from "./html-reader.ts";
import type { SourceDoc } from "./source-doc.ts";

const BLOCK_TAG = /^<(table|div|p|center|h[1-6]|ul|ol|section|details|!--)(?=[\s/>-])/i;

/**
 * Makes the function that says where a block of HTML beginning at `start` ends, -1 when none begins there. It looks for end
 * tags through no more than a few times the text's length in all, so that many unclosed tags cost no more than one.
 */
export function createHtmlBlockFinder(text: string): (start: number) => number {
  let budget = text.length * 2 + 100_000;
  return (start) => {
    const name = BLOCK_TAG.exec(text.slice(start, start + 12))?.[1]?.toLowerCase();
    if (name === undefined || budget <= 0) return -1;
    const end = name === "!--" ? endOfComment(text, start) : endOfElement(text, start, name);
    budget -= (end < 0 ? text.length : end) - start;
    if (end >= 0) return end;
    const blank = text.indexOf("\n\n", start); // never closed: to the next empty line
    return blank < 0 ? text.length : blank;
  };
}

function endOfComment(text: string, start: number): number {
  const end = text.indexOf("-->", start);
  return end < 0 ? -1 : end + 3;
}

/** The end tag that matches, nested elements of the same name counted. */
function endOfElement(text: string, start: number, name: string): number {
  const tags = new RegExp(`<(/?)${name}(?=[\\s/>])[^<>]*>`, "gi");
  tags.lastIndex = start;
  let depth = 0;
  for (let match = tags.exec(text); match !== null; match = tags.exec(text)) {
    depth += match[1] === "/" ? -1 : 1;
    if (depth === 0) return tags.lastIndex;
  }
  return -1;
}

/** Adds what a block of HTML holds; its cells' places are the ranges of their tags in the Markdown source. */
export function addHtmlBlock(doc: SourceDoc, text: string, start: number, end: number, line: number): void {
  for (const piece of readHtml(text.slice(start, end)).pieces) {
    const from = start + piece.start;
    const to = start + piece.end;
    if (piece.kind === "break") doc.pageBreak(from, line);
    else if (piece.kind === "table") {
      doc.endTable();
      for (const row of piece.rows) {
        const cells = row.map(({ pieces: _, ...cell }) => ({ ...cell, start: start + cell.start, end: start + cell.end }));
        doc.row(cells, from, to, line);
      }
      doc.endTable();
    } else if (piece.level > 0) doc.heading(piece.level, piece.text, from, to, line);
    else doc.paragraph(piece.text, from, to, line);
  }
}

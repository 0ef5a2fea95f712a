import type { Doc } from "../doc.ts";
import { joinLines } from "./join-lines.ts";
import { printable } from "./printable.ts";
import { listTexts } from "./squares.ts";

/**
 * A document as plain text: a block a paragraph, a table row a line with tabs between its grid columns. Heading levels and
 * spans are lost: the squares under a merged cell stay empty.
 */
export function writePlainText(doc: Doc): string {
  const blocks = doc.blocks.flatMap((block) => {
    if (block.kind === "pageBreak") return ["\f"];
    if (block.kind === "heading") return [printable(joinLines(block.text))];
    if (block.kind === "paragraph") return [printable(block.text)];
    return [
      listTexts(block)
        .map((texts) => texts.map((text) => onOneLine(printable(text))).join("\t"))
        .join("\n"),
    ];
  });
  return `${blocks.join("\n\n")}\n`;
}

function onOneLine(text: string): string {
  return text.replace(/\s*[\t\n]\s*/gu, " ");
}

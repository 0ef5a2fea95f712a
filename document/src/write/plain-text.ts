import type { Doc } from "../doc.ts";
import { listTexts } from "./squares.ts";

/** A document as plain text: a block a paragraph, a table row a line with tabs between its grid columns. Spans are lost. */
export function writePlainText(doc: Doc): string {
  const blocks = doc.blocks.flatMap((block) => {
    if (block.kind === "pageBreak") return ["\f"];
    if (block.kind !== "table") return [block.text];
    return [listTexts(block).map((texts) => texts.map(onOneLine).join("\t")).join("\n")];
  });
  return `${blocks.join("\n\n")}\n`;
}

function onOneLine(text: string): string {
  return text.replace(/\s*[\t\n]\s*/gu, " ");
}

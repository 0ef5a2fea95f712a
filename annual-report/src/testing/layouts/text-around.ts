import type { Draft, DraftTable } from "../draft.ts";

/** Writes a draft as text, headings and paragraphs line by line, tables by the layout's own way. */
export function writeText(
  draft: Draft,
  writeTable: (table: DraftTable) => string,
  marks: { heading?: (level: number, text: string) => string; gap?: string } = {},
): string {
  const { heading = (_, text) => text, gap = "\n" } = marks;
  return draft.blocks
    .map((block) => (block.kind === "table" ? writeTable(block) : block.kind === "heading" ? heading(block.level, block.text) : block.text))
    .join(gap)
    .concat("\n");
}

/** Texts of one line each: a break inside becomes a blank. */
export function onOneLine(text: string): string {
  return text.replaceAll("\n", " ");
}

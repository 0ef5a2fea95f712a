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

/**
 * For layouts that lose the rows: a bare number behind a row that is not full is set as the number of a page (- 3 -), since nobody
 * could tell it from the figure that is missing there.
 */
export function tellPageNumbers(draft: Draft): void {
  draft.blocks.forEach((block, index) => {
    const before = draft.blocks[index - 1];
    if (block.kind !== "paragraph" || !/^\d{1,3}$/u.test(block.text) || before?.kind !== "table") return;
    const cells = before.rows.at(-1)?.filter((cell) => !cell.header) ?? [];
    const isFull = cells.every(({ text, key }) => text !== "" && key !== undefined) && cells.length > 0;
    if (!isFull) block.text = `- ${block.text} -`;
  });
}

/** Texts of one line each: a break inside becomes a blank. */
export function onOneLine(text: string): string {
  return text.replaceAll("\n", " ");
}

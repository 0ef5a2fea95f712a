import type { Doc } from "../doc.ts";

/** What a table is about: the heading it stands under, "" without one. */
export function captionOf({ blocks }: Doc, index: number): string {
  for (let at = index - 1; at >= 0; at--) {
    const block = blocks[at];
    if (block?.kind === "heading") return block.text.replaceAll("\n", "");
  }
  return "";
}

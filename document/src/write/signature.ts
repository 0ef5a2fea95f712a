import type { Block } from "../doc.ts";

/**
 * Whether a block stays on the page of the next one: the last words of a letter with its signature and date, and these with
 * what stands flush beneath them, such as the code by which the letter is checked. None of them says anything on a page alone.
 */
export function staysWithNext(blocks: readonly Block[], index: number): boolean {
  const next = blocks[index + 1];
  return isSignature(next) || (isSignature(blocks[index]) && next?.kind === "paragraph" && next.align === "left");
}

function isSignature(block: Block | undefined): boolean {
  return block?.kind === "paragraph" && block.align === "right";
}

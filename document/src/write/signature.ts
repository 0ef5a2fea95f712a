import type { Block } from "../doc.ts";

/** Whether a block is a signature or its date: what stands before it is kept on the same page. */
export function isSignature(block: Block | undefined): boolean {
  return block?.kind === "paragraph" && block.align === "right";
}

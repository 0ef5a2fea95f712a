/** A wording as one text; one line of it is one paragraph of the letter. */
export function joinLines(lines: readonly string[]): string {
  return lines.join("\n");
}

/** The lines of a text; empty ones at the end are not meant. */
export function splitLines(text: string): string[] {
  const lines = text.split(/\r?\n/);
  while (lines.length > 1 && lines.at(-1)?.trim() === "") lines.pop();
  return lines;
}

/** The text with a piece in place of what is selected, and where the caret stands after it. */
export function insertAt(text: string, piece: string, from: number, to: number): { readonly text: string; readonly caret: number } {
  return { text: text.slice(0, from) + piece + text.slice(to), caret: from + piece.length };
}

/** Whether a wording names a field: `{补正事项}`. */
export function usesField(text: string, label: string): boolean {
  return [...text.matchAll(/\{([^{}]*)\}/g)].some(([, name]) => name?.trim() === label);
}

/** A piece of text, marked where it is what was asked for. */
export interface MarkedPiece {
  readonly text: string;
  readonly isMarked: boolean;
}

const SNIPPET_LENGTH = 120;

/** The text in pieces, the words of the query marked; upper and lower case are the same. */
export function markWords(text: string, marks: readonly string[]): readonly MarkedPiece[] {
  const pattern = patternOf(marks);
  if (pattern === undefined) return text === "" ? [] : [{ text, isMarked: false }];
  const pieces: MarkedPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), isMarked: false });
    pieces.push({ text: match[0], isMarked: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), isMarked: false });
  return pieces;
}

/** The stretch of a text that says most of what was asked for, in pieces; undefined when it says none of it. */
export function findSnippet(text: string, marks: readonly string[]): readonly MarkedPiece[] | undefined {
  const pattern = patternOf(marks);
  if (pattern === undefined) return undefined;
  const line = text.replaceAll(/\s+/g, " ");
  const found = [...line.slice(0, 200_000).matchAll(pattern)].slice(0, 200);
  let best: { readonly at: number; readonly worth: number } | undefined;
  for (const { index } of found) {
    const near = found.filter((other) => other.index >= index && other.index < index + SNIPPET_LENGTH);
    const worth = new Set(near.map(([word]) => word)).size * 100 + near.length;
    if (best === undefined || worth > best.worth) best = { at: index, worth };
  }
  if (best === undefined) return undefined;
  const start = Math.max(0, best.at - 20);
  const cut = line.slice(start, start + SNIPPET_LENGTH + 20);
  return markWords(`${start > 0 ? "…" : ""}${cut}${start + cut.length < line.length ? "…" : ""}`, marks);
}

function patternOf(marks: readonly string[]): RegExp | undefined {
  const words = marks.filter((mark) => mark !== "");
  if (words.length === 0) return undefined;
  return new RegExp(words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join("|"), "giu");
}

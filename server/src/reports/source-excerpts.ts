import type { Report } from "@gongkai/annual-report";

/** A piece of a document's text; `start` is its offset in the whole. */
export interface SourceExcerpt {
  readonly start: number;
  readonly text: string;
}

/** Characters kept on either side of a figure. */
const AROUND = 80;

/** The pieces of the text that hold every figure with its surroundings, joined where they touch: far less than the text. */
export function cutExcerpts(text: string, sources: Report["sources"]): SourceExcerpt[] {
  const windows = Object.values(sources)
    .map(({ start, end }) => ({ start: Math.max(0, start - AROUND), end: Math.min(text.length, end + AROUND) }))
    .sort((a, b) => a.start - b.start);
  const joined: { start: number; end: number }[] = [];
  for (const window of windows) {
    const last = joined.at(-1);
    if (last !== undefined && window.start <= last.end) last.end = Math.max(last.end, window.end);
    else joined.push({ ...window });
  }
  return joined.map(({ start, end }) => ({ start, text: text.slice(start, end) }));
}

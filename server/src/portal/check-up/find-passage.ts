import type { Source } from "@gongkai/annual-report";
import type { SourceExcerpt } from "../../reports/index.ts";

/** A figure in its surroundings: the raw text and what stands before and after it. */
export interface SourcePassage {
  readonly before: string;
  readonly raw: string;
  readonly after: string;
}

/** Characters shown on either side of a figure. */
const AROUND = 80;

/** What stands around a figure; undefined when no piece of the source holds it. */
export function findPassage(excerpts: readonly SourceExcerpt[], { start, end }: Pick<Source, "start" | "end">): SourcePassage | undefined {
  const excerpt = excerpts.find((piece) => piece.start <= start && end <= piece.start + piece.text.length);
  if (excerpt === undefined) return undefined;
  const [from, to] = [start - excerpt.start, end - excerpt.start];
  // Whole lines read better than halves: what is cut off at either end goes, as long as a line is left.
  return {
    before: excerpt.text.slice(Math.max(0, from - AROUND), from).replace(/^[^\n]*\n(?=[^]*\S)/, ""),
    raw: excerpt.text.slice(from, to),
    after: excerpt.text.slice(to, to + AROUND).replace(/(?<=\S[^]*)\n[^\n]*$/, ""),
  };
}

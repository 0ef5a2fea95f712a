import type { RowProblem } from "./row-problems.ts";

/** Words of a column that nobody has explained yet, and those that were, each once. */
export function listUnknownWords({
  heading,
  problems,
  explained,
  longest,
}: {
  readonly heading: string | undefined;
  readonly problems: readonly RowProblem[];
  readonly explained: Readonly<Record<string, unknown>>;
  /** Longer ones are no words. */
  readonly longest: number;
}): readonly string[] {
  const unknown = problems.filter(({ at, found }) => at === heading && found !== "").map(({ found }) => found);
  return [...new Set([...Object.keys(explained), ...unknown])].filter((word) => word.length <= longest && !word.endsWith("…"));
}

/** What is wrong with a row of a table that was handed in. */
export interface RowProblem {
  readonly row: number;
  /** Its column. */
  readonly at: string;
  readonly found: string;
  readonly message: string;
}

/** The same trouble in several rows: what most often is wrong is told once. */
export interface ProblemGroup {
  readonly at: string;
  readonly message: string;
  readonly rows: readonly number[];
  /** What stood there, each once. */
  readonly found: readonly string[];
}

/** Problems by column and sentence, the most frequent first. */
export function groupProblems(problems: readonly RowProblem[]): readonly ProblemGroup[] {
  const groups = new Map<string, RowProblem[]>();
  for (const problem of problems) {
    const key = `${problem.at}\n${problem.message}`;
    const same = groups.get(key);
    if (same === undefined) groups.set(key, [problem]);
    else same.push(problem);
  }
  return [...groups.values()]
    .flatMap((same): readonly ProblemGroup[] => {
      const [first] = same;
      if (first === undefined) return [];
      const found = [...new Set(same.map((one) => one.found).filter((text) => text !== ""))];
      return [{ at: first.at, message: first.message, rows: same.map(({ row }) => row), found }];
    })
    .toSorted((one, other) => other.rows.length - one.rows.length);
}

const MOST_NAMED = 5;

/** The first few of a list, and that there are more. */
export function nameSome(names: readonly (string | number)[]): string {
  return `${names.slice(0, MOST_NAMED).join("、")}${names.length > MOST_NAMED ? "等" : ""}`;
}

import type { FormRows } from "./form-rows.ts";
import { lastWord } from "./join-broken-runs.ts";
import { countFilled, type Run } from "./run.ts";
import type { Token } from "./token.ts";

/**
 * Figures too long for their column go on in the line below, and the short ones of their row stand between: three runs in a grid, the
 * first and the last of them with figures in the same places, and the one between with all the others. They are made one row, in
 * which a figure in two pieces is to be settled by the sums.
 */
export function joinWrappedRuns(runs: readonly Run[], form: FormRows, width: number): Run[] {
  const result: Run[] = [];
  for (let index = 0; index < runs.length; index++) {
    const [upper, middle, lower] = [runs[index], runs[index + 1], runs[index + 2]];
    const joined = upper && middle && lower && joinThree(upper, middle, lower, form, width);
    if (joined) index += 2;
    if (joined ?? upper) result.push((joined ?? upper) as Run); // one of them is there
  }
  return result;
}

function joinThree(upper: Run, middle: Run, lower: Run, form: FormRows, width: number): Run | undefined {
  const runs = [upper, middle, lower];
  const isCut = countFilled(middle) > 0 && runs.every(({ inGrid, items }) => inGrid && items.length >= width);
  if (!isCut || runs.filter((run) => namesRow(run, form)).length > 1) return undefined;
  const [above, between, below] = runs.map(({ items }) => items.slice(-width));
  const items: Token[] = [];
  for (let place = 0; place < width; place++) {
    const [first, short, rest] = [above?.[place], between?.[place], below?.[place]];
    if (!first || !short || !rest) return undefined;
    const item = short.kind === "blank" ? joinPieces(first, rest) : first.kind === "blank" && rest.kind === "blank" ? short : undefined;
    if (!item) return undefined;
    items.push(item);
  }
  return { labels: runs.flatMap(({ labels }) => labels), items, inGrid: true };
}

function namesRow(run: Run, form: FormRows): boolean {
  return form.indexOf(lastWord(run)?.label.core ?? "") !== -1;
}

function joinPieces(first: Token, rest: Token): Token | undefined {
  if (first.figure?.kind !== "number" || rest.figure?.kind !== "number" || !rest.figure.plain) return undefined;
  const joined = Number(`${first.figure.digits}${rest.figure.digits}`);
  return { ...first, figure: { kind: "unclear", candidates: [joined, null] } };
}

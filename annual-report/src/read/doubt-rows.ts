import type { Certainty } from "./align-rows.ts";
import type { FormRow } from "./form-rows.ts";
import { countFilled, type Run } from "./run.ts";

/** The run of each row, as far as it has one. */
export type RunOf = Map<string, { readonly run: Run; readonly certainty: Certainty }>;

/**
 * A row that seems not to be there, where a whole row of figures close by found no place: one of the rows between may have
 * been taken for its neighbour.
 */
export function doubtLostRows(
  rows: readonly FormRow[],
  runs: readonly Run[],
  runOf: ReadonlyMap<string, unknown>,
  rowAt: ReadonlyMap<number, number>,
  nearby: Map<string, readonly Run[]>,
  left: readonly Run[],
): void {
  if (left.length === 0) return;
  rows.forEach((row, rowIndex) => {
    if (runOf.has(row.id) || (nearby.get(row.id)?.length ?? 0) > 0) return;
    const around = [...rowAt].filter(([index]) => Math.abs(index - rowIndex) <= 2).map(([, runIndex]) => runIndex);
    if (around.length === 0) return;
    const [first, last] = [Math.min(...around), Math.max(...around)];
    nearby.set(
      row.id,
      left.filter((run) => runs.indexOf(run) >= first - 1 && runs.indexOf(run) <= last + 1),
    );
  });
}

/** A row read as empty, beside figures that found no row: the figures may be its own. Local extra rows (`foreign`) may stand between. */
export function doubtEmptyRows(
  rows: readonly FormRow[],
  runs: readonly Run[],
  runOf: RunOf,
  rowAt: ReadonlyMap<number, number>,
  nearby: Map<string, readonly Run[]>,
  left: readonly Run[],
  isForeign: (run: Run) => boolean,
): void {
  const foreign = new Set(left.filter(isForeign));
  const strays = new Set(left.filter((run) => !foreign.has(run)));
  const nearest = (from: number, step: 1 | -1): Run | undefined => {
    let at = from + step;
    for (let run = runs[at]; run && foreign.has(run); run = runs[at]) at += step;
    return runs[at];
  };
  rows.forEach((row, rowIndex) => {
    const own = rowAt.get(rowIndex);
    if (own === undefined || countFilled(runs[own] ?? { labels: [], items: [], inGrid: false }) > 0) return;
    const beside = [nearest(own, -1), nearest(own, 1)].filter((run) => run !== undefined && strays.has(run));
    if (beside.length === 0) return;
    runOf.delete(row.id);
    nearby.set(
      row.id,
      beside.filter((run) => run !== undefined),
    );
  });
}

/** A row without figures whose name stands in one cell with that of another row: which of them the figures beside it belong to is not said. */
export function doubtNamedTogether(rows: readonly FormRow[], runOf: RunOf, nearby: Map<string, readonly Run[]>): void {
  for (const row of rows) {
    if (runOf.has(row.id) || (nearby.get(row.id)?.length ?? 0) > 0) continue;
    const together = [...runOf.values()].map(({ run }) => run).filter((run) => countFilled(run) > 0 && namesBeside(run, row));
    if (together.length > 0) nearby.set(row.id, together);
  }
}

/** Whether the row's name stands before the run's own, in the same cell. */
function namesBeside({ labels }: Run, { spellings }: FormRow): boolean {
  const own = labels.at(-1);
  return labels.some((label) => label !== own && label.cell === own?.cell && spellings.includes(label.label.core));
}

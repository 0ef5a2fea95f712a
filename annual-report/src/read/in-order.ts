import type { Alignment } from "./align-rows.ts";
import { type RunOf, wholeLabels } from "./doubt-rows.ts";
import type { FormRows } from "./form-rows.ts";
import type { Run } from "./run.ts";
import { type ColumnEquation, foots } from "./settle.ts";
import { plainValue, type Reading, slotOf } from "./slot.ts";

/**
 * A page read column by column, as programs copy it out of a PDF, tears labels from their figures, but leaves the figures in rows and
 * the rows in their order. Where there are just as many rows of figures as the form has, and the form's sums hold down every column
 * when they are taken in that order, they are its rows, whatever stands before them. Undefined where that is not so, and where the
 * labels are in order.
 */
export function alignInOrder(
  runs: readonly Run[],
  form: FormRows,
  { runOf, left }: Alignment,
  equations: readonly ColumnEquation[],
): Alignment | undefined {
  const { rows } = form;
  const isTorn = left.length > 0 || runOf.size < rows.length || runs.some((run) => wholeLabels(run, form).length !== 1);
  if (!isTorn || runs.length !== rows.length || runs.some((run, index) => run.inGrid || !isWholeRow(run, rows[index]?.width ?? 0)))
    return undefined;
  if (!areLabelsInOrder(runs, form)) return undefined;
  if (runs.every((run, index) => runOf.get(rows[index]?.id ?? "")?.run === run)) return undefined;
  const readings = new Map(rows.map(({ id }, index): [string, Reading] => [id, runs[index]?.items.map(slotOf) ?? []]));
  const values = [...readings.values()].map((reading) => reading.map(({ value }) => value).join(" "));
  const areAlike = values.every((own) => own === values[0]); // any order is the right one
  if (!areAlike && ![...readings.values()].every(foots)) return undefined;
  if (!areAlike && !equations.every((equation) => isEven(equation, readings))) return undefined;
  const inOrder: RunOf = new Map();
  rows.forEach(({ id }, index) => {
    const run = runs[index];
    if (run) inOrder.set(id, { run, certainty: "labelled" });
  });
  return { runOf: inOrder, left: [], nearby: new Map() };
}

/** Where labels come in another order than the form's, so may the figures. */
function areLabelsInOrder(runs: readonly Run[], form: FormRows): boolean {
  const labels = runs.flatMap((run) => wholeLabels(run, form));
  return labels.every((label, index) => index === 0 || label >= (labels[index - 1] ?? 0));
}

function isWholeRow({ items }: Run, width: number): boolean {
  return items.length === width && items.every((item) => plainValue(item) !== undefined);
}

function isEven({ left, right }: ColumnEquation, readings: ReadonlyMap<string, Reading>): boolean {
  const sum = (ids: readonly string[], column: number): number =>
    ids.reduce((total, id) => total + (readings.get(id)?.[column]?.value ?? 0), 0);
  const columns = readings.get(left[0] ?? "") ?? [];
  return columns.every((_, column) => sum(left, column) === sum(right, column));
}

import type { Certainty } from "./align-rows.ts";
import type { FormRow, FormRows } from "./form-rows.ts";
import { countFilled, type Run } from "./run.ts";
import type { Token } from "./token.ts";

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

/**
 * Figures on a line without words, below the whole label of a row whose next one is missing: where the other rows have their labels
 * beside them, the figures may be those of the next row, whose label is lost.
 */
export function doubtLabelAbove({ rows, indexOf }: FormRows, runOf: RunOf, nearby: Map<string, readonly Run[]>): void {
  const found = [...runOf.values()].map(({ run }) => run);
  const apart = new Set(found.filter((run) => countFilled(run) > 0 && !hasOwnLabel(run)));
  if (apart.size === 0 || apart.size * 4 > found.length) return;
  rows.forEach(({ id }, index) => {
    const own = runOf.get(id);
    const next = rows[index + 1];
    if (!own || !next || !apart.has(own.run) || runOf.has(next.id) || (nearby.get(next.id)?.length ?? 0) > 0) return;
    if (indexOf(own.run.labels.findLast(({ label }) => label.core !== "")?.label.core ?? "") !== index) return;
    runOf.set(id, { run: own.run, certainty: "doubtful" });
    nearby.set(next.id, [own.run]);
  });
}

/**
 * A row whose label is lost, just before a row that is empty: the figures may be those of the second, with its label cut by the end
 * of a page.
 */
export function doubtBeforeEmpty(rows: readonly FormRow[], runOf: RunOf, nearby: Map<string, readonly Run[]>): void {
  rows.forEach(({ id }, index) => {
    const [own, next] = [runOf.get(id), rows[index + 1]];
    const empty = next && runOf.get(next.id);
    if (own?.certainty !== "placed" || !next || !empty || countFilled(empty.run) > 0) return;
    runOf.set(id, { run: own.run, certainty: "doubtful" });
    runOf.delete(next.id);
    nearby.set(next.id, [own.run]);
  });
}

/**
 * In lines, figures so far below their label that its own empty cells may stand between, and the next row's label is missing: they
 * may be the next row's.
 */
export function doubtFarFigures(rows: readonly FormRow[], runOf: RunOf, nearby: Map<string, readonly Run[]>): void {
  const far = rows.filter(({ id, width }) => linesBelowLabel(runOf.get(id)?.run) >= width);
  if (far.length * 4 > runOf.size) return;
  for (const row of far) {
    const own = runOf.get(row.id);
    const next = rows[rows.indexOf(row) + 1];
    if (!own || !next || runOf.has(next.id) || (nearby.get(next.id)?.length ?? 0) > 0) continue;
    runOf.set(row.id, { run: own.run, certainty: "doubtful" });
    nearby.set(next.id, [own.run]);
  }
}

/** How many empty lines stand between a label and its figures. */
function linesBelowLabel(run: Run | undefined): number {
  if (!run || run.inGrid) return 0;
  const [label, first] = [run.labels.findLast(({ label: { core } }) => core !== "")?.at.line, run.items[0]?.at.line];
  return label === undefined || first === undefined ? 0 : first - label - 1;
}

/**
 * Table 2 written column by column: 信息内容 of several blocks stands before the first figures, and no label of a column between. The
 * figures are those of a column then, not of the row named last.
 */
export function doubtColumnwise(runs: readonly Run[], runOf: RunOf): void {
  const isHead = ({ marks }: Token): boolean => marks.some((mark) => mark.kind === "head" && mark.table === 2);
  const isPiled = ({ labels }: Run): boolean => {
    const before = labels.slice(0, Math.max(0, labels.findLastIndex(isHead)));
    return before.some(isHead) && !before.some(({ marks }) => marks.some(({ kind }) => kind === "column2"));
  };
  if (!runs.some((run) => countFilled(run) > 0 && isPiled(run))) return;
  for (const [id, { run }] of runOf) runOf.set(id, { run, certainty: "doubtful" });
}

/** The rows whose whole labels stand before a run, those of columns and groups left out. */
export function wholeLabels({ labels }: Run, { indexOf }: Pick<FormRows, "indexOf">): number[] {
  const rows = labels.flatMap(({ label, marks }) => {
    const isColumn = label.ordinal === "" && marks.some((mark) => mark.kind === "column3");
    const row = isColumn ? -1 : indexOf(label.core);
    return row === -1 ? [] : [row];
  });
  return [...new Set(rows)];
}

/**
 * Labels of several rows before one run, and elsewhere rows of figures without any: the labels were torn from their figures, and
 * which belongs to which is not said.
 */
export function doubtTornLabels(form: FormRows, runs: readonly Run[], runOf: RunOf, nearby: Map<string, readonly Run[]>): void {
  const isRow = (run: Run): boolean => !run.inGrid && countFilled(run) * 2 > (form.rows[0]?.width ?? 0);
  const bare = runs.filter((run, index) => index > 0 && isRow(run) && run.labels.every(({ label }) => label.core + label.ordinal === ""));
  const piled = runs.filter((run) => isRow(run) && wholeLabels(run, form).length > 1);
  if (bare.length === 0 || piled.length === 0) return;
  const torn = new Set([...bare, ...piled]);
  for (const { id } of form.rows) {
    const own = runOf.get(id);
    if (own && torn.has(own.run)) runOf.set(id, { run: own.run, certainty: "doubtful" });
    else if (!own && (nearby.get(id)?.length ?? 0) === 0) nearby.set(id, [...torn]);
  }
}

/** A row that is named in the document and has no figures, while figures that found no row stand in its table: they may be its own. */
export function doubtNamedElsewhere(
  form: FormRows,
  runs: readonly Run[],
  tokens: readonly Token[],
  runOf: RunOf,
  nearby: Map<string, readonly Run[]>,
): void {
  const width = form.rows[0]?.width ?? 0;
  const found = new Set([...runOf.values()].map(({ run }) => run));
  const isForeign = (run: Run): boolean => run.labels.length > 0 && !run.labels.some(({ marks }) => marks.length > 0);
  const over = runs.filter((run) => (found.has(run) ? countFilled(run) >= 2 * width : countFilled(run) * 2 > width && !isForeign(run)));
  const named = new Set(over.length === 0 ? [] : tokens.map(({ label }) => form.indexOf(label.core)));
  form.rows.forEach(({ id }, index) => {
    if (runOf.has(id) || (nearby.get(id)?.length ?? 0) > 0) return;
    const own = runs.filter((run) => !found.has(run) && countFilled(run) > 0 && wholeLabels(run, form).includes(index));
    if (own.length > 0 || named.has(index)) nearby.set(id, own.length > 0 ? own : over);
  });
}

/** Figures set above their labels: nothing names the first row, and nothing stands below the name of the last. */
export function doubtLabelsBelow(form: FormRows, runs: readonly Run[], tokens: readonly Token[], runOf: RunOf): void {
  const [first] = runs;
  const behind = tokens.slice(tokens.findLastIndex(({ kind }) => kind === "figure") + 1);
  if (!first || first.inGrid || !behind.some(({ label }) => form.indexOf(label.core) === form.rows.length - 1)) return;
  if (wholeLabels(first, form).length > 0) return;
  for (const [id, { run }] of runOf) runOf.set(id, { run, certainty: "doubtful" });
}

/** In a grid a row of its own has its label beside its figures; words above it say less. */
export function hasOwnLabel({ labels, items, inGrid }: Run): boolean {
  return !inGrid || labels.some(({ row }) => row === items[0]?.row);
}

/** Whether the row's name stands before the run's own, in the same cell. */
function namesBeside({ labels }: Run, { spellings }: FormRow): boolean {
  const own = labels.at(-1);
  return labels.some((label) => label !== own && label.cell === own?.cell && spellings.includes(label.label.core));
}

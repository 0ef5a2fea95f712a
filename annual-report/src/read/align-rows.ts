import type { FormRow, FormRows } from "./form-rows.ts";
import {
  doubtBeforeEmpty,
  doubtColumnwise,
  doubtEmptyRows,
  doubtFarFigures,
  doubtLabelAbove,
  doubtLabelsBelow,
  doubtLostRows,
  doubtNamedElsewhere,
  doubtNamedTogether,
  doubtTornLabels,
  hasOwnLabel,
  type RunOf,
  wholeLabels,
} from "./doubt-rows.ts";
import { joinWrappedRuns } from "./join-wrapped-runs.ts";
import { joinBrokenRuns, lastWord } from "./join-broken-runs.ts";
import { joinLabels } from "./label-evidence.ts";
import { innerBlanks } from "./read-row.ts";
import { countFilled, type Run } from "./run.ts";
import type { Token } from "./token.ts";

/**
 * How a run came to its row. `labelled`: its own label says so · `placed`: its label is lost, but it is the only run
 * between its neighbours and only this row is missing there · `doubtful`: a person has to look.
 */
export type Certainty = "labelled" | "placed" | "doubtful";

export interface Alignment {
  readonly runOf: ReadonlyMap<string, { readonly run: Run; readonly certainty: Certainty }>;
  /** Runs with figures that found no row: local extra rows, or rows whose place is lost. */
  readonly left: readonly Run[];
  /** For rows without a run of their own: the unplaced runs that stand where the row should stand. */
  readonly nearby: ReadonlyMap<string, readonly Run[]>;
}

/** Rows of figures that may be those of a row without figures: with more of them beside it a hostile text would take its time. */
const MOST_NEARBY = 40;
const NO_MATCH = -1000;
const SKIPPED_ROW = 1;

/**
 * Aligns runs with the rows of the form, both in order: the best monotone pairing by labels, with rows of the form and
 * runs of the document free to stay alone (missing rows, local extra rows, remarks). `tokens` are all those of the table.
 */
export function alignRows(printed: readonly Run[], form: FormRows, tokens: readonly Token[] = []): Alignment {
  const { rows } = form;
  const runs = inFormOrder(printed, form);
  const plain = alignPlainly(runs, form);
  if (plain) return plain;
  const width = Math.max(0, ...rows.map((row) => row.width));
  const joined = joinBrokenRuns(joinWrappedRuns(runs, form, width), form);
  const scores = joined.map((run, index) => scoreRows(run, joined[index + 1], form));
  const pairs = bestPairs(joined, rows, scores);
  return describe(joined, form, scores, pairs, tokens);
}

/** Rows that have changed places, every one with its own whole label, are put in the order of the form. */
function inFormOrder(runs: readonly Run[], form: FormRows): readonly Run[] {
  const rowOf = new Map<Run, number>();
  let isAscending = true;
  let last = -1;
  for (const run of runs) {
    const [row, ...others] = wholeLabels(run, form);
    if (row === undefined || others.length > 0 || !hasOwnLabel(run)) return runs;
    isAscending &&= row > last;
    last = row;
    rowOf.set(run, row);
  }
  if (isAscending || new Set(rowOf.values()).size < runs.length) return runs;
  return runs.toSorted((one, other) => (rowOf.get(one) ?? 0) - (rowOf.get(other) ?? 0));
}

/** The undamaged case: every row of the form in order, each with its own label to the letter. */
function alignPlainly(runs: readonly Run[], form: FormRows): Alignment | undefined {
  if (runs.length !== form.rows.length) return undefined;
  const runOf: RunOf = new Map();
  for (const [index, run] of runs.entries()) {
    const row = form.rows[index];
    if (!row || form.indexOf(lastWord(run)?.label.core ?? "") !== index) return undefined;
    runOf.set(row.id, { run, certainty: "labelled" });
  }
  return { runOf, left: [], nearby: new Map() };
}

/** Pairs of run and row index with the highest sum of scores, by dynamic programming. */
function bestPairs(runs: readonly Run[], rows: readonly FormRow[], scores: readonly RowScores[]): Map<number, number> {
  const width = rows.length + 1;
  const best = new Float64Array((runs.length + 1) * width);
  const step = new Uint8Array((runs.length + 1) * width); // 1: run stays alone, 2: row stays alone, 3: pair
  for (let j = 1; j <= rows.length; j++) {
    best[j] = -SKIPPED_ROW * j;
    step[j] = 2;
  }
  for (let i = 1; i <= runs.length; i++) {
    const { skip, match } = scores[i - 1] ?? { skip: 0, match: [] };
    for (let j = 0; j <= rows.length; j++) {
      const here = i * width + j;
      let value = (best[here - width] ?? 0) - skip;
      let chosen = 1;
      if (j > 0) {
        const alone = (best[here - 1] ?? 0) - SKIPPED_ROW;
        if (alone > value) [value, chosen] = [alone, 2];
        const paired = (best[here - width - 1] ?? 0) + (match[j - 1] ?? NO_MATCH);
        if (paired > value) [value, chosen] = [paired, 3];
      }
      best[here] = value;
      step[here] = chosen;
    }
  }
  const pairs = new Map<number, number>();
  for (let i = runs.length, j = rows.length; i > 0 || j > 0;) {
    const chosen = step[i * width + j];
    if (chosen === 3) pairs.set(--i, --j);
    else if (chosen === 2) j--;
    else i--;
  }
  return pairs;
}

interface RowScores {
  /** Per row: how well the run's labels and length fit it. */
  readonly match: readonly number[];
  /** Per row: likeness of the labels alone, 0–1. */
  readonly likeness: readonly number[];
  /** Price of leaving the run without a row. */
  readonly skip: number;
  /** The run has words of its own that are no part of the form. */
  readonly isForeign: boolean;
}

function scoreRows(run: Run, next: Run | undefined, form: FormRows): RowScores {
  const { texts, isForeign, ordinal } = joinLabels(run, form);
  const filled = countFilled(run);
  // A number alone before the figures: the words that belong to it stand behind them, and those before it are of the row above.
  const nearest = run.labels.at(-1);
  const priceOfOtherNumber = nearest?.label.core === "" && nearest.label.ordinal !== "" ? 0.5 : 0.08;
  const likeness = new Array<number>(form.rows.length).fill(0);
  for (const { core, weight, isJoined } of texts) {
    const alike = form.likeness(core, isJoined);
    for (let index = 0; index < alike.length; index++) {
      const own = alike[index] ?? 0;
      if (own === 0) continue; // as for most rows
      const row = form.rows[index];
      const otherNumber = ordinal !== "" && row !== undefined && row.ordinal !== "" && row.ordinal !== ordinal;
      likeness[index] = Math.max(likeness[index] ?? 0, own * weight - (otherNumber ? priceOfOtherNumber : 0));
    }
    if (weight === 1 && !isJoined && form.indexOf(core) !== -1) break; // its own label, to the letter
  }
  const wrapped = likenessOfWrapped(run, next, form);
  wrapped?.forEach((alike, index) => {
    if (alike >= 0.85) likeness[index] = Math.max(likeness[index] ?? 0, alike);
  });
  const highest = Math.max(0, ...likeness);
  const match = form.rows.map((row, index) => {
    const alike = likeness[index] ?? 0;
    const fits = filled === row.width ? 2 : filled === 0 ? 0 : filled * 2 > row.width ? 1 : -1;
    if (alike > 0) return 10 * alike + fits;
    if (highest >= 0.85) return NO_MATCH; // it says plainly that it is another row
    if (filled === 0) return NO_MATCH;
    return fits - (isForeign ? 1.5 : 0);
  });
  const isRow = filled * 2 > (form.rows[0]?.width ?? 0);
  const skip = filled === 0 ? 0.2 : highest > 0 ? 6 * highest : isRow ? (isForeign ? 0.5 : 1.5) : 0.2;
  return { match, likeness, skip, isForeign };
}

/** In columns of text a label goes on below its figures: 1.本机关 … 不掌握相关政府信息. */
function likenessOfWrapped(run: Run, next: Run | undefined, form: FormRows): readonly number[] | undefined {
  const head = standsBehindOrdinal(run) ? "" : (lastWord(run)?.label.core ?? "");
  const below = next?.labels
    .slice(0, 4)
    .filter(({ label, marks }) => label.core !== "" && label.ordinal === "" && !marks.some((mark) => mark.kind === "group3"));
  if (!below || below.length === 0 || form.indexOf(head) !== -1) return undefined;
  if (head === "" && !standsBehindOrdinal(run)) return undefined;
  const whole = below.find(({ label }) => form.indexOf(head + label.core) !== -1);
  if (whole) return form.likeness(head + whole.label.core, true);
  const [first] = below;
  return head.length > 1 && first && first.label.core.length > 1 ? form.likeness(head + first.label.core, true) : undefined;
}

/** A row whose figures ran together: 0000000. */
function holdsRowInOne(run: Run, width: number): boolean {
  const figure = countFilled(run) === 1 ? run.items.find((item) => item.kind !== "blank")?.figure : undefined;
  return figure?.kind === "number" && figure.plain && figure.digits.length >= width && width > 3;
}

/** Only the ordinal stands on the line of the figures (2. 0 0 …), and the words stand below it. */
function standsBehindOrdinal({ labels, items, inGrid }: Run): boolean {
  const last = labels.at(-1);
  return !inGrid && last !== undefined && last.label.core === "" && last.label.ordinal !== "" && last.row === items[0]?.row;
}

/**
 * Behind a row's own figures there are those of half another row, apart or run together. In a sequence in which rows are not
 * full, any two figures may be of two rows.
 */
function mayHoldTwoRows({ items, inGrid }: Run, width: number): boolean {
  const filled = items.filter((item) => item.kind !== "blank").length;
  if (!inGrid && filled > 1 && (filled !== width || innerBlanks(items) > 2)) return true;
  const surplus = items.filter((item) => item.kind !== "blank").slice(width);
  const digits = surplus.reduce((sum, { figure }) => sum + (figure?.kind === "number" && figure.plain ? figure.digits.length : 1), 0);
  return surplus.length * 2 >= width || (digits * 2 >= width && width > 1);
}

/** A column's label stands between a row's and the figures: they may be the column's, set one below the other. */
function isBeforeHead({ labels, inGrid }: Run): boolean {
  const last = labels.at(-1);
  if (labels.length < 2 || !last?.marks.some(({ kind }) => kind === "column2")) return false;
  return !inGrid || !labels.some(({ row, marks }) => row === last.row && marks.some(({ kind }) => kind === "row2"));
}

/** As many figures or cells as a row may have, not a stray number. */
function isRowLike(run: Run, width: number): boolean {
  return countFilled(run) * 2 > width || (run.inGrid && run.items.length >= width) || holdsRowInOne(run, width);
}

function describe(
  runs: readonly Run[],
  form: FormRows,
  scores: readonly RowScores[],
  pairs: ReadonlyMap<number, number>,
  tokens: readonly Token[],
): Alignment {
  const { rows } = form;
  const runOf: RunOf = new Map();
  const rowAt = new Map<number, number>(); // row index → run index
  for (const [runIndex, rowIndex] of pairs) rowAt.set(rowIndex, runIndex);
  const isSure = (rowIndex: number): boolean => {
    const runIndex = rowAt.get(rowIndex);
    return runIndex !== undefined && (scores[runIndex]?.likeness[rowIndex] ?? 0) >= 0.6;
  };
  const nearby = new Map<string, readonly Run[]>();
  rows.forEach((row, rowIndex) => {
    const runIndex = rowAt.get(rowIndex);
    const run = runIndex === undefined ? undefined : runs[runIndex];
    if (run && isSure(rowIndex)) {
      runOf.set(row.id, { run, certainty: isBeforeHead(run) ? "doubtful" : "labelled" });
      return;
    }
    // Between the nearest rows that are sure: as many runs as rows leave only one way to place them.
    let first = rowIndex;
    while (first > 0 && !isSure(first - 1)) first--;
    let last = rowIndex;
    while (last < rows.length - 1 && !isSure(last + 1)) last++;
    const from = first === 0 ? -1 : (rowAt.get(first - 1) ?? -1);
    const to = last === rows.length - 1 ? runs.length : (rowAt.get(last + 1) ?? runs.length);
    const between = runs.slice(from + 1, to).filter((candidate) => countFilled(candidate) > 0);
    const isOnlyWay = between.length === last - first + 1 && between.every((candidate) => isRowLike(candidate, row.width));
    if (run && runIndex !== undefined) {
      // In their order the runs must be just the rows they were taken for.
      const isInOrder = isOnlyWay && between[rowIndex - first] === run;
      const certainty = isInOrder && !scores[runIndex]?.isForeign ? "placed" : "doubtful";
      runOf.set(row.id, { run, certainty });
    }
    // Where the label between two rows is lost, the run before holds the figures of both.
    const before = from === -1 ? undefined : runs[from];
    const overfull = before && mayHoldTwoRows(before, row.width) ? [before] : [];
    const whole = between.filter((candidate) => isRowLike(candidate, row.width));
    const beside = [...overfull, ...(whole.length > 0 ? whole : between.filter((candidate) => countFilled(candidate) > 1))];
    nearby.set(row.id, beside.slice(0, MOST_NEARBY));
  });
  const left = runs.filter((run, index) => !pairs.has(index) && countFilled(run) > 0);
  doubtLostRows(
    rows,
    runs,
    runOf,
    rowAt,
    nearby,
    left.filter((run) => isRowLike(run, rows[0]?.width ?? 0) && !joinLabels(run, form).isForeign),
  );
  doubtEmptyRows(rows, runs, runOf, rowAt, nearby, left, (run) => joinLabels(run, form).isForeign && hasOwnLabel(run));
  doubtBeforeEmpty(rows, runOf, nearby);
  doubtFarFigures(rows, runOf, nearby);
  doubtNamedTogether(rows, runOf, nearby);
  doubtLabelAbove(form, runOf, nearby);
  doubtTornLabels(form, runs, runOf, nearby);
  doubtNamedElsewhere(form, runs, tokens, runOf, nearby);
  doubtLabelsBelow(form, runs, tokens, runOf);
  doubtColumnwise(runs, runOf);
  return { runOf, left, nearby };
}

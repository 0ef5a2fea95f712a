import { APPLICANT_COLUMNS } from "../editions/both-editions.ts";
import type { Edition } from "../editions/form.ts";
import { EDITIONS } from "../editions/index.ts";
import type { EditionId } from "../report.ts";
import { type Alignment, alignRows } from "./align-rows.ts";
import { learnColumns } from "./columns.ts";
import { doubtLoneTotal, doubtPushedLeft, findMoved, mayHoldNextRow } from "./doubt-figures.ts";
import { alignInOrder } from "./in-order.ts";
import { createFormRows, type FormRow, type FormRows } from "./form-rows.ts";
import { parseLabel } from "./label.ts";
import type { Footing } from "./part-glued.ts";
import { isPlain, readRow } from "./read-row.ts";
import { enterPlain, enterSlot, numberOf, type ReportDraft } from "./report-draft.ts";
import { countFilled, cutRuns, type Run } from "./run.ts";
import { type ColumnEquation, foots, settle } from "./settle.ts";
import { ABSENT, agree, plainValue, type Reading, type Slot } from "./slot.ts";
import type { Token } from "./token.ts";
import { type ColumnOrder, IN_ORDER, inOrder, orderOfColumns, putInOrder } from "./column-order.ts";
import { guessMarks, namesFormRow, spellings } from "./vocabulary.ts";

const WIDTH = 7;

export interface Row3Plan extends FormRow {
  /** The numbers of its seven cells. */
  readonly numbers: readonly number[];
}

interface Table3Plan {
  readonly form: FormRows<Row3Plan>;
  readonly equations: readonly ColumnEquation[];
}

const PLANS: Readonly<Record<EditionId, Table3Plan>> = { "2019": plan(EDITIONS["2019"]), "2021": plan(EDITIONS["2021"]) };

function plan(edition: Edition): Table3Plan {
  const rows = edition.table3.rows.map((row) => ({
    id: row.id,
    spellings: spellings(row.label),
    ordinal: parseLabel(row.label).ordinal,
    width: WIDTH,
    numbers: edition.table3.columns.map((column) => numberOf(`t3.${row.id}.${column.id}`)),
  }));
  const results = rows.map((row) => row.id).filter((id) => !["new", "carriedIn", "total", "carriedOut"].includes(id));
  return {
    form: createFormRows(rows),
    equations: [
      { left: ["new", "carriedIn"], right: ["total", "carriedOut"] },
      { left: ["total"], right: results },
    ],
  };
}

/** The rows of figures of table 3, as its tokens show them. */
export function cutRuns3(tokens: readonly Token[]): Run[] {
  return cutRuns(tokens, WIDTH, namesFormRow);
}

/** The rows beside 三、本年度办理结果 that are in no group of their own. */
const OF_RESULTS: ReadonlySet<string> = new Set(["granted", "partial", "otherHandling", "total"]);

/** Reads table 3 from its tokens and runs into the draft. */
export function readTable3(tokens: readonly Token[], runs: readonly Run[], editionId: EditionId, draft: ReportDraft): void {
  const { form, equations } = PLANS[editionId];
  const { rows } = form;
  const byLabels = alignRows(runs, form, tokens);
  const alignment = alignInOrder(runs, form, byLabels, equations) ?? byLabels;
  const suspects = besideStrayFigures(runs, alignment);
  const header = headerOf(tokens);
  const found = [...alignment.runOf.values()].map(({ run }) => run);
  const order = orderOfColumns(tokens, header, found, () => readRows(alignment, rows, header, new Set(), IN_ORDER));
  if (isWhole(alignment, rows) && order === IN_ORDER) return enterWhole(alignment, rows, draft);
  const asPrinted = readRows(alignment, rows, header, suspects, order ?? IN_ORDER);
  const readings = order === IN_ORDER ? asPrinted : putInOrder(asPrinted, order);
  const settled = settle(
    [...readings].map(([id, found]) => ({ id, readings: found })),
    equations,
    new Set(rows.map((row) => row.id).filter((id) => !readings.has(id))),
  );
  const hasTotals = [...settled.values()].some((read) => read.some((reading) => reading.at(-1)?.state === "seen"));
  const runsOf = (isOfDepth: (id: string) => boolean): readonly Run[] =>
    rows.flatMap(({ id }) => (isOfDepth(id) ? (alignment.runOf.get(id)?.run ?? []) : []));
  const moved = new Set([...findMoved(runsOf((id) => id.includes("."))), ...findMoved(runsOf((id) => OF_RESULTS.has(id)))]);
  const totals = [...settled.values()].filter((read) => read.length > 0 && read.every((reading) => reading.at(-1)?.state === "seen"));
  const hasFewTotals = totals.length * 4 < settled.size;
  rows.forEach((row, index) => {
    const above = rows[index - 1];
    const before = above && alignment.runOf.get(above.id)?.run;
    const isOverfull = before !== undefined && suspects.has(before) && mayHoldNextRow(before, readings.get(above?.id ?? "") ?? []);
    const read = slotsOf(row, isOverfull ? before : undefined, alignment, settled, equations, suspects);
    const own = alignment.runOf.get(row.id)?.run;
    const pushed = hasTotals
      ? doubtPushedLeft(read, own !== undefined && moved.has(own), () => addsUp(row.id, [WIDTH - 2], settled, equations))
      : read;
    const slots = hasFewTotals && own && row.id !== "total" ? doubtLoneTotal(pushed, own) : pushed;
    row.numbers.forEach((number, column) => enterSlot(draft, number, slots[column] ?? ABSENT));
  });
}

/** The rows of table 3 of an edition, with the numbers of their cells. */
export function formRows3(edition: EditionId): FormRows<Row3Plan> {
  return PLANS[edition].form;
}

/** Every row with its own label and seven figures in seven cells: no second reading, and nothing for arithmetic to settle. */
function isWhole({ runOf, left, nearby }: Alignment, rows: readonly FormRow[]): boolean {
  if (left.length > 0 || nearby.size > 0 || runOf.size !== rows.length) return false;
  for (const { run, certainty } of runOf.values()) {
    if (certainty !== "labelled" || run.labels.length === 0 || !isPlain(run.items, WIDTH)) return false;
    for (let column = 0; column < WIDTH; column++) {
      const item = run.items[column];
      if (!item || plainValue(item) === undefined) return false;
    }
  }
  return true;
}

function enterWhole({ runOf }: Alignment, rows: readonly Row3Plan[], draft: ReportDraft): void {
  for (const { id, numbers } of rows) {
    const items = runOf.get(id)?.run.items ?? [];
    for (let column = 0; column < WIDTH; column++) {
      const item = items[column];
      if (item) enterPlain(draft, numbers[column] ?? 0, item.text, item.start, item.end, item.at, plainValue(item) ?? 0);
    }
  }
}

/** Reads every aligned row; those rebuilt from pieces join the suspects, which must foot to be believed. */
function readRows(
  alignment: Alignment,
  rows: readonly FormRow[],
  header: readonly Token[] | undefined,
  suspects: Set<Run>,
  order: ColumnOrder,
): Map<string, readonly Reading[]> {
  const readings = new Map<string, readonly Reading[]>();
  const runs = [...alignment.runOf.values()].map(({ run }) => run);
  const needsGeometry = runs.some((run) => run.inGrid && !isPlain(run.items, WIDTH));
  const columns = needsGeometry ? learnColumns(runs, WIDTH, header) : undefined;
  const holds = order === IN_ORDER ? foots : (reading: Reading): boolean => foots(inOrder(reading, order));
  const footing: Footing = { holds, isWithoutTotals: runs.filter(endsEmpty).length * 2 > runs.length };
  for (const row of rows) {
    const found = alignment.runOf.get(row.id);
    if (!found) continue;
    const read = readRow(found.run, WIDTH, columns, footing);
    if (read.isRebuilt) suspects.add(found.run);
    readings.set(row.id, read.readings);
  }
  return readings;
}

/** A row of a grid in which something is printed, but not in its last cell. */
function endsEmpty(run: Run): boolean {
  return run.inGrid && countFilled(run) > 0 && run.items.at(-1)?.kind === "blank";
}

/** `before`: the row before, where its figures make no row and may be those of two. */
function slotsOf(
  row: FormRow,
  before: Run | undefined,
  { runOf, nearby }: Alignment,
  settled: ReadonlyMap<string, readonly Reading[]>,
  equations: readonly ColumnEquation[],
  suspects: ReadonlySet<Run>,
): readonly Slot[] {
  const found = runOf.get(row.id);
  const readings = settled.get(row.id) ?? [];
  if (!found) {
    const beside = nearby.get(row.id) ?? [];
    const offered = beside.flatMap((run) => readRow(run, WIDTH).readings.slice(0, 4));
    const holder = offered.length > 0 ? undefined : (beside[0] ?? before);
    return holder ? Array.from({ length: WIDTH }, (_, index) => unreadable(holder, index)) : doubtful(offered);
  }
  if (readings.length === 0) return Array.from({ length: WIDTH }, (_, index) => unreadable(found.run, index));
  if (suspects.has(found.run) && !readings.every(foots)) return doubtful(readings);
  if (found.certainty === "doubtful" && !isConfirmed(row.id, settled, equations)) return doubtful(readings);
  const [only] = readings;
  if (only && readings.length === 1 && !suspects.has(found.run)) return only;
  const slots = Array.from({ length: WIDTH }, (_, index) => agree(readings.map((reading) => reading[index] ?? ABSENT)));
  // A stray figure beside the row may be the one that is missing in it.
  return suspects.has(found.run) ? slots.map((slot, index) => (slot.state === "absent" ? unreadable(found.run, index) : slot)) : slots;
}

/** Rows next to figures that found no row: where such a row does not foot, its figures may have come apart. */
function besideStrayFigures(runs: readonly Run[], { left }: Alignment): Set<Run> {
  const isLone = (run: Run): boolean => run.labels.length === 0 && countFilled(run) * 2 < WIDTH;
  const stray = new Set([...left.filter((run) => countFilled(run) < WIDTH), ...runs.filter(isLone)]);
  return new Set(runs.filter((_, index) => [runs[index - 1], runs[index + 1]].some((beside) => beside && stray.has(beside))));
}

/** A row placed against its words counts only when the columns need exactly these figures. */
function isConfirmed(id: string, settled: ReadonlyMap<string, readonly Reading[]>, equations: readonly ColumnEquation[]): boolean {
  const [reading, ...others] = settled.get(id) ?? [];
  if (!reading || others.length > 0 || !foots(reading) || reading.every((slot) => !slot.value)) return false;
  return addsUp(
    id,
    reading.map((_, column) => column),
    settled,
    equations,
  );
}

/** Whether one of the form's sums that the row is part of holds down all these columns. */
function addsUp(
  id: string,
  columns: readonly number[],
  settled: ReadonlyMap<string, readonly Reading[]>,
  equations: readonly ColumnEquation[],
): boolean {
  return equations.some(({ left, right }) => {
    const ids = [...left, ...right];
    if (!ids.includes(id) || ids.some((other) => settled.get(other)?.length !== 1)) return false;
    const sum = (side: readonly string[], column: number): number =>
      side.reduce((total, other) => total + (settled.get(other)?.[0]?.[column]?.value ?? 0), 0);
    return columns.every((column) => sum(left, column) === sum(right, column));
  });
}

function doubtful(readings: readonly Reading[]): Slot[] {
  return Array.from({ length: WIDTH }, (_, index) => {
    const slots = readings.map((reading) => reading[index] ?? ABSENT);
    if (slots.length === 0) return ABSENT;
    const tokens =
      slots.find((slot) => slot.tokens.length > 0)?.tokens ?? readings.flat().find((slot) => slot.tokens.length > 0)?.tokens ?? [];
    return { value: null, state: "unclear", tokens, candidates: [...new Set(slots.map((slot) => slot.value))] };
  });
}

function unreadable(run: Run, index: number): Slot {
  const item = run.items[Math.min(index, run.items.length - 1)];
  return { value: null, state: "unclear", tokens: item ? [item] : [], candidates: [] };
}

/** The header cells of the seven columns from left to right, where all are there. */
function headerOf(tokens: readonly Token[]): Token[] | undefined {
  const header = new Map<string, Token>();
  for (const token of tokens) {
    const marks = token.kind === "label" && token.marks.length === 0 ? (guessMarks(token.label.core)?.marks ?? []) : token.marks;
    for (const mark of marks) if (mark.kind === "column3" && !header.has(mark.id)) header.set(mark.id, token);
    if (header.size === WIDTH) return APPLICANT_COLUMNS.flatMap(({ id }) => header.get(id) ?? []);
  }
  return undefined;
}

import type { Edition } from "../editions/form.ts";
import { CELL_RECORDS } from "../editions/cell-records.ts";
import { EDITIONS } from "../editions/index.ts";
import type { CellKey, CellState, EditionId, Report, Source } from "../report.ts";
import { CELL_KEYS, numberOf, type ReportDraft } from "./report-draft.ts";

type Cells = Pick<Report, "cells" | "states" | "sources">;

/**
 * The cells of the report as read. Those of the edition that were not looked for are `absent`; `otherTable3` says that table 3
 * was read by the other edition, whose cells then stand in for this one's.
 */
export function finishDraft(draft: ReportDraft, edition: EditionId, otherTable3: boolean): Cells {
  const pattern = PATTERNS[edition];
  return isWhole(draft, pattern) ? fillIn(draft, pattern) : collect(draft, pattern, otherTable3);
}

/** What most reports come to: something seen for every cell of the edition. */
interface Pattern {
  readonly edition: EditionId;
  readonly keys: readonly CellKey[];
  readonly numbers: readonly number[];
  readonly states: Readonly<Record<CellKey, CellState>>;
}

const PATTERNS: Readonly<Record<EditionId, Pattern>> = { "2019": patternOf(EDITIONS["2019"]), "2021": patternOf(EDITIONS["2021"]) };

function patternOf({ id, cells }: Edition): Pattern {
  const keys = cells.map((cell) => cell.key);
  const states = CELL_RECORDS[id](keys.map((): CellState => "seen")) as Record<CellKey, CellState>; // a state for every cell
  return { edition: id, keys, numbers: keys.map(numberOf), states: Object.freeze(states) };
}

/** Whether something was found for every cell of the edition, and no cell of the other one was looked for. */
function isWhole({ states, sources }: ReportDraft, { keys, numbers }: Pattern): boolean {
  let entered = 0;
  for (const state of states) if (state !== undefined) entered++;
  return entered === keys.length && numbers.every((number) => sources[number] !== undefined);
}

function fillIn(draft: ReportDraft, pattern: Pattern): Cells {
  const make = CELL_RECORDS[pattern.edition];
  const values: (number | null)[] = [];
  const sources: (Source | undefined)[] = [];
  for (const number of pattern.numbers) {
    values.push(draft.values[number] ?? null);
    sources.push(draft.sources[number]);
  }
  return {
    cells: make(values) as Record<CellKey, number | null>, // a value for every cell, and by isWhole a source
    states: statesOf(draft, pattern),
    sources: make(sources) as Record<CellKey, Source>,
  };
}

/** Where every cell was seen, as in most reports, they share one object that says so. */
function statesOf(draft: ReportDraft, { keys, numbers, states: seen }: Pattern): Report["states"] {
  if (draft.states.every((state) => state === undefined || state === "seen")) return seen;
  const states = { ...seen };
  keys.forEach((key, index) => (states[key] = draft.states[numbers[index] ?? 0] ?? "absent"));
  return states;
}

function collect(draft: ReportDraft, { keys }: Pattern, otherTable3: boolean): Cells {
  const cells: Record<CellKey, number | null> = {};
  const states: Record<CellKey, CellState> = {};
  const sources: Record<CellKey, Source> = {};
  const expected = new Set(otherTable3 ? keys.filter((key) => !key.startsWith("t3.")) : keys);
  CELL_KEYS.forEach((key, number) => {
    const state = draft.states[number] ?? (expected.has(key) ? "absent" : undefined);
    if (state === undefined) return;
    cells[key] = draft.values[number] ?? null;
    states[key] = state;
    const source = draft.sources[number];
    if (source) sources[key] = source;
  });
  return { cells, states, sources };
}

import type { Edition } from "../editions/form.ts";
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

/**
 * What most reports come to: every cell seen, most of them 0. A copy of it takes a tenth of the time that writing the same two
 * hundred names into an empty object does.
 */
interface Pattern {
  readonly keys: readonly CellKey[];
  readonly numbers: readonly number[];
  readonly cells: Readonly<Record<CellKey, number | null>>;
  readonly states: Readonly<Record<CellKey, CellState>>;
  readonly sources: Readonly<Record<CellKey, Source>>;
}

const PATTERNS: Readonly<Record<EditionId, Pattern>> = { "2019": patternOf(EDITIONS["2019"]), "2021": patternOf(EDITIONS["2021"]) };

/** The copies matter: an object made by copying is laid out for fast copying, one filled name by name is not. */
function patternOf(edition: Edition): Pattern {
  const keys = edition.cells.map((cell) => cell.key);
  const everywhere = <T>(value: T): Record<CellKey, T> => Object.fromEntries(keys.map((key) => [key, value]));
  const cells = everywhere<number | null>(null);
  for (const key of keys) cells[key] = 0;
  return {
    keys,
    numbers: keys.map(numberOf),
    cells: { ...cells },
    states: Object.freeze({ ...everywhere<CellState>("seen") }),
    sources: { ...everywhere<Source>({ raw: "", start: 0, end: 0 }) },
  };
}

/** Whether something was found for every cell of the edition, and no cell of the other one was looked for. */
function isWhole({ states, sources }: ReportDraft, { keys, numbers }: Pattern): boolean {
  let entered = 0;
  for (const state of states) if (state !== undefined) entered++;
  return entered === keys.length && numbers.every((number) => sources[number] !== undefined);
}

function fillIn(draft: ReportDraft, { keys, numbers, ...pattern }: Pattern): Cells {
  const cells = { ...pattern.cells };
  const sources = { ...pattern.sources };
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] ?? "";
    const number = numbers[index] ?? 0;
    const value = draft.values[number] ?? null;
    if (value !== 0) cells[key] = value;
    const source = draft.sources[number];
    if (source) sources[key] = source;
  }
  return { cells, states: statesOf(draft, { keys, numbers, states: pattern.states }), sources };
}

/** Where every cell was seen, as in most reports, they share one object that says so. */
function statesOf(draft: ReportDraft, { keys, numbers, states: seen }: Pick<Pattern, "keys" | "numbers" | "states">): Report["states"] {
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

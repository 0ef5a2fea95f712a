import type { Place } from "@gongkai/document";
import type { CellKind } from "../editions/form.ts";
import { EDITIONS } from "../editions/index.ts";
import type { CellKey, CellState, Source } from "../report.ts";
import { type Unit, toWanYuan } from "./figure.ts";
import type { Slot } from "./slot.ts";

/** The cells of a report while it is being read, each under its number among the cells of all editions. */
export interface ReportDraft {
  readonly values: (number | null)[];
  /** Undefined for a cell that was not looked for. */
  readonly states: (CellState | undefined)[];
  readonly sources: (Source | undefined)[];
  /** The tables of which at least something was found. */
  readonly printed: Set<2 | 3 | 4>;
  /** `Doc.text`, for the raw text of cells that stand in several pieces. */
  readonly text: string;
}

/** Every cell of every edition; its place in this list is its number. */
export const CELL_KEYS: readonly CellKey[] = [...new Set(Object.values(EDITIONS).flatMap(({ cells }) => cells.map(({ key }) => key)))];
const NUMBERS: ReadonlyMap<CellKey, number> = new Map(CELL_KEYS.map((key, number) => [key, number]));

/** The number of a cell, -1 for a name that no edition knows. */
export function numberOf(key: CellKey): number {
  return NUMBERS.get(key) ?? -1;
}

const NO_VALUES: readonly null[] = CELL_KEYS.map(() => null);
const NOTHING: readonly undefined[] = CELL_KEYS.map(() => undefined);

export function createDraft(text: string): ReportDraft {
  return { values: [...NO_VALUES], states: [...NOTHING], sources: [...NOTHING], printed: new Set(), text };
}

/** Table by number of the cell. */
const TABLES = CELL_KEYS.map((key): 2 | 3 | 4 => (key.startsWith("t2") ? 2 : key.startsWith("t3") ? 3 : 4));

/** No organ counts so many; figures of several cells ran together. */
export const VAST_COUNT = 100_000_000;

/** Before a count this is a bullet, or the mark of a cell for nothing, sooner than a sign. */
const SET_APART = /^\s*[-‐‑‒–—―−－﹣]\s+\d/;

const STATES = { seen: "seen", blank: "blank", absent: "absent", unclear: "ambiguous" } as const;

/** Enters a reading of a cell, told by its number. Amounts are brought to 万元; `headerUnit` is the unit in the column's label. */
export function enterSlot(draft: ReportDraft, number: number, read: Slot, kind: CellKind = "count", headerUnit?: Unit): void {
  let slot = read;
  const first = slot.tokens[0];
  const last = slot.tokens[slot.tokens.length - 1];
  if (slot.state !== "absent") draft.printed.add(TABLES[number] ?? 4);
  if (kind === "change" && slot.state === "seen" && mayLackSign(first?.text)) {
    slot = { ...slot, value: null, state: "unclear", candidates: [slot.value, -(slot.value ?? 0)] };
  }
  if (kind === "count" && slot.state === "seen" && (slot.value ?? 0) >= VAST_COUNT)
    slot = { ...slot, value: null, state: "unclear", candidates: [slot.value] };
  if (kind !== "change" && slot.state === "seen" && (slot.value ?? 0) < 0 && SET_APART.test(first?.text ?? ""))
    slot = { ...slot, value: null, state: "unclear", candidates: [slot.value, -(slot.value ?? 0)] };
  const asPrinted = kind === "amount" && slot.state === "seen" ? amountOf(slot, headerUnit) : undefined;
  if (asPrinted && isFinerThanFen(slot, asPrinted))
    slot = { ...slot, value: null, state: "unclear", candidates: [slot.value, asPrinted.value] };
  const amount = slot.state === "seen" ? asPrinted : undefined;
  draft.values[number] = amount ? amount.value : slot.value;
  draft.states[number] = STATES[slot.state];
  if (!first || !last) return;
  const raw = first === last ? first.text : draft.text.slice(first.start, last.end);
  const source = sourceAt(raw, first.start, last.end, first.at);
  if (amount) {
    source.unit = amount.unit;
    source.unitSource = amount.unitSource;
  }
  if (slot.state === "unclear") source.candidates = slot.candidates ?? [];
  draft.sources[number] = source;
}

/**
 * Enters a figure that is as plain as can be, by far the commonest reading, without a slot about it; see {@link plainValue} for
 * the figures that are. Amounts are not among them.
 */
export function enterPlain(draft: ReportDraft, number: number, text: string, start: number, end: number, at: Place, value: number): void {
  draft.printed.add(TABLES[number] ?? 4);
  const source = sourceAt(text, start, end, at);
  draft.sources[number] = source;
  const isVast = value >= VAST_COUNT;
  draft.values[number] = isVast ? null : value;
  draft.states[number] = isVast ? "ambiguous" : "seen";
  if (isVast) source.candidates = [value];
}

function sourceAt(raw: string, start: number, end: number, { page, line, reference, box }: Place): Mutable<Source> {
  const source: Mutable<Source> = line === undefined ? { raw, start, end } : { raw, start, end, line };
  if (page !== undefined) source.page = page;
  if (reference !== undefined) source.reference = reference;
  if (box !== undefined) source.box = box;
  return source;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Converters to GBK leave □ of a blank, and of a minus sign too; bookkeepers set what was lost in brackets. */
export function mayLackSign(text: string | undefined): boolean {
  return text !== undefined && /^\s*[□（(]\s*[1-9]/.test(text);
}

/** No sum in 元 has a third decimal: where the column's label says 元, a 万 may be lost from it. */
function isFinerThanFen({ tokens }: Slot, { unit, unitSource }: ReturnType<typeof amountOf>): boolean {
  return unit === "元" && unitSource === "header" && /\.\d\d+[1-9]/.test(tokens[0]?.text.normalize("NFKC") ?? "");
}

function amountOf(slot: Slot, headerUnit: Unit | undefined): { value: number; unit: Unit; unitSource: "cell" | "header" | "assumed" } {
  const figure = slot.tokens[0]?.figure;
  const own = figure?.kind === "number" ? figure.unit : undefined;
  const unit = own ?? headerUnit ?? "万元";
  return { value: toWanYuan(slot.value ?? 0, unit), unit, unitSource: own ? "cell" : headerUnit ? "header" : "assumed" };
}

/** How many cells of a table were read. */
export function countSeen({ states }: ReportDraft, table: 2 | 3 | 4): number {
  return states.filter((state, number) => state === "seen" && TABLES[number] === table).length;
}

/** Puts another reading of a table in the place of this one. */
export function takeTable(draft: ReportDraft, other: ReportDraft, table: 2 | 3 | 4): void {
  draft.printed.add(table);
  TABLES.forEach((of, number) => {
    if (of !== table) return;
    draft.values[number] = other.values[number] ?? null;
    draft.states[number] = other.states[number];
    draft.sources[number] = other.sources[number];
  });
}

/** Takes back the figures that another reading of the same document gives otherwise. */
export function doubtWhereDifferent(draft: ReportDraft, other: ReportDraft): void {
  draft.values.forEach((value, number) => {
    const source = draft.sources[number] ?? other.sources[number];
    const otherValue = other.values[number] ?? null;
    if (value === otherValue || source === undefined) return;
    draft.values[number] = null;
    draft.states[number] = "ambiguous";
    draft.sources[number] = { ...source, candidates: [value, otherValue] };
  });
}

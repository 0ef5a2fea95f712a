import type { CellKind } from "../editions/form.ts";
import type { CellKey, CellState, Source } from "../report.ts";
import { type Unit, toWanYuan } from "./figure.ts";
import type { Slot } from "./slot.ts";

/** The cells of a report while it is being read. */
export interface ReportDraft {
  readonly cells: Record<CellKey, number | null>;
  readonly states: Record<CellKey, CellState>;
  readonly sources: Record<CellKey, Source>;
  /** The tables of which at least something was found. */
  readonly printed: Set<2 | 3 | 4>;
  /** `Doc.text`, for the raw text of cells that stand in several pieces. */
  readonly text: string;
}

export function createDraft(text: string): ReportDraft {
  return { cells: {}, states: {}, sources: {}, printed: new Set(), text };
}

const STATES = { seen: "seen", blank: "blank", absent: "absent", unclear: "ambiguous" } as const;

/** Enters a reading of a cell. Amounts are brought to 万元; `headerUnit` is the unit printed in the column's label. */
export function enterSlot(draft: ReportDraft, key: CellKey, slot: Slot, kind: CellKind = "count", headerUnit?: Unit): void {
  const first = slot.tokens[0];
  const last = slot.tokens[slot.tokens.length - 1];
  if (slot.state !== "absent") draft.printed.add(key.charCodeAt(1) === 50 ? 2 : key.charCodeAt(1) === 51 ? 3 : 4); // t2, t3, t4
  const amount = kind === "amount" && slot.state === "seen" ? amountOf(slot, headerUnit) : undefined;
  draft.cells[key] = amount ? amount.value : slot.value;
  draft.states[key] = STATES[slot.state];
  if (!first || !last) return;
  const source: Mutable<Source> = {
    raw: first === last ? first.text : draft.text.slice(first.start, last.end),
    start: first.start,
    end: last.end,
  };
  const { page, line, reference, box } = first.at;
  if (page !== undefined) source.page = page;
  if (line !== undefined) source.line = line;
  if (reference !== undefined) source.reference = reference;
  if (box !== undefined) source.box = box;
  if (amount) Object.assign(source, { unit: amount.unit, unitSource: amount.unitSource });
  if (slot.state === "unclear") source.candidates = slot.candidates ?? [];
  draft.sources[key] = source;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

function amountOf(slot: Slot, headerUnit: Unit | undefined): { value: number; unit: Unit; unitSource: "cell" | "header" | "assumed" } {
  const figure = slot.tokens[0]?.figure;
  const own = figure?.kind === "number" ? figure.unit : undefined;
  const unit = own ?? headerUnit ?? "万元";
  return { value: toWanYuan(slot.value ?? 0, unit), unit, unitSource: own ? "cell" : headerUnit ? "header" : "assumed" };
}

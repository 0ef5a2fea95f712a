import type { CellKind } from "../editions/form.ts";
import type { CellKey, CellState, Source } from "../report.ts";
import { type Unit, toWanYuan } from "./figure.ts";
import type { Slot } from "./slot.ts";
import type { Token } from "./token.ts";

/** The cells of a report while it is being read. */
export interface ReportDraft {
  readonly cells: Record<CellKey, number | null>;
  readonly states: Record<CellKey, CellState>;
  readonly sources: Record<CellKey, Source>;
  /** `Doc.text`, for the raw text of cells that stand in several pieces. */
  readonly text: string;
}

export function createDraft(text: string): ReportDraft {
  return { cells: {}, states: {}, sources: {}, text };
}

const STATES = { seen: "seen", blank: "blank", absent: "absent", unclear: "ambiguous" } as const;

/** Enters a reading of a cell. Amounts are brought to 万元; `headerUnit` is the unit printed in the column's label. */
export function enterSlot(draft: ReportDraft, key: CellKey, slot: Slot, kind: CellKind = "count", headerUnit?: Unit): void {
  const [first] = slot.tokens;
  const last = slot.tokens.at(-1);
  const amount = kind === "amount" && slot.state === "seen" ? amountOf(slot, headerUnit) : undefined;
  draft.cells[key] = amount ? amount.value : slot.value;
  draft.states[key] = STATES[slot.state];
  if (!first || !last) return;
  draft.sources[key] = {
    raw: first === last ? first.text : draft.text.slice(first.start, last.end),
    start: first.start,
    end: last.end,
    ...placeOf(first),
    ...(amount ? { unit: amount.unit, unitSource: amount.unitSource } : {}),
    ...(slot.state === "unclear" ? { candidates: slot.candidates ?? [] } : {}),
  };
}

function placeOf({ at }: Token): Pick<Source, "page" | "line" | "reference" | "box"> {
  return {
    ...(at.page === undefined ? {} : { page: at.page }),
    ...(at.line === undefined ? {} : { line: at.line }),
    ...(at.reference === undefined ? {} : { reference: at.reference }),
    ...(at.box === undefined ? {} : { box: at.box }),
  };
}

function amountOf(slot: Slot, headerUnit: Unit | undefined): { value: number; unit: Unit; unitSource: "cell" | "header" | "assumed" } {
  const figure = slot.tokens[0]?.figure;
  const own = figure?.kind === "number" ? figure.unit : undefined;
  const unit = own ?? headerUnit ?? "万元";
  return { value: toWanYuan(slot.value ?? 0, unit), unit, unitSource: own ? "cell" : headerUnit ? "header" : "assumed" };
}

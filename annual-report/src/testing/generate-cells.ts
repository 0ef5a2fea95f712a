import { EDITIONS } from "../editions/index.ts";
import type { CellKey, EditionId } from "../report.ts";
import { consistentCells } from "./consistent-cells.ts";
import type { Random } from "./random.ts";

/** How large the organ is: a township with nothing to report, an office, a city. */
export type Magnitude = "zero" | "office" | "city";

export type Cells = Record<CellKey, number>;

/** Figures of an organ for every cell of the edition, agreeing with every rule of the form. */
export function generateCells(edition: EditionId, magnitude: Magnitude, random: Random): Cells {
  const cells = consistentCells(edition, random.next);
  // Every rule of arithmetic is linear: figures multiplied by one factor agree as they did.
  const factor = { zero: 0, office: 1, city: random.integer(3, 29) }[magnitude];
  for (const { key, kind } of EDITIONS[edition].cells) {
    const value = cells[key];
    if (value !== undefined && (kind !== "amount" || factor === 0)) cells[key] = value === 0 ? 0 : value * factor;
  }
  return cells;
}

import type { CellKey, CellState, Report, Source } from "@gongkai/annual-report";
import { composeTitle } from "@gongkai/annual-report/compose";
import type { Draft } from "./draft.ts";

/**
 * The report as it stands after a person's work on it. A corrected cell has no place in the source any more; where it
 * was printed is still to be found in `draft.base.sources`.
 */
export function applyWork({ base, work }: Pick<Draft, "base" | "work">): Report {
  const cells: Record<CellKey, number | null> = { ...base.cells };
  const states: Record<CellKey, CellState> = { ...base.states };
  const sources: Record<CellKey, Source> = { ...base.sources };
  for (const [key, edit] of Object.entries(work.cells)) {
    cells[key] = edit.value;
    states[key] = edit.state;
    delete sources[key];
  }
  const { agency, year } = work.head ?? base;
  return {
    ...base,
    agency,
    year,
    // A title that names another organ or year would contradict its own report.
    title: work.head === undefined ? base.title : composeTitle({ title: null, agency, year }),
    sections: { ...base.sections, ...work.sections },
    cells,
    states,
    sources,
  };
}

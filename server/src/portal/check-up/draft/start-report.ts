import type { CellKey, CellState, EditionId, Report } from "@gongkai/annual-report";
import { composeTitle } from "@gongkai/annual-report/compose";
import { EDITIONS } from "@gongkai/annual-report/editions";
import { type Draft, NO_WORK } from "./draft.ts";
import { changeDraft } from "./change-draft.ts";

/** An empty form: every cell blank, no text. */
export function startBlank(id: string, head: { readonly edition: EditionId; readonly year: number; readonly agency: string }): Draft {
  return { id, origin: "blank", base: emptyReport(head), passages: [], notes: [], work: NO_WORK, past: [], future: [] };
}

/**
 * Next year's report begun from last year's: what was carried out is carried in, column by column; in the 2019 form the
 * items at last year's end are this year's prior ones. Last year's figures stand beside every cell. A report without a year is taken for the one before `usualYear`.
 */
export function startFromPrevious(id: string, previous: Report, usualYear: number): Draft {
  const year = previous.year === null ? usualYear : previous.year + 1;
  const edition: EditionId = year >= 2021 ? "2021" : "2019";
  const agency = previous.agency ?? "";
  const draft: Draft = {
    ...startBlank(id, { edition, year, agency }),
    origin: "carried",
    work: { ...NO_WORK, previous },
  };
  const filled = changeDraft(draft, { type: "fill", cells: carryOver(previous, edition), how: "carried" });
  return { ...filled, past: [] }; // there is nothing before the beginning to go back to
}

/** The figures of last year's report that the new one begins with; what was not printed is not carried. */
export function carryOver(previous: Report, edition: EditionId): Record<CellKey, number> {
  const figures: Record<CellKey, number> = {};
  for (const { id } of EDITIONS[edition].table3.columns) {
    const carried = previous.cells[`t3.carriedOut.${id}`];
    if (typeof carried === "number") figures[`t3.carriedIn.${id}`] = carried;
  }
  if (edition === "2019" && previous.edition === "2019") {
    for (const block of EDITIONS["2019"].table2)
      for (const { id } of block.rows) {
        const [prior, change] = [previous.cells[`${id}.prior`], previous.cells[`${id}.change`]];
        if (typeof prior === "number" && typeof change === "number") figures[`${id}.prior`] = prior + change;
      }
  }
  return figures;
}

function emptyReport({ edition, year, agency }: { edition: EditionId; year: number; agency: string }): Report {
  const cells: Record<CellKey, null> = {};
  const states: Record<CellKey, CellState> = {};
  for (const { key } of EDITIONS[edition].cells) {
    cells[key] = null;
    states[key] = "blank";
  }
  const name = agency.trim() === "" ? null : agency.trim();
  return {
    edition,
    year,
    agency: name,
    title: composeTitle({ title: null, agency: name, year }),
    sections: { overview: null, problems: null, other: null },
    cells,
    states,
    sources: {},
    findings: [],
  };
}

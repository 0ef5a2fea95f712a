import type { CellKey, CellState, Report, Sections } from "@gongkai/annual-report";
import type { CheckedReport, SourceExcerpt } from "../../../reports/index.ts";

/** A figure a person gave a cell. What cannot be a figure of the cell is kept as typed, with the sentence that says why. */
export interface CellEdit {
  readonly typed: string;
  readonly value: number | null;
  readonly state: CellState;
  readonly problem?: string;
  /** typed by hand · chosen among readings · brought forward from last year · worked out from its parts · filled with 0 */
  readonly how: "typed" | "chosen" | "carried" | "sum" | "zero";
}

/** What a person decided about a finding. It holds as long as the finding says the same. */
export interface Verdict {
  readonly decision: "accepted" | "dismissed";
  readonly reason: string;
  /** The finding's words when it was judged. */
  readonly message: string;
}

export interface Head {
  readonly agency: string | null;
  readonly year: number | null;
}

/** Everything a person did to a report; one value, so that undo is going back to an earlier one. */
export interface Work {
  readonly cells: Readonly<Record<CellKey, CellEdit>>;
  readonly sections: Partial<Readonly<Record<keyof Sections, string>>>;
  readonly head?: Head;
  readonly verdicts: Readonly<Record<string, Verdict>>;
  /** The same organ's report for the year before. */
  readonly previous?: Report;
}

export interface Step {
  readonly work: Work;
  /** What led from this work to the next, for a person. */
  readonly label: string;
  /** Steps of the same kind in a row, e.g. typing in one section, are one step. */
  readonly joins?: string;
}

/** A report on the desk: as it was read or begun, what was done to it, and the way back. */
export interface Draft {
  readonly id: string;
  readonly origin: "file" | "blank" | "carried";
  readonly base: Report;
  readonly passages: readonly SourceExcerpt[];
  readonly notes: readonly string[];
  readonly work: Work;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

export const NO_WORK: Work = { cells: {}, sections: {}, verdicts: {} };

/** A report that was read, on the desk. */
export function draftOfFile(id: string, { report, passages, notes }: CheckedReport): Draft {
  return { id, origin: "file", base: report, passages, notes, work: NO_WORK, past: [], future: [] };
}

/** True once a person did something that a reload would lose. */
export function isTouched({ origin, past, future }: Draft): boolean {
  return origin !== "file" || past.length > 0 || future.length > 0;
}

import type { Report } from "../report.ts";
import type { Truth } from "./draft.ts";

/** Cells counted by what became of them; the same meaning as in the scoring of real samples. */
export interface Score {
  /** Same value, or an accepted reading. */
  right: number;
  /** Not read, but said so: state `ambiguous`. */
  flagged: number;
  /** Printed, not read, and nothing said. */
  missed: number;
  /** Another value, or a value where nothing is printed. */
  wrong: number;
  edition: boolean;
  /** One line for each cell that is not right. */
  notes: string[];
}

/** Measures a report as read against what is printed. `alternatives` lists other readings that are right too. */
export function scoreReport(
  report: Pick<Report, "edition" | "cells" | "states">,
  truth: Pick<Truth, "edition" | "cells"> & { readonly alternatives?: Readonly<Record<string, readonly (number | null)[]>> | undefined },
): Score {
  const score: Score = { right: 0, flagged: 0, missed: 0, wrong: 0, edition: report.edition === truth.edition, notes: [] };
  for (const [key, printed] of Object.entries(truth.cells)) {
    const read = report.cells[key] ?? null;
    const outcome = judge(read, report.states[key], [printed, ...(truth.alternatives?.[key] ?? [])]);
    score[outcome]++;
    if (outcome !== "right") score.notes.push(`${key} ${outcome}: read ${read} (${report.states[key] ?? "no state"}), printed ${printed}`);
  }
  return score;
}

function judge(
  read: number | null,
  state: string | undefined,
  accepted: readonly (number | null)[],
): "right" | "flagged" | "missed" | "wrong" {
  if (accepted.some((value) => value === read || (value !== null && read !== null && Math.abs(value - read) < 1e-9))) return "right";
  if (read !== null) return "wrong";
  return state === "ambiguous" ? "flagged" : "missed";
}

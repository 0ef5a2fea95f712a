import type { Report } from "@gongkai/annual-report";

/** Cells where something is printed that could not be settled. */
export function countUnsettled(report: Pick<Report, "states">): number {
  return Object.values(report.states).filter((state) => state === "ambiguous").length;
}

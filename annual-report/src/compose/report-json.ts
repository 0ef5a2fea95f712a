import type { Report } from "../report.ts";

/** A report as JSON for programs and for `report check`, one object over many lines (the keys of the report itself). */
export function writeReportJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

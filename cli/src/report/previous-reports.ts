import type { Report } from "@gongkai/annual-report";
import type { Io } from "../io.ts";
import { visitReports } from "./visit-reports.ts";

/** Reads the reports of the year before; "unreadable" when there is not one among them that could be read. */
export async function loadPrevious(path: string, io: Io): Promise<readonly Report[] | "unreadable"> {
  const reports: Report[] = [];
  await visitReports([path], { json: true, io }, (loaded) => {
    if ("error" in loaded) io.remark(`上年报告 ${loaded.file}：未能读取。${loaded.error.message}`);
    // Where its figures stand is never asked, and would double what thousands of reports take.
    else reports.push({ ...loaded.report, sources: {} });
  });
  return reports.length === 0 ? "unreadable" : reports;
}

/**
 * The same organ's report of the year before. A single report given for a single file is taken at the person's word:
 * the organ may have been renamed.
 */
export function findPrevious(report: Report, previous: readonly Report[], files: number): Report | undefined {
  if (files === 1 && previous.length === 1) return previous[0];
  return previous.find(
    (other) => other.agency !== null && other.agency === report.agency && other.year !== null && other.year + 1 === report.year,
  );
}

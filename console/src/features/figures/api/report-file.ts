import type { DraftReport } from "@gongkai/server/contract";
import { readProblem } from "../../../lib/problem.ts";

export type ReportFormat = "docx" | "pdf" | "xlsx" | "json";

/** The report as a file, composed by the server and kept nowhere. A file is no JSON answer, so this goes past the API client. */
export async function composeReportFile(report: DraftReport, format: ReportFormat): Promise<Blob> {
  const answer = await fetch("/api/v1/report-files", {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json", accept: "*/*" },
    body: JSON.stringify({ format, report: format === "json" ? report : { ...report, sources: undefined }, findings: report.findings }),
  }).catch(() => undefined);
  if (answer === undefined) throw readProblem(0, undefined);
  if (!answer.ok) throw readProblem(answer.status, await answer.json().catch(() => undefined));
  return answer.blob();
}

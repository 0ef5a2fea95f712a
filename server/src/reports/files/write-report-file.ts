import { composeReport, listFormSums, usualHead } from "@gongkai/annual-report";
import { writeDocx, writeHtml, writePdf, writeXlsx } from "@gongkai/document/write";
import { composeBatch } from "./compose-batch.ts";
import { composeFindings } from "./compose-findings.ts";
import { nameFile } from "./name-file.ts";
import type { BatchRequest, FileFormat, FileRequest, ReportFile } from "./report-file.ts";

const TYPES = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  html: "text/html; charset=utf-8",
  json: "application/json; charset=utf-8",
} as const;

/** Sets a report in the official form, its findings as a sheet, or the table of a batch. Nothing is kept. */
export async function writeReportFile(request: FileRequest | BatchRequest): Promise<ReportFile> {
  if (request.format === "batch-xlsx")
    return { name: "年报核对结果.xlsx", type: TYPES.xlsx, bytes: await writeXlsx(composeBatch(request.rows)) };
  const name = nameFile(request.report, request.format);
  return { name, type: typeOf(request.format), bytes: await writeBytes(request) };
}

function typeOf(format: FileFormat): string {
  return TYPES[format === "findings-xlsx" ? "xlsx" : format === "findings-docx" ? "docx" : format];
}

async function writeBytes({ format, report, findings }: FileRequest): Promise<Uint8Array> {
  const text = new TextEncoder();
  const compose = () => composeReport(report, { head: usualHead(report) });
  switch (format) {
    case "docx":
      return writeDocx(compose());
    case "pdf":
      return writePdf(compose());
    case "xlsx":
      // The form's totals are live formulas; they stand beside the figures as written, never instead of them.
      return writeXlsx(compose(), report.edition === null ? {} : { sums: listFormSums(report.edition) });
    case "html":
      return text.encode(writeHtml(compose()));
    case "json":
      return text.encode(`${JSON.stringify({ ...report, findings }, null, 2)}\n`);
    case "findings-xlsx":
      return writeXlsx(composeFindings({ report, findings }));
    case "findings-docx":
      return writeDocx(composeFindings({ report, findings }));
  }
}

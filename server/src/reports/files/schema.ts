import { z } from "zod";
import { Finding, Report } from "../schema.ts";
import { FILE_FORMATS } from "./report-file.ts";

const MOST_FINDINGS = 1000;
const LONGEST_FIELD = 2000;

const Decided = Finding.extend({
  decision: z.enum(["accepted", "dismissed"]).optional().describe("采纳或者不采纳"),
  reason: z.string().max(LONGEST_FIELD).optional(),
}).meta({ id: "DecidedFinding", description: "一条核对发现和对它的处理意见" });

/** A report to be written as a file. Where its figures stood in a source matters to JSON alone, and may be left out. */
export const ReportFileRequest = z.object({
  format: z.enum(FILE_FORMATS).describe("docx、pdf、xlsx、html、json 为报告；findings-xlsx、findings-docx 为核对发现表"),
  report: Report.extend({
    file: z.string().max(LONGEST_FIELD).optional(),
    agency: z.string().max(200).nullable(),
    title: z.string().max(200).nullable(),
    year: z.int().min(2008).max(2100).nullable(),
    sources: Report.shape.sources.default({}),
    findings: z.array(Finding).max(MOST_FINDINGS).default([]),
  }),
  findings: z.array(Decided).max(MOST_FINDINGS).default([]),
});

export const ReportFileRefusal = z
  .object({ refusal: z.string(), message: z.string() })
  .meta({ id: "ReportFileRefusal", description: "没有生成文件的原因" });

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

const MOST_ROWS = 2000;
const LONGEST_CELL = 500;
const count = z.int().min(0).max(100_000);

/** The table of a batch, to be written as a workbook. */
export const BatchTableRequest = z.object({
  rows: z
    .array(
      z.object({
        file: z.string().max(LONGEST_CELL),
        state: z.string().max(20),
        agency: z.string().max(200).default(""),
        year: z.int().min(1900).max(2200).optional(),
        edition: z.enum(["2019", "2021"]).optional(),
        counts: z.object({ error: count, warning: count, notice: count, unsettled: count }).optional(),
        reason: z.string().max(LONGEST_CELL).default(""),
      }),
    )
    .min(1)
    .max(MOST_ROWS),
});

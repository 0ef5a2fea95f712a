import { EDITIONS } from "@gongkai/annual-report";
import { z } from "zod";
import { Finding, Report } from "../schema.ts";
import { FILE_FORMATS } from "./report-file.ts";

/** Characters of all text sections together; the longest real reports have some thirty thousand. */
const LONGEST_TEXT = 200_000;
const MOST_FINDINGS = 1000;
const LONGEST_FIELD = 2000;

const KNOWN_KEYS: ReadonlySet<string> = new Set(Object.values(EDITIONS).flatMap((edition) => edition.cells.map((cell) => cell.key)));

const Decided = Finding.extend({
  decision: z.enum(["accepted", "dismissed"]).optional().describe("采纳或者不采纳"),
  reason: z.string().max(LONGEST_FIELD).optional(),
}).meta({ id: "DecidedFinding", description: "一条核对发现和对它的处理意见" });

/** A report to be written as a file. Its sources are not needed, and are not looked at. */
export const ReportFileRequest = z
  .object({
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
  })
  .refine(({ report: { sections } }) => Object.values(sections).reduce((sum, text) => sum + (text?.length ?? 0), 0) <= LONGEST_TEXT, {
    message: `文字部分合计不能超过${LONGEST_TEXT / 10_000}万字`,
    path: ["report", "sections"],
  })
  .refine(({ report: { cells } }) => Object.keys(cells).every((key) => KNOWN_KEYS.has(key)), {
    message: "含有表格中没有的单元格名称",
    path: ["report", "cells"],
  });

export const ReportFileRefusal = z
  .object({ refusal: z.string(), message: z.string() })
  .meta({ id: "ReportFileRefusal", description: "没有生成文件的原因" });

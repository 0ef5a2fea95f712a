import { z } from "zod";

const CellKey = z.string().describe("单元格名称，例如 t3.denied.secret.natural");

const Source = z
  .object({
    raw: z.string().describe("原文，一字不改"),
    start: z.int(),
    end: z.int(),
    page: z.int().optional(),
    line: z.int().optional(),
    reference: z.string().optional(),
    box: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).optional(),
    unit: z.enum(["元", "万元", "亿元"]).optional(),
    unitSource: z.enum(["cell", "header", "assumed"]).optional(),
    candidates: z.array(z.number().nullable()).readonly().optional(),
  })
  .meta({ id: "Source", description: "单元格在文件中的位置；start、end 为文件文字中的起止位置" });

const Passage = z
  .object({
    section: z.enum(["overview", "problems", "other", "title"]).optional(),
    text: z.string(),
    start: z.int(),
    end: z.int(),
  })
  .meta({ id: "Passage", description: "文字部分中的一段" });

export const Finding = z
  .object({
    rule: z.string(),
    severity: z.enum(["error", "warning", "notice"]),
    cells: z.array(CellKey).readonly(),
    expected: z.number().optional(),
    actual: z.number().optional(),
    difference: z.number().optional(),
    message: z.string(),
    advice: z.string(),
    passage: Passage.optional(),
  })
  .meta({ id: "Finding", description: "一条核对发现" });

export const Report = z
  .object({
    file: z.string().optional(),
    edition: z.enum(["2019", "2021"]).nullable(),
    year: z.int().nullable(),
    agency: z.string().nullable(),
    title: z.string().nullable(),
    sections: z.object({ overview: z.string().nullable(), problems: z.string().nullable(), other: z.string().nullable() }),
    cells: z.record(CellKey, z.number().nullable()),
    states: z.record(CellKey, z.enum(["seen", "blank", "absent", "ambiguous"])),
    sources: z.record(CellKey, Source),
    findings: z.array(Finding).readonly(),
  })
  .meta({ id: "Report", description: "读出的年度报告；金额单位为万元，null 从不代表 0" });

const SourceExcerpt = z
  .object({ start: z.int(), text: z.string() })
  .meta({ id: "SourceExcerpt", description: "文件文字的一段，从 start 开始；sources 中的每个位置都落在某一段之内" });

/** The answer to a check: the report, everything found in it, and the pieces of the source its figures stand in. */
export const ReportCheck = z
  .object({
    report: Report,
    findings: z.array(Finding).readonly(),
    passages: z.array(SourceExcerpt).readonly(),
    notes: z.array(z.string()).readonly().describe("读取时注意到的情况，例如含有修订痕迹"),
  })
  .meta({ id: "ReportCheck" });

/** The files as they come in; nothing of them is kept. */
export const ReportCheckFiles = z.object({
  file: z.file().describe("要核对的年度报告：docx、doc、wps、pdf、xlsx、html、mht、eml、md 或 txt"),
  previous: z.file().optional().describe("上一年度的报告，用于核对上年结转等跨年关系"),
});

export const ReportRefusal = z
  .object({ refusal: z.string(), message: z.string(), part: z.enum(["file", "previous"]) })
  .meta({ id: "ReportRefusal", description: "未能核对的原因" });

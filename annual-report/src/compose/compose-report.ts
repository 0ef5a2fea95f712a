import { createDocBuilder, type Doc, type Format } from "@gongkai/document";
import { EDITIONS } from "../editions/index.ts";
import type { CellKey, Report } from "../report.ts";
import { composeTables } from "./compose-tables.ts";

/** What of a report is printed. */
export type ComposableReport = Pick<Report, "edition" | "year" | "agency" | "title" | "sections" | "cells">;

/**
 * Lays a report out as the official form: title, the six sections in order, tables 2–4 with the spans of its edition.
 * A null cell stays blank. A report whose edition is unknown is laid out in the form of its year, the newest at last.
 *
 * @param format what the tree will be written as; it is only noted in the tree.
 */
export function composeReport(report: ComposableReport, format: Format = "docx"): Doc {
  const edition = EDITIONS[report.edition ?? (report.year !== null && report.year < 2021 ? "2019" : "2021")];
  const title = composeTitle(report);
  const tables = new Map(composeTables(edition, (key) => printFigure(report, key)).map((table) => [`table${table.table}`, table]));
  const builder = createDocBuilder(format);
  builder.heading(1, title);
  for (const section of edition.sections) {
    builder.heading(2, section.heading);
    const table = tables.get(section.id);
    if (table !== undefined) builder.table(table.rows);
    else for (const paragraph of paragraphsOf(report, section.id)) builder.paragraph(paragraph);
  }
  return builder.build(title, "zh-CN");
}

/** The report's own title, or the usual one made of organ and year. */
export function composeTitle({ title, agency, year }: Pick<Report, "title" | "agency" | "year">): string {
  return title ?? `${agency ?? ""}${year === null ? "" : `${year}年`}政府信息公开工作年度报告`;
}

function paragraphsOf(report: ComposableReport, section: string): string[] {
  const text = section === "overview" || section === "problems" || section === "other" ? report.sections[section] : null;
  return (text ?? "").split("\n").map((line) => line.trim()).filter((line) => line !== "");
}

function printFigure(report: ComposableReport, key: CellKey): string {
  const value = report.cells[key];
  return value === undefined || value === null ? "" : String(value);
}

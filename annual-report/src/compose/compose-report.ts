import { createDocBuilder, type Doc, type Format } from "@gongkai/document";
import { EDITIONS } from "../editions/index.ts";
import type { CellKey, EditionId, Report } from "../report.ts";
import { composeTables } from "./compose-tables.ts";
import { printHead, type ReportHead } from "./report-head.ts";
import { breakTitle } from "./break-title.ts";

/** What of a report is printed. */
export type ComposableReport = Pick<Report, "edition" | "year" | "agency" | "title" | "sections" | "cells">;

export interface ComposeOptions {
  /** What the tree will be written as; it is only noted in the tree. */
  readonly format?: Format;
  /** What stands between the title and the first section. */
  readonly head?: ReportHead;
  /** Organ and date, printed below the title, where no section can be taken to go on in them. */
  readonly signature?: { readonly agency?: string; readonly date?: string };
}

/**
 * Lays a report out as the official form: title, the six sections in order, tables 2–4 with the words and spans of its
 * edition. A null cell stays blank. A report whose edition is unknown is laid out in the form of its year, the newest at
 * last. `readReport` gives back title, organ, year, sections and every cell.
 */
export function composeReport(report: ComposableReport, { format = "docx", head, signature }: ComposeOptions = {}): Doc {
  const edition = EDITIONS[formOf(report)];
  const title = composeTitle(report);
  const tables = new Map(composeTables(edition, (key) => printFigure(report, key)).map((table) => [`table${table.table}`, table]));
  const builder = createDocBuilder(format);
  builder.heading(1, breakTitle(title));
  for (const line of [signature?.agency, signature?.date])
    if (line !== undefined && line !== "") builder.paragraph(line, { align: "center" });
  for (const line of head === undefined ? [] : printHead(head)) builder.paragraph(line);
  for (const section of edition.sections) {
    builder.heading(2, section.heading);
    const table = tables.get(section.id);
    if (table !== undefined) builder.table(table.rows);
    else
      for (const line of linesOf(report, section.id)) {
        if (isSubheading(line)) builder.heading(3, line);
        else builder.paragraph(line);
      }
  }
  return builder.build(title, "zh-CN");
}

/** The report's own title, or the usual one made of organ and year. */
export function composeTitle({ title, agency, year }: Pick<Report, "title" | "agency" | "year">): string {
  return title ?? `${agency ?? ""}${year === null ? "" : `${year}年`}政府信息公开工作年度报告`;
}

/** The form a report is laid out in: its own, or that of its year. */
export function formOf({ edition, year }: Pick<Report, "edition" | "year">): EditionId {
  return edition ?? (year !== null && year < 2021 ? "2019" : "2021");
}

function linesOf(report: ComposableReport, section: string): string[] {
  const text = section === "overview" || section === "problems" || section === "other" ? report.sections[section] : null;
  return (text ?? "").split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
}

/** （一）主动公开情况 on a line of its own. */
function isSubheading(line: string): boolean {
  return /^（[一二三四五六七八九十]{1,3}）[^。；，：！？.;,:]{2,24}$/u.test(line);
}

function printFigure(report: ComposableReport, key: CellKey): string {
  const value = report.cells[key];
  return value === undefined || value === null ? "" : formatPlain(value);
}

/** A figure without exponent, which no form knows. */
function formatPlain(value: number): string {
  const text = String(value);
  return /e/iu.test(text) ? value.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 }) : text;
}

import type { EditionId, Finding, Report } from "@gongkai/annual-report";

/** What a report can be taken home as. The last two are its findings, not the report itself. */
export const FILE_FORMATS = ["docx", "pdf", "xlsx", "html", "json", "findings-xlsx", "findings-docx"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** A finding with what a person decided about it. */
export interface DecidedFinding extends Finding {
  readonly decision?: "accepted" | "dismissed" | undefined;
  readonly reason?: string | undefined;
}

export interface FileRequest {
  readonly format: FileFormat;
  readonly report: Report;
  readonly findings: readonly DecidedFinding[];
}

/** A file of a batch as its table says it. */
export interface BatchRow {
  readonly file: string;
  /** In words, e.g. 完成. */
  readonly state: string;
  readonly agency: string;
  readonly year?: number | undefined;
  readonly edition?: EditionId | undefined;
  /** Once the file was read. */
  readonly counts?: { readonly error: number; readonly warning: number; readonly notice: number; readonly unsettled: number } | undefined;
  readonly reason: string;
}

/** The table of a batch as a workbook. */
export interface BatchRequest {
  readonly format: "batch-xlsx";
  readonly rows: readonly BatchRow[];
}

export interface ReportFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export type FileResult =
  | { readonly ok: true; readonly file: ReportFile }
  | { readonly ok: false; readonly refusal: FileRefusal; readonly message: string };
export type FileRefusal = "too-long" | "unknown-cells" | "too-slow" | "too-much-memory" | "too-busy" | "failed";

/** Characters of all text sections together; the longest real reports have some thirty thousand. */
export const LONGEST_TEXT = 200_000;

export const REFUSALS = {
  "too-long": `文字部分合计超过${LONGEST_TEXT / 10_000}万字，不能排版。请删减后再下载。`,
  "unknown-cells": "数据里有年度报告表格中没有的单元格名称，请检查数据来源。",
  "too-slow": "排版用时过长，已停止。请检查文字部分是否过长，或改用其他格式下载。",
  "too-much-memory": "报告内容过多，排版时内存不足。请检查文字部分是否过长，或改用其他格式下载。",
  "too-busy": "排队等待排版的文件太多，请稍后再试。",
  failed: "文件没有生成。请稍后再试，或改用其他格式下载；填写的内容没有丢失。",
} as const satisfies Record<FileRefusal, string>;

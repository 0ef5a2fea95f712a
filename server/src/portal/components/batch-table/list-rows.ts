import type { EditionId } from "@gongkai/annual-report";
import type { BatchFileRow } from "../../../reports/index.ts";
import type { Counts } from "../../check-up/draft/judge-findings.ts";
import type { Progress, WorkItem } from "../../check-up/work-list.ts";
import { countUnsettled } from "../report-head/count-unsettled.ts";

/** A file as the table shows it. */
export interface BatchRow {
  readonly item: WorkItem;
  readonly file: string;
  readonly state: Progress["state"];
  readonly agency: string;
  readonly year: number | undefined;
  readonly edition: EditionId | undefined;
  /** Open findings and unsettled cells, once the file was read. */
  readonly counts: (Counts & { readonly unsettled: number }) | undefined;
  readonly reason: string;
}

export type SortKey = "order" | "file" | "agency" | "year" | "error" | "warning" | "unsettled";

export interface BatchView {
  readonly text: string;
  readonly state: Progress["state"] | "all" | "faulty";
  readonly edition: EditionId | "all";
  readonly sort: SortKey;
  readonly descending: boolean;
}

export const WHOLE_BATCH: BatchView = { text: "", state: "all", edition: "all", sort: "order", descending: false };

export const STATE_NAMES = {
  waiting: "排队",
  reading: "读取中",
  done: "完成",
  failed: "失败",
  cancelled: "已取消",
} as const satisfies Record<Progress["state"], string>;

/** The files as rows; a report that was worked on counts as it stands now. */
export function toRows(items: readonly WorkItem[], countsNow: ReadonlyMap<number, Counts>): BatchRow[] {
  return items.map((item): BatchRow => {
    const { progress } = item;
    const row = { item, file: item.file.webkitRelativePath || item.file.name, state: progress.state };
    if (progress.state !== "done")
      return {
        ...row,
        agency: "",
        year: undefined,
        edition: undefined,
        counts: undefined,
        reason: progress.state === "failed" ? progress.reason : "",
      };
    const { report, findings } = progress.checked;
    const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
    const counts = countsNow.get(item.id) ?? { error: count("error"), warning: count("warning"), notice: count("notice") };
    return {
      ...row,
      agency: report.agency ?? "",
      year: report.year ?? undefined,
      edition: report.edition ?? undefined,
      counts: { ...counts, unsettled: countUnsettled(report) },
      reason: report.edition === null ? "没有找到年度报告的表格" : "",
    };
  });
}

const collator = new Intl.Collator("zh-CN", { numeric: true });

/** The rows a person asked for, in the order asked for; rows without the figure come last either way. */
export function viewRows(rows: readonly BatchRow[], { text, state, edition, sort, descending }: BatchView): readonly BatchRow[] {
  const words = text.trim();
  const kept = rows.filter(
    (row) =>
      (state === "all" || (state === "faulty" ? (row.counts?.error ?? 0) > 0 : row.state === state)) &&
      (edition === "all" || row.edition === edition) &&
      (words === "" || row.file.includes(words) || row.agency.includes(words) || String(row.year ?? "").includes(words)),
  );
  if (sort === "order") return kept;
  const direction = descending ? -1 : 1;
  return kept.sort((one, other) => {
    const [a, b] = [valueOf(one, sort), valueOf(other, sort)];
    if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
    return direction * (typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b)));
  });
}

function valueOf(row: BatchRow, sort: Exclude<SortKey, "order">): string | number | undefined {
  if (sort === "file") return row.file;
  if (sort === "agency") return row.agency === "" ? undefined : row.agency;
  return sort === "year" ? row.year : row.counts?.[sort];
}

/** The rows as the server writes them into a workbook. */
export function toFileRows(rows: readonly BatchRow[]): BatchFileRow[] {
  return rows.map(({ file, state, agency, year, edition, counts, reason }) => ({
    file,
    state: STATE_NAMES[state],
    agency,
    year,
    edition,
    counts: counts && { error: counts.error, warning: counts.warning, notice: counts.notice, unsettled: counts.unsettled },
    reason,
  }));
}

/** The rows as CSV for Excel and WPS: with the mark that says UTF-8, and nothing in it they would run as a formula. */
export function writeBatchCsv(rows: readonly BatchRow[]): string {
  const lines = rows.map(({ file, state, agency, year, edition, counts, reason }) => [
    file,
    STATE_NAMES[state],
    agency,
    year ?? "",
    edition === undefined ? "" : `${edition}年版`,
    counts?.error ?? "",
    counts?.warning ?? "",
    counts?.notice ?? "",
    counts?.unsettled ?? "",
    reason,
  ]);
  const heads = ["文件", "状态", "机关", "年度", "版式", "错误", "警告", "提示", "待定单元格", "说明"];
  return `\ufeff${[heads, ...lines].map((line) => line.map(quote).join(",")).join("\r\n")}\r\n`;
}

function quote(value: string | number): string {
  const text = typeof value === "string" && /^[=+\-@\t\r]/u.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

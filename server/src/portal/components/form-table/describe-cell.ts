import { type CellKey, type Finding, nameCell, type Report, type Severity } from "@gongkai/annual-report";
import type { CellEdit } from "../../check-up/draft/draft.ts";

/** What a cell shows and says: text for the eye, a mark that is not a colour, and the whole for a screen reader. */
export interface CellDescription {
  readonly shown: string;
  readonly state: "seen" | "blank" | "absent" | "ambiguous";
  /** The gravest finding that points at it. */
  readonly severity: Severity | undefined;
  /** True where it only takes part in something found elsewhere, e.g. as one of the parts of a wrong sum. */
  readonly isInvolved: boolean;
  readonly spoken: string;
}

/** What is known of a cell beside the report itself. */
export interface CellContext {
  /** The correction by hand, and what stood there before it. */
  readonly edit?: CellEdit | undefined;
  readonly original?: string | undefined;
  /** Last year's figure; undefined where there is none. */
  readonly before?: number | undefined;
}

const SEVERITY_ORDER: readonly Severity[] = ["error", "warning", "notice"];

export const SEVERITY_NAMES = { error: "错误", warning: "警告", notice: "提示" } as const satisfies Record<Severity, string>;

/** What each severity is marked with, so that colour is never alone. */
export const SEVERITY_MARKS = { error: "✕", warning: "!", notice: "i" } as const satisfies Record<Severity, string>;

const STATE_WORDS = { blank: "空白单元格", absent: "文件中没有这一格", ambiguous: "有内容但无法确定" } as const;

/** How a cell of the report is shown, in the light of the findings about it. */
export function describeCell(report: Report, key: CellKey, findings: readonly Finding[], context: CellContext = {}): CellDescription {
  const state = report.states[key] ?? "absent";
  const pointing = findings.filter((finding) => finding.cells[0] === key);
  const severity = SEVERITY_ORDER.find((one) => pointing.some((finding) => finding.severity === one));
  const isInvolved = pointing.length === 0 && findings.length > 0;
  const counts = SEVERITY_ORDER.flatMap((one) => {
    const count = pointing.filter((finding) => finding.severity === one).length;
    return count === 0 ? [] : [`${count}条${SEVERITY_NAMES[one]}`];
  });
  const found = isInvolved ? `，与${findings.length}条发现有关` : counts.length === 0 ? "" : `，有${counts.join("、")}`;
  const { edit } = context;
  const value = edit?.problem === undefined ? sayValue(report, key) : `“${edit.typed}”，${edit.problem}`;
  return {
    shown: edit?.problem === undefined ? showCell(report, key) : edit.typed,
    state,
    severity,
    isInvolved,
    spoken: `${nameCell(key)}：${value}${sayContext(context)}${found}`,
  };
}

export const HOW_NAMES = {
  typed: "手工修改",
  chosen: "人工确认",
  carried: "上年带入",
  sum: "计算得出",
  zero: "填 0",
} as const satisfies Record<CellEdit["how"], string>;

function sayContext({ edit, original, before }: CellContext): string {
  const change = edit === undefined ? "" : `，${HOW_NAMES[edit.how]}，原为${original ?? "空白"}`;
  return `${change}${before === undefined ? "" : `，上年${before}`}`;
}

/** The value in words, e.g. `7`, `空白单元格`, `有内容但无法确定，可能是 1 或 12`. */
export function sayValue(report: Report, key: CellKey): string {
  const state = report.states[key] ?? "absent";
  if (state === "seen") return String(report.cells[key] ?? "");
  const candidates = report.sources[key]?.candidates ?? [];
  if (state !== "ambiguous" || candidates.length === 0) return STATE_WORDS[state];
  return `${STATE_WORDS.ambiguous}，可能是 ${candidates.map((candidate) => candidate ?? "空白").join(" 或 ")}`;
}

function showCell(report: Report, key: CellKey): string {
  switch (report.states[key] ?? "absent") {
    case "seen":
      return String(report.cells[key] ?? "");
    case "blank":
      return "空";
    case "absent":
      return "缺";
    case "ambiguous": {
      const candidates = report.sources[key]?.candidates ?? [];
      return candidates.length === 0 ? "?" : `?${candidates.map((candidate) => candidate ?? "空").join("/")}`;
    }
  }
}

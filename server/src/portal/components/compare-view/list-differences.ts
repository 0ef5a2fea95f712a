import type { CellKey, ComparedCell, Comparison, Report } from "@gongkai/annual-report";
import type { ChartRow } from "../bar-chart/bar-chart.tsx";

export const TABLE_NAMES = {
  t2: "二、主动公开政府信息情况",
  t3: "三、收到和处理政府信息公开申请情况",
  t4: "四、政府信息公开行政复议、行政诉讼情况",
} as const;

/** The compared cells of one table, those that differ or all of them. */
export function listCompared(
  { cells }: Pick<Comparison, "cells">,
  table: keyof typeof TABLE_NAMES,
  onlyDifferent: boolean,
): readonly ComparedCell[] {
  return cells.filter(({ key, kind }) => key.startsWith(`${table}.`) && (!onlyDifferent || kind !== "same"));
}

/** How a cell differs, in words and a mark: never by colour alone. */
export function sayDifference({ kind, a, b, change, ratio, stateA, stateB }: ComparedCell): string {
  if (kind === "same") return "相同";
  if (kind === "onlyInA" || kind === "onlyInB") return kind === "onlyInA" ? "仅左边的版式有" : "仅右边的版式有";
  if (kind === "stateDiffers") return `≠ ${sayFigure(a, stateA)} → ${sayFigure(b, stateB)}`;
  if (change === undefined) return "≠";
  const share = ratio === undefined ? "" : `（${ratio >= 1 ? "+" : "−"}${Math.round(Math.abs(ratio - 1) * 1000) / 10}%）`;
  return change > 0 ? `▲ 增加 ${change}${share}` : `▼ 减少 ${-change}${share}`;
}

const STATES = { blank: "空", absent: "缺", ambiguous: "待定", seen: "" } as const;

/** The figure, or why there is none. */
export function sayFigure(value: number | null, state: ComparedCell["stateA"]): string {
  return value === null ? STATES[state] : String(value);
}

const GROUPS: readonly (readonly [label: string, test: RegExp])[] = [
  ["新收", /^t3\.new\.total$/u],
  ["上年结转", /^t3\.carriedIn\.total$/u],
  ["予以公开", /^t3\.granted\.total$/u],
  ["部分公开", /^t3\.partial\.total$/u],
  ["不予公开", /^t3\.denied\.\w+\.total$/u],
  ["无法提供", /^t3\.unavailable\.\w+\.total$/u],
  ["不予处理", /^t3\.unhandled\.\w+\.total$/u],
  ["其他处理", /^t3\.otherHandling(?:\.\w+)?\.total$/u],
  ["结转下年度", /^t3\.carriedOut\.total$/u],
  ["行政复议", /^t4\.reconsideration\.total$/u],
  ["行政诉讼", /^t4\.litigation(?:Direct|After)\.total$/u],
];

/** The figures of tables 3 and 4 by group, for a picture; a group with a figure missing has none. */
export function listChartRows(a: Pick<Report, "cells">, b: Pick<Report, "cells">): ChartRow[] {
  return GROUPS.map(([label, test]) => ({ label, a: addUp(a.cells, test), b: addUp(b.cells, test) }));
}

function addUp(cells: Readonly<Record<CellKey, number | null>>, test: RegExp): number | null {
  const values = Object.entries(cells).flatMap(([key, value]) => (test.test(key) ? [value] : []));
  if (values.length === 0) return null;
  return values.reduce<number | null>((sum, value) => (sum === null || value === null ? null : sum + value), 0);
}

import type { YearFigures } from "@gongkai/server/contract";
import { OUTCOMES } from "@gongkai/statute";
import type { ChartOption } from "./components/draw-chart.ts";

const [BLUE, ORANGE, GREEN, RED] = ["#0b4a8f", "#b35900", "#12632f", "#a8071a"];
const TEXT = { fontSize: 13, color: "#16202b" };
/** Tooltips are drawn, not written as HTML: the content policy forbids inline styles. */
const TOOLTIP = { trigger: "axis", renderMode: "richText" } as const;

/** Received and answered, month by month. */
export function monthChart(byMonth: YearFigures["byMonth"]): ChartOption {
  return {
    color: [BLUE, ORANGE],
    tooltip: TOOLTIP,
    legend: { top: 0, textStyle: TEXT },
    grid: { left: 40, right: 16, top: 40, bottom: 28 },
    xAxis: { type: "category", data: byMonth.map(({ month }) => `${month}月`), axisLabel: TEXT },
    yAxis: { type: "value", minInterval: 1, axisLabel: TEXT },
    series: [
      { name: "收到", type: "bar", barMaxWidth: 40, data: byMonth.map(({ received }) => received) },
      {
        name: "答复",
        type: "bar",
        barMaxWidth: 40,
        data: byMonth.map(({ answered }) => answered),
        itemStyle: { decal: { symbol: "rect" } },
      },
    ],
  };
}

export interface OutcomeCount {
  readonly row: string;
  readonly label: string;
  readonly count: number;
}

/** How many answers of each row of table 3 there were, the most first; rows without any are left out. */
export function countOutcomes({ cells, edition }: Pick<YearFigures, "cells" | "edition">): readonly OutcomeCount[] {
  const labels = new Map<string, string>();
  for (const { rows, label } of OUTCOMES) if (!labels.has(rows[edition])) labels.set(rows[edition], label);
  labels.set("granted", "予以公开").set("unavailable.notHeld", "本机关不掌握相关政府信息");
  return [...labels]
    .map(([row, label]) => ({ row, label, count: cells[`t3.${row}.total`] ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count);
}

export function outcomeChart(outcomes: readonly OutcomeCount[]): ChartOption {
  return {
    color: [BLUE],
    tooltip: { ...TOOLTIP, axisPointer: { type: "shadow" } },
    grid: { left: 8, right: 40, top: 8, bottom: 24, containLabel: true },
    xAxis: { type: "value", minInterval: 1, axisLabel: TEXT },
    yAxis: {
      type: "category",
      inverse: true,
      data: outcomes.map(({ label }) => label),
      axisLabel: { ...TEXT, width: 130, overflow: "break" },
    },
    series: [
      {
        name: "件",
        type: "bar",
        barMaxWidth: 40,
        data: outcomes.map(({ count }) => count),
        label: { show: true, position: "right", ...TEXT },
      },
    ],
  };
}

/** More people than fit stay in the table beside it. */
const MOST_CHARTED = 20;

/** What lies with each handler now and what was answered this year. */
export function handlerChart(byHandler: YearFigures["byHandler"]): ChartOption {
  const shown = byHandler.slice(0, MOST_CHARTED);
  return {
    color: [ORANGE, BLUE],
    tooltip: { ...TOOLTIP, axisPointer: { type: "shadow" } },
    legend: { top: 0, textStyle: TEXT },
    grid: { left: 8, right: 24, top: 40, bottom: 24, containLabel: true },
    xAxis: { type: "value", minInterval: 1, axisLabel: TEXT },
    yAxis: {
      type: "category",
      inverse: true,
      data: shown.map(({ name }) => name),
      axisLabel: { ...TEXT, width: 90, overflow: "truncate" },
    },
    series: [
      { name: "现在未答复", type: "bar", barMaxWidth: 40, data: shown.map(({ open }) => open), itemStyle: { decal: { symbol: "rect" } } },
      { name: "本年答复", type: "bar", barMaxWidth: 40, data: shown.map(({ answered }) => answered) },
    ],
  };
}

/** Answered in time and late, as one bar. */
export function onTimeChart({ answered, late }: YearFigures["onTime"]): ChartOption {
  const label = { show: true, color: "#fff" };
  return {
    color: [GREEN, RED],
    tooltip: { ...TOOLTIP, axisPointer: { type: "none" } },
    legend: { top: 0, textStyle: TEXT },
    grid: { left: 8, right: 24, top: 40, bottom: 24, containLabel: true },
    xAxis: { type: "value", minInterval: 1, axisLabel: TEXT },
    yAxis: { type: "category", data: ["答复"], axisLabel: TEXT },
    series: [
      { name: "按期", type: "bar", barMaxWidth: 40, stack: "all", data: [answered - late], label },
      {
        name: "逾期",
        type: "bar",
        barMaxWidth: 40,
        stack: "all",
        data: [late],
        label: { ...label, show: late > 0 },
        itemStyle: { decal: { symbol: "rect" } },
      },
    ],
  };
}

/** The share answered in time, in percent with one digit; undefined when nothing was answered. */
export function shareOnTime({ answered, late }: Pick<YearFigures["onTime"], "answered" | "late">): number | undefined {
  return answered === 0 ? undefined : Math.round(((answered - late) * 1000) / answered) / 10;
}

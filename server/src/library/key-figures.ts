import type { CellKey } from "@gongkai/annual-report";
import type { PublishedContent } from "./published-report.ts";

/** The figures people ask for first, each a cell or a sum of cells that both editions have. */
export const KEY_FIGURES = [
  figure("received", "新收申请", ["t3.new.total"]),
  figure("carriedIn", "上年结转", ["t3.carriedIn.total"]),
  figure("handled", "办结", ["t3.total.total"]),
  figure("carriedOut", "结转下年", ["t3.carriedOut.total"]),
  figure("granted", "予以公开", ["t3.granted.total"]),
  figure("partial", "部分公开", ["t3.partial.total"]),
  figure("denied", "不予公开", rows("denied", ["secret", "law", "safety", "thirdParty", "internal", "process", "enforcement", "inquiry"])),
  figure("unavailable", "无法提供", rows("unavailable", ["notHeld", "needsCreation", "unclear"])),
  figure("unhandled", "不予处理", rows("unhandled", ["petition", "duplicate", "publication", "abusive", "reconfirm"])),
  figure("otherHandling", "其他处理", {
    "2019": ["t3.otherHandling.total"],
    "2021": rows("otherHandling", ["uncorrected", "unpaid", "misc"]),
  }),
  figure("reconsiderations", "行政复议", ["t4.reconsideration.total"]),
  figure("lawsuits", "行政诉讼", ["t4.litigationDirect.total", "t4.litigationAfter.total"]),
] as const;

export type KeyFigureId = (typeof KEY_FIGURES)[number]["id"];

export interface KeyFigure<Id extends string = string> {
  readonly id: Id;
  readonly name: string;
  readonly cells: Readonly<Record<"2019" | "2021", readonly CellKey[]>>;
}

export type KeyFigures = Readonly<Record<KeyFigureId, number | null>>;

/** The key figures of a report. One whose cells are not all known is null: a part of a sum is not the sum. */
export function keyFiguresOf(report: Pick<PublishedContent, "edition" | "cells">): KeyFigures {
  return Object.fromEntries(KEY_FIGURES.map(({ id, cells }) => [id, addUp(report, cells[report.edition])])) as KeyFigures; // one entry per id
}

function addUp({ cells }: Pick<PublishedContent, "cells">, keys: readonly CellKey[]): number | null {
  let sum = 0;
  for (const key of keys) {
    const value = cells[key] ?? null;
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

function figure<Id extends string>(id: Id, name: string, cells: readonly CellKey[] | KeyFigure["cells"]): KeyFigure<Id> {
  return { id, name, cells: isList(cells) ? { "2019": cells, "2021": cells } : cells };
}

/** Array.isArray does not tell a readonly array from the rest. */
function isList(cells: readonly CellKey[] | KeyFigure["cells"]): cells is readonly CellKey[] {
  return Array.isArray(cells);
}

function rows(group: string, names: readonly string[]): CellKey[] {
  return names.map((name) => `t3.${group}.${name}.total`);
}

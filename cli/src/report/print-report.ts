import { type CellKey, type Edition, EDITIONS, type Report } from "@gongkai/annual-report";
import { drawTextGrid, type TextGrid } from "./text-grid.ts";

/** A report for the person at the terminal: whose it is, the three tables with the state of every cell, the text sections. */
export function printReport(report: Report): string {
  const edition = report.edition === null ? undefined : EDITIONS[report.edition];
  const parts = [`文件：${report.file ?? "（未命名）"}`, describeReport(report)];
  if (report.title !== null) parts.push(`标题：${report.title}`);
  if (edition === undefined) parts.push("没有找到年度报告的表格，因此没有数据。");
  else {
    for (const { heading, grids } of layOutTables(edition, report)) parts.push("", heading, ...grids.map(drawTextGrid));
    parts.push("标记：空＝单元格空白　缺＝文件中没有这一格　？＝有内容但无法确定（列出可能的读法）");
  }
  for (const { id, heading } of edition?.sections ?? []) {
    const text = id === "overview" || id === "problems" || id === "other" ? report.sections[id] : null;
    if (text !== null) parts.push("", heading, text);
  }
  return `${parts.join("\n")}\n`;
}

/** One line: organ, year and form. */
export function describeReport({ agency, year, edition }: Pick<Report, "agency" | "year" | "edition">): string {
  const form = edition === null ? "版式未知" : `${edition}年版表格（${EDITIONS[edition].instrument}）`;
  return `${agency ?? "机关名称未读出"}　${year === null ? "年度未读出" : `${year}年度`}　${form}`;
}

/** What stands in a cell, with a mark where it is not a figure. */
export function printCell(report: Report, key: CellKey): string {
  const value = report.cells[key];
  switch (report.states[key] ?? "absent") {
    case "seen":
      return String(value ?? "");
    case "blank":
      return "空";
    case "absent":
      return "缺";
    case "ambiguous": {
      const candidates = report.sources[key]?.candidates ?? [];
      return candidates.length === 0 ? "？" : `？${candidates.map((candidate) => candidate ?? "空").join("或")}`;
    }
  }
}

function layOutTables(edition: Edition, report: Report): { heading: string; grids: TextGrid[] }[] {
  const row = (label: string, keys: readonly CellKey[], columns: number) => [
    label,
    ...Array.from({ length: columns }, (_, index) => (keys[index] === undefined ? "" : printCell(report, keys[index]))),
    printPlace(report, keys),
  ];
  const heading = (id: string) => edition.sections.find((section) => section.id === id)?.heading ?? "";
  const second = edition.table2.map((block) => ({
    head: [block.label, ...block.columns.map((column) => column.label), "出处"],
    rows: block.rows.map((line) =>
      row(
        line.label,
        block.columns.map((column) => `${line.id}.${column.id}`),
        block.columns.length,
      ),
    ),
  }));
  const third = {
    head: ["项目", ...edition.table3.columns.map((column) => column.label), "出处"],
    rows: edition.table3.rows.flatMap((line, index) => {
      const above = edition.table3.rows[index - 1]?.groups ?? [];
      const opened = line.groups.flatMap((group, depth) => (above[depth] === group ? [] : [[`${"  ".repeat(depth)}${group}`]]));
      const keys = edition.table3.columns.map((column) => `t3.${line.id}.${column.id}`);
      return [...opened, row(`${"  ".repeat(line.groups.length)}${line.label}`, keys, keys.length)];
    }),
  };
  const fourth = {
    head: ["类别", ...(edition.table4[0]?.columns ?? []).map((column) => column.label), "出处"],
    rows: edition.table4.map((group) =>
      row(
        group.parent === group.label ? group.label : `${group.parent}·${group.label}`,
        group.columns.map((column) => `${group.id}.${column.id}`),
        group.columns.length,
      ),
    ),
  };
  return [
    { heading: heading("table2"), grids: second },
    { heading: heading("table3"), grids: [third] },
    { heading: heading("table4"), grids: [fourth] },
  ];
}

/** Where a row stands in the source: its page, else its lines, else what a person would look for, else how far into the text. */
function printPlace(report: Report, keys: readonly CellKey[]): string {
  const sources = keys.flatMap((key) => report.sources[key] ?? []);
  const pages = span(sources.flatMap((source) => source.page ?? []));
  if (pages !== "") return `第${pages}页`;
  const lines = span(sources.flatMap((source) => source.line ?? []));
  if (lines !== "") return `第${lines}行`;
  const first = sources[0];
  return first === undefined ? "" : (first.reference ?? `第${first.start + 1}字`);
}

function span(numbers: readonly number[]): string {
  if (numbers.length === 0) return "";
  const first = Math.min(...numbers);
  const last = Math.max(...numbers);
  return first === last ? String(first) : `${first}-${last}`;
}

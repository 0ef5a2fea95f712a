import { EDITIONS, nameCell } from "@gongkai/annual-report";
import type { PublishedReport } from "./published-report.ts";

/** The columns of the open data in long format: one row per cell of each report. */
export const CSV_COLUMNS = [
  ["organ", "机关代号"],
  ["organName", "机关名称"],
  ["level", "层级"],
  ["regions", "所在地区，由大到小，以“/”分隔"],
  ["year", "报告年度"],
  ["edition", "报告格式：2019 或 2021"],
  ["publishedOn", "在本库发布的日期"],
  ["cell", "单元格名称，例如 t3.new.total"],
  ["cellName", "单元格中文名称"],
  ["value", "数值；金额单位为万元；没有数值的为空，从不代表 0"],
  ["state", "状态：seen 有数值、blank 空白、absent 没有这一格、ambiguous 无法确定"],
  ["demo", "示例数据：made-up 虚构、excerpt 摘编；正式数据为空"],
] as const;

/** Reports as CSV (RFC 4180, UTF-8 without byte order mark, CRLF), piece by piece, so that a whole province needs no memory. */
export function* writeCsv(reports: Iterable<PublishedReport>): Generator<string> {
  yield line(CSV_COLUMNS.map(([name]) => name));
  for (const { organ, publishedOn, demo, report } of reports) {
    const head = [organ.slug, organ.name, organ.level, organ.regions.join("/"), report.year, report.edition, publishedOn];
    const lines = EDITIONS[report.edition].cells.map(({ key }) =>
      line([...head, key, nameCell(key), report.cells[key] ?? null, report.states[key] ?? "absent", demo ?? null]),
    );
    yield lines.join("");
  }
}

function line(values: readonly (string | number | null)[]): string {
  return `${values.map(escape).join(",")}\r\n`;
}

/** Quotes what needs it. A text that a spreadsheet would run as a formula gets an apostrophe in front. */
function escape(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

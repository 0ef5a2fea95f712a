import type ExcelJS from "@protobi/exceljs";
import type { Cell, Table } from "../doc.ts";
import { printable } from "./printable.ts";
import { layOutTable } from "./table-layout.ts";
import { textWidth } from "./text-width.ts";

/** A cell that is the sum of others of its table. */
export interface TableSum {
  /** Number of the table among the document's tables, from 0. */
  readonly table: number;
  readonly total: GridPoint;
  readonly parts: readonly GridPoint[];
}

/** Row and grid column of a table, from 0. */
export interface GridPoint {
  readonly row: number;
  readonly column: number;
}

const LINE_HEIGHT = 15;

/** Rows a table takes on the sheet: spans may reach below the last row. */
export function tableRows({ rows }: Table): number {
  return rows.reduce((last, row, index) => Math.max(last, index + 1, ...row.cells.map((cell) => index + cell.rowSpan)), 0);
}

/** Writes a table from sheet row `top` on, at the left edge. `widths` are those of the sheet's columns, in characters. */
export function writeTableCells(
  sheet: ExcelJS.Worksheet,
  table: Table,
  { top, widths, sums }: { top: number; widths: readonly number[]; sums: readonly TableSum[] },
): void {
  const thin = { style: "thin" } as const;
  const layout = layOutTable(table);
  const cells = new Map(
    table.rows.flatMap((row, index) => row.cells.map((cell) => [keyOf({ row: index, column: cell.column }), cell] as const)),
  );
  const sumOf = new Map(sums.map((sum) => [keyOf(sum.total), sum]));
  table.rows.forEach((row, index) => {
    let lines = 1;
    for (const cell of row.cells) {
      const { text, column, columnSpan, rowSpan, header } = cell;
      const target = sheet.getCell(top + index, column + 1);
      const { value, format } = readNumber(text);
      const sum = sumOf.get(keyOf({ row: index, column }));
      target.value = (sum === undefined ? undefined : formulaFor(sum, { cells, top })) ?? value;
      if (columnSpan > 1 || rowSpan > 1) sheet.mergeCells(top + index, column + 1, top + index + rowSpan - 1, column + columnSpan);
      target.alignment = { wrapText: true, vertical: "middle", horizontal: layout.isLeft(cell) ? "left" : "center" };
      target.border = { top: thin, left: thin, bottom: thin, right: thin };
      target.font = { name: "宋体", size: 10 };
      if (format !== undefined) target.numFmt = format;
      if (header && layout.isBand(cell)) target.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFDEEAF6" } };
      if (rowSpan === 1) lines = Math.max(lines, linesOf(text, widths.slice(column, column + columnSpan)));
    }
    sheet.getRow(top + index).height = Math.max(20, lines * LINE_HEIGHT);
  });
}

function linesOf(text: string, widths: readonly number[]): number {
  const width = Math.max(1, widths.reduce((sum, one) => sum + one, 0) - 1);
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / width)), 0);
}

/** Digits beyond these a workbook does not keep. */
const MOST_DIGITS = 15;

/** A figure becomes a number shown just as it is printed; everything else stays text, 007, +3 and 1,234 included. */
function readNumber(text: string): { value: number | string | null; format?: string } {
  if (text === "") return { value: null };
  const [, sign = "", whole = "", fraction] = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/u.exec(text) ?? [];
  if (whole === "" || whole.length + (fraction?.length ?? 0) > MOST_DIGITS || (sign === "-" && Number(text) === 0))
    return { value: printable(text) };
  return { value: Number(text), format: fraction === undefined ? "0" : `0.${"0".repeat(fraction.length)}` };
}

/**
 * The formula of a sum, where it gives just what is printed; an empty sum of empty cells has one as well, which fills in
 * as soon as they do. Undefined where the print says otherwise: the report must come back as it was.
 */
function formulaFor(
  { total, parts }: TableSum,
  { cells, top }: { cells: ReadonlyMap<string, Cell>; top: number },
): ExcelJS.CellFormulaValue | undefined {
  const printed = readNumber(cells.get(keyOf(total))?.text ?? "").value;
  const values = parts.map((part) => readNumber(cells.get(keyOf(part))?.text ?? "").value);
  if (parts.length === 0 || typeof printed === "string" || values.some((value) => typeof value === "string")) return undefined;
  const list = listRanges(parts, top);
  if (printed === null) {
    const isEmpty = values.every((value) => value === null);
    return isEmpty ? { formula: `IF(COUNT(${list})=0,"",SUM(${list}))`, result: "", date1904: false } : undefined;
  }
  const sum = values.reduce<number>((all, value) => all + (typeof value === "number" ? value : 0), 0);
  return sum === printed ? { formula: `SUM(${list})`, result: printed, date1904: false } : undefined;
}

/** Cells as the shortest list of ranges: neighbours in a row, else neighbours in a column. */
function listRanges(points: readonly GridPoint[], top: number): string {
  const isRow = points.every((point) => point.row === points[0]?.row);
  const along = isRow ? "column" : "row";
  const runs: [GridPoint, GridPoint][] = [];
  for (const point of points.toSorted((one, other) => one[along] - other[along])) {
    const last = runs.at(-1);
    const across = isRow ? "row" : "column";
    if (last !== undefined && last[1][along] + 1 === point[along] && last[1][across] === point[across]) last[1] = point;
    else runs.push([point, point]);
  }
  return runs.map(([from, to]) => (from === to ? nameOf(from, top) : `${nameOf(from, top)}:${nameOf(to, top)}`)).join(",");
}

function nameOf({ row, column }: GridPoint, top: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return `${name}${top + row}`;
}

function keyOf({ row, column }: GridPoint): string {
  return `${row},${column}`;
}

import type { Table } from "../doc.ts";

/** Narrowest and widest column compared with each other: a column of figures still takes five digits. */
const LEAST = 4;
const MOST = 12;

/** How wide each grid column should be, as shares that add up to 1, by the longest text that stands in it alone. */
export function columnShares({ columns, rows }: Table): number[] {
  const widths = Array.from({ length: columns }, () => LEAST);
  for (const cell of rows.flatMap((row) => row.cells)) {
    if (cell.columnSpan > 1 || cell.rowSpan > 3) continue;
    const longest = Math.max(...cell.text.split("\n").map((line) => line.length));
    widths[cell.column] = Math.max(widths[cell.column] ?? LEAST, Math.min(MOST, longest));
  }
  const sum = widths.reduce((total, width) => total + width, 0);
  return widths.map((width) => width / sum);
}

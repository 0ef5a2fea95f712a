import { labelBlocks, labelStarts, nearestRow, rowsWithoutFigures } from "./borderless-labels.ts";
import { round, type PageTable, type TableCell } from "./page-table.ts";
import { type Column, columnsUnder, type Part, type PartedLine } from "./parted-lines.ts";

/** The table of these lines; undefined where two figures would come into one cell. The first lines are its head. */
export function buildTable(
  members: readonly PartedLine[],
  headerCount: number,
  columns: readonly Column[],
  page: number,
): PageTable | undefined {
  const firstValue = columns[0]?.start ?? 0;
  const rowLines = members.filter(
    ({ figures }, index) => index >= headerCount && figures.some((part) => columnsUnder(part, columns).length > 0),
  );
  const printed = rowLines.map(({ line }) => line.baseline);
  const labels = members.flatMap(({ parts }) => parts.filter((part) => part.end <= firstValue + 2));
  const starts = labelStarts(labels);
  const blocks = labelBlocks(labels, starts, printed);
  const baselines = [...printed, ...rowsWithoutFigures(blocks, printed)].sort((a, b) => a - b);
  const xs = [
    ...starts,
    ...columns.map(
      (column, index) =>
        ((index === 0
          ? Math.max(...labels.map(({ end }) => end), starts.at(-1) ?? columns[0]?.start ?? 0)
          : (columns[index - 1]?.end ?? 0)) +
          column.start) /
        2,
    ),
    columns.at(-1)?.end ?? 0,
  ];

  // Row 0 is the header; what cannot be placed in a row of figures is part of it.
  const texts: string[][] = Array.from({ length: baselines.length + 1 }, () => Array.from({ length: xs.length - 1 }, () => ""));
  const spans = new Map<string, number>();
  const put = (row: number, column: number, text: string): void => {
    const cells = texts[row];
    if (cells) cells[column] = cells[column] ? `${cells[column]}\n${text}` : text;
  };
  for (const block of blocks) {
    const row = nearestRow(block.middle, block.size, baselines);
    put(row + 1, block.column, block.text);
    const span = starts.filter((start, column) => column > block.column && start < block.end).length + 1;
    if (span > 1) spans.set(`${row + 1} ${block.column}`, span);
  }
  for (const member of members) {
    const row = rowLines.includes(member) ? baselines.indexOf(member.line.baseline) + 1 : 0;
    for (const part of member.parts) {
      if (part.end <= firstValue + 2) continue;
      const column = starts.length + nearestColumn(part, columns);
      if (row > 0 && texts[row]?.[column]) return undefined; // two figures for one cell: the columns were not understood
      put(row, column, part.text);
    }
  }
  const size = members[0]?.line.size ?? 0;
  const top = (members[0]?.line.baseline ?? 0) - size;
  const bottom = (members.at(-1)?.line.baseline ?? 0) + 0.2 * (members.at(-1)?.line.size ?? 0);
  return toTable(texts, spans, xs, [top, ...baselines.map((baseline) => baseline - size), bottom], page);
}

function nearestColumn({ start, end }: Part, columns: readonly Column[]): number {
  const middle = (start + end) / 2;
  let best = 0,
    least = Infinity;
  columns.forEach((column, index) => {
    const distance = Math.abs((column.start + column.end) / 2 - middle);
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}

function toTable(
  texts: readonly (readonly string[])[],
  spans: ReadonlyMap<string, number>,
  xs: readonly number[],
  ys: readonly number[],
  page: number,
): PageTable {
  const hasHeader = texts[0]?.some((text) => text !== "") === true;
  const cells: TableCell[] = [];
  texts.forEach((row, index) => {
    if (index === 0 && !hasHeader) return;
    for (let column = 0; column < row.length;) {
      let columnSpan = spans.get(`${index} ${column}`) ?? 1;
      while (columnSpan > 1 && row.slice(column + 1, column + columnSpan).some((text) => text !== "")) columnSpan--;
      const x = xs[column] ?? 0,
        y = ys[index] ?? 0;
      const box = { x: round(x), y: round(y), width: round((xs[column + columnSpan] ?? x) - x), height: round((ys[index + 1] ?? y) - y) };
      cells.push({ row: hasHeader ? index : index - 1, column, rowSpan: 1, columnSpan, text: row[column] ?? "", page, box });
      column += columnSpan;
    }
  });
  return {
    page,
    top: ys[0] ?? 0,
    bottom: ys.at(-1) ?? 0,
    xs,
    rowCount: texts.length - (hasHeader ? 0 : 1),
    cells,
    isOpenTop: false,
    isOpenBottom: false,
  };
}

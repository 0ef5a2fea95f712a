import type { Run } from "./page.ts";
import { round, type PageTable, type TableCell } from "./page-table.ts";
import { blankBetween, type TextLine } from "./text-lines.ts";
import { largest } from "./extremes.ts";

/** Text of a line that stands apart from the rest of it: the content of one cell. */
interface Part {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly baseline: number;
  readonly size: number;
}

interface PartedLine {
  readonly line: TextLine;
  readonly parts: readonly Part[];
  readonly figures: readonly Part[];
}

interface Column {
  start: number;
  end: number;
}

/** A gap this wide, in type sizes, parts two cells. */
const CELL_GAP = 0.8;
const FIGURE_GAP = 0.35;
const NUMBER_GAP = 0.2;
/** This many rows of this many aligned figures make a table. */
const FEWEST_ROWS = 3;
const FEWEST_FIGURES = 3;
/** Lines of one label follow each other within this many type sizes, rows of one table within that many. */
const LABEL_PITCH = 1.75;
const ROW_PITCH = 9;
const MOST_HEADER_LINES = 8;
const MOST_LABEL_COLUMNS = 4;

const FIGURE = /^[\d０-９.,，%％+\-—－/]*[\d０-９][\d０-９.,，%％+\-—－/]*$/;
const NUMBERED = /^(?:[一二三四五六七八九十]+\s*[、.．]|[（(]\s*[一二三四五六七八九十\d]+\s*[）)]|\d+\s*[.．、）)])/;

/**
 * Rebuilds tables that have no ruling lines (or only pictures of them) from rows of figures that stand below one
 * another. A label goes to the row nearest to its middle, so labels of several lines with the figures beside their
 * middle line come out whole. Gives the tables and the lines that belong to none.
 */
export function findBorderlessTables(lines: readonly TextLine[], page: number): { tables: PageTable[]; rest: readonly TextLine[] } {
  const parted = lines.map(partLine);
  const tables: PageTable[] = [];
  const taken = new Set<PartedLine>();
  for (let index = 0; index < parted.length; index++) {
    const { last, columns } = growTable(parted, index);
    if (columns.length === 0) continue;
    const first = index - headerLines(parted, index, columns, taken);
    const end = last + labelLinesBelow(parted, last, columns);
    const members = parted.slice(first, end + 1);
    const table = buildTable(members, index - first, columns, page);
    if (!table) continue;
    for (const member of members) taken.add(member);
    tables.push(table);
    index = end;
  }
  return { tables, rest: parted.filter((line) => !taken.has(line)).map(({ line }) => line) };
}

function partLine(line: TextLine): PartedLine {
  const parts: Part[] = [];
  let previous: Run | undefined;
  for (const run of line.runs) {
    const part = parts.at(-1);
    if (part && previous && run.start - previous.end < cellGap(part.text, run) * Math.min(run.size, previous.size)) {
      parts[parts.length - 1] = { ...part, text: part.text + blankBetween(previous, run) + run.text, end: Math.max(part.end, run.end) };
    } else {
      parts.push({ text: run.text, start: run.start, end: run.end, baseline: run.baseline, size: run.size });
    }
    previous = run;
  }
  return { line, parts, figures: parts.filter(({ text }) => FIGURE.test(text)) };
}

/** Figures apart, or a number that opens a label, are cells of their own at a smaller gap than words. */
function cellGap(text: string, { text: next }: Run): number {
  if (FIGURE.test(text) && FIGURE.test(next)) return FIGURE_GAP;
  return NUMBERED.test(next) ? NUMBER_GAP : CELL_GAP;
}

/** Follows rows of figures down from a line; no columns where there are too few of them. */
function growTable(lines: readonly PartedLine[], from: number): { last: number; columns: Column[] } {
  const nothing = { last: from, columns: [] };
  const seed = lines[from];
  if (!seed || seed.figures.length < FEWEST_FIGURES) return nothing;
  const columns: Column[] = seed.figures.map(({ start, end }) => ({ start, end }));
  let rows = 1,
    last = from;
  for (let index = from + 1; index < lines.length; index++) {
    const candidate = lines[index],
      previous = lines[last];
    if (!candidate || !previous || candidate.line.baseline - previous.line.baseline > ROW_PITCH * seed.line.size) break;
    if (candidate.parts.some((part) => columnsUnder(part, columns).length >= 2)) break; // text across the columns: no row
    const aligned = candidate.figures.filter((part) => columnsUnder(part, columns).length === 1);
    if (aligned.length === 0) continue;
    if (aligned.length < 0.6 * candidate.figures.length) break;
    for (const part of candidate.figures) {
      const column = columnsUnder(part, columns)[0];
      if (column) widen(column, part);
      else columns.push({ start: part.start, end: part.end }); // the rows above are blank here
    }
    if (aligned.length >= FEWEST_FIGURES) rows++;
    last = index;
  }
  return rows >= FEWEST_ROWS ? { last, columns: columns.sort((a, b) => a.start - b.start) } : nothing;
}

function columnsUnder({ start, end }: Part, columns: readonly Column[]): Column[] {
  return columns.filter((column) => start < column.end + 1 && end > column.start - 1);
}

function widen(column: Column, { start, end }: Part): void {
  column.start = Math.min(column.start, start);
  column.end = Math.max(column.end, end);
}

/** How many lines above the first row belong to the table: the header, and the beginning of the first label. */
function headerLines(lines: readonly PartedLine[], first: number, columns: readonly Column[], taken: ReadonlySet<PartedLine>): number {
  const size = lines[first]?.line.size ?? 0;
  let count = 0,
    sure = 0;
  while (count < MOST_HEADER_LINES) {
    const candidate = lines[first - count - 1],
      below = lines[first - count];
    if (!candidate || !below || taken.has(candidate)) break;
    if (below.line.baseline - candidate.line.baseline > 2.5 * size || candidate.line.size > 1.08 * size || candidate.figures.length > 0)
      break;
    if (/[。；]$/.test(candidate.line.text) || (candidate.parts.length === 1 && isProse(candidate.parts[0], columns))) break;
    count++;
    const isHeader = candidate.parts.some((part) => part.start > (columns[0]?.start ?? 0) - 3 * size);
    if (isHeader || below.line.baseline - candidate.line.baseline <= LABEL_PITCH * size) sure = count;
  }
  return sure;
}

/** A line that begins among the labels and runs on over the figures. */
function isProse(part: Part | undefined, columns: readonly Column[]): boolean {
  const first = columns[0];
  return part !== undefined && first !== undefined && part.start < first.start - part.size && part.end > first.end + part.size;
}

function labelLinesBelow(lines: readonly PartedLine[], last: number, columns: readonly Column[]): number {
  let count = 0;
  for (;;) {
    const above = lines[last + count],
      candidate = lines[last + count + 1];
    if (!above || !candidate || candidate.line.end > (columns[0]?.start ?? 0) || Math.abs(candidate.line.size - above.line.size) > 0.5)
      return count;
    if (candidate.line.baseline - above.line.baseline > 1.45 * candidate.line.size || NUMBERED.test(candidate.line.text)) return count;
    count++;
  }
}

function buildTable(members: readonly PartedLine[], headerCount: number, columns: readonly Column[], page: number): PageTable | undefined {
  const firstValue = columns[0]?.start ?? 0;
  const rowLines = members.filter(
    ({ figures }, index) => index >= headerCount && figures.some((part) => columnsUnder(part, columns).length > 0),
  );
  const baselines = rowLines.map(({ line }) => line.baseline);
  const labels = members.flatMap(({ parts }) => parts.filter((part) => part.end <= firstValue + 2));
  const starts = labelStarts(labels);
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
  const texts: string[][] = Array.from({ length: rowLines.length + 1 }, () => Array.from({ length: xs.length - 1 }, () => ""));
  const spans = new Map<string, number>();
  const put = (row: number, column: number, text: string): void => {
    const cells = texts[row];
    if (cells) cells[column] = cells[column] ? `${cells[column]}\n${text}` : text;
  };
  for (const block of labelBlocks(labels, starts, baselines)) {
    const row = nearestRow(block.middle, block.size, baselines);
    put(row + 1, block.column, block.text);
    const span = starts.filter((start, column) => column > block.column && start < block.end).length + 1;
    if (span > 1) spans.set(`${row + 1} ${block.column}`, span);
  }
  for (const member of members) {
    const row = rowLines.indexOf(member) + 1;
    for (const part of member.parts) {
      if (part.end <= firstValue + 2) continue;
      const column = starts.length + nearestColumn(part, columns);
      if (row > 0 && texts[row]?.[column]) return undefined; // two figures for one cell: the columns were not understood
      put(row, column, part.text);
    }
  }
  const top = (members[0]?.line.baseline ?? 0) - (members[0]?.line.size ?? 0);
  const bottom = (members.at(-1)?.line.baseline ?? 0) + 0.2 * (members.at(-1)?.line.size ?? 0);
  return toTable(texts, spans, xs, [top, ...rowLines.map(({ line }) => line.baseline - line.size), bottom], page);
}

/** Where label columns begin: starts that several labels share, and that have labels of the column before beside them. */
function labelStarts(labels: readonly Part[]): number[] {
  const groups: Part[][] = [];
  for (const part of [...labels].sort((a, b) => a.start - b.start)) {
    const group = groups.at(-1),
      first = group?.[0];
    if (group && first && part.start - first.start < 0.7 * part.size) group.push(part);
    else groups.push([part]);
  }
  const starts: number[] = [];
  let current: Part[] = [];
  for (const group of groups) {
    const opensColumn = group.length >= 3 && group.some((part) => current.some((other) => isBeside(other, part)));
    if (starts.length > 0 && !opensColumn) {
      // centred labels of one column begin at many places
      current.push(...group);
      continue;
    }
    if (starts.length === MOST_LABEL_COLUMNS) break;
    starts.push(group[0]?.start ?? 0);
    current = [...group];
  }
  return starts;
}

function isBeside(left: Part, right: Part): boolean {
  return left.end <= right.start + 1 && Math.abs(left.baseline - right.baseline) < 1.2 * right.size;
}

interface LabelBlock {
  text: string;
  column: number;
  middle: number;
  end: number;
  size: number;
}

/** Lines of one label taken together: a number opens a new one, and so does the next line beside figures. */
function labelBlocks(labels: readonly Part[], starts: readonly number[], baselines: readonly number[]): LabelBlock[] {
  const blocks: LabelBlock[] = [];
  starts.forEach((start, column) => {
    const next = starts[column + 1] ?? Infinity;
    const own = labels.filter((part) => part.start > start - 0.01 && part.start < next - 0.01);
    let open: Part[] = [];
    const close = (): void => {
      const [first] = open,
        last = open.at(-1);
      if (first && last)
        blocks.push({
          text: open.map(({ text }) => text).join("\n"),
          column,
          middle: (first.baseline + last.baseline) / 2,
          end: largest(open.map(({ end }) => end)),
          size: first.size,
        });
      open = [];
    };
    const isBesideFigures = (part: Part): boolean => baselines.some((baseline) => Math.abs(baseline - part.baseline) < 0.2 * part.size);
    for (const part of own) {
      const previous = open.at(-1);
      if (
        previous &&
        (part.baseline - previous.baseline > LABEL_PITCH * part.size ||
          NUMBERED.test(part.text) ||
          (isBesideFigures(part) && open.some(isBesideFigures)))
      )
        close();
      open.push(part);
    }
    close();
  });
  return blocks.sort((a, b) => a.middle - b.middle);
}

/** The row a label stands beside, or -1 for the header above the first row. */
function nearestRow(middle: number, size: number, baselines: readonly number[]): number {
  let best = 0;
  baselines.forEach((baseline, row) => {
    if (Math.abs(baseline - middle) < Math.abs((baselines[best] ?? Infinity) - middle)) best = row;
  });
  return best === 0 && (baselines[0] ?? 0) - middle > 1.2 * size ? -1 : best;
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

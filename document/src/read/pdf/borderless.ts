import { buildTable } from "./borderless-table.ts";
import type { PageTable } from "./page-table.ts";
import { type Column, columnsUnder, LABEL_PITCH, NUMBERED, type Part, type PartedLine, partLine } from "./parted-lines.ts";
import type { TextLine } from "./text-lines.ts";

/** This many rows of this many aligned figures make a table. */
const FEWEST_ROWS = 3;
const FEWEST_FIGURES = 3;
/** Rows of one table follow each other within this many type sizes. */
const ROW_PITCH = 9;
const MOST_HEADER_LINES = 8;

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

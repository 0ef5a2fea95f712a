import type { DraftCell } from "../draft.ts";
import { layGrid } from "./grid.ts";
import type { Layout } from "./layout.ts";
import { writeText } from "./text-around.ts";

/** Text with columns held apart by blanks, as a PDF extractor writes it: labels wrap around the line of the figures. */
export const fixedWidth: Layout = {
  name: "fixed-width",
  extension: "txt",
  hasTables: true,
  render(draft, random) {
    const narrow = random.chance(0.6);
    const groupWidth = random.pick([2, 4, 8, 16]);
    const halfLines = random.chance(0.6);
    const indent = random.integer(0, 6);
    return writeText(
      draft,
      ({ table, rows }) => {
        const grid = layGrid(rows);
        const columns = Math.max(...grid.map((row) => row.length));
        const usual = (column: number) => {
          if (table === 2) return column === 0 ? 26 : narrow ? 18 : 24;
          if (table === 4) return narrow ? 6 : 10;
          return column < 2 ? groupWidth : column === 2 ? (narrow ? 22 : 44) : narrow ? 8 : 14;
        };
        // A figure is never broken over lines.
        const longest = (column: number) =>
          Math.max(0, ...grid.map((row) => (row[column]?.begins && !row[column].cell.header ? widthOf(row[column].cell.text) : 0)));
        const widths = Array.from({ length: columns }, (_, column) => Math.max(usual(column), Math.min(24, longest(column))));
        return drawTable(rows, widths, halfLines)
          .map((line) => " ".repeat(indent) + line)
          .join("\n");
      },
      { gap: random.pick(["\n", "\n\n"]) },
    );
  },
};

const GAP = 2;

/**
 * Draws a table on lines. With half lines a figure beside a label of two lines stands between the two, on a line of its
 * own, as its place on the page asks; without, it stands on the upper one.
 */
function drawTable(rows: readonly (readonly DraftCell[])[], widths: readonly number[], halfLines: boolean): string[] {
  const grid = layGrid(rows);
  const left = (column: number) => widths.slice(0, column).reduce((sum, width) => sum + width + GAP, 0);
  const placed = grid.flatMap((squares, row) =>
    squares.flatMap(({ cell, begins }, column) =>
      begins ? [{ cell, row, column, lines: wrap(cell.text, left(column + cell.columnSpan) - left(column) - GAP) }] : [],
    ),
  );
  const heights = fitHeights(placed, grid.length);
  const perLine = halfLines ? 2 : 1;
  const topOf = (row: number) => perLine * heights.slice(0, row).reduce((sum, height) => sum + height, 0);
  const canvas = Array.from({ length: topOf(grid.length) }, (): string[] => []);
  for (const { cell, row, column, lines } of placed) {
    const height = topOf(row + cell.rowSpan) - topOf(row);
    const top = topOf(row) + Math.max(0, Math.floor((height - perLine * lines.length) / 2));
    lines.forEach((line, index) => write(canvas[top + perLine * index], left(column), line, cell.header ? 0 : (widths[column] ?? 0)));
  }
  return canvas
    .map((slots) =>
      Array.from(slots, (slot) => slot ?? " ")
        .join("")
        .trimEnd(),
    )
    .filter((line) => line !== "");
}

interface Placed {
  cell: DraftCell;
  row: number;
  lines: string[];
}

/** Lines every row needs. A tall merged cell uses the rows it covers; what is left over makes its last row taller. */
function fitHeights(placed: readonly Placed[], rows: number): number[] {
  const heights = Array.from({ length: rows }, () => 1);
  for (const { cell, row, lines } of placed) if (cell.rowSpan === 1) heights[row] = Math.max(heights[row] ?? 1, lines.length);
  for (const { cell, row, lines } of placed) {
    const end = Math.min(rows, row + cell.rowSpan);
    const covered = heights.slice(row, end).reduce((sum, height) => sum + height, 0);
    if (cell.rowSpan > 1 && lines.length > covered) heights[end - 1] = (heights[end - 1] ?? 1) + lines.length - covered;
  }
  return heights;
}

/** Puts text into slots half a Chinese character wide; figures stand in the middle of their column. */
function write(slots: string[] | undefined, from: number, text: string, centredIn: number): void {
  if (slots === undefined) return;
  let at = from + Math.max(0, Math.floor((centredIn - widthOf(text)) / 2));
  for (const character of text) {
    slots[at] = character;
    if (isWide(character)) slots[at + 1] = "";
    at += isWide(character) ? 2 : 1;
  }
}

function wrap(text: string, width: number): string[] {
  return text.split("\n").flatMap((line) => {
    const lines: string[] = [];
    let current = "";
    for (const character of line) {
      if (widthOf(current + character) > width && current !== "") {
        lines.push(current);
        current = "";
      }
      current += character;
    }
    return [...lines, current];
  });
}

function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (isWide(character) ? 2 : 1), 0);
}

function isWide(character: string): boolean {
  return character > "\u2e80" || "“”‘’—×".includes(character);
}

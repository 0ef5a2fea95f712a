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
    const indent = random.integer(0, 6);
    return writeText(
      draft,
      ({ table, rows }) => {
        const columns = Math.max(...layGrid(rows).map((row) => row.length));
        const widths = Array.from({ length: columns }, (_, column) => {
          if (table === 2) return column === 0 ? 26 : narrow ? 18 : 24;
          if (table === 4) return narrow ? 6 : 10;
          return column < 2 ? (narrow ? 8 : 16) : column === 2 ? (narrow ? 22 : 44) : narrow ? 8 : 14;
        });
        return drawTable(rows, widths).map((line) => " ".repeat(indent) + line).join("\n");
      },
      { gap: random.pick(["\n", "\n\n"]) },
    );
  },
};

const GAP = 2;

function drawTable(rows: readonly (readonly DraftCell[])[], widths: readonly number[]): string[] {
  const grid = layGrid(rows);
  const left = (column: number) => widths.slice(0, column).reduce((sum, width) => sum + width + GAP, 0);
  const placed = new Map<DraftCell, { row: number; column: number; lines: string[] }>();
  grid.forEach((squares, row) =>
    squares.forEach(({ cell, begins }, column) => {
      if (begins) placed.set(cell, { row, column, lines: wrap(cell.text, left(column + cell.columnSpan) - left(column) - GAP) });
    }),
  );
  const heights = grid.map((_, row) => Math.max(1, ...[...placed.values()].filter((one) => one.row === row).map((one) => one.lines.length)));
  for (const [cell, { row, lines }] of placed) {
    // A tall merged cell first uses the rows it covers; only what is left over makes its last row taller.
    if (cell.rowSpan === 1) continue;
    const own = [...placed].filter(([other, one]) => one.row === row && other.rowSpan === 1).map(([, one]) => one.lines.length);
    heights[row] = Math.max(1, ...own);
    const covered = heights.slice(row, row + cell.rowSpan).reduce((sum, height) => sum + height, 0);
    const last = Math.min(heights.length, row + cell.rowSpan) - 1;
    if (lines.length > covered) heights[last] = (heights[last] ?? 1) + lines.length - covered;
  }
  const tops = heights.map((_, row) => heights.slice(0, row).reduce((sum, height) => sum + height, 0));
  const canvas = Array.from({ length: heights.reduce((sum, height) => sum + height, 0) }, () => [] as string[]);
  for (const [cell, { row, column, lines }] of placed) {
    const height = heights.slice(row, row + cell.rowSpan).reduce((sum, one) => sum + one, 0);
    const top = (tops[row] ?? 0) + Math.max(0, Math.floor((height - lines.length) / 2));
    lines.forEach((line, index) => write(canvas[top + index], left(column), line, cell.header ? 0 : widths[column] ?? 0));
  }
  return canvas.map((slots) => Array.from(slots, (slot) => slot ?? " ").join("").trimEnd());
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

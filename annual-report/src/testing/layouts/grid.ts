import type { DraftCell } from "../draft.ts";

/** One square of a table's grid: the cell over it, and whether the cell begins here. */
export interface Square {
  cell: DraftCell;
  begins: boolean;
}

/** The squares of every row, spans laid out; a row damaged to more or fewer cells is longer or shorter. */
export function layGrid(rows: readonly (readonly DraftCell[])[]): Square[][] {
  const grid: (Square | undefined)[][] = rows.map(() => []);
  rows.forEach((row, index) => {
    let column = 0;
    for (const cell of row) {
      while (grid[index]?.[column] !== undefined) column++;
      for (let down = 0; down < cell.rowSpan; down++) {
        for (let right = 0; right < cell.columnSpan; right++) {
          const into = grid[index + down];
          if (into !== undefined) into[column + right] = { cell, begins: down === 0 && right === 0 };
        }
      }
      column += cell.columnSpan;
    }
  });
  const nothing: DraftCell = { text: "", columnSpan: 1, rowSpan: 1, header: false };
  return grid.map((row) => Array.from(row, (square) => square ?? { cell: nothing, begins: true }));
}

/** The texts of a row as an extractor writes them: squares under a span blank, left out, or with the cell's text again. */
export function textsOfRow(row: readonly Square[], covered: "blank" | "dropped" | "repeated"): string[] {
  return row.flatMap(({ cell, begins }) => (begins || covered === "repeated" ? [cell.text] : covered === "blank" ? [""] : []));
}

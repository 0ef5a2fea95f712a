import type { Cell, Row, Table } from "@gongkai/document";
import { classify } from "./classify.ts";

/** Fewer lines are rows set side by side on one line, not columns. */
const FEWEST_LINES = 3;
/** So many labels of rows side by side, with no figure between them, are no chance. */
const FEWEST_ROWS = 4;
/** Groups stand above the rows. */
const MOST_HEAD_LINES = 6;
/** 总计 and 其他 head columns, too. */
const SHORTEST_ROW_OF_TABLE3 = 4;

/**
 * The rows of a table; those of table 2 or 3 turned on its side, with a line for each column and a column for each row of the form, are
 * turned back.
 */
export function rowsUpright(table: Table): readonly Row[] {
  if (table.columns < FEWEST_ROWS || table.rows.length < FEWEST_LINES || !table.rows.slice(0, MOST_HEAD_LINES).some(namesRows))
    return table.rows;
  const turned = Array.from({ length: table.columns }, (): Cell[] => []);
  table.rows.forEach(({ cells }, line) => {
    for (const cell of cells) turned[cell.column]?.push({ ...cell, column: line });
  });
  return turned.filter((cells) => cells.length > 0).map((cells) => ({ cells }));
}

function namesRows({ cells }: Row): boolean {
  const named = new Set<string>();
  for (const { text } of cells) {
    for (const { kind, marks } of classify(text)) {
      if (kind === "figure") return false;
      for (const mark of marks)
        if (mark.kind === "row2" || (mark.kind === "row3" && text.length >= SHORTEST_ROW_OF_TABLE3)) named.add(mark.id);
    }
  }
  return named.size >= FEWEST_ROWS;
}

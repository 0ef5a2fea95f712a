import type { Cell, Row, Table } from "@gongkai/document";
import { classify } from "./classify.ts";
import type { Mark } from "./vocabulary.ts";

/** No table of the form is as wide, but for table 3 with its rows side by side. */
const FEWEST_COLUMNS = 20;
/** The seven kinds of applicants; fewer lines are rows set on one line. */
const FEWEST_LINES = 7;
/** So many labels of rows side by side are no chance. */
const FEWEST_ROWS = 10;
/** Groups stand above the rows. */
const MOST_HEAD_LINES = 6;

/**
 * The rows of a table; those of table 3 turned on its side, with a line for each kind of applicant and a column for each row of the
 * form, are turned back.
 */
export function rowsUpright(table: Table): readonly Row[] {
  if (table.columns < FEWEST_COLUMNS || table.rows.length < FEWEST_LINES || !table.rows.slice(0, MOST_HEAD_LINES).some(namesRows))
    return table.rows;
  const turned = Array.from({ length: table.columns }, (): Cell[] => []);
  table.rows.forEach(({ cells }, line) => {
    for (const cell of cells) turned[cell.column]?.push({ ...cell, column: line });
  });
  return turned.filter((cells) => cells.length > 0).map((cells) => ({ cells }));
}

function namesRows({ cells }: Row): boolean {
  const isRow = (mark: Mark): boolean => mark.kind === "row3";
  return cells.filter(({ text }) => text.length > 3 && classify(text).some(({ marks }) => marks.some(isRow))).length >= FEWEST_ROWS;
}

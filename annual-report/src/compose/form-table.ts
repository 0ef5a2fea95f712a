import type { CellKey } from "../report.ts";

/** A cell of a printed table of the form; value cells carry the key of the figure they hold. */
export interface FormTableCell {
  readonly text: string;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly header: boolean;
  readonly key?: CellKey;
}

/** A table of the form as it is printed: rows of the cells that begin in them, left to right. */
export interface FormTable {
  readonly table: 2 | 3 | 4;
  readonly rows: readonly (readonly FormTableCell[])[];
}

/** Gives the text of a value cell, "" for a blank one. */
export type PrintCell = (key: CellKey) => string;

/** A head or label cell, one column and one row large unless told otherwise. */
export function labelCell(text: string, columnSpan = 1, rowSpan = 1): FormTableCell {
  return { text, columnSpan, rowSpan, header: true };
}

/** The cell of a figure. */
export function valueCell(key: CellKey, print: PrintCell, columnSpan = 1): FormTableCell {
  return { text: print(key), columnSpan, rowSpan: 1, header: false, key };
}

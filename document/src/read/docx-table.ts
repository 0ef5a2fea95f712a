import type { DocxCell, DocxContent, DocxRow, DocxTable } from "./docx-content.ts";
import { textOf } from "./docx-content.ts";

/** A cell as the file gives it: a vertical merge is a run of cells of which all but the first say "continue". */
export interface CellSource {
  readonly column: number;
  columnSpan: number;
  vertical: "none" | "restart" | "continue";
  /** Belongs to the cell at its left. */
  joinsLeft: boolean;
  content: readonly DocxContent[];
}

export interface RowSource {
  /** Next free grid column. */
  column: number;
  header: boolean;
  /** Hidden, or deleted in a tracked change. */
  left: boolean;
  inProperties: boolean;
  readonly cells: CellSource[];
}

export function createRowSource(): RowSource {
  return { column: 0, header: false, left: false, inProperties: false, cells: [] };
}

/** Turns merge marks into row spans; `onCovered` is told of text that a merged cell covers, so that nobody sees it. */
export function assembleTable(sources: readonly RowSource[], onCovered: () => void): DocxTable {
  let above = new Map<number, DocxCell>(); // by column: the cell a "continue" in the next row would lengthen
  const rows: DocxRow[] = sources.map((source) => {
    const cells: DocxCell[] = [];
    const below = new Map<number, DocxCell>();
    for (const cell of joinLeft(source.cells)) {
      const merged = cell.vertical === "continue" ? above.get(cell.column) : undefined;
      if (merged !== undefined && merged.columnSpan === cell.columnSpan) {
        merged.rowSpan++;
        below.set(cell.column, merged);
        if (textOf(cell.content) !== "") onCovered();
        continue;
      }
      const { column, columnSpan, content } = cell;
      const made: DocxCell = { column, columnSpan, rowSpan: 1, header: source.header, content };
      cells.push(made);
      if (cell.vertical !== "none") below.set(column, made);
    }
    above = below;
    return { cells };
  });
  return { kind: "table", rows };
}

/** Old files mark merged neighbours one by one (hMerge) and give no span. */
function joinLeft(cells: readonly CellSource[]): CellSource[] {
  const joined: CellSource[] = [];
  for (const cell of cells) {
    const left = joined[joined.length - 1];
    if (cell.joinsLeft && left !== undefined) left.columnSpan += cell.columnSpan;
    else joined.push(cell);
  }
  return joined;
}

import type { Block, Box, Cell, Doc, DocNote, Format, Heading, Place, Row } from "../doc.ts";
import { checkCounts } from "./limits.ts";

/** A cell before it has a column: its text, and where that stands in the source. */
export interface SourceCell {
  text: string;
  start: number;
  end: number;
  columnSpan?: number;
  rowSpan?: number;
  header?: boolean;
  column?: number;
  box?: Box;
}

/** Collects blocks whose places are ranges of the source text itself; see {@link createSourceDoc}. */
export interface SourceDoc {
  heading(level: number, text: string, start: number, end: number, line: number): void;
  paragraph(text: string, start: number, end: number, line: number): void;
  /** Adds a row to the open table, or opens one. */
  row(cells: readonly SourceCell[], start: number, end: number, line: number): void;
  /** Rows from here on belong to another table. Every other block does the same. */
  endTable(): void;
  /** The rows of the open table so far are its head. */
  markHead(): void;
  /** Cells in the last row of the open table; 0 when none is open. */
  lastRowLength(): number;
  pageBreak(at: number, line: number): void;
  note(note: DocNote): void;
  build(): Doc;
}

interface OpenTable {
  rows: { cells: Mutable<Cell>[] }[];
  columns: number;
  start: number;
  end: number;
  line: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** For plain text and Markdown: `Doc.text` is the source, and every place a range of it. Columns are ordinal. */
export function createSourceDoc(format: Format, source: string): SourceDoc {
  const blocks: Block[] = [];
  const notes: DocNote[] = [];
  const hasPages = source.includes("\f");
  let page = 1;
  let cellCount = 0;
  let title: string | null = null;
  let table: OpenTable | undefined;

  function place(start: number, end: number, line: number): Mutable<Place> {
    return hasPages ? { start, end, line, page } : { start, end, line };
  }

  function add(block: Block): void {
    blocks.push(block);
    if ((blocks.length & 1023) === 0) checkCounts(cellCount, blocks.length);
  }

  function endTable(): void {
    if (table === undefined) return;
    const { rows, columns, start, end, line } = table;
    table = undefined;
    add({ kind: "table", columns, rows: rows as readonly Row[], at: place(start, end, line) }); // no longer written to
  }

  return {
    heading(level, text, start, end, line) {
      endTable();
      if (level === 1) title ??= text;
      const clamped = Math.min(6, Math.max(1, level)) as Heading["level"]; // clamped to 1..6 just here
      add({ kind: "heading", level: clamped, text, at: place(start, end, line) });
    },
    paragraph(text, start, end, line) {
      endTable();
      add({ kind: "paragraph", text, at: place(start, end, line) });
    },
    row(sourceCells, start, end, line) {
      table ??= { rows: [], columns: 0, start, end, line };
      const cells: Mutable<Cell>[] = [];
      let next = 0;
      for (const cell of sourceCells) {
        const { text, column = next, columnSpan = 1, rowSpan = 1, header = false, box } = cell;
        const at = place(cell.start, cell.end, line);
        if (box !== undefined) at.box = box;
        cells.push({ text, column, columnSpan, rowSpan, header, at });
        next = column + columnSpan;
      }
      table.rows.push({ cells });
      table.end = end;
      if (next > table.columns) table.columns = next;
      cellCount += cells.length;
      if ((table.rows.length & 255) === 0 || cells.length > 1000) checkCounts(cellCount, blocks.length);
    },
    endTable,
    markHead() {
      for (const row of table?.rows ?? []) for (const cell of row.cells) cell.header = true;
    },
    lastRowLength: () => table?.rows[table.rows.length - 1]?.cells.length ?? 0,
    pageBreak(at, line) {
      endTable();
      add({ kind: "pageBreak", at: place(at, at + 1, line) });
      page++;
    },
    note(note) {
      notes.push(note);
    },
    build() {
      endTable();
      checkCounts(cellCount, blocks.length);
      return { format, title, text: source, blocks, notes };
    },
  };
}

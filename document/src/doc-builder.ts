import type { Block, Box, Cell, Doc, DocNote, Format, Heading, Paragraph, Place, Row } from "./doc.ts";

/** What a reader knows of a cell before it has a place in `Doc.text`. */
export interface CellDraft {
  text: string;
  columnSpan?: number;
  rowSpan?: number;
  header?: boolean;
  /** First grid column; left out, the next free one, with the row spans above counted. */
  column?: number;
  page?: number;
  line?: number;
  reference?: string;
  box?: Box;
}

export interface PlaceDraft {
  page?: number;
  line?: number;
  reference?: string;
  box?: Box;
}

export interface TableDraft extends PlaceDraft {
  look?: "form";
}

export interface ParagraphDraft extends PlaceDraft {
  align?: NonNullable<Paragraph["align"]>;
}

/** Spans beyond this are taken for damage: no office table is so wide or long, and a hostile one must stay cheap. */
const WIDEST_SPAN = 1000;

/** Collects blocks in reading order; see {@link createDocBuilder}. */
export interface DocBuilder {
  heading(level: number, text: string, draft?: PlaceDraft): void;
  paragraph(text: string, draft?: ParagraphDraft): void;
  pageBreak(draft?: PlaceDraft): void;
  table(rows: readonly (readonly CellDraft[])[], draft?: TableDraft): void;
  note(note: DocNote): void;
  build(title?: string | null, language?: string): Doc;
}

/**
 * Collects blocks in reading order, writes out `Doc.text` and gives every block and cell its range in it.
 * For formats whose source is not itself plain text; the plain-text reader makes places from its own source.
 */
export function createDocBuilder(format: Format): DocBuilder {
  let written = ""; // appended to, which is three times as quick as joining the pieces at the end
  const blocks: Block[] = [];
  const notes: DocNote[] = [];

  function append(text: string, separator: string, draft: PlaceDraft): Place {
    const start = written.length;
    written += text + separator;
    return place(start, start + text.length, draft);
  }

  function table(rowDrafts: readonly (readonly CellDraft[])[], draft: TableDraft = {}): void {
    const start = written.length;
    const coveredUntil: number[] = []; // per grid column: the first row index that is free again
    let hasRowSpans = false;
    let columns = 0;
    const rows: Row[] = [];
    for (const cellDrafts of rowDrafts) {
      const rowIndex = rows.length;
      const lastIndex = cellDrafts.length - 1;
      const cells: Cell[] = [];
      let column = 0;
      for (const cell of cellDrafts) {
        if (cell.column !== undefined) column = cell.column;
        else if (hasRowSpans) while ((coveredUntil[column] ?? 0) > rowIndex) column++;
        const columnSpan = spanOf(cell.columnSpan, WIDEST_SPAN);
        const rowSpan = spanOf(cell.rowSpan, Math.min(WIDEST_SPAN, rowDrafts.length - rowIndex));
        const at = append(cell.text, cells.length === lastIndex ? "\n" : "\t", cell);
        cells.push({ text: cell.text, column, columnSpan, rowSpan, header: cell.header ?? false, at });
        if (rowSpan > 1) {
          hasRowSpans = true;
          for (let c = column; c < column + columnSpan; c++) coveredUntil[c] = rowIndex + rowSpan;
        }
        column += columnSpan;
        if (column > columns) columns = column;
      }
      if (lastIndex < 0) append("", "\n", draft);
      rows.push({ cells });
    }
    const at = place(start, written.length, draft);
    blocks.push(draft.look === undefined ? { kind: "table", columns, rows, at } : { kind: "table", columns, rows, at, look: draft.look });
  }

  return {
    heading(level, text, draft = {}) {
      const clamped = Math.min(6, Math.max(1, Math.round(level))) as Heading["level"]; // clamped to 1..6 just here
      blocks.push({ kind: "heading", level: clamped, text, at: append(text, "\n", draft) });
    },
    paragraph(text, draft = {}) {
      const at = append(text, "\n", draft);
      blocks.push(draft.align === undefined ? { kind: "paragraph", text, at } : { kind: "paragraph", text, at, align: draft.align });
    },
    pageBreak(draft = {}) {
      blocks.push({ kind: "pageBreak", at: append("", "", draft) });
    },
    table,
    note(note) {
      notes.push(note);
    },
    build(title = null, language) {
      const doc: Doc = { format, title, text: written, blocks, notes };
      return language === undefined ? doc : { ...doc, language };
    },
  };
}

function spanOf(claimed: number | undefined, most: number): number {
  return claimed === undefined || claimed <= 1 ? 1 : Math.min(most, claimed);
}

function place(start: number, end: number, { page, line, reference, box }: PlaceDraft): Place {
  // Most places are a bare range, and a report has hundreds of them.
  if (page === undefined && line === undefined && reference === undefined && box === undefined) return { start, end };
  return {
    start,
    end,
    ...(page === undefined ? {} : { page }),
    ...(line === undefined ? {} : { line }),
    ...(reference === undefined ? {} : { reference }),
    ...(box === undefined ? {} : { box }),
  };
}

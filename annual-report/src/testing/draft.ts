import { EDITIONS } from "../editions/index.ts";
import { composeTables } from "../compose/index.ts";
import type { CellKey, EditionId } from "../report.ts";

/** What a careful person reads in a document: the truth a reader is measured against. */
export interface Truth {
  edition: EditionId | null;
  year: number | null;
  agency: string | null;
  title: string | null;
  /** Every cell of the form; null where nothing is printed, or a mark that is no figure. */
  cells: Record<CellKey, number | null>;
  /** Readings also right where the print leaves it open; null among them means "better to say: not settled". */
  alternatives: Record<CellKey, (number | null)[]>;
}

/** A document while it is being made and damaged: blocks that may be changed, with the truth beside them. */
export interface Draft {
  edition: EditionId;
  blocks: DraftBlock[];
  truth: Truth;
}

export type DraftBlock = DraftHeading | DraftParagraph | DraftTable;

export interface DraftHeading {
  kind: "heading";
  level: number;
  text: string;
}

export interface DraftParagraph {
  kind: "paragraph";
  text: string;
}

export interface DraftTable {
  kind: "table";
  table: 2 | 3 | 4;
  rows: DraftCell[][];
}

export interface DraftCell {
  text: string;
  columnSpan: number;
  rowSpan: number;
  header: boolean;
  /** The figure that stands here; gone once a damage has torn the text from its cell. */
  key?: CellKey;
}

/** Title, six sections and three tables as blocks that may be changed. */
export function makeDraft(
  edition: EditionId,
  truth: Truth,
  prose: { overview: readonly string[]; problems: readonly string[]; other: readonly string[] },
): Draft {
  const form = EDITIONS[edition];
  const tables = new Map(composeTables(form, (key) => String(truth.cells[key] ?? "")).map((table) => [`table${table.table}`, table]));
  const blocks: DraftBlock[] = truth.title === null ? [] : [{ kind: "heading", level: 1, text: truth.title }];
  for (const section of form.sections) {
    blocks.push({ kind: "heading", level: 2, text: section.heading });
    const table = tables.get(section.id);
    if (table !== undefined) {
      blocks.push({ kind: "table", table: table.table, rows: table.rows.map((row) => row.map((cell) => ({ ...cell }))) });
    } else {
      const texts = section.id === "overview" || section.id === "problems" || section.id === "other" ? prose[section.id] : [];
      for (const text of texts) blocks.push({ kind: "paragraph", text });
    }
  }
  return { edition, blocks, truth };
}

/** The tables of a draft, of one number or all. */
export function tablesOf(draft: Draft, table?: 2 | 3 | 4): DraftTable[] {
  return draft.blocks.filter((block): block is DraftTable => block.kind === "table" && (table === undefined || block.table === table));
}

/** Every cell that holds a figure, of one table or all. */
export function valueCellsOf(draft: Draft, table?: 2 | 3 | 4): (DraftCell & { key: CellKey })[] {
  return tablesOf(draft, table)
    .flatMap(({ rows }) => rows.flat())
    .filter(hasKey);
}

/** A row that holds figures, with its table and index. */
export interface ValueRow {
  table: DraftTable;
  index: number;
  cells: DraftCell[];
}

/** Rows that hold figures, of one table or all. */
export function valueRowsOf(draft: Draft, table?: 2 | 3 | 4): ValueRow[] {
  return tablesOf(draft, table).flatMap((owner) =>
    owner.rows.flatMap((cells, index) => (cells.some(hasKey) ? [{ table: owner, index, cells }] : [])),
  );
}

/** Rows of table 3 whose seven figures still stand each in its own cell. */
export function wholeRows3(draft: Draft): ValueRow[] {
  return valueRowsOf(draft, 3).filter((row) => row.cells.filter(hasKey).length === 7);
}

export function hasKey(cell: DraftCell): cell is DraftCell & { key: CellKey } {
  return cell.key !== undefined;
}

/** A cell of its own that holds no figure of the form. */
export function looseCell(text: string, columnSpan = 1): DraftCell {
  return { text, columnSpan, rowSpan: 1, header: false };
}

/** Says that other readings of a cell are right too. */
export function accept(truth: Truth, key: CellKey, ...readings: (number | null)[]): void {
  const known = (truth.alternatives[key] ??= []);
  for (const reading of readings) if (reading !== truth.cells[key] && !known.includes(reading)) known.push(reading);
}

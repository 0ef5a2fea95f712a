/**
 * One tree for every office format. Readers make a `Doc`, writers take one.
 *
 * `Doc.text` is the document as one string: for plain text and Markdown the decoded file itself, for every other
 * format the blocks written out in reading order (a table row per line, cells parted by tabs). A `Place` is a range of
 * that string, so "where does this stand?" has one answer in every format; page, line and reference say it for people.
 */
export interface Doc {
  readonly format: Format;
  /** The document's own title where the format or its first heading names one. */
  readonly title: string | null;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** What the reader noticed and a person should know, e.g. that pages hold only pictures. */
  readonly notes: readonly DocNote[];
  /** BCP 47 language, where the source says it. */
  readonly language?: string;
}

export type Format = "docx" | "pdf" | "html" | "markdown" | "text" | "xlsx";

export type Block = Heading | Paragraph | Table | PageBreak;

export interface Heading {
  readonly kind: "heading";
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  readonly text: string;
  readonly at: Place;
}

export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: string;
  readonly at: Place;
  /**
   * Where it stands on the page, for signatures and dates; `left` is flush, without the indent of prose, for an addressee. Left
   * out, as prose does. Writers show it, readers do not tell it.
   */
  readonly align?: "left" | "center" | "right";
}

export interface Table {
  readonly kind: "table";
  /** Width of the grid, spans counted. */
  readonly columns: number;
  readonly rows: readonly Row[];
  readonly at: Place;
  /** `form`: labels beside room to write in, in larger type. Left out, a table of figures. Writers show it, readers do not tell it. */
  readonly look?: "form";
}

export interface Row {
  /** The cells that begin in this row, left to right. A cell that a row span covers stands only in its first row. */
  readonly cells: readonly Cell[];
}

export interface Cell {
  /** Text with inner line breaks as "\n"; never null: an empty cell has "". */
  readonly text: string;
  /** First grid column, counted from 0. */
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly header: boolean;
  readonly at: Place;
}

export interface PageBreak {
  readonly kind: "pageBreak";
  readonly at: Place;
}

export interface Place {
  /** Range in `Doc.text`, UTF-16 units, end exclusive. `text.slice(start, end)` is the raw text of the block or cell. */
  readonly start: number;
  readonly end: number;
  /** Page, counted from 1, where the format has pages. */
  readonly page?: number;
  /** Line of the source file, counted from 1, for text and Markdown. */
  readonly line?: number;
  /** What a person would look for, e.g. `Sheet1!B5`. */
  readonly reference?: string;
  /** On the page, in points from the top left corner. */
  readonly box?: Box;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface DocNote {
  readonly code: "picture-only" | "truncated-text" | "tracked-changes" | "hidden-content" | "lost-content" | "encoding-guessed";
  /** One Chinese sentence for the person who handed the file in. */
  readonly message: string;
  readonly at?: Place;
}

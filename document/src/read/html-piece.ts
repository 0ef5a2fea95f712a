/**
 * What the HTML reader collects before it knows which part of the page is the article and which tables only make the
 * page's layout. Ranges are offsets into the HTML source.
 */
export type Piece = TextPiece | TablePiece | BreakPiece;

export interface TextPiece {
  readonly kind: "text";
  /** 1 to 6 for a heading, 0 for a paragraph. */
  readonly level: number;
  readonly text: string;
  /** The text is a link and nothing else. */
  readonly linked: boolean;
  readonly region: number;
  readonly start: number;
  readonly end: number;
}

export interface TablePiece {
  readonly kind: "table";
  readonly rows: readonly (readonly HtmlCell[])[];
  readonly cellCount: number;
  readonly region: number;
  readonly start: number;
  readonly end: number;
}

export interface BreakPiece {
  readonly kind: "break";
  readonly region: number;
  readonly start: number;
  readonly end: number;
}

export interface HtmlCell {
  text: string;
  columnSpan: number;
  rowSpan: number;
  readonly header: boolean;
  /** Everything in the cell, for the case that the table turns out to be page layout; none where plain text is all there is. */
  pieces: Piece[];
  /** The region of plain text. */
  readonly region: number;
  readonly start: number;
  end: number;
}

/** A table as a cell's text: rows as lines, cells parted by a blank. */
export function tableText(table: TablePiece): string {
  return table.rows
    .map((row) =>
      row
        .map((cell) => cell.text)
        .filter(Boolean)
        .join(" "),
    )
    .filter(Boolean)
    .join("\n");
}

/** All text of a cell, one line per paragraph. */
export function piecesText(pieces: readonly Piece[]): string {
  const only = pieces[0];
  if (pieces.length === 1 && only?.kind === "text") return only.text;
  return pieces
    .map((piece) => (piece.kind === "text" ? piece.text : piece.kind === "table" ? tableText(piece) : ""))
    .filter(Boolean)
    .join("\n");
}
